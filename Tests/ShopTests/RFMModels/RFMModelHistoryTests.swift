import CustomerValue
import Facts
import Foundation
import Journal
import Population
import SeededDice
import Segments
import Testing

@testable import Shop

/// Visits of people, and their groups counted by hand.
private struct Visits {
    var told: [(person: Int, seconds: Int64, value: Double)] = []
    let settings: RFMSettings

    /// The group of a person at the end of a day, by all that is told by then.
    func group(_ person: Int, on day: ShopDay) -> RFMGroup? {
        let zone = ShopTimeZone.utc
        let own = told.filter { $0.person == person && zone.day(of: Instant(secondsSince1970: $0.seconds)) <= day }
        guard let last = own.map(\.seconds).max() else { return nil }
        let silent = zone.day(of: Instant(secondsSince1970: last)).days(until: day)
        let cents = own.reduce(0) { $0 + Int(($1.value * 100).rounded()) }
        return settings.map.group(
            recency: score(settings.recency) { silent <= $0 }, frequency: score(settings.frequency) { own.count >= $0 },
            monetary: score(settings.monetary) { cents >= $0 * 100 })
    }

    private func score(_ scale: RFMScale, _ reaches: (Int) -> Bool) -> UInt8 {
        guard case .values(let borders) = scale else { return 0 }
        return UInt8(1 + borders.filter(reaches).count)
    }
}

@Suite("The history of an RFM model beside the standard one", .serialized)
struct RFMModelHistoryTests {
    private func visit(_ number: Int, _ person: Int, at seconds: Int64, value: Double) -> EventIntake {
        order("v\(number)", of: "c\(person)@example.com", at: seconds, value: value, metric: "Visited Fair")
    }

