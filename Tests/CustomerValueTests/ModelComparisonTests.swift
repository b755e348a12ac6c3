import Facts
import Testing

@testable import CustomerValue

@Suite("What a refit changes")
struct ModelComparisonTests {
    @Test("A model beside itself changes nothing")
    func same() throws {
        let shop = try KeptShop.trees.get()
        let predictions = try #require(shop.analysis.predictions)
        let comparison = ModelComparison(before: predictions, after: predictions)
        #expect(comparison.before == comparison.after && comparison.movers.isEmpty)
        #expect(comparison.valueClassChanges.isEmpty && comparison.likelihoodClassChanges.isEmpty)
        #expect(comparison.relativeChanges.allSatisfy { $0.change == 0 } && comparison.relativeChanges.count == 5)
        #expect(comparison.before.minorUnits == shop.analysis.totals.predictedMinorUnits)
        #expect(comparison.before.orders == shop.analysis.totals.predictedOrders)
        #expect(comparison.before.meanChurnProbability == shop.analysis.totals.meanChurnProbability)
        #expect(comparison.customers == shop.analysis.totals.predicted)
    }

    @Test("Sums, classes, quantiles and movers are those that a count by hand gives")
    func byHand() throws {
        let shop = try KeptShop.trees.get()
        let before = try #require(shop.analysis.predictions)
        let after = try KeptShop.named.get().model.predictions(shop.analysis.summaries)
        let comparison = ModelComparison(before: before, after: after, mostMovers: 7)
        var moved: [(customer: Int, size: Int64)] = []
        var relative: [Double] = []
        var classes: [String: Int] = [:]
        var overdue = 0
        for customer in 0..<shop.analysis.summaries.count {
            guard let old = before[customer], let new = after[customer] else { continue }
            moved.append((customer, abs(new.clvMinorUnits - old.clvMinorUnits)))
            if old.clvMinorUnits > 0 { relative.append(Double(new.clvMinorUnits) / Double(old.clvMinorUnits) - 1) }
            if old.clvClass != new.clvClass { classes["\(old.clvClass) \(new.clvClass)", default: 0] += 1 }
            if new.isOverdue { overdue += 1 }
        }
        moved.sort { $0.size != $1.size ? $0.size > $1.size : $0.customer < $1.customer }
        #expect(comparison.movers.map(\.customer) == moved.prefix(7).map(\.customer))
        #expect(comparison.movers.map { abs($0.changeInMinorUnits) } == moved.prefix(7).map(\.size))
        relative.sort()
        #expect(comparison.relativeChanges.map(\.share) == ModelComparison.shares)
        #expect(comparison.relativeChanges[2].change == relative[(relative.count + 1) / 2 - 1])
        #expect(comparison.relativeChanges[0].change == relative[(relative.count + 19) / 20 - 1])
        let told = Dictionary(
            comparison.valueClassChanges.map { ("\($0.before) \($0.after)", $0.customers) }, uniquingKeysWith: { first, _ in first })
        #expect(told == classes && !classes.isEmpty)
        #expect(comparison.after.overdue == overdue)
        #expect(comparison == ModelComparison(before: before, after: after, mostMovers: 7))
    }

    @Test("Of many equal changes the smallest numbers are told, and never more than there are")
    func ties() throws {
        let shop = try KeptShop.tiny.get()
        let before = try #require(shop.analysis.predictions)
        var after = before
        for customer in after.clvMinorUnits.indices { after.clvMinorUnits[customer] += customer.isMultiple(of: 2) ? 5 : -5 }
        let all = ModelComparison(before: before, after: after, mostMovers: 100)
        #expect(all.movers.map(\.customer) == (0..<6).map { $0 })
        #expect(ModelComparison(before: before, after: after, mostMovers: 2).movers.map(\.customer) == [0, 1])
        #expect(ModelComparison(before: before, after: after, mostMovers: 0).movers.isEmpty)
        #expect(ModelComparison(before: before, after: after, mostMovers: -3).movers.isEmpty)
    }

    @Test("Customers whom one of them does not predict count in its own sums alone")
    func newcomers() throws {
        let shop = try KeptShop.tiny.get()
        let after = try #require(shop.analysis.predictions)
        var before = after
        before.hasPrediction[2] = false
        let comparison = ModelComparison(before: before, after: after)
        #expect(comparison.customers == 5 && comparison.before.customers == 5 && comparison.after.customers == 6)
        let nobody = ModelComparison(before: before, after: try ofNobody(shop))
        #expect(nobody.customers == 0 && nobody.relativeChanges.isEmpty && nobody.after.meanChurnProbability == nil)
    }

    private func ofNobody(_ shop: KeptShop) throws -> Predictions {
        var predictions = try #require(shop.analysis.predictions)
        for customer in predictions.hasPrediction.indices { predictions.hasPrediction[customer] = false }
        return predictions
    }
}
