import Facts
import Foundation
import JSON
import Journal
import Population
import Testing

@testable import Shop

@Suite("A person who is erased leaves nothing", .serialized)
struct ForgettingTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")
    /// Texts of which nothing may be left.
    private let telling = ["ann.novak@example.com", "+48601234567", "customer-774411", "Annabella", "Secret Street", "blue-teapot-991"]

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private var ann: Identities {
        var ann = identities("Ann.Novak@example.com")
        ann[.phone] = "+48601234567"
        ann[.externalID] = "customer-774411"
        return ann
    }

    /// Which of the texts stand in any file of the folder, in upper or lower case.
    private func found() throws -> [String] {
        var found: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.data) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.data + "/" + name))
            let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
            for telling in telling where text.contains(telling.lowercased()) { found.insert(telling) }
        }
        return found.sorted()
    }

    /// A shop that knows somebody well, and others.
    private func fill(_ shop: Shop) throws -> ProfileNumber {
        let ann = ann
        let other = order("1", of: "bob@example.com", at: 1_740_000_000, value: 10)
        var first = order("2", of: "x", at: 1_741_000_000, value: 20)
        first.identities = ann
        first.properties = Array(#"{"OrderId":"2","Item":"blue-teapot-991","Street":"Secret Street 5"}"#.utf8)
        let told = [other, first]
        return try shop.writeAndWait { (intake) throws(IntakeError) -> ProfileNumber in
            // Known by her phone first.
            var phone = Identities()
            phone[.phone] = ann[.phone]
            let early = try intake.create(phone, change: Array(#"{"first_name":"Annabella"}"#.utf8))
            for event in told { _ = try intake.event(event) }
            guard let profile = intake.canonical(early) else { throw .notFound("Ann") }
            let proof = Array(#"{"method":"FORM","ip":"Secret Street"}"#.utf8)
            intake.consent(ConsentFact(profile: profile, channel: .email, change: .subscribed, seconds: 1_741_000_000, proof: proof[...]))
            try intake.change(profile, Array(#"{"properties":{"street":"Secret Street 5"}}"#.utf8))
            intake.write(
                .refusal(
                    RefusedFact(
                        at: intake.now, door: "api", code: "invalid", detail: "Not an order of Ann.Novak@Example.com.",
                        original: Array(#"{"email":"ANN.NOVAK@example.com","name":"Annabella"}"#.utf8))))
            let job = JobRow(number: 77, kind: "old", status: .complete, who: "test", createdAt: intake.now, totalCount: 1)
            intake.write(.job(job))
            intake.write(.jobPayload(job: 77, bytes: Array("[\"ann.novak@example.com\",\"Annabella\"]".utf8)))
            let refused = Array("{\"phone\":\"+48601234567\",\"name\":\"Annabella\"}".utf8)
            intake.write(
                .jobErrors(job: 77, [JobError(row: 0, code: "invalid", title: "No", detail: "", pointer: "", refused: refused)]))
            intake.write(
                .definition(
                    DefinitionChange(
                        kind: "segment", number: 1, body: #"{"email":"ann.novak@example.com"}"#, at: intake.now, who: "test")))
            let record = PredictionRecord(
                profile: profile, model: 1, historicNumberOfOrders: 1, historicCLV: 2_000, forecast: nil, rfm: (1, 2, 3), classes: (0, 1))
            intake.write(.predictions(ShopDay(daysSince1970: 20_000), [record]))
            return profile
        }
    }

    private func erase(_ profile: ProfileNumber, _ shop: Shop) async throws -> ErasureReceipt {
        try shop.jobs.start(shop)
        let job = try await shop.erase(profile, by: "test")
        let ended = try await shop.jobs.end(of: job.number, shop)
        #expect(ended.status == .complete)
        return try #require(ErasureReceipt(json: ended.detail))
    }

    @Test("No byte of the folder says anything of somebody who was erased, and the receipt names the backups that do")
    func leavesNothing() async throws {
        let shop = try open()
        let profile = try fill(shop)
        #expect(try found() == telling.sorted())
        let backup = folder.path + "/backup.db"
        _ = try shop.journal.backup(to: backup, at: clock.now)
        while try shop.journal.compact() {}
        let receipt = try await erase(profile, shop)
        #expect(receipt.backups.map(\.path) == [backup])
        #expect(receipt.remains == 0)
        #expect(receipt.blankedFacts >= 5)
        #expect(receipt.redactedPlaces >= 4)
        #expect(try found() == [])
        #expect(try shop.journal.predictionHistory(profile).isEmpty)
        #expect(shop.definitions[.segment, 1]?.body == #"{"email":"[erased]"}"#)
        let id = shop.ids.id(.profile, UInt64(profile.row))
        #expect(try shop.journal.audit(objectKind: "profile", objectID: id).map(\.entry.action) == ["profile.erase"])
        let digest = shop.read { $0.digest }
        shop.close()
        #expect(try found() == [])
        let again = try open()
        #expect(again.read { $0.digest } == digest)
        #expect(try again.journal.check().findings == [])
        #expect(try again.verifyDerived().isSound)
        again.close()
    }

    @Test("What was told of somebody before the erasure has no effect when it is told again, by whatever path; what is new has")
    func toldAgain() async throws {
        let shop = try open()
        let profile = try fill(shop)
        let numbers = shop.read { $0.orders(of: $0.profile(.email, "bob@example.com") ?? profile).orders }
        let tombstone = profile
        _ = try await erase(profile, shop)
        var same = order("2", of: "x", at: 1_741_000_000, value: 20)
        same.identities = ann
        var byPhone = order("2", of: "x", at: 1_741_000_000, value: 20)
        byPhone.identities = Identities()
        byPhone.identities[.phone] = ann[.phone]
        // The same order by another path: with another unique id, at another second.
        var otherPath = order("2", of: "ann.novak@example.com", at: 1_741_000_777, value: 20)
        otherPath.uniqueID = "webhook-2"
        for shopNow in [shop, nil] {
            let shop = try shopNow ?? open()
            let count = shop.read { $0.profileCount }
            for event in [same, byPhone, otherPath] {
                let outcome = try await shop.write { (intake) throws(IntakeError) in try intake.event(event) }
                #expect(outcome == .known(profile: tombstone))
            }
            #expect(shop.read { $0.profileCount } == count)
            #expect(shop.read { $0.profile(.email, "ann.novak@example.com") } == nil)
            shop.close()
        }
        let again = try open()
        let new = order("3", of: "ann.novak@example.com", at: 1_742_000_000, value: 30)
        guard case .recorded(_, let back) = try await again.write({ (intake) throws(IntakeError) in try intake.event(new) }) else {
            Issue.record("a new order was taken for an old one")
            return
        }
        #expect(back != tombstone)
        // Somebody else tells the old order: it is known, and counts for nobody.
        let others = order("2", of: "carol@example.com", at: 1_741_000_000, value: 20)
        guard case .recorded(_, let carol) = try await again.write({ (intake) throws(IntakeError) in try intake.event(others) }) else {
            Issue.record("the order of another was not recorded")
            return
        }
        #expect(again.read { $0.orders(of: carol).profiles }.isEmpty)
        #expect(again.read { $0.orders(of: $0.profile(.email, "bob@example.com") ?? back).orders.count } == numbers.count)
        again.close()
    }

    @Test("Numbers that waited to be kept when somebody was erased are not kept")
    func waitingNumbers() async throws {
        let shop = try open()
        let profile = try fill(shop)
        let bob = try #require(shop.findPerson("bob@example.com"))
        _ = try await erase(profile, shop)
        let score = try #require(shop.read { $0.scores[bob] })
        for profile in [profile, bob] { shop.models.notes.note(score, of: profile, model: nil) }
        shop.models.writeNotes(shop)
        #expect(try shop.journal.predictionHistory(profile).isEmpty)
        #expect(try shop.journal.predictionHistory(bob).count == 1)
        shop.close()
    }

    @Test("An erasure that was cut off before the journal was blanked is finished when the shop is opened anew")
    func cutOff() async throws {
        let shop = try open()
        let profile = try fill(shop)
        // The job runner is never started: the job waits, as it does after a crash.
        _ = try await shop.erase(profile, by: "test")
        try shop.writeAndWait { (intake) throws(IntakeError) in intake.erase(profile) }
        #expect(try !found().isEmpty)
        shop.close()
        let again = try open()
        try again.jobs.start(again)
        let job = try #require(try again.journal.jobs(kind: "erasure").first)
        _ = try await again.jobs.end(of: job.number, again)
        #expect(try found() == [])
        again.close()
    }
}
