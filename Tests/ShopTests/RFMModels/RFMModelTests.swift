import CustomerValue
import Eventually
import Facts
import Foundation
import JSON
import Journal
import Population
import Segments
import Synchronization
import Testing

@testable import Shop

@Suite("Several RFM models", .serialized)
struct RFMModelTests {
    let place: RFMModelShop

    init() throws { place = try RFMModelShop() }

    private func fill(_ shop: Shop, customers: Int = 40) async throws {
        let now = place.clock.now.secondsSince1970
        let orders = randomOrders(customers: customers, seed: 7, until: now - 86_400)
        try await shop.write { (intake) throws(IntakeError) in
            for one in orders { _ = try intake.event(order(one.id, of: one.email, at: one.seconds, value: one.value)) }
            for visit in 0..<60 {
                let at = now - Int64(visit % 30) * 10 * 86_400 - 3_600
                _ = try intake.event(order("v\(visit)", of: "f\(visit % 12)@example.com", at: at, value: 5, metric: "Visited Fair"))
            }
        }
        try await shop.settleAll()
    }

    private func fairs(_ shop: Shop, _ settings: RFMSettings = RFMSettings(frequency: .values([4, 2]), monetary: .values([20, 10])))
        async throws -> RFMModelNumber
    {
        let metric = try #require(shop.read { $0.metric(named: "Visited Fair") })
        let model = try await shop.makeRFMModel(named: "Fairs", goingBy: .metric(metric), settings, by: "test").model.number
        try await shop.settle()
        return model
    }

