import Facts
import Testing

@testable import Journal

@Suite("Definitions, settings and jobs")
struct TablesTests {
    private func at(_ seconds: Int64) -> Instant { Instant(secondsSince1970: seconds) }

    private func batch(_ writes: JournalWrite...) -> JournalBatch { JournalBatch(recordedAt: at(0), writes: writes) }

    @Test("A definition's life is kept: made, changed, deleted, by whom and when")
    func definition() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let number = journal.nextNumber(.definition("list"))
        #expect(number == 1)
        func change(_ body: String?, _ seconds: Int64, _ who: String) throws {
            try journal.commit(batch(.definition(DefinitionChange(kind: "list", number: number, body: body, at: at(seconds), who: who))))
        }
        try change(#"{"name":"News"}"#, 10, "ann")
        try change(#"{"name":"Letters"}"#, 20, "bob")
        let live = try #require(try journal.definitions("list").first)
        #expect(
            live
                == Definition(
                    kind: "list", number: 1, body: #"{"name":"Letters"}"#, createdAt: at(10), updatedAt: at(20), deletedAt: nil))
        try change(nil, 30, "ann")
        try change(nil, 31, "ann")
        #expect(try journal.definitions("list").isEmpty)
        #expect(try journal.definitions("list", withDeleted: true).count == 1)
        #expect(try journal.definition("list", number: 1)?.deletedAt == at(30))
        #expect(
            try journal.definitionHistory("list", number: 1) == [
                HistoryEntry(at: at(10), who: "ann", before: nil, after: #"{"name":"News"}"#),
                HistoryEntry(at: at(20), who: "bob", before: #"{"name":"News"}"#, after: #"{"name":"Letters"}"#),
                HistoryEntry(at: at(30), who: "ann", before: #"{"name":"Letters"}"#, after: nil),
            ])
        #expect(try journal.definition("tag", number: 1) == nil)
    }

    @Test("Numbers go on where they stopped, each kind for itself, and a deleted one's is not given again")
    func numbers() throws {
        let folder = try TemporaryFolder()
        do {
            let journal = try Journal.open(folder: folder.path)
            for kind in ["list", "list", "tag"] {
                let number = journal.nextNumber(.definition(kind))
                try journal.commit(batch(.definition(DefinitionChange(kind: kind, number: number, body: "{}", at: at(1), who: "a"))))
            }
            try journal.commit(batch(.definition(DefinitionChange(kind: "list", number: 2, body: nil, at: at(2), who: "a"))))
            try journal.commit(batch(.job(JobRow(number: journal.nextNumber(.job), kind: "k", who: "a", createdAt: at(1), totalCount: 0))))
        }
        let journal = try Journal.open(folder: folder.path)
        #expect(journal.nextNumber(.definition("list")) == 3)
        #expect(journal.nextNumber(.definition("list")) == 4)
        #expect(journal.nextNumber(.definition("tag")) == 2)
        #expect(journal.nextNumber(.definition("segment")) == 1)
        #expect(journal.nextNumber(.job) == 2)
    }

    @Test("Settings keep their history; setting the same value is no change")
    func settings() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        for (value, seconds) in [(#""EUR""#, 1), (#""EUR""#, 2), (#""PLN""#, 3), (nil, 4)] as [(String?, Int64)] {
            try journal.commit(batch(.setting(SettingChange(key: "currency", value: value, at: at(seconds), who: "owner"))))
        }
        try journal.commit(batch(.setting(SettingChange(key: "zone", value: #""Europe/Warsaw""#, at: at(5), who: "owner"))))
        #expect(try journal.setting("currency") == nil)
        #expect(try journal.settings() == ["zone": #""Europe/Warsaw""#])
        #expect(try journal.settingHistory("currency").map(\.after) == [#""EUR""#, #""PLN""#, nil])
        #expect(try journal.settingHistory("currency").map(\.at) == [at(1), at(3), at(4)])
    }

    @Test("A job is taken up again after a restart, keeps its refused rows, and forgets its payload when told to")
    func jobs() throws {
        let folder = try TemporaryFolder()
        var job = JobRow(number: 1, kind: "profile-bulk-import", who: "key 1", createdAt: at(1), totalCount: 3)
        do {
            let journal = try Journal.open(folder: folder.path)
            try journal.commit(batch(.job(job), .jobPayload(job: 1, bytes: [1, 2, 3])))
            try journal.commit(batch(.job(JobRow(number: 2, kind: "erasure", status: .complete, who: "", createdAt: at(2), totalCount: 0))))
            job.status = .processing
            job.startedAt = at(3)
            job.completedCount = 1
            try journal.commit(batch(.job(job)))
        }
        let journal = try Journal.open(folder: folder.path)
        #expect(try journal.unfinishedJobs() == [job])
        #expect(try journal.jobPayload(1) == [1, 2, 3])
        let errors = [
            JobError(row: 1, code: "invalid", title: "Invalid input.", detail: "No such e-mail.", pointer: "/data/1", refused: [9, 8]),
            JobError(row: 1, code: "invalid", title: "Invalid input.", detail: "No such phone.", pointer: "/data/1", refused: nil),
        ]
        job.status = .complete
        job.completedAt = at(4)
        job.completedCount = 2
        job.failedCount = 1
        try journal.commit(batch(.jobErrors(job: 1, errors), .job(job), .dropJobPayload(job: 1)))
        #expect(try journal.unfinishedJobs().isEmpty)
        #expect(try journal.job(1) == job)
        #expect(try journal.jobPayload(1) == nil)
        let page = try journal.jobErrors(1, limit: 1)
        #expect(page.map(\.error) == [errors[0]])
        #expect(try journal.jobErrors(1, after: page[0].id).map(\.error) == [errors[1]])
        try journal.commit(batch(.dropJobDetails(before: at(4))))
        #expect(try journal.jobErrors(1).count == 2)
        try journal.commit(batch(.dropJobDetails(before: at(5))))
        #expect(try journal.jobErrors(1).isEmpty)
        #expect(try journal.jobs().map(\.number) == [2, 1])
        #expect(try journal.jobs(kind: "profile-bulk-import") == [job])
        #expect(try journal.jobs(before: 2) == [job])
        #expect(try journal.jobs(limit: 1).map(\.number) == [2])
    }

    @Test("A batch is written whole or not at all")
    func atomic() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let setting = JournalWrite.setting(SettingChange(key: "a", value: "1", at: at(1), who: "x"))
        let error = #expect(throws: JournalError.self) {
            try journal.commit(SomeFacts.batch(1..<4, writes: [setting, .jobPayload(job: 77, bytes: [1])]))
        }
        #expect(error?.code == .contradiction)
        #expect(journal.lastSequence == 0)
        #expect(try journal.identities().isEmpty)
        #expect(try journal.settings().isEmpty)
        try journal.commit(SomeFacts.batch(1..<4, writes: [setting]))
        #expect(try journal.identities() == [1, 2, 3])
        #expect(try journal.settings() == ["a": "1"])
    }
}
