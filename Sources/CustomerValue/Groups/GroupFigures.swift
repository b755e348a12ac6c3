import Facts

/// What a set of customers brought and will bring, together and on average (000-36 to 000-38).
///
/// Customers without a purchase count in the sum of historic CLV alone, which a refund of theirs may lower.
public struct GroupFigures: Sendable, Equatable {
    /// Customers with a purchase.
    public private(set) var customers = 0
    /// Their orders.
    public private(set) var orders = 0
    /// The sum of their historic CLV, in minor units.
    public private(set) var historicMinorUnits: Int64 = 0
    /// The sum of each customer's own average order value, in minor units.
    private var sumOfAverages = 0.0
    /// Customers with a prediction.
    public private(set) var predicted = 0
    /// The sum of predicted CLV, in minor units: what they are expected to spend in the horizon (000-37).
    public private(set) var predictedMinorUnits: Int64 = 0
    /// The sum of predicted orders.
    public private(set) var predictedOrders = 0.0
    /// The sum of the probabilities of at least one order in the horizon.
    public private(set) var sumOfProbabilityOfOrder = 0.0
    private var sumOfChurn = 0.0
    private var variance = 0.0
    /// The half width of the band from the error that all customers share, as a part of the total: seen in the back-test, else
    /// ``assumedSharedError``; and the error of the parameters, where there are few customers.
    public let sharedError: Double

    /// The figures of some customers.
    public init(_ members: some Sequence<Int>, summaries: CustomerSummaries, predictions: Predictions?) {
        sharedError = predictions?.model.sharedErrorOfGroups ?? Self.assumedSharedError
        for customer in members where summaries.isListed(customer) {
            historicMinorUnits.add(summaries.historicMinorUnits[customer])
            guard summaries.hasPurchase(customer) else { continue }
            customers += 1
            orders += Int(summaries.numberOfOrders[customer])
            sumOfAverages += summaries.averageOrderMinorUnits(customer) ?? 0
            guard let predictions, let row = predictions[customer] else { continue }
            predicted += 1
            predictedMinorUnits.add(row.clvMinorUnits)
            predictedOrders += row.numberOfOrders
            sumOfProbabilityOfOrder += row.probabilityOfOrder
            sumOfChurn += row.churnProbability
            variance += row.spendVariance
        }
    }

    /// Average order value: revenue divided by orders, in minor units.
    public var averageOrderMinorUnits: Double? { orders > 0 ? Double(historicMinorUnits) / Double(orders) : nil }
    /// The mean of the customers' own average order values, in minor units: another figure than ``averageOrderMinorUnits``.
    public var meanOfAverageOrderMinorUnits: Double? { customers > 0 ? sumOfAverages / Double(customers) : nil }
    /// Mean historic CLV, in minor units (000-36).
    public var averageHistoricMinorUnits: Double? { customers > 0 ? Double(historicMinorUnits) / Double(customers) : nil }
    /// Mean total CLV (historic + predicted), in minor units (000-36); `nil` without predictions.
    public var averageTotalMinorUnits: Double? {
        predicted > 0 ? (Double(historicMinorUnits) + Double(predictedMinorUnits)) / Double(customers) : nil
    }
    /// Mean churn probability; `nil` without predictions.
    public var meanChurnProbability: Double? { predicted > 0 ? sumOfChurn / Double(predicted) : nil }
    /// (1 - mean churn probability) x customers (000-38): how many still are customers. Not how many will order: see
    /// ``sumOfProbabilityOfOrder``.
    public var expectedReturningCustomers: Double? { meanChurnProbability.map { (1 - $0) * Double(predicted) } }

    /// The error that all customers of a shop share (a bad season moves everyone), as a part of the total, where no back-test measured it.
    public static let assumedSharedError = 0.2

    /// The half width of the band from chance between customers alone.
    var chanceInMinorUnits: Double { variance.squareRoot() * normalRangeWidth / 2 }

    /// The range in which the group's spend will probably lie (80 %), in minor units: chance between customers and the shared error.
    public var predictedRangeMinorUnits: ClosedRange<Int64>? {
        guard predicted > 0 else { return nil }
        return Self.range(ofMinorUnits: predictedMinorUnits, variance: variance, sharedError: sharedError)
    }

    /// The range (80 %) of what customers spend together, in minor units: what they are expected to spend, with the sum of the variances of
    /// each and the error that all share. Ranges of single customers are never added up.
    public static func range(ofMinorUnits expected: Int64, variance: Double, sharedError: Double) -> ClosedRange<Int64> {
        let total = Double(expected)
        let chance = variance.squareRoot() * normalRangeWidth / 2
        let shared = total * sharedError
        let half = (chance * chance + shared * shared).squareRoot()
        let limit = 9e18
        return Int64(min(limit, max(0, total - half)).rounded())...Int64(min(limit, total + half).rounded())
    }
}

extension PredictionModel {
    /// The half width (80 %) of the band from the error that all customers share, as a part of a group's total; see
    /// ``GroupFigures/sharedError``.
    public var sharedErrorOfGroups: Double {
        let seen = adjustment?.sharedError ?? GroupFigures.assumedSharedError
        let ofParameters = parameterErrorOfTotal * normalRangeWidth / 2
        return (seen * seen + ofParameters * ofParameters).squareRoot()
    }
}
