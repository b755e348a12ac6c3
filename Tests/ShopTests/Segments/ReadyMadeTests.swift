import Facts
import JSON
import Population
import Segments
import Testing

@testable import Shop

@Suite("Ready-made segments")
struct ReadyMadeTests {
    /// What a shop proposes that has everything.
    private var everything: SegmentProposals {
        var proposals = SegmentProposals()
        proposals.orders = .name("Placed Order")
        proposals.opens = .name("Opened Email")
        proposals.mainList = .name("Newsletter")
        proposals.hasPredictions = true
        proposals.hasSubscribers = true
        proposals.amounts = SegmentProposals.Amounts(
            order: 50, lowPredicted: 15, lowOrder: 40, premiumOrder: 80, vip: 500, usualDays: 40, likelyToSpend: 60, totalCLV: 200)
        return proposals
    }

    /// Whether a definition asks for predictions, for events of a name, for a list.
    private func asks(_ condition: Condition, _ meets: (Segments.Test) -> Bool) -> Bool {
        var found = false
        condition.forEachTest { found = found || meets($0) }
        return found
    }

    @Test("Each is a definition that reads as it is written", arguments: ReadyMadeSegment.allCases)
    func roundTrip(segment: ReadyMadeSegment) throws {
        let condition = try #require(segment.condition(everything))
        let document = try JSONDocument(condition.definitionJSON)
        #expect(try Condition(definition: document.root) == condition)
    }

    @Test("Each needs what its definition asks for, and is not offered without", arguments: ReadyMadeSegment.allCases)
    func needs(segment: ReadyMadeSegment) throws {
        let condition = try #require(segment.condition(everything))
        let asksForPredictions = asks(condition) { test in
            switch test {
            case .number(let dimension, _): dimension.isPredicted
            case .moment(let dimension, _): dimension.isPredicted
            case .word(let dimension, _): dimension.isPredicted
            case .top(let test): test.dimension.isPredicted
            case .overdue: true
            default: false
            }
        }
        let opens = asks(condition) { if case .metric(let test) = $0 { test.metric == .name("Opened Email") } else { false } }
        let list = asks(condition) { if case .membership = $0 { true } else { false } }
        #expect(segment.needs.contains(.predictions) == asksForPredictions)
        #expect(segment.needs.contains(.emailOpens) == opens)
        #expect(segment.needs.contains(.list) == list)
        #expect(segment.needs.contains(.orders) || segment == .engagedSubscribers)
        for need in segment.needs {
            var lacking = everything
            switch need {
            case .orders: lacking.amounts = nil
            case .predictions: lacking.hasPredictions = false
            case .list: lacking.mainList = nil
            case .emailOpens: lacking.opens = nil
            }
            #expect(lacking.missing(for: segment).contains(need) && segment.condition(lacking) == nil)
        }
    }

    @Test("The three bands of order values share nobody and leave nobody out")
    func bands() throws {
        func filter(_ segment: ReadyMadeSegment) throws -> NumberFilter {
            var filters: [NumberFilter] = []
            try #require(segment.condition(everything)).forEachTest {
                if case .number(.averageOrderValue, let filter) = $0 { filters.append(filter) }
            }
            return try #require(filters.first)
        }
        let bands = [try filter(.lowOrders), try filter(.standardOrders), try filter(.premiumOrders)]
        for value in [0.01, 39.99, 40, 40.01, 79.99, 80, 80.01, 1e6] {
            #expect(bands.count { $0.holds(value) } == 1, "\(value)")
        }
        #expect(bands[1].holds(40) && bands[1].holds(80))
    }

    @Test("What is proposed comes from the shop's own orders and lists")
    func proposals() async throws {
        let folder = try TemporaryFolder()
        let clock = SetClock("2025-06-30")
        let shop = try Shop.open(folder: folder.data, clock: { clock.now })
        defer { shop.close() }
        #expect(shop.segmentProposals.missing(for: .lowOrders) == [.orders])
        let noon = clock.now.secondsSince1970
        // A hundred customers of 1 to 100 euro an order, two orders each, ten days apart.
        try await shop.write { (intake) throws(IntakeError) in
            for customer in 1...100 {
                for place in 0..<2 {
                    let day = noon - Int64(30 - 10 * place) * 86_400
                    _ = try intake.event(order("\(customer)-\(place)", of: "c\(customer)@example.com", at: day, value: Double(customer)))
                }
            }
        }
        shop.models.scoreAll(shop)
        let amounts = try #require(shop.segmentProposals.amounts)
        #expect((amounts.lowOrder, amounts.premiumOrder) == (40, 80))
        // Fifty and a half, to the nearest round amount; a third of it.
        #expect((amounts.order, amounts.lowPredicted) == (50, 15))
        #expect(amounts.usualDays == 10)
        #expect(amounts.vip == 200)
        #expect(amounts.likelyToSpend == nil && shop.segmentProposals.missing(for: .likelyToSpend) == [.predictions])
        let low = try #require(ReadyMadeSegment.lowOrders.condition(shop.segmentProposals))
        let standard = try #require(ReadyMadeSegment.standardOrders.condition(shop.segmentProposals))
        let premium = try #require(ReadyMadeSegment.premiumOrders.condition(shop.segmentProposals))
        #expect([shop.count(low), shop.count(standard), shop.count(premium)] == [39, 41, 20])
    }
}