    /// Columns of an export that name a model say what it says, whichever is shown.
    private func columns(_ shop: Shop, _ profile: ProfileNumber) throws {
        let names = ["rfm_group['Fairs']", "rfm_frequency['Fairs']", "rfm_group['Standard']", "previous_rfm_group['Fairs']"]
        let columns = try names.map { try #require(ExportColumn(named: $0)) }
        #expect(columns.map(\.spelling) == names && shop.missingRFMModel(of: columns) == nil)
        #expect(shop.missingRFMModel(of: [.rfm(.rfmGroup, model: "Fair")]) == "Fair")
        #expect(ExportColumn(named: "email['Fairs']") == nil && ExportColumn(named: "rfm_group['a']['b']") == nil)
        var only = ProfileSet(capacity: shop.read { $0.profileCount })
        only.set(profile, true)
        var bytes: [UInt8] = []
        _ = ProfileExport(shop, columns: columns, style: ExportStyle(.plain)).write(only) { bytes += $0 }
        let rows = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let fairs = try #require(shop.rfmModel(called: "Fairs")?.number)
        let (scores, standing) = shop.read { ($0.rfmScores(of: profile, by: fairs), $0.rfm(profile, by: fairs)) }
        let expected =
            "\(scores?.group.rawValue ?? ""),\(scores.map { "\($0.frequency)" } ?? ""),,\(standing?.previous?.rawValue ?? "Unknown")"
        #expect(rows.last.map(String.init) == expected)
    }

    @Test("Making another model the default changes what names, segments, exports and reports show, at once, and no history")
    func shown() async throws {
        let shop = try place.open()
        try await fill(shop)
        let model = try await fairs(shop)
        func condition(_ group: String, _ more: String = "") -> String {
            #"{"type":"profile-predictive-analytics","dimension":"rfm_group"\#(more),"filter":{"type":"string","operator":"equals","value":"\#(group)"}}"#
        }
        let shown = try await shop.define(segment: "Shown", condition("Champions"))
        let named = try await shop.define(segment: "Named", condition("Champions", #","model":"Fairs""#))
        let score = try await shop.define(
            segment: "Score",
            #"{"type":"profile-predictive-analytics","dimension":"rfm_frequency","filter":{"type":"numeric","operator":"equals","value":3}}"#
        )
        func members(_ segment: SegmentNumber) -> Set<Int> {
            shop.read { population in
                Set((0..<population.profileCount).filter { population.isMember(ProfileNumber(UInt32($0)), of: segment) })
            }
        }
        func champions(_ model: RFMModelNumber) -> Set<Int> {
            Set(shop.groups(by: model).enumerated().filter { $0.element == .champions }.map(\.offset))
        }
        #expect(!champions(model).isEmpty && champions(model).isDisjoint(with: champions(.standard)))
        try await eventually { members(shown) == champions(.standard) && members(named) == champions(model) }
        let changes = shop.read { ($0.rfmChangeCount(by: .standard), $0.rfmChangeCount(by: model)) }
        let ann = try #require(shop.findPerson("f0@example.com"))
        #expect(shop.read { $0.shownProperty("Current RFM group", of: ann) }.isEmpty)
        try await shop.changeRFMModel(model, isShown: true, by: "test")
        let group = try #require(shop.read { $0.rfmGroup(ann, by: model) })
        #expect(shop.read { String(decoding: $0.shownProperty("Current RFM group", of: ann), as: UTF8.self) } == "\"\(group.rawValue)\"")
        #expect(shop.rfmInUse().model.number == model && shop.rfmInUse().groups == shop.rfmInUse(by: shop.rfmModel(model)).groups)
        let report = try #require(shop.rfmReport(from: shop.today.advanced(byDays: -30), to: shop.today))
        #expect(report.report.movement.end == shop.rfmInUse().groups)
        var cells = CellWriter(ExportStyle(.plain))
        shop.read { ExportRow(ann, $0, shop.ids, joined: nil).write(.standard(.rfmGroup), to: &cells) }
        #expect(String(decoding: cells.bytes, as: UTF8.self).contains(group.rawValue))
        try columns(shop, ann)
        try await shop.settle()
        try await eventually { members(shown) == champions(model) && members(named) == champions(model) }
        let frequent = shop.read { population in
            Set((0..<population.profileCount).filter { population.rfmScores(of: ProfileNumber(UInt32($0)), by: model)?.frequency == 3 })
        }
        try await eventually { members(score) == frequent }
        #expect(shop.read { ($0.rfmChangeCount(by: .standard), $0.rfmChangeCount(by: model)) } == changes)
        // Figures of groups are those of the model that is shown, of those who have orders.
        #expect(shop.reportByRFMGroup().groups.reduce(0) { $0 + $1.figures.customers } == 0)
        shop.close()
        let again = try place.open()
        try await again.settle()
        #expect(again.shownRFMModel.number == model && again.read { $0.rfmGroup(ann) } == group)
        try await again.changeRFMModel(.standard, isShown: true, by: "test")
        #expect(again.read { $0.rfmGroup(ann) } == nil && again.rfmInUse().model.isStandard)
        again.close()
        // What the names showed on a day past is what they showed then.
        place.clock.advance(seconds: 3 * 86_400)
        let then = try Shop.openAsKnown(on: try #require(ShopDay("2025-07-01")), folder: place.folder.path + "/data")
        #expect(then.shownRFMModel.isStandard)
        then.close()
    }

    @Test(
        "Each event moves a group at once, with the cause; so do days, settings, another metric and another definition of a custom metric")
    func eachCause() async throws {
        let shop = try place.open()
        try await fill(shop)
        let custom = try await shop.make(
            "Big fairs",
            #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Visited Fair","metric_filters":[{"property":"$value","filter":{"type":"numeric","operator":"greater-than","value":50}}]}]}"#
        )
        let change = try await shop.makeRFMModel(
            named: "Big", goingBy: .custom(custom), RFMSettings(frequency: .values([4, 2]), monetary: .values([20, 10])), by: "test")
        let model = change.model.number
        try await shop.settle()
        // The metric has events, of which none counts yet.
        #expect(change.hasEvents && shop.groups(by: model).allSatisfy { $0 == nil })
        func visit(_ id: String, _ value: Double) async throws {
            try await shop.tell(
                order(id, of: "ann@example.com", at: place.clock.now.secondsSince1970 - 60, value: value, metric: "Visited Fair"))
            try await shop.settle()
        }
        try await visit("A1", 60)
        #expect(try causes("ann", shop, by: model) == [.order])
        #expect(try shop.changes("ann@example.com", by: .standard).isEmpty)
        try await visit("A2", 20)
        #expect(try shop.changes("ann@example.com", by: model).count == 1)
        place.clock.advance(seconds: 200 * 86_400)
        try await shop.settleAll()
        #expect(try causes("ann", shop, by: model) == [.order, .time])
        _ = try await shop.change(custom, #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Visited Fair"}]}"#)
        try await shop.settle()
        #expect(try causes("ann", shop, by: model) == [.order, .time, .settings])
        #expect(shop.groups(by: model).compactMap { $0 }.count == 13)
        try await shop.changeRFMModel(
            model, settings: RFMSettings(recency: .values([1_000, 2_000]), frequency: .values([2, 1])), by: "test")
        try await shop.settle()
        #expect(try causes("ann", shop, by: model) == [.order, .time, .settings, .settings])
        let before = shop.groups(by: model)
        try await shop.changeRFMModel(model, metric: .orders, by: "test")
        try await shop.settle()
        #expect(try shop.changes("ann@example.com", by: model).last?.cause == .settings)
        #expect(try shop.changes("ann@example.com", by: model).last?.current == nil && shop.groups(by: model) != before)
        #expect(try shop.verifyDerived().isSound)
        shop.close()
    }

    @Test("A shop that closes right after a model was made, or changed, goes on when it opens")
    func cutOff() async throws {
        let shop = try place.open()
        try await fill(shop)
        let metric = try #require(shop.read { $0.metric(named: "Visited Fair") })
        let settings = RFMSettings(frequency: .values([4, 2]), monetary: .values([20, 10]))
        let made = try await shop.makeRFMModel(named: "Fairs", goingBy: .metric(metric), settings, by: "test")
        shop.close()
        let again = try place.open()
        try await again.settle()
        let model = made.model.number
        #expect(again.groups(by: model).compactMap { $0 }.count == 12)
        #expect(again.read { $0.rfmChangeCount(by: model) } > 12)
        let before = again.groups(by: model)
        let change = try await again.changeRFMModel(model, settings: RFMSettings(frequency: .values([9, 8])), by: "test")
        again.close()
        let third = try place.open()
        try await third.settle()
        let after = third.groups(by: model)
        let moved = before.indices.filter { before[$0] != after[$0] }
        #expect(moved.count == change.effect.movement.moved && !moved.isEmpty)
        for row in moved { #expect(third.read { $0.rfmChanges(of: ProfileNumber(UInt32(row)), by: model) }.last?.cause == .settings) }
        #expect(third.models.state.withLock { $0.saved[model]?.kept?.before } == nil)
        third.close()
    }

    @Test("A model whose metric nobody ever met says so, and has groups with the first event")
    func noEvents() async throws {
        let shop = try place.open()
        try await fill(shop)
        let metric = try await shop.write { (intake) throws(IntakeError) in try intake.metric("Never Met") }
        let change = try await shop.makeRFMModel(named: "Empty", goingBy: .metric(metric), by: "test")
        try await shop.settle()
        #expect(!change.hasEvents && change.effect.warnings.contains(.nobodyToSettleOver(.frequency)))
        try await shop.tell(order("1", of: "ann@example.com", at: place.clock.now.secondsSince1970 - 60, value: 3, metric: "Never Met"))
        try await eventually { shop.groups(by: change.model.number).compactMap { $0 }.count == 1 }
        shop.close()
    }

    @Test("Names twice, too many, what is not there and what is used are refused, and nothing is half-changed")
    func refusals() async throws {
        let shop = try place.open()
        try await fill(shop)
        let model = try await fairs(shop)
        func refused(_ part: String, _ body: () async throws -> Void) async {
            do {
                try await body()
                Issue.record("not refused: \(part)")
            } catch {
                var said = "\(error)"
                if case .metric(let refusal, _)? = error as? IntakeError { said = refusal.detail }
                #expect(said.contains(part))
            }
        }
        let before = shop.rfmModels
        await refused("already") { _ = try await shop.makeRFMModel(named: "Fairs", by: "test") }
        await refused("already") { try await shop.changeRFMModel(.standard, name: "Fairs", by: "test") }
        await refused("letters") { _ = try await shop.makeRFMModel(named: " ", by: "test") }
        await refused("no such metric") { _ = try await shop.makeRFMModel(named: "A", goingBy: .metric(MetricNumber(999)), by: "test") }
        await refused("no such custom") { _ = try await shop.makeRFMModel(named: "A", goingBy: .custom(CustomMetricNumber(9)), by: "test") }
        await refused("goes by orders") { try await shop.changeRFMModel(.standard, metric: .metric(MetricNumber(1)), by: "test") }
        await refused("always there") { try await shop.deleteRFMModel(.standard, by: "test") }
        await refused("default") { try await shop.changeRFMModel(.standard, isShown: false, by: "test") }
        let condition =
            #"{"type":"profile-predictive-analytics","dimension":"rfm_group","model":"Fairs","filter":{"type":"string","operator":"equals","value":"Loyal"}}"#
        let segment = try await shop.define(segment: "Fair goers", condition)
        await refused("Fair goers") { try await shop.deleteRFMModel(model, by: "test") }
        let custom = try await shop.make("Fair", #"{"aggregation_method":"count","metric_groups":[{"metric_name":"Visited Fair"}]}"#)
        #expect(shop.rfmModels == before)
        try await shop.changeRFMModel(model, metric: .custom(custom), by: "test")
        await refused("the RFM model") { try await shop.deleteCustomMetric(custom, by: "test") }
        try await shop.changeRFMModel(model, name: "Visits", isShown: true, by: "test")
        await refused("default") { try await shop.deleteRFMModel(model, by: "test") }
        try await shop.changeRFMModel(.standard, isShown: true, by: "test")
        try await shop.write { (intake) throws(IntakeError) in
            intake.define(.segment, UInt64(segment.value), nil, id: shop.ids.id(segment), by: "test")
        }
        for number in shop.rfmModels.count..<Shop.mostRFMModels { _ = try await shop.makeRFMModel(named: "M\(number)", by: "test") }
        await refused("the most") { _ = try await shop.makeRFMModel(named: "One more", by: "test") }
        try await shop.deleteRFMModel(model, by: "test")
        try await shop.settle()
        #expect(shop.rfmModel(model) == nil && shop.read { $0.rfmChangeCount(by: model) } == 0)
        // The number is never given to another.
        #expect(try await shop.makeRFMModel(named: "Fairs", by: "test").model.number != model)
        try await shop.settle()
        #expect(try shop.verifyDerived().isSound)
        shop.close()
    }
}
