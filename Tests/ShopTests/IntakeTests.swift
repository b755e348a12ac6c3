import CustomerValue
import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("What shares a commit", .serialized)
struct IntakeTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func known(_ outcome: EventOutcome) -> Bool {
        if case .known = outcome { true } else { false }
    }

    @Test("An event of somebody who is then joined with another is known for the other, through any number of joins")
    func joinedAuthors() throws {
        let shop = try open()
        let told = order("1", of: "a@example.com", at: 1_740_000_000, value: 5)
        var again = told
        again.identities = identities("c@example.com")
        let later = again
        try shop.writeAndWait { (intake) throws(IntakeError) in
            _ = try intake.event(told)
            let a = intake.find(identities("a@example.com"))[0]
            let b = try intake.create(identities("b@example.com"), change: [])
            let c = try intake.create(identities("c@example.com"), change: [])
            intake.merge(a, into: b)
            intake.merge(b, into: c)
            let outcome = try intake.event(later)
            #expect(known(outcome))
        }
        #expect(shop.read { $0.eventCount } == 1)
        shop.close()
    }

    @Test("Joining with numbers that were joined before goes round in no circle")
    func circle() throws {
        let shop = try open()
        try shop.writeAndWait { (intake) throws(IntakeError) in
            let a = try intake.create(identities("a@example.com"), change: [])
            let b = try intake.create(identities("b@example.com"), change: [])
            intake.merge(a, into: b)
            intake.merge(b, into: a)
            intake.merge(a, into: b)
            #expect(intake.canonical(a) == b)
            #expect(intake.canonical(b) == b)
        }
        #expect(shop.read { $0.liveProfileCount } == 1)
        shop.close()
    }

    @Test("An address that was given up is free at once, and another may have it in the same commit")
    func givenUp() throws {
        let shop = try open()
        let (first, second) = try shop.writeAndWait { (intake) throws(IntakeError) -> (ProfileNumber, ProfileNumber) in
            let first = try intake.create(identities("old@example.com"), change: [])
            try intake.change(first, [], identities: identities("new@example.com"))
            #expect(intake.owner(.email, "old@example.com") == nil)
            let second = try intake.create(identities("old@example.com"), change: [])
            try intake.change(second, [], cleared: [.email])
            try intake.change(first, [], identities: identities("old@example.com"))
            return (first, second)
        }
        #expect(shop.read { $0.identity(.email, of: first) } == "old@example.com")
        #expect(shop.read { $0.identity(.email, of: second) } == nil)
        #expect(shop.read { $0.profile(.email, "new@example.com") } == nil)
        shop.close()
    }

    @Test("Whoever is erased and comes back in the same commit is somebody new, who knows nothing of before")
    func comesBack() throws {
        let shop = try open()
        let told = order("1", of: "a@example.com", at: 1_740_000_000, value: 5)
        let new = order("2", of: "a@example.com", at: 1_741_000_000, value: 6)
        let profile = try shop.writeAndWait { (intake) throws(IntakeError) -> ProfileNumber in
            _ = try intake.event(told)
            intake.erase(intake.find(identities("a@example.com"))[0])
            let again = try intake.event(told)
            #expect(known(again))
            guard case .recorded(_, let profile) = try intake.event(new) else { throw .conflict("known") }
            return profile
        }
        #expect(profile == ProfileNumber(1))
        #expect(shop.read { $0.standing(ProfileNumber(0)) } == .erased)
        #expect(shop.read { $0.eventCount } == 1)
        shop.close()
    }

    @Test("What fails after a join takes the join back, and with it who was known by what")
    func takenBack() throws {
        let shop = try open()
        try shop.writeAndWait { (intake) throws(IntakeError) in
            let a = try intake.create(identities("a@example.com"), change: [])
            let b = try intake.create(identities("b@example.com"), change: [])
            do throws(IntakeError) {
                try intake.nested { (intake) throws(IntakeError) in
                    intake.merge(a, into: b)
                    try intake.change(b, [], cleared: [.email])
                    intake.erase(b)
                    throw .conflict("no")
                }
            } catch {}
            #expect(intake.owner(.email, "a@example.com") == a)
            #expect(intake.owner(.email, "b@example.com") == b)
            intake.merge(b, into: a)
        }
        #expect(shop.read { $0.allIdentities(.email, of: ProfileNumber(0)) } == ["a@example.com", "b@example.com"])
        shop.close()
    }

    @Test("A marketplace's address that is not shown masks nobody")
    func masks() throws {
        let shop = try open()
        let profile = try shop.writeAndWait { (intake) throws(IntakeError) -> ProfileNumber in
            let masked = try intake.create(identities("x1@marketplace.amazon.fr"), change: [])
            let real = try intake.create(identities("ann@example.com"), change: [])
            intake.merge(masked, into: real)
            return real
        }
        #expect(!shop.read { $0.isMasked(profile) })
        shop.close()
    }

    @Test("Whoever gave back of another's order and is erased leaves that other's numbers right at once")
    func othersRefund() throws {
        let shop = try open()
        let told = [
            order("1", of: "a@example.com", at: 1_740_000_000, value: 50),
            order("1", of: "b@example.com", at: 1_740_100_000, value: 20, metric: "Refunded Order"),
        ]
        try shop.writeAndWait { (intake) throws(IntakeError) in for event in told { _ = try intake.event(event) } }
        func spent() throws -> Int64? {
            try shop.writeAndWait { (_) throws(IntakeError) in }
            return shop.read { $0.scores[ProfileNumber(0)]?.historicMinorUnits }
        }
        #expect(try spent() == 3_000)
        try shop.writeAndWait { (intake) throws(IntakeError) in intake.erase(ProfileNumber(1)) }
        #expect(try spent() == 5_000)
        shop.close()
    }

    @Test("Whoever objects keeps what was counted and loses what was compared and predicted, also when all are scored")
    func objectors() throws {
        let shop = try open()
        let orders = randomOrders(customers: 40, seed: 3, until: clock.now.secondsSince1970)
        try shop.writeAndWait { (intake) throws(IntakeError) in
            for made in orders { _ = try intake.event(order(made.id, of: made.email, at: made.seconds, value: made.value)) }
        }
        shop.models.scoreAll(shop)
        let before = try #require(shop.read { $0.scores[ProfileNumber(0)] })
        #expect(before.rfm != nil)
        try shop.writeAndWait { (intake) throws(IntakeError) in intake.profiling(ProfileNumber(0), isObjected: true) }
        shop.models.scoreAll(shop)
        let after = try #require(shop.read { $0.scores[ProfileNumber(0)] })
        #expect(after.rfm == nil && after.prediction == nil)
        #expect(after.historicMinorUnits == before.historicMinorUnits)
        shop.close()
    }

    @Test("When another metric means orders, whoever has none of it has no numbers any more")
    func otherMeaning() throws {
        let shop = try open()
        let told = [
            order("1", of: "a@example.com", at: 1_740_000_000, value: 50),
            order("2", of: "b@example.com", at: 1_740_000_000, value: 50, metric: "Booked"),
        ]
        try shop.writeAndWait { (intake) throws(IntakeError) in for event in told { _ = try intake.event(event) } }
        shop.models.scoreAll(shop)
        #expect(shop.read { $0.scores[ProfileNumber(0)] } != nil)
        try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
            let metric = try intake.metric("Booked").value
            let body = #"{"meaning":"revenue","metric":\#(metric)}"#
            intake.write(.definition(DefinitionChange(kind: "mapped-metric", number: 1, body: body, at: intake.now, who: "test")))
        }
        shop.models.scoreAll(shop)
        #expect(shop.read { $0.scores[ProfileNumber(0)] } == nil)
        #expect(shop.read { $0.scores[ProfileNumber(1)]?.numberOfOrders } == 1)
        shop.close()
    }

    @Test("A refund of nothing is told from a refund of all, whenever what it means was chosen")
    func nothingGivenBack() throws {
        let shop = try open()
        var nothing = order("1", of: "a@example.com", at: 1_740_100_000, value: 0, metric: "Given Back")
        let bought = order("1", of: "a@example.com", at: 1_740_000_000, value: 50)
        try shop.writeAndWait { [nothing] (intake) throws(IntakeError) in
            _ = try intake.event(bought)
            _ = try intake.event(nothing)
        }
        try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
            let metric = try intake.metric("Given Back").value
            let body = #"{"meaning":"refunded_sales","metric":\#(metric)}"#
            intake.write(.definition(DefinitionChange(kind: "mapped-metric", number: 1, body: body, at: intake.now, who: "test")))
        }
        func refund() -> Int64?? { shop.read { $0.orders(of: ProfileNumber(0)).refunds.map(\.minorUnits).first } }
        #expect(refund() == .some(.some(0)))
        nothing.value = nil
        nothing.uniqueID = "other"
        try shop.writeAndWait { [nothing] (intake) throws(IntakeError) in _ = try intake.event(nothing) }
        #expect(shop.read { $0.orders(of: ProfileNumber(0)).refunds.map(\.minorUnits) } == [0, nil])
        shop.close()
    }
}
