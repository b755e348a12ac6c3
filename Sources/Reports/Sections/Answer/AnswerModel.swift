import CustomerValue
import Facts
import Markup

/// The figures of the first screen and what follows from them.
struct AnswerModel {
    /// What whoever runs the shop can do now, with the customers it is about.
    enum Action: Equatable {
        /// The first customers of the list of those slipping away, and what is at stake with them.
        case winBack(customers: Int, atStakeMinorUnits: Double)
        /// Customers with one order, so many days ago as half of all second orders take.
        case secondOrder(customers: Int, fromDays: Int, toDays: Int)
        /// The best group and its share of revenue.
        case thankTheBest(customers: Int, shareOfRevenue: Double)
        /// Customers with a churn probability of at least ``AnswerModel/goneFrom``.
        case saveOnTheLost(customers: Int, share: Double)
        /// The group Inactive, where nothing is predicted.
        case saveOnInactive(customers: Int, share: Double)
    }

    /// From which churn probability on a customer counts as gone.
    static let goneFrom = 0.9
    /// From which share of customers on it is worth leaving them out of mailings.
    static let worthSavingFrom = 0.05
    /// How many customers of the list the first action names.
    static let firstOfList = 10

    /// From how many days before today on the newest day is too long ago to act on.
    static let oldFromDays = 31

    /// Whether the orders end so long before today that advice on them comes too late.
    let isOld: Bool
    /// Customers likely to return, 80 % range; `nil` without predictions.
    let returningRange: ClosedRange<Double>?
    /// Customers who will order within the horizon, 80 % range; `nil` without predictions.
    let orderingRange: ClosedRange<Double>?
    /// In the order in which they pay.
    let actions: [Action]

    init(_ page: PageContext) {
        isOld = page.asOf.days(until: page.today) >= Self.oldFromDays
        returningRange = Self.range(page.analysis) { 1 - $0.churnProbability }
        orderingRange = Self.range(page.analysis) { $0.probabilityOfOrder }
        actions = [
            Self.winBack(page.slipping, minorUnitsPerMajor: page.currency.minorUnitsPerMajor), Self.secondOrder(page.analysis),
            Self.thankTheBest(page.analysis),
            Self.saveOnTheLost(page.analysis),
        ].compactMap { $0 }
    }

    private static func range(_ analysis: Analysis, _ probability: (Predictions.Row) -> Double) -> ClosedRange<Double>? {
        guard let predictions = analysis.predictions, analysis.totals.predicted > 0 else { return nil }
        var count = CountRange(sharedError: analysis.totals.sharedError)
        for customer in 0..<analysis.summaries.count {
            if let row = predictions[customer] { count.add(probability(row)) }
        }
        return count.range
    }

    private static func winBack(_ slipping: SlippingCustomers?, minorUnitsPerMajor: Int64) -> Action? {
        guard let slipping, !slipping.top.isEmpty else { return nil }
        let first = slipping.top.prefix(firstOfList)
        let atStake = first.reduce(0) { $0 + $1.atStakeMinorUnits }
        // What is shown as nothing is not worth a letter.
        let shown = (atStake / Double(minorUnitsPerMajor)).rounded()
        return shown > 0 ? .winBack(customers: first.count, atStakeMinorUnits: atStake) : nil
    }

    private static func secondOrder(_ analysis: Analysis) -> Action? {
        let second = analysis.history.secondPurchase
        guard let from = second.firstQuartileInDays, let to = second.thirdQuartileInDays else { return nil }
        let summaries = analysis.summaries
        var customers = 0
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) && summaries.numberOfOrders[customer] == 1 {
            if (from...max(from, to)).contains(summaries.daysSinceLastOrder(customer)) { customers += 1 }
        }
        return customers > 0 ? .secondOrder(customers: customers, fromDays: from, toDays: max(from, to)) : nil
    }

    private static func thankTheBest(_ analysis: Analysis) -> Action? {
        guard let best = analysis.figuresByGroup.first(where: { $0.group == .champions })?.figures, best.customers > 0,
            analysis.totals.historicMinorUnits > 0
        else { return nil }
        let share = Double(best.historicMinorUnits) / Double(analysis.totals.historicMinorUnits)
        return share > 0 ? .thankTheBest(customers: best.customers, shareOfRevenue: share) : nil
    }

    private static func isWorthSaving(_ customers: Int, of all: Int) -> Bool { Double(customers) >= worthSavingFrom * Double(all) }

    private static func saveOnTheLost(_ analysis: Analysis) -> Action? {
        let all = analysis.totals.customers
        guard all > 0 else { return nil }
        guard let predictions = analysis.predictions else {
            let inactive = analysis.figuresByGroup.first { $0.group == .inactive }?.figures.customers ?? 0
            return isWorthSaving(inactive, of: all) ? .saveOnInactive(customers: inactive, share: Double(inactive) / Double(all)) : nil
        }
        let gone = (0..<analysis.summaries.count).reduce(0) { sum, customer in
            sum + ((predictions[customer]?.churnProbability ?? 0) >= goneFrom ? 1 : 0)
        }
        return isWorthSaving(gone, of: all) ? .saveOnTheLost(customers: gone, share: Double(gone) / Double(all)) : nil
    }
}