    @Test(
        "Day by day the groups are those of a plain counting; the standard model is what it would be alone; restarts change nothing",
        arguments: UInt64(1)...3)
    func history(seed: UInt64) async throws {
        let place = try RFMModelShop()
        var dice = Dice(seed: seed)
        var settings = RFMSettings(levels: dice.bool() ? .three : .five)
        let count = settings.levels.borders
        settings.recency = .values((1...count).map { $0 * dice.whole(15...20) + $0 })
        settings.frequency = .values((1...count).reversed().map { $0 * 2 - dice.whole(0...1) })
        settings.monetary = .values((1...count).reversed().map { $0 * dice.whole(29...30) })
        var visits = Visits(settings: settings)
        let (people, start) = (25, place.clock.now.secondsSince1970 - 300 * 86_400)
        for _ in 0..<140 {
            let at = start + Int64(dice.whole(0...299)) * 86_400 + Int64(dice.whole(0...80_000))
            visits.told.append((dice.whole(0...people - 1), at, dice.chance(20) ? 0 : Double(dice.whole(1...4_000)) / 100))
        }
        let orders = randomOrders(customers: people, seed: seed, until: place.clock.now.secondsSince1970 - 86_400)
        var (shop, alone) = (try place.open(), try place.open("alone"))
        for one in [shop, alone] {
            let events =
                orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }
                + visits.told.enumerated().map { visit($0, $1.person, at: $1.seconds, value: $1.value) }
            try await one.write { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
            try await one.settleAll()
        }
        let first = shop.today
        let metric = try #require(shop.read { $0.metric(named: "Visited Fair") })
        let model = try await shop.makeRFMModel(named: "Fairs", goingBy: .metric(metric), settings, by: "test").model.number
        try await shop.settle()
        try await alone.settle()
        // Days that go by, with visits and without.
        var seen: [(day: ShopDay, groups: [RFMGroup?])] = []
        for round in 0..<8 {
            if round > 0 { place.clock.advance(seconds: Int64(dice.whole(1...14)) * 86_400) }
            for _ in 0..<dice.whole(0...4) {
                let at = place.clock.now.secondsSince1970 - Int64(dice.whole(0...3_000))
                let one = (person: dice.whole(0...people - 1), seconds: at, value: Double(dice.whole(0...5_000)) / 100)
                let event = visit(visits.told.count, one.person, at: at, value: one.value)
                visits.told.append(one)
                for shop in [shop, alone] { try await shop.write { (intake) throws(IntakeError) in _ = try intake.event(event) } }
            }
            for one in [shop, alone] { try await one.settleAll() }
            if round % 4 == 3 {
                let digest = shop.read { $0.digest }
                shop.close()
                shop = try place.open()
                try await shop.settle()
                #expect(shop.read { $0.digest } == digest)
                #expect(try shop.verifyDerived().isSound)
            }
            let expected = (0..<people).map { visits.group($0, on: shop.today) }
            let persons = try (0..<people).map { try #require(shop.findPerson("c\($0)@example.com")) }
            #expect(persons.map { person in shop.read { $0.rfmGroup(person, by: model) } } == expected)
            #expect(persons.map { person in shop.read { $0.rfmScores(of: person, by: model)?.group } } == expected)
            #expect(shop.rfmInUse(by: shop.rfmModel(model)).groups.customers == expected.compactMap { $0 }.count)
            seen.append((shop.today, expected))
        }
        for person in 0..<people {
            let profile = try #require(shop.findPerson("c\(person)@example.com"))
            // Of the time before the model: what would have been told.
            for back in 1...300 {
                let day = first.advanced(byDays: -back)
                let known = visits.told.prefix(140).contains { $0.person == person } ? visits.group(person, on: day) : nil
                #expect(shop.rfm(of: profile, on: day, by: model).standing?.current == known, "\(person) on \(day)")
            }
            // Of every day since: what was known then.
            for (day, groups) in seen { #expect(shop.rfm(of: profile, on: day, by: model).standing?.current == groups[person]) }
            let causes = Set(shop.read { $0.rfmChanges(of: profile, by: model) }.map(\.cause))
            #expect(causes.isSubset(of: [.order, .time]))
            // The standard model goes its own way, to the last digit.
            #expect(shop.read { $0.rfmChanges(of: profile, by: .standard) } == alone.read { $0.rfmChanges(of: profile, by: .standard) })
            #expect(shop.read { $0.scores[profile] } == alone.read { $0.scores[profile] })
        }
        shop.close()
        alone.close()
    }

    @Test("A model that goes by orders, with borders that are settled, is the standard one where its settings are the same")
    func orders() async throws {
        let place = try RFMModelShop()
        let shop = try place.open()
        let orders = randomOrders(customers: 80, seed: 5, until: place.clock.now.secondsSince1970 - 86_400)
        try await shop.write { (intake) throws(IntakeError) in
            for one in orders { _ = try intake.event(order(one.id, of: one.email, at: one.seconds, value: one.value)) }
        }
        try await shop.settleAll()
        let model = try await shop.makeRFMModel(named: "Twin", by: "test").model.number
        try await shop.settle()
        #expect(shop.groups(by: model) == shop.groups(by: .standard) && shop.groups(by: model).compactMap { $0 }.count == 80)
        try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("N", of: "c3@example.com", at: place.clock.now.secondsSince1970 - 60, value: 900))
        }
        try await shop.settle()
        #expect(shop.groups(by: model) == shop.groups(by: .standard))
        let days = (shop.today.advanced(byDays: -200), shop.today)
        let twin = try #require(shop.rfmReport(from: days.0, to: days.1, by: shop.rfmModel(model)))
        let own = try #require(shop.rfmReport(from: days.0, to: days.1))
        #expect(twin.report.rows == own.report.rows && twin.report.movement == own.report.movement)
        // Other settings of the one say nothing of the other.
        let before = shop.groups(by: .standard)
        let change = try await shop.changeRFMModel(
            model, settings: RFMSettings(frequency: .values([6, 3]), monetary: .values([300, 90])), by: "test")
        try await shop.settle()
        #expect(change.effect.movement.moved > 0 && shop.groups(by: .standard) == before)
        let (moved, after) = (change.effect.then, shop.groups(by: model))
        for group in RFMGroup.allCases { #expect(after.filter { $0 == group }.count == moved[group]) }
        let causes = shop.read { population in
            (0..<population.profileCount).compactMap { population.rfmChanges(of: ProfileNumber(UInt32($0)), by: model).last }
                .filter { !$0.isReconstructed }.map(\.cause)
        }
        #expect(causes.filter { $0 == .settings }.count == change.effect.movement.moved)
        shop.close()
    }
}
