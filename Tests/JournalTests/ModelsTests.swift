import Facts
import Testing

@testable import Journal

@Suite("Models, forecasts and the history of predictions")
struct ModelsTests {
    private func at(_ seconds: Int64) -> Instant { Instant(secondsSince1970: seconds) }
    private func day(_ days: Int32) -> ShopDay { ShopDay(daysSince1970: days) }

    private func commit(_ journal: Journal, _ writes: JournalWrite...) throws {
        try journal.commit(JournalBatch(recordedAt: at(0), writes: writes))
    }

    @Test("Models are kept with their bodies, and a number is given once")
    func models() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let models = (1...3 as ClosedRange<UInt64>).map { number in
            ModelRow(
                number: number, kind: "auto", fittedAt: at(Int64(number)), asOf: day(20_000), lastSequence: number * 10,
                metrics: #"{"score":1.5}"#, note: "weekly")
        }
        for model in models {
            #expect(journal.nextNumber(.model) == model.number)
            try commit(journal, .model(model, body: [UInt8](repeating: UInt8(model.number), count: 100_000)))
        }
        #expect(try journal.models() == models.reversed())
        #expect(try journal.model(2) == models[1])
        #expect(try journal.modelBody(3) == [UInt8](repeating: 3, count: 100_000))
        #expect(try journal.modelBody(4) == nil)
        #expect(throws: JournalError.self) { try commit(journal, .model(models[0], body: [])) }
        try commit(journal, .modelMetrics(2, #"{"found":"later"}"#))
        #expect(try journal.models().map(\.metrics) == [#"{"score":1.5}"#, #"{"found":"later"}"#, #"{"score":1.5}"#])
    }

    @Test("Forecasts stay beside what they were made from; the later of a day counts")
    func forecasts() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        func forecast(_ quantity: String, _ made: Int32, _ expected: Double) -> ForecastRow {
            ForecastRow(
                quantity: quantity, madeOn: day(made), firstDay: day(made + 1), lastDay: day(made + 30), model: 4, expected: expected,
                low: expected * 0.8, high: expected * 1.25)
        }
        try commit(
            journal, .forecast(forecast("orders", 200, 7)), .forecast(forecast("orders", 100, 5)), .forecast(forecast("orders", 100, 6)),
            .forecast(forecast("revenue", 100, 1000.5)))
        #expect(try journal.forecasts("orders") == [forecast("orders", 100, 6), forecast("orders", 200, 7)])
        #expect(try journal.forecasts("revenue") == [forecast("revenue", 100, 1000.5)])
        #expect(try journal.forecasts("returning").isEmpty)
    }

    private func record(_ profile: UInt32, seed: UInt64) -> PredictionRecord {
        var random = SeededRandom(seed &* 31 &+ UInt64(profile))
        func millionths(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &random)) / 1_000_000 }
        let clv = Int64.random(in: -5000...500_000, using: &random)
        let forecast = PredictionRecord.Forecast(
            numberOfOrders: millionths(0...40_000_000), clv: clv, clvLow: clv - Int64.random(in: 0...9000, using: &random),
            clvHigh: clv + Int64.random(in: 0...90_000, using: &random), churnProbability: millionths(0...1_000_000),
            probabilityOfOrder: millionths(0...1_000_000))
        return PredictionRecord(
            profile: ProfileNumber(profile), model: seed, historicNumberOfOrders: Int(seed % 50),
            historicCLV: Int64.random(in: -100...9_000_000, using: &random), forecast: seed % 5 == 0 ? nil : forecast,
            rfm: (UInt8(seed % 4), UInt8(seed / 4 % 4), UInt8(seed / 16 % 4)), classes: (UInt8(seed % 16), UInt8(seed / 3 % 16)))
    }

    @Test("A profile's numbers are read back as they were on each day, the later of a day")
    func history() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let profiles = [0, 1, 1023, 1024, 70_000, .max] as [UInt32]
        for step in 1...20 as ClosedRange<UInt64> {
            let records = profiles.enumerated().filter { step % UInt64($0.offset + 1) == 0 }.map { record($0.element, seed: step) }
            try commit(journal, .predictions(day(20_000 + Int32(step)), [record(1, seed: 99)] + records))
            // A second time on the same day, for one of them.
            if step == 6 { try commit(journal, .predictions(day(20_006), [record(1023, seed: 77)])) }
        }
        for (place, profile) in profiles.enumerated() {
            let history = try journal.predictionHistory(ProfileNumber(profile))
            let expected = (1...20 as ClosedRange<UInt64>).compactMap { step -> PredictionRecord? in
                if profile == 1023, step == 6 { return record(1023, seed: 77) }
                if step % UInt64(place + 1) == 0 { return record(profile, seed: step) }
                return profile == 1 ? record(1, seed: 99) : nil
            }
            #expect(history.map(\.record) == expected, "profile \(profile)")
            #expect(history.map(\.day) == history.map(\.day).sorted())
        }
        #expect(try journal.predictionHistory(ProfileNumber(2)).isEmpty)
        #expect(try journal.predictionHistory(ProfileNumber(0), from: day(20_019)).map(\.day) == [day(20_019), day(20_020)])
        try commit(journal, .erasePredictions(ProfileNumber(1)))
        #expect(try journal.predictionHistory(ProfileNumber(1)).isEmpty)
        #expect(try journal.predictionHistory(ProfileNumber(0)).count == 20)
        try commit(journal, .erasePredictions(ProfileNumber(.max)))
        #expect(try journal.check().findings == [])
    }

    @Test("A record is some thirty bytes")
    func size() {
        let sizes = (1...200 as ClosedRange<UInt64>).map { record(5, seed: $0).encoded.count }
        #expect(sizes.reduce(0, +) / sizes.count < 32)
    }

    @Test("Bytes that are no shelf are refused, never trapped on")
    func hostileShelves() {
        var random = SeededRandom(5)
        for length in 0..<400 {
            let bytes = (0..<length % 40).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let shelf = PredictionShelf(bytes)
            for profile in [0, 1, 500, 1023] as [UInt32] {
                let found = PredictionShelf.record(ProfileNumber(profile), in: bytes)
                if let found, let shelf { #expect(shelf.records[found.profile.row] != nil) }
            }
            _ = PredictionRecord(bytes, profile: ProfileNumber(1))
            _ = RecordedSpans(bytes, count: 7, recordedAt: at(0))
        }
    }

    @Test("Numbers survive their compact form", arguments: [0, 1, -1, 63, -64, 64, 127, 128, 1 << 35, .max, .min] as [Int64])
    func compactNumbers(_ value: Int64) {
        var writer = CompactWriter()
        writer.append(signed: value)
        writer.append(UInt64(bitPattern: value))
        var reader = CompactReader(writer.bytes)
        #expect(reader.nextSigned() == value)
        #expect(reader.next() == UInt64(bitPattern: value))
        #expect(reader.isAtEnd && reader.next() == nil)
    }
}
