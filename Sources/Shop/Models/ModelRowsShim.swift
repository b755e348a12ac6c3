import CustomerValue
import Facts
import Journal

struct ModelRow: Sendable { var number: UInt64; var fittedAt: Instant; var asOf: ShopDay; var lastSequence: UInt64; var body: [UInt8] }
extension Journal {
    func model(_ number: UInt64) throws(JournalError) -> ModelRow? {
        guard let d = try definition("model", number: number) else { return nil }
        return ModelRow(number: number, fittedAt: d.createdAt, asOf: ShopDay(daysSince1970: 0), lastSequence: 0, body: Array(d.body.utf8))
    }
}
extension JournalWrite {
    static func model(_ row: ModelRow) -> JournalWrite {
        .definition(
            DefinitionChange(kind: "model", number: row.number, body: String(decoding: row.body, as: UTF8.self), at: row.fittedAt, who: "x")
        )
    }
}
extension Journal {
    func rewriteBlocks(_ t: (JournalBlock) throws -> [UInt8]?) throws(JournalError) {}
}
extension RFMScores { init(_ summaries: CustomerSummaries, borders: Thresholds) { self.init(summaries, thresholds: borders) } }
