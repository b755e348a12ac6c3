import BuyTillYouDie
import CustomerValue
import Facts
import Foundation
import Journal
import Population
import Segments
import Synchronization
import Testing

@testable import Shop

@Suite("RFM settings of a shop", .serialized)
struct RFMSettingsTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    /// Scores everybody, borders included.
    private func scoreAll(_ shop: Shop) async throws {
        shop.models.requestScoring()
        try await shop.settle()
    }

    private func take(_ settings: RFMSettings, _ shop: Shop) async throws -> RFMPreview {
        let preview = try await shop.use(settings, by: "Ada")
        try await shop.settle()
        return preview
    }

    private func fill(_ shop: Shop, customers: Int, seed: UInt64) async throws {
        let orders = randomOrders(customers: customers, seed: seed, until: clock.now.secondsSince1970 - 86_400)
        try await shop.write { (intake) throws(IntakeError) in
            for one in orders { _ = try intake.event(order(one.id, of: one.email, at: one.seconds, value: one.value)) }
        }
        try await scoreAll(shop)
    }

    private func groups(_ shop: Shop) -> [RFMGroup?] {
        shop.read { population in (0..<population.profileCount).map { population.rfmGroup(ProfileNumber(UInt32($0))) } }
    }

    /// The groups by a plain counting of all orders.
    private func counted(_ shop: Shop, by settings: RFMSettings) throws -> [RFMGroup?] {
        let orders = shop.models.collect(shop)
        let summaries = try CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: shop.summaryOptions)
        let scores = RFMScores(summaries, settings: settings)
        var groups = [RFMGroup?](repeating: nil, count: shop.read { $0.profileCount })
        for row in 0..<summaries.count { groups[orders.profiles[row].index] = scores.group(row) }
        return groups
    }

    private func randomSettings(_ random: inout SeededGenerator) -> RFMSettings {
        let levels: RFMLevels = Bool.random(using: &random) ? .three : .five
        func numbers(_ range: ClosedRange<Int>) -> [Int] {
            var some: Set<Int> = []
            while some.count < levels.borders { some.insert(Int.random(in: range, using: &random)) }
            return some.sorted(by: >)
        }
        var settings = RFMSettings(levels: levels)
        for dimension in RFMDimension.allCases {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: settings[dimension] = .percentiles(numbers(1...100))
            case 1: settings[dimension] = .equalParts
            default:
                switch dimension {
                case .recency: settings.recency = .values(numbers(0...600).reversed())
                case .frequency: settings.frequency = .values(numbers(0...12))
                case .monetary: settings.monetary = .values(numbers(0...900))
                }
            }
        }
        let names = RFMGroup.allCases
        settings.map = RFMGroupMap(levels: levels) { _, _, _ in names[Int.random(in: 0..<names.count, using: &random)] }
        return settings
    }

    @Test("What a preview says is what saving does; each change is told once, with its cause", arguments: UInt64(1)...8)
    func preview(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let shop = try open()
        try await fill(shop, customers: 70, seed: seed)
        for _ in 0..<3 {
            let settings = randomSettings(&random)
            #expect(settings.faults.isEmpty)
            let before = groups(shop)
            let told = shop.read { $0.rfmChangeCount() }
            let asked = shop.preview(settings)
            #expect(groups(shop) == before && shop.settings.rfm != settings)
            let saved = try await take(settings, shop)
            #expect(saved.movement == asked.movement && saved.borders == asked.borders && saved.warnings == asked.warnings)
            let after = groups(shop)
            #expect(try counted(shop, by: settings) == after)
            #expect(shop.models.rfm == RFMScoring(settings: settings, borders: asked.borders))
            var movement: [[RFMGroup?]: Int] = [:]
            for (was, now) in zip(before, after) where was != nil || now != nil { movement[[was, now], default: 0] += 1 }
            for start in asked.movement.sides {
                for end in asked.movement.sides {
                    #expect(asked.movement.count(from: start, to: end) == movement[[start, end], default: 0])
                }
            }
            let moved = before.indices.filter { before[$0] != after[$0] }
            #expect(shop.read { $0.rfmChangeCount() } == told + moved.count)
            for row in moved {
                let change = try #require(shop.read { $0.rfmChanges(of: ProfileNumber(UInt32(row))) }.last)
                #expect(change.cause == .settings && change.at == clock.now && change.current?.group == after[row])
            }
            // Profiles and figures say the same.
            let scored = shop.read { population in
                (0..<population.profileCount).map { population.scores[ProfileNumber(UInt32($0))]?.rfm?.group }
            }
            #expect(scored == after)
            for (group, figures) in shop.reportByRFMGroup().groups { #expect(figures.members == after.filter { $0 == group }.count) }
        }
        let (digest, known, used) = (shop.read { $0.digest }, groups(shop), shop.models.rfm)
        shop.close()
        let again = try open()
        try await again.settle()
        #expect(again.read { $0.digest } == digest && groups(again) == known && again.models.rfm == used)
        #expect(try again.verifyDerived().isSound)
        again.close()
    }

    @Test("A past day is asked by the settings of then")
    func past() async throws {
        let shop = try open()
        try await fill(shop, customers: 80, seed: 3)
        let first = groups(shop)
        clock.advance(seconds: 10 * 86_400)
        try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("N1", of: "new@example.com", at: clock.now.secondsSince1970 - 60, value: 20))
        }
        try await scoreAll(shop)
        let settings = RFMSettings(
            recency: .values([30, 60]), frequency: .values([4, 2]), monetary: .percentiles([80, 50]), map: .corrected)
        let saved = try await take(settings, shop)
        #expect(saved.movement.moved > 0)
        let last = groups(shop)
        shop.close()
        let then = try Shop.openAsKnown(on: try #require(ShopDay("2025-07-02")), folder: folder.data)
        #expect(then.settings.rfm == .standard && groups(then).count == first.count)
        let known = groups(then)
        #expect(try counted(then, by: .standard) == known)
        then.close()
        let now = try Shop.openAsKnown(on: try #require(ShopDay("2025-07-10")), folder: folder.data)
        #expect(now.settings.rfm == settings && groups(now) == last)
        now.close()
        #expect(known != Array(last.prefix(known.count)))
    }

    @Test("A shop that closes before everybody is in a new group goes on when it opens, and says why groups changed")
    func cutOff() async throws {
        let shop = try open()
        try await fill(shop, customers: 80, seed: 5)
        let before = groups(shop)
        let preview = try await shop.use(RFMSettings(levels: .five), by: "Ada")
        shop.close()
        let again = try open()
        try await again.settle()
        let after = groups(again)
        let moved = before.indices.filter { before[$0] != after[$0] }
        #expect(moved.count == preview.movement.moved && !moved.isEmpty)
        for row in moved { #expect(again.read { $0.rfmChanges(of: ProfileNumber(UInt32(row))) }.last?.cause == .settings) }
        await again.settingsAreInUse()
        #expect(again.models.state.withLock { $0.keptBorders?.before } == nil)
        again.close()
    }

    @Test("The same settings again change nothing, and who chose others when is kept")
    func history() async throws {
        let shop = try open()
        try await fill(shop, customers: 40, seed: 6)
        #expect(try shop.lastChangeOfRFMSettings() == nil)
        let same = try await take(.standard, shop)
        #expect(same.movement.moved == 0)
        #expect(try shop.journal.settingHistory(KeptBorders.settingKey).isEmpty)
        _ = try await take(RFMSettings(frequency: .values([3, 2])), shop)
        let change = try #require(try shop.lastChangeOfRFMSettings())
        #expect(change.who == "Ada" && change.at == clock.now)
        let changes = try shop.journal.settingHistory(ShopSettings.settingKey).count
        clock.advance(seconds: 60)
        _ = try await take(RFMSettings(frequency: .values([3, 2])), shop)
        #expect(try shop.journal.settingHistory(ShopSettings.settingKey).count == changes)
        var renamed = shop.settings
        renamed.name = "Candles"
        let settings = renamed
        try await shop.write { (intake) throws(IntakeError) in intake.write(settings.written(by: "Bob", at: intake.now)) }
        let later = try #require(try shop.lastChangeOfRFMSettings())
        #expect(later.who == "Ada" && later.at == change.at)
        shop.close()
    }

    @Test(
        "With a model borders hold from the change to the next fit, over a restart too; the standard settings have the model's after a fit")
    func model() async throws {
        let shop = try open()
        try await shop.write { (intake) throws(IntakeError) in
            var settings = shop.settings
            settings.minimumCustomers = 100
            intake.write(settings.written(by: "test", at: intake.now))
        }
        try await fill(shop, customers: 400, seed: 8)
        func fit(_ shop: Shop) async throws {
            let outcome = await withCheckedContinuation { continuation in
                shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
            }
            guard case .fitted(_, isInUse: true) = outcome else {
                Issue.record("not fitted: \(outcome)")
                return
            }
            try await shop.settle()
        }
        try await fit(shop)
        let model = try #require(shop.models.standing.model)
        #expect(shop.models.rfm == RFMScoring(settings: .standard, borders: model.rfmBorders))
        let settings = RFMSettings(recency: .percentiles([70, 20]), monetary: .percentiles([90, 10]))
        let saved = try await take(settings, shop)
        #expect(shop.models.rfm.borders == saved.borders)
        // Orders that would move borders, were they settled now.
        try await shop.write { (intake) throws(IntakeError) in
            for row in 0..<40 {
                _ = try intake.event(
                    order("X\(row)", of: "c\(row)@example.com", at: clock.now.secondsSince1970 - 3_600, value: 5_000))
            }
        }
        try await scoreAll(shop)
        #expect(shop.models.rfm.borders == saved.borders)
        #expect(RFMBorders(settings, over: shop.rfmColumns, currency: shop.settings.currency ?? .none) != saved.borders)
        let (digest, known) = (shop.read { $0.digest }, groups(shop))
        shop.close()
        let again = try open()
        try await again.settle()
        #expect(again.models.rfm.borders == saved.borders && groups(again) == known && again.read { $0.digest } == digest)
        try await fit(again)
        let fitted = try #require(again.models.rfm.borders)
        #expect(fitted == RFMBorders(settings, over: again.rfmColumns, currency: again.settings.currency ?? .none))
        again.close()
        let third = try open()
        try await third.settle()
        #expect(third.models.rfm == RFMScoring(settings: settings, borders: fitted))
        let back = try await take(.standard, third)
        #expect(third.models.rfm == RFMScoring(settings: .standard, borders: back.borders))
        try await fit(third)
        #expect(third.models.rfm.borders == third.models.standing.model?.rfmBorders)
        third.close()
    }
}
