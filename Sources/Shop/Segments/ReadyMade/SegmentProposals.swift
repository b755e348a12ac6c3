import CustomerValue
import Facts
import Journal
import Population
public import Segments

/// What is put into ready-made segments, found in a shop's own data: lists, metrics, and amounts rounded to what a person would choose.
///
/// Money is in whole units of the shop's currency.
public struct SegmentProposals: Sendable {
    /// The metric of orders.
    public var orders: MetricReference?
    /// The metric of e-mails that were opened.
    public var opens: MetricReference?
    /// The list with the most members.
    public var mainList: GroupReference?
    /// Whether predictions are there.
    public var hasPredictions = false
    /// Whether anybody agreed to marketing by e-mail.
    public var hasSubscribers = false
    /// What is found in the orders; `nil` without any.
    public var amounts: Amounts?

    /// Borders of amounts and times.
    public struct Amounts: Sendable, Equatable {
        /// What an order brings on average.
        public var order: Double
        /// A third of that: whoever is expected to spend no more will hardly buy again. Where an order brings 15, it is 5.
        public var lowPredicted: Double
        /// Below it a customer's average order is low: near to what 40 in 100 customers are below.
        public var lowOrder: Double
        /// Above it a customer's average order is premium: near to what 80 in 100 customers are below.
        public var premiumOrder: Double
        /// What somebody spent who is among the twentieth that spent most.
        public var vip: Double
        /// Days between two orders, as half of those who came back have it.
        public var usualDays: Double
        /// What is expected of somebody of whom a fifth of all customers have more expected.
        public var likelyToSpend: Double?
        /// What somebody of the fifth with the greatest total value is worth.
        public var totalCLV: Double?
    }

    /// What is proposed before anything is known.
    public init() {}

    /// What a segment needs that is not there.
    public func missing(for segment: ReadyMadeSegment) -> [ReadyMadeSegment.Need] {
        segment.needs.filter { need in
            switch need {
            case .orders: orders == nil || amounts == nil
            case .predictions: !hasPredictions || amounts?.likelyToSpend == nil
            case .list: mainList == nil
            case .emailOpens: opens == nil
            }
        }
    }
}

extension Shop {
    /// Customers who are looked at for a border; of more, every second, third and so on.
    private static let sampleSize = 20_000
    private static let namesOfOpens = ["opened email", "email opened", "opened e-mail"]

    /// What ready-made segments would hold as things are now.
    public var segmentProposals: SegmentProposals {
        let definitions = definitions
        let lists = definitions.all(.list).compactMap { UInt32(exactly: $0.number) }.map { ListNumber($0) }
        let standing = models.standing
        var proposals = SegmentProposals()
        proposals.hasPredictions = standing.model != nil && standing.eligibility?.isEligible == true
        return read { population in
            proposals.orders =
                population.mapping.custom[.revenue].map { .id(ids.id($0.number)) }
                ?? population.mapping[.revenue].map { .id(ids.id(.metric, UInt64($0.value))) }
            let opens = population.allMetrics.first { Self.namesOfOpens.contains($0.name.lowercased()) }
            proposals.opens = opens.map { .id(ids.id(.metric, UInt64($0.number.value))) }
            // Of lists with as many members the one that was made first.
            let counts = lists.map { (list: $0, count: population.memberCount(of: $0)) }
            let main = counts.max { ($0.count, $1.list) < ($1.count, $0.list) }
            proposals.mainList = main.map { .id(ids.id(.list, UInt64($0.list.value))) }
            let everybody = population.everybody
            proposals.hasSubscribers = Self.hasSubscriber(everybody, population)
            proposals.amounts = SegmentProposals.Amounts(everybody, population, sampleSize: Self.sampleSize)
            return proposals
        }
    }

    private static func hasSubscriber(_ everybody: ProfileSet, _ population: Population) -> Bool {
        var found = false
        everybody.forEach { found = found || population.consent(.email, of: $0).canReceiveMarketing }
        return found
    }
}

extension SegmentProposals.Amounts {
    /// What is found in the orders of some; `nil` where nobody has bought.
    init?(_ some: ProfileSet, _ population: Population, sampleSize: Int) {
        let scores = population.scores
        var customers: [Int] = []
        var (revenue, orders) = (Int64(0), Int64(0))
        some.forEach { profile in
            let row = profile.index
            guard row < scores.count, scores.asOfDay[row] != ScoreColumns.noScore, scores.numberOfOrders[row] > 0 else { return }
            customers.append(row)
            revenue = revenue.addingReportingOverflow(max(0, scores.historicMinorUnits[row])).partialValue
            orders += Int64(scores.numberOfOrders[row])
        }
        guard orders > 0, revenue > 0 else { return nil }
        let stride = max(1, customers.count / sampleSize)
        let sample = Swift.stride(from: 0, to: customers.count, by: stride).map { customers[$0] }
        let predicted = sample.filter { !scores.predictedOrders[$0].isNaN }
        let round = RoundAmount(minorUnits: Int(population.currency.minorUnitsPerMajor))
        let inMajor = { (amount: Int) in Double(amount) / Double(round.minorUnits) }
        let value = { (row: Int) in Double(scores.historicMinorUnits[row]) / Double(scores.numberOfOrders[row]) }
        let orderValues = sample.map(value).filter { $0 > 0 }
        let days = sample.map { scores.daysBetweenOrders[$0] }.filter { $0 > 0 }
        let bands = round.bands(Self.quantile(0.4, of: orderValues) ?? 0, Self.quantile(0.8, of: orderValues) ?? 0)
        let mean = Double(revenue) / Double(orders)
        order = inMajor(round.nearest(mean))
        lowPredicted = inMajor(round.nearest(mean / 3))
        (lowOrder, premiumOrder) = (inMajor(bands.low), inMajor(bands.high))
        vip = inMajor(round.nearest(Self.quantile(0.95, of: sample.map { Double(scores.historicMinorUnits[$0]) }) ?? 0))
        usualDays = Double(RoundAmount(minorUnits: 1).nearest(Self.quantile(0.5, of: days) ?? 30))
        likelyToSpend = Self.quantile(0.8, of: predicted.map { Double(scores.predictedMinorUnits[$0]) }).map { inMajor(round.nearest($0)) }
        let totals = predicted.map { Double(scores.historicMinorUnits[$0]) + Double(scores.predictedMinorUnits[$0]) }
        totalCLV = Self.quantile(0.8, of: totals).map { inMajor(round.nearest($0)) }
    }

    /// The number that so large a part of some is not over.
    private static func quantile(_ part: Double, of numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
    }
}
