import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("A restored backup does not bring back who was erased and what was revoked since", .serialized)
struct RestoringTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")
    private var backup: String { folder.path + "/backup.db" }

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, keepsModels: false, clock: { clock.now })
    }

    private func erase(_ people: [ProfileNumber], _ shop: Shop) async throws {
        try shop.jobs.start(shop)
        let job = try await shop.erase(people, by: "test")
        _ = try await shop.jobs.end(of: job.number, shop)
    }

    private func key(_ number: UInt64, revoked: Instant? = nil) -> APIKeyRow {
        APIKeyRow(
            number: number, hash: Array(repeating: UInt8(number), count: 32), name: "key \(number)", scopes: ["full"], createdBy: "test",
            createdAt: clock.now, revokedAt: revoked)
    }

    private func user(_ password: String, disabled: Instant? = nil) -> UserRow {
        UserRow(
            number: 1, email: "ada@example.com", name: "Ada", role: "owner", password: password, createdAt: Instant(secondsSince1970: 1),
            disabledAt: disabled)
    }

    private func restore() throws -> UndoneByRestore {
        _ = try Journal.restore(from: backup, to: folder.data, at: clock.now)
        return try UndoneByRestore(folder: folder.data)
    }

    @Test("Erasures, revocations, passwords, objections and withdrawals are found and done again")
    func doneAgain() async throws {
        let shop = try open()
        let told = ["ann", "bob", "carol", "dora"].map { order("1-\($0)", of: "\($0)@example.com", at: 1_740_000_000, value: 10) }
        let keys = [key(1), key(2)]
        let owner = user("old")
        let now = clock.now
        try shop.writeAndWait { (intake) throws(IntakeError) in
            for event in told { _ = try intake.event(event) }
            for key in keys { intake.write(.apiKey(key)) }
            intake.write(.user(owner))
            intake.write(
                .session(SessionRow(hash: [1], user: 1, createdAt: now, expiresAt: Instant(secondsSince1970: now.secondsSince1970 + 9_999)))
            )
        }
        _ = try shop.journal.backup(to: backup, at: clock.now)
        let people = try ["ann", "bob", "carol", "dora"].map { try #require(shop.findPerson("\($0)@example.com")) }
        // Ann's address becomes another one before she is erased, Bob goes into somebody who came later and is erased.
        let (revoked, made, changed) = (key(1, revoked: clock.now), key(3), user("new"))
        let later = try shop.writeAndWait { (intake) throws(IntakeError) -> ProfileNumber in
            try intake.change(people[0], [], identities: identities("ann.new@example.com"))
            var phone = Identities()
            phone[.phone] = "+48601234567"
            let later = try intake.create(phone, change: [])
            intake.merge(people[1], into: later)
            intake.profiling(people[2], isObjected: true)
            intake.consent(ConsentFact(profile: people[3], channel: .email, change: .unsubscribed, seconds: intake.nowSeconds, proof: []))
            intake.write(.apiKey(revoked))
            intake.write(.apiKey(made))
            intake.write(.user(changed))
            return later
        }
        try await erase([people[0], later], shop)
        shop.close()

        let undone = try restore()
        #expect(undone.unreadable.isEmpty && undone.foreign.isEmpty)
        #expect(undone.keys.map(\.number) == [1] && undone.lostKeys.map(\.number) == [3])
        #expect(undone.users.map(\.password) == ["new"])
        #expect(undone.objectors == [people[2]] && undone.withdrawals.map(\.profile) == [people[3]])
        let again = try open()
        #expect(again.findPerson("ann@example.com") != nil)
        let back = again.comeBack(undone)
        #expect(back == [people[0], people[1]])
        try await again.doAgain(undone, by: "test")
        try await erase(back, again)
        #expect(again.findPerson("ann@example.com") == nil && again.findPerson("bob@example.com") == nil)
        #expect(again.findPerson("carol@example.com") == people[2])
        #expect(again.read { $0.hasObjected(people[2]) && $0.consent(.email, of: people[3]).status == .unsubscribed })
        #expect(try again.journal.apiKeys().map { $0.revokedAt != nil } == [true, false])
        #expect(try again.journal.users().map(\.password) == ["new"])
        #expect(try again.journal.session(hash: [1]) == nil)
        again.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.data + "/perennial.db"))
        #expect(bytes.firstRange(of: Data("bob@example.com".utf8)) == nil)
        // Asked again, there is nobody to erase and no key to revoke.
        let asked = try UndoneByRestore(folder: folder.data)
        #expect(asked.keys.isEmpty && asked.users.isEmpty)
        let last = try open()
        #expect(last.comeBack(asked).isEmpty)
        last.close()
    }

    @Test("Where numbers mean other people, the hashes of identities say who was erased; whoever came back before the backup stays")
    func otherLineage() async throws {
        var shop = try open()
        _ = try await shop.write { (intake) throws(IntakeError) in
            try intake.event(order("1", of: "ann@example.com", at: 1_740_000_000, value: 10))
        }
        let first = folder.path + "/first.db"
        _ = try shop.journal.backup(to: first, at: clock.now)
        // Ann is erased and comes back: the backup knows both.
        try await erase([try #require(shop.findPerson("ann@example.com"))], shop)
        _ = try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("2", of: "ann@example.com", at: 1_741_000_000, value: 10))
            _ = try intake.event(order("3", of: "bob@example.com", at: 1_741_000_000, value: 10))
        }
        _ = try shop.journal.backup(to: backup, at: clock.now)
        shop.close()
        // Another history: from the first backup on, Bob has Ann's later number, and is erased.
        _ = try Journal.restore(from: first, to: folder.data, at: clock.now)
        shop = try open()
        _ = try await shop.write { (intake) throws(IntakeError) in
            try intake.event(order("9", of: "bob@example.com", at: 1_742_000_000, value: 10))
        }
        try await erase([try #require(shop.findPerson("bob@example.com"))], shop)
        shop.close()
        let undone = try restore()
        let again = try open()
        let back = again.comeBack(undone)
        #expect(back == [try #require(again.findPerson("bob@example.com"))])
        again.close()
    }

    @Test("What was there before and cannot be read is named; another shop's is told apart")
    func unreadable() async throws {
        let shop = try open()
        _ = try await shop.write { (intake) throws(IntakeError) in
            try intake.event(order("1", of: "ann@example.com", at: 1_740_000_000, value: 10))
        }
        _ = try shop.journal.backup(to: backup, at: clock.now)
        shop.close()
        try Data("SQLite format 3\0 and no more".utf8).write(to: URL(fileURLWithPath: folder.data + "/perennial.db"))
        let undone = try restore()
        #expect(undone.unreadable.count == 1 && undone.isEmpty)
        let other = try TemporaryFolder()
        try Shop.open(folder: other.data, keepsModels: false).close()
        _ = try Journal.restore(from: backup, to: other.data, at: clock.now)
        #expect(try UndoneByRestore(folder: other.data).foreign.count == 1)
    }
}
