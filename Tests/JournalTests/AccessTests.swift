import Facts
import Testing

@testable import Journal

@Suite("Keys, users, sessions and the audit log")
struct AccessTests {
    private func at(_ seconds: Int64) -> Instant { Instant(secondsSince1970: seconds) }

    private func commit(_ journal: Journal, _ writes: JournalWrite...) throws {
        try journal.commit(JournalBatch(recordedAt: at(0), writes: writes))
    }

    @Test("A key is kept by its hash, with scopes, use and end")
    func keys() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let hash = [UInt8](repeating: 7, count: 32)
        var key = try journal.createKey(hash: hash, name: "Shop plugin", scopes: ["events:write", "profiles:read"], by: "owner", at: at(1))
        #expect(key.number == 1 && key.createdBy == "owner" && key.createdAt == at(1))
        #expect(try journal.apiKeys() == [key])
        try commit(journal, .apiKeysUsed([key.number: at(5)]))
        key.lastUsedAt = at(5)
        #expect(try journal.apiKeys() == [key])
        #expect(try journal.revokeKey(1, by: "owner", at: at(6)))
        key.revokedAt = at(6)
        #expect(try journal.apiKeys() == [key])
        #expect(try !journal.revokeKey(1, by: "owner", at: at(7)))
        #expect(throws: JournalError.self) { try journal.revokeKey(2, by: "owner", at: at(7)) }
        // Two keys never share a hash, and nothing is left of the attempt; a number is one key's for ever, also of one that was revoked.
        #expect(throws: JournalError.self) { try journal.createKey(hash: hash, name: "Twin", scopes: [], by: "", at: at(1)) }
        #expect(try journal.createKey(hash: [1], name: "Other", scopes: [], by: "", at: at(1)).number == 2)
        #expect(try journal.apiKeys().map(\.number) == [1, 2])
        let audit = try journal.audit().map { "\($0.entry.action) \($0.entry.objectID)" }
        #expect(audit == ["key.create 2", "key.revoke 1", "key.create 1"])
    }

    @Test("Keys that several processes make at once get numbers of their own, and none is lost, nor its entry in the log")
    func keysAtOnce() async throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let beside = try [Journal.openBeside(folder: folder.path), Journal.openBeside(folder: folder.path)]
        let each = 20
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, journal) in ([journal] + beside).enumerated() {
                group.addTask {
                    for n in 0..<each {
                        try journal.createKey(
                            hash: [UInt8(place), UInt8(n)], name: "\(place) \(n)", scopes: [], by: "\(place)",
                            at: Instant(secondsSince1970: 1))
                    }
                }
            }
            // Meanwhile whoever has the folder writes on.
            group.addTask {
                for n in 0..<each {
                    let entry = AuditEntry(
                        at: Instant(secondsSince1970: 1), who: "", action: "list.create", objectKind: "list", objectID: "\(n)")
                    try journal.commit(JournalBatch(recordedAt: Instant(secondsSince1970: 1), writes: [.audit(entry)]))
                }
            }
            try await group.waitForAll()
        }
        let keys = try journal.apiKeys()
        #expect(keys.map(\.number) == Array(1...UInt64(3 * each)))
        #expect(Set(keys.map(\.name)).count == 3 * each)
        let entries = try journal.audit(limit: 1_000).map(\.entry)
        #expect(entries.count == 4 * each)
        for key in keys {
            #expect(entries.contains { $0.action == "key.create" && $0.objectID == "\(key.number)" && $0.who == key.createdBy })
        }
        for journal in beside { try journal.close() }
    }

    @Test("Users are found by address; no two share one")
    func users() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        var user = UserRow(number: 1, email: "ann@example.com", name: "Ann", role: "owner", password: nil, createdAt: at(1))
        try commit(journal, .user(user))
        #expect(try journal.user(email: "ann@example.com") == user)
        user.password = "scrypt$1$2"
        user.disabledAt = at(3)
        user.detail = #"{"language":"pl"}"#
        try commit(journal, .user(user))
        #expect(try journal.users() == [user])
        #expect(try journal.user(email: "bob@example.com") == nil)
        let other = UserRow(number: 1, email: "bob@example.com", name: "", role: "", password: nil, createdAt: at(9))
        #expect(throws: JournalError(.contradiction, "The user number 1 is another user's.")) { try commit(journal, .user(other)) }
        let twin = UserRow(number: 2, email: "ann@example.com", name: "", role: "", password: nil, createdAt: at(1))
        #expect(throws: JournalError.self) { try commit(journal, .user(twin)) }
    }

    @Test("Sessions end one by one, all of a user's at once, or by time")
    func sessions() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try commit(
            journal, .user(UserRow(number: 1, email: "a", name: "", role: "", password: nil, createdAt: at(1))),
            .user(UserRow(number: 2, email: "b", name: "", role: "", password: nil, createdAt: at(1))))
        func session(_ byte: UInt8, user: UInt64, until end: Int64) -> SessionRow {
            SessionRow(hash: [byte], user: user, createdAt: at(1), expiresAt: at(end))
        }
        let sessions = [session(1, user: 1, until: 10), session(2, user: 1, until: 20), session(3, user: 2, until: 30)]
        for session in sessions { try commit(journal, .session(session)) }
        #expect(try journal.sessions(at: at(15)) == [sessions[1], sessions[2]])
        #expect(try journal.session(hash: [1]) == sessions[0])
        try commit(journal, .endSession(hash: [2]))
        #expect(try journal.session(hash: [2]) == nil)
        try commit(journal, .dropExpired(before: at(15)))
        #expect(try journal.session(hash: [1]) == nil)
        try commit(journal, .endSessions(user: 2))
        #expect(try journal.sessions(at: at(0)).isEmpty)
        let error = #expect(throws: JournalError.self) { try commit(journal, .session(session(9, user: 9, until: 99))) }
        #expect(error?.code == .contradiction)
    }

    @Test("A link works once, and not after its time")
    func links() async throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        func link(_ byte: UInt8) -> OneTimeLinkRow {
            OneTimeLinkRow(hash: [byte], purpose: "first-password", detail: #"{"user":1}"#, createdAt: at(1), expiresAt: at(10))
        }
        try commit(journal, .oneTimeLink(link(1)), .oneTimeLink(link(2)))
        let uses = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (try? journal.useOneTimeLink(hash: [1], at: at(5))) ?? nil != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(uses == 1)
        #expect(try journal.oneTimeLink(hash: [1])?.usedAt == at(5))
        #expect(try journal.useOneTimeLink(hash: [2], at: at(10)) == nil)
        #expect(try journal.useOneTimeLink(hash: [3], at: at(5)) == nil)
        try commit(journal, .dropExpired(before: at(11)))
        #expect(try journal.oneTimeLink(hash: [2]) == nil)
    }

    @Test("The audit log is read newest first, by page and by object")
    func audit() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        func entry(_ number: Int) -> AuditEntry {
            AuditEntry(at: at(Int64(number)), who: "ann", action: "list.create", objectKind: "list", objectID: "\(number % 2)")
        }
        for number in 0..<10 { try commit(journal, .audit(entry(number))) }
        let page = try journal.audit(limit: 4)
        #expect(page.map(\.entry) == [9, 8, 7, 6].map(entry))
        #expect(try journal.audit(before: page[3].id, limit: 2).map(\.entry) == [5, 4].map(entry))
        #expect(try journal.audit(objectKind: "list", objectID: "1").map(\.entry) == [9, 7, 5, 3, 1].map(entry))
    }

    @Test("Refusals are cut, paged and counted")
    func refusals() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        func refusal(_ number: Int, _ code: String, bytes: Int = 3) -> RefusedFact {
            RefusedFact(
                at: at(Int64(number)), door: "api", code: code, detail: "No \(number).", pointer: "/data", rowCount: number,
                original: [UInt8](repeating: 65, count: bytes))
        }
        for number in 1...4 { try commit(journal, .refusal(refusal(number, number % 2 == 0 ? "even" : "odd"))) }
        try commit(journal, .refusal(refusal(9, "large", bytes: RefusedFact.largestOriginal + 1)))
        let all = try journal.refusals()
        #expect(
            all.map(\.refusal) == [
                refusal(9, "large", bytes: 70_000), refusal(4, "even"), refusal(3, "odd"), refusal(2, "even"), refusal(1, "odd"),
            ])
        #expect(all[0].refusal.isCut && all[0].refusal.original?.count == RefusedFact.largestOriginal)
        #expect(!all[1].refusal.isCut)
        #expect(try journal.refusals(code: "odd", before: all[2].id).map(\.refusal) == [refusal(1, "odd")])
        try commit(journal, .dropRefusals(before: at(9)))
        #expect(try journal.refusals().count == 1)
        #expect(
            try journal.refusalCounts() == [
                RefusalCount(door: "api", code: "large", rowCount: 9, lastAt: at(9)),
                RefusalCount(door: "api", code: "even", rowCount: 6, lastAt: at(4)),
                RefusalCount(door: "api", code: "odd", rowCount: 4, lastAt: at(3)),
            ])
    }

    @Test("Whoever sends nonsense cannot fill the disk: the newest refusals stay")
    func boundedRefusals() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        let total = Int(RefusalTable.largestCount) + 50
        let writes = (0..<total).map { number in
            JournalWrite.refusal(RefusedFact(at: at(Int64(number)), door: "client", code: "c", detail: "", original: nil))
        }
        try journal.commit(JournalBatch(recordedAt: at(0), writes: writes))
        #expect(try journal.refusals(limit: total).count == Int(RefusalTable.largestCount))
        #expect(try journal.refusals(limit: 1).first?.refusal.at == at(Int64(total) - 1))
        #expect(try journal.refusalCounts().first?.rowCount == total)
    }
}
