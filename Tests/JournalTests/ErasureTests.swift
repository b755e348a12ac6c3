import Facts
import Foundation
import Testing

@testable import Journal

@Suite("Erasing for good")
struct ErasureTests {
    private let now = Instant(secondsSince1970: 1_800_000_000)

    /// An event that names somebody.
    private func event(_ identity: UInt64, of person: String, padding: Int) -> Fact {
        SomeFacts.event(identity, properties: #"{"email":"\#(person)","note":"\#(String(repeating: "x", count: padding))"}"#)
    }

    /// The block's facts with the properties of everybody's events removed who has a name.
    private func erased(_ block: JournalBlock, _ person: String) throws -> [UInt8]? {
        var reader = FactReader(block.bytes)
        var writer = FactWriter()
        var isChanged = false
        while let fact = try reader.next() {
            guard case .event(var event) = fact, String(decoding: event.properties, as: UTF8.self).contains(person) else {
                writer.append(fact)
                continue
            }
            event.properties = []
            writer.append(.event(event))
            isChanged = true
        }
        return isChanged ? writer.bytes : nil
    }

    private func rawBytesContain(_ text: String, _ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
            try !RawSearch.found([text], in: RawFile(path: folder(name)), path: folder(name)).isEmpty
        }
    }

    @Test("What was erased is in no byte of any file, however blocks lay and were merged", arguments: 0..<6 as Range<UInt64>)
    func leavesNothing(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        var random = SeededRandom(seed)
        let people = (0..<20).map { "person-\($0)-\(seed)@example.com" }
        var identity: UInt64 = 0
        for step in 0..<400 {
            var facts = FactWriter()
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                identity += 1
                let person = people[Int.random(in: 0..<people.count, using: &random)]
                facts.append(event(identity, of: person, padding: Int.random(in: 0...(step % 50 == 0 ? 9000 : 90), using: &random)))
            }
            try journal.commit(JournalBatch(facts: facts, recordedAt: now))
            if step % 100 == 50 { while try journal.compact() {} }
        }
        for person in people.shuffled(using: &random).prefix(6) {
            #expect(try !rawBytesContain(person, folder).isEmpty)
            let rewritten = try journal.rewriteBlocks { block in try erased(block, person) }
            #expect(rewritten > 0)
            #expect(try journal.remains(of: [person]).isEmpty)
            #expect(try rawBytesContain(person, folder) == [])
            while try journal.compact() {}
        }
        #expect(try journal.identities() == Array(1..<identity + 1))
        #expect(try journal.check().findings == [])
        #expect(try journal.remains(of: people).count == 14)
    }

    @Test("Replacing bytes must keep the number of facts, and the caller's error leaves all as it was")
    func refuses() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<4))
        for bytes in [[], SomeFacts.batch(1..<3).facts.bytes, [250, 1, 2]] as [[UInt8]] {
            let error = #expect(throws: JournalError.self) { try journal.rewriteBlocks { _ in bytes } }
            #expect(error?.code == .contradiction)
        }
        #expect(throws: Stop.self) { try journal.rewriteBlocks { _ in throw Stop() } }
        #expect(try journal.identities() == [1, 2, 3])
        // Others are not locked out by what failed.
        #expect(try journal.rewriteBlocks { $0.bytes.reversedFacts() } == 1)
        #expect(try journal.identities() == [3, 2, 1])
    }

    @Test("Refusals, refused rows and finished payloads forget whom they name, and keep their reasons")
    func redaction() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        func refusal(_ text: String) -> JournalWrite {
            .refusal(RefusedFact(at: now, door: "api", code: "invalid", detail: "No.", original: Array(text.utf8)))
        }
        func job(_ number: UInt64, _ status: JobRow.Status) -> JournalWrite {
            .job(JobRow(number: number, kind: "import", status: status, who: "", createdAt: now, totalCount: 1))
        }
        let row = JobError(
            row: 0, code: "invalid", title: "t", detail: "ann@example.com is known", pointer: "", refused: Array("ann@example.com".utf8))
        try journal.commit(
            JournalBatch(
                recordedAt: now,
                writes: [
                    refusal("{\"email\":\"ann@example.com\"}"), refusal("{\"email\":\"bob@example.com\"}"), job(1, .complete),
                    job(2, .queued),
                    .jobErrors(job: 1, [row]), .jobPayload(job: 1, bytes: Array("ann@example.com".utf8)),
                    .jobPayload(job: 2, bytes: Array("ann@example.com".utf8)),
                ]))
        #expect(try journal.redact(containing: ["ann@example.com", "an"]) == 4)
        #expect(try journal.refusals().map { $0.refusal.original == nil } == [false, true])
        #expect(try journal.refusals().map(\.refusal.code) == ["invalid", "invalid"])
        let error = try #require(try journal.jobErrors(1).first).error
        #expect(error.refused == nil && error.detail.isEmpty && error.code == "invalid")
        #expect(try journal.jobPayload(1) == nil)
        // The job that waits still has what it needs: that is said, not hidden.
        #expect(try journal.jobPayload(2) != nil)
        #expect(try journal.remains(of: ["ann@example.com", "cay@example.com"]) == ["ann@example.com"])
        try journal.commit(JournalBatch(recordedAt: now, writes: [job(2, .complete)]))
        #expect(try journal.redact(containing: ["ann@example.com"]) == 1)
        #expect(try journal.remains(of: ["ann@example.com"]).isEmpty)
        #expect(try journal.remains(of: ["bob@example.com"]) == ["bob@example.com"])
    }

    @Test("Addresses are found in upper case, and go from definitions, their history and the audit log")
    func redactionElsewhere() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let refusal = RefusedFact(
            at: now, door: "api", code: "invalid", detail: "No.", original: Array("{\"email\":\"Ann@Example.COM\"}".utf8))
        func change(_ body: String) -> JournalWrite {
            .definition(DefinitionChange(kind: "segment", number: 1, body: body, at: now, who: "bob@example.com"))
        }
        let entry = AuditEntry(
            at: now, who: "bob", action: "segment.update", objectKind: "segment", objectID: "x", detail: #"{"of":"ann@example.com"}"#)
        try journal.commit(
            JournalBatch(
                recordedAt: now,
                writes: [
                    .refusal(refusal), change(#"{"email":"ANN@example.com","size":12345678}"#), change(#"{"email":"x","size":12345678}"#),
                    .audit(entry),
                ]))
        #expect(try journal.redact(containing: ["ann@example.com", "12345678"]) == 4)
        #expect(try journal.refusals().map(\.refusal.original) == [nil])
        #expect(
            try journal.definitionHistory("segment", number: 1).map(\.after) == [
                #"{"email":"[erased]","size":12345678}"#, #"{"email":"x","size":12345678}"#,
            ])
        #expect(try journal.audit().map(\.entry.detail) == [#"{"of":"[erased]"}"#])
        #expect(try journal.check().findings == [])
        #expect(try journal.remains(of: ["Ann@Example.COM", "ANN@example.com", "ann@example.com"]).isEmpty)
    }

    @Test("The numbers of several profiles go from all days, those beside them stay")
    func predictions() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let numbers: [UInt32] = [0, 5, 6, 1_023, 1_024, 5_000]
        for day in 0..<4 as Range<Int32> {
            let records = numbers.map { number in
                PredictionRecord(
                    profile: ProfileNumber(number), model: 1, historicNumberOfOrders: Int(number), historicCLV: 100, forecast: nil,
                    rfm: (1, 2, 3), classes: (0, 1))
            }
            try journal.commit(JournalBatch(recordedAt: now, writes: [.predictions(ShopDay(daysSince1970: 20_000 + day), records)]))
        }
        try journal.erasePredictions(of: [5, 1_023, 1_024, 77].map { ProfileNumber($0) })
        for number in numbers {
            let days = try journal.predictionHistory(ProfileNumber(number)).count
            #expect(days == ([0, 6, 5_000].contains(number) ? 4 : 0), "profile \(number)")
        }
        #expect(try journal.check().findings == [])
    }

    @Test("A text on the border of two steps of the search is found")
    func searchBorders() throws {
        let folder = try TemporaryFolder()
        let path = folder("file")
        for place in [0, (1 << 20) - 5, (1 << 20) - 1, 1 << 20, (1 << 21) - 9] {
            var bytes = Data(repeating: 0x6E, count: (1 << 21) + 3)
            bytes.replaceSubrange(place..<place + 10, with: Array("needle-ann".utf8))
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(try RawSearch.found(["needle-ann", "needle-bob"], in: RawFile(path: path), path: path) == ["needle-ann"])
        }
    }
}
