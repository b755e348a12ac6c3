import CustomerValue
import Facts
import JSON
import Journal
import Markup
import Population
import Segments
import Shop

/// Fills the page of customer value.
struct CustomerValuePageQuery {
    let shop: Shop

    static let dimensionParameter = "by"

    func model(by dimension: LaterValues.Dimension) throws(JournalError) -> CustomerValuePageModel {
        let standing = shop.models.standing
        return CustomerValuePageModel(
            home: try HomeQuery(shop: shop).model(), histogram: histogram, examples: examples(standing), dimension: dimension,
            later: shop.knownLaterValues().map { .init(computedAt: $0.computedAt, values: $0.values) },
            second: standing.history?.secondPurchase, uses: uses)
    }

    // MARK: Spread

    /// Bars, the last one open.
    private static let bars = 12

    private var histogram: CustomerValuePageModel.Histogram? {
        let scale = shop.settings.currency?.minorUnitsPerMajor ?? 1
        return shop.read { population in
            let scores = population.scores
            var (sum, count) = (0.0, 0)
            for row in 0..<scores.predictedMinorUnits.count where !scores.predictedOrders[row].isNaN {
                sum += Double(scores.predictedMinorUnits[row])
                count += 1
            }
            guard count > 0, sum > 0 else { return nil }
            // Three times the mean are in the bars: of values that are spread as these, nine in ten customers.
            let step = RoundStep.atLeast(Int64(clamping: sum / Double(count) * 3 / Double(Self.bars)), minorUnitsPerMajor: scale)
            var counts = [Int](repeating: 0, count: Self.bars + 1)
            for row in 0..<scores.predictedMinorUnits.count where !scores.predictedOrders[row].isNaN {
                counts[Int(min(Int64(Self.bars), max(0, scores.predictedMinorUnits[row]) / step))] += 1
            }
            return .init(stepMinorUnits: step, counts: counts)
        }
    }

    // MARK: Examples

    /// Of each kind the customer whose predicted CLV is nearest to the mean of the kind: the first of equal ones.
    private func examples(_ standing: ModelKeeper.Standing) -> [CustomerValuePageModel.Example] {
        guard standing.hasPredictions else { return [] }
        let rules = ExampleRule.allCases
        let (today, zone) = (shop.today, shop.settings.timeZone)
        // The moments at which days begin, so that no day is worked out for each customer.
        let starts = [60, 90, 180].map { zone.start(of: today.advanced(byDays: -$0)).secondsSince1970 }
        func days(_ second: UInt32) -> Int {
            let second = Int64(second)
            return second >= starts[0] ? 60 : second >= starts[1] ? 90 : second >= starts[2] ? 180 : 181
        }
        return shop.read { population in
            let scores = population.scores
            let count = scores.predictedOrders.count
            func rule(_ row: Int) -> Int? {
                guard !scores.predictedOrders[row].isNaN else { return nil }
                let (orders, since) = (Int(scores.numberOfOrders[row]), days(scores.lastOrderSeconds[row]))
                return rules.firstIndex { $0.admits(orders: orders, daysSinceLast: since) }
            }
            var sums = [(sum: Double, count: Int)](repeating: (0, 0), count: rules.count)
            for row in 0..<count {
                guard let rule = rule(row) else { continue }
                sums[rule].sum += Double(scores.predictedMinorUnits[row])
                sums[rule].count += 1
            }
            var nearest = [(row: Int, distance: Double)?](repeating: nil, count: rules.count)
            for row in 0..<count {
                guard let rule = rule(row) else { continue }
                let distance = abs(Double(scores.predictedMinorUnits[row]) - sums[rule].sum / Double(sums[rule].count))
                if nearest[rule].map({ distance < $0.distance }) ?? true { nearest[rule] = (row, distance) }
            }
            return zip(rules, nearest).map { rule, nearest in
                guard let nearest else { return .init(rule: rule, customer: nil) }
                let profile = ProfileNumber(UInt32(nearest.row))
                guard let score = scores[profile], let prediction = score.prediction, let last = score.lastOrder else {
                    return .init(rule: rule, customer: nil)
                }
                return .init(
                    rule: rule,
                    customer: .init(
                        profile: ProfileName(profile, population, shop.ids), orders: Int(score.numberOfOrders), lastOrder: last,
                        historicMinorUnits: score.historicMinorUnits, predicted: MoneyEstimate(prediction),
                        churnProbability: prediction.churnProbability))
            }
        }
    }

    // MARK: Uses

    private var uses: [CustomerValuePageModel.Use] {
        let definitions = shop.definitions
        let segments = definitions.segments.compactMap { segment -> CustomerValuePageModel.Use? in
            var numbers: Set<String> = []
            segment.condition.forEachTest { test in
                switch test {
                case .number(let dimension, _) where Self.ofCLV.contains(dimension): numbers.insert(dimension.rawValue)
                case .top(let top) where Self.ofCLV.contains(top.dimension): numbers.insert(top.dimension.rawValue)
                case .word(.clvCategory, _): numbers.insert(WordDimension.clvCategory.rawValue)
                default: break
                }
            }
            guard !numbers.isEmpty else { return nil }
            return .init(
                kind: .segment, name: segment.name, path: PagePaths.group(.segment, shop.ids.id(segment.number)), numbers: numbers.sorted(),
                updated: segment.updated)
        }
        let exports = definitions.exportSchedules.compactMap { schedule -> CustomerValuePageModel.Use? in
            let names = (schedule.order.columns ?? schedule.order.style.columns).map(\.name).filter { $0.contains("clv") }
            guard !names.isEmpty else { return nil }
            return .init(
                kind: .exportSchedule, name: schedule.name, path: PagePaths.exports, numbers: names.sorted(), updated: schedule.updated)
        }
        return segments + exports
    }

    private static let ofCLV: Set<NumberDimension> = [
        .historicCLV, .predictedCLV, .totalCLV, .predictedCLVLow, .predictedCLVHigh, .moneyAtStake,
    ]
}
