import CustomerValue
import Facts

/// What some profiles brought, what is expected of them, and how they are made up: the figures of a segment, a list, or everybody.
///
/// Averages are over those who have the value, and say how many they are; so they are what comes out of the exported columns.
public struct ProfileFigures: Sendable, Equatable {
    /// How many they are.
    public internal(set) var members = 0

    /// Members with a historic CLV: whoever ever ordered.
    public internal(set) var withHistory = 0
    /// What they brought, refunds taken off, in minor units.
    public internal(set) var historicMinorUnits: Int64 = 0
    /// Members with a purchase that was not given back.
    public internal(set) var customers = 0
    /// Their orders.
    public internal(set) var orders = 0
    var sumOfAverages = 0.0

    /// Members with a prediction.
    public internal(set) var predicted = 0
    /// What they are expected to spend within the horizon, together, in minor units (000-37).
    public internal(set) var predictedMinorUnits: Int64 = 0
    /// Their historic and predicted CLV together, in minor units.
    public internal(set) var totalMinorUnits: Int64 = 0
    /// Their expected orders within the horizon.
    public internal(set) var predictedOrders = 0.0
    /// The sum of their probabilities of at least one order within the horizon.
    public internal(set) var sumOfProbabilityOfOrder = 0.0
    /// The sum of predicted CLV x churn probability, in minor units.
    public internal(set) var atStakeMinorUnits = 0.0
    /// How many of them are silent for longer than is usual for them.
    public internal(set) var overdue = 0
    var sumOfChurn = 0.0
    var variance = 0.0
    /// The error that all share, as a part of the total; see `GroupFigures`.
    public let sharedError: Double

    /// How members with a prediction and with RFM scores are made up.
    public internal(set) var mix = ProfileMix()

    /// Nobody's figures.
    init(sharedError: Double) { self.sharedError = sharedError }
}

// What follows from the sums.
extension ProfileFigures {
    /// Average order value: revenue divided by orders, in minor units.
    public var averageOrderMinorUnits: Double? { orders > 0 ? Double(historicMinorUnits) / Double(orders) : nil }

    /// The mean of the customers' own average order values, in minor units: another figure than ``averageOrderMinorUnits``.
    public var meanOfAverageOrderMinorUnits: Double? { customers > 0 ? sumOfAverages / Double(customers) : nil }

    /// Mean historic CLV of ``withHistory``, in minor units (000-36).
    public var averageHistoricMinorUnits: Double? { withHistory > 0 ? Double(historicMinorUnits) / Double(withHistory) : nil }

    /// Mean predicted CLV of ``predicted``, in minor units.
    public var averagePredictedMinorUnits: Double? { predicted > 0 ? Double(predictedMinorUnits) / Double(predicted) : nil }

    /// Mean total CLV of ``predicted``, in minor units (000-36).
    public var averageTotalMinorUnits: Double? { predicted > 0 ? Double(totalMinorUnits) / Double(predicted) : nil }

    /// Mean churn probability of ``predicted``.
    public var averageChurnProbability: Double? { predicted > 0 ? sumOfChurn / Double(predicted) : nil }

    /// (1 - mean churn probability) x those who have one (000-38): how many still are customers. How many will order is
    /// ``sumOfProbabilityOfOrder``.
    public var expectedReturningCustomers: Double? { averageChurnProbability.map { (1 - $0) * Double(predicted) } }

    /// The range (80 %) of ``predictedMinorUnits``.
    public var predictedRangeMinorUnits: ClosedRange<Int64>? {
        guard predicted > 0 else { return nil }
        return GroupFigures.range(ofMinorUnits: predictedMinorUnits, variance: variance, sharedError: sharedError)
    }
}
