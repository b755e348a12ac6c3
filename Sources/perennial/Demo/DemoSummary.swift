import CustomerValue
import Facts
import Population
import Shop

/// What is known of a demo shop, in a few lines, and whether it is as promised.
struct DemoSummary {
    private let standing: ModelKeeper.Standing
    private let profiles: Int
    private let events: Int
    private let broken: Int
    private let groups: [(group: RFMGroup, figures: ProfileFigures)]
    private let currency: Currency

    init(_ shop: Shop) {
        standing = shop.models.standing
        groups = shop.reportByRFMGroup().groups
        currency = shop.settings.currency ?? .none
        (profiles, events, broken) = shop.read { population in
            var broken = 0
            for row in 0..<population.profileCount {
                guard let score = population.scores[ProfileNumber(UInt32(row))] else { continue }
                if !Self.isRight(score) { broken += 1 }
            }
            return (population.liveProfileCount, population.eventCount, broken)
        }
    }

    /// What the definitions promise of any customer.
    private static func isRight(_ score: CustomerScore) -> Bool {
        guard let prediction = score.prediction else { return true }
        let probabilities = [prediction.churnProbability, prediction.probabilityOfOrder]
        return probabilities.allSatisfy { (0...1).contains($0) }
            && prediction.probabilityOfOrder <= 1 - prediction.churnProbability + 1e-9
            && prediction.numberOfOrders + 1e-9 >= prediction.probabilityOfOrder
            && prediction.clvLowMinorUnits <= prediction.clvHighMinorUnits && prediction.expectedDateOfNextOrder > score.asOf
    }

    var text: String {
        func money(_ minorUnits: Int64) -> String { "\(grouped(minorUnits / currency.minorUnitsPerMajor)) \(currency.code)" }
        var lines = ["Profiles  \(grouped(profiles)), \(grouped(events)) events"]
        if let totals = standing.totals {
            lines.append(
                "Customers \(grouped(totals.customers)) with \(grouped(totals.orders)) orders, \(money(totals.historicMinorUnits)) so far")
            lines.append(
                "Expected  \(money(totals.predictedMinorUnits)) within \(standing.model?.horizonInDays ?? 365) days from today's customers")
        }
        lines.append("Groups    " + groups.map { "\($0.group.rawValue) \(grouped($0.figures.members))" }.joined(separator: ", "))
        if let slipping = standing.slipping {
            lines.append("Slipping  \(grouped(slipping.figures.customers)) customers, \(money(Int64(slipping.atStakeMinorUnits))) at stake")
        }
        return lines.joined(separator: "\n")
    }

    /// What is not as promised, in sentences.
    func faults(_ outcome: FitOutcome) -> [String] {
        var faults: [String] = []
        if case .fitted(_, isInUse: true) = outcome {} else { faults.append("No model was fitted: \(outcome).") }
        if standing.eligibility?.isEligible != true { faults.append("The shop is not eligible for predictions.") }
        if broken > 0 { faults.append("\(broken) customers break a promise of the definitions.") }
        if standing.totals?.predictedMinorUnits ?? 0 <= 0 { faults.append("Nothing is expected of its customers.") }
        if groups.contains(where: { $0.figures.members == 0 }) { faults.append("An RFM group is empty.") }
        return faults
    }
}
