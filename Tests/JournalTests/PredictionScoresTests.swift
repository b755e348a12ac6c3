import Facts
import Testing

@testable import Journal

@Suite("Scores of kept predictions")
struct PredictionScoresTests {
    @Test("Scores of five levels come back; those of three are written as they always were")
    func levels() throws {
        for recency in UInt8(0)...5 {
            for frequency in UInt8(0)...5 {
                for monetary in UInt8(0)...5 {
                    let record = PredictionRecord(
                        profile: ProfileNumber(3), model: 1, historicNumberOfOrders: 2, historicCLV: 300, forecast: nil,
                        rfm: (recency, frequency, monetary), classes: (1, 2))
                    let bytes = record.encoded
                    let read = try #require(PredictionRecord(bytes, profile: ProfileNumber(3)))
                    #expect(read == record)
                    // Model, orders, twice two bytes for the money, scores, classes.
                    if max(recency, frequency, monetary) <= 3 {
                        #expect(bytes[bytes.count - 2] == recency | frequency << 2 | monetary << 4)
                    }
                }
            }
        }
    }
}
