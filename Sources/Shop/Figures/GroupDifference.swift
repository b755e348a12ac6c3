import Facts
import Population

/// A figure of two groups beside each other.
public struct GroupDifference: Sendable, Equatable {
    /// What is compared: averages and shares, which mean the same whatever the size of a group.
    public enum Figure: String, CaseIterable, Sendable {
        case averageHistoricCLV = "average_historic_clv"
        case averagePredictedCLV = "average_predicted_clv"
        case averageTotalCLV = "average_total_clv"
        case averageOrderValue = "average_order_value"
        case meanOfCustomersAverageOrderValues = "mean_of_customers_average_order_values"
        case ordersPerCustomer = "orders_per_customer"
        case averageChurnProbability = "average_churn_probability"
        case averageProbabilityOfOrder = "average_probability_of_order"
        case shareOverdue = "share_overdue"

        /// Whether it is an amount of money.
        public var isMoney: Bool {
            switch self {
            case .averageHistoricCLV, .averagePredictedCLV, .averageTotalCLV, .averageOrderValue, .meanOfCustomersAverageOrderValues: true
            case .ordersPerCustomer, .averageChurnProbability, .averageProbabilityOfOrder, .shareOverdue: false
            }
        }
    }

    /// What is compared.
    public let figure: Figure
    /// That of the first; `nil` where it has none. Money in minor units.
    public let first: Double?
    /// That of the second.
    public let second: Double?

    /// The first less the second; `nil` where one has none.
    public var difference: Double? { first.flatMap { first in second.map { first - $0 } } }

    /// The first as a multiple of the second; `nil` where there is none.
    public var ratio: Double? {
        guard let first, let second, second != 0 else { return nil }
        return first / second
    }
}

extension GroupComparison {
    /// How the two differ, figure by figure.
    public var differences: [GroupDifference] {
        GroupDifference.Figure.allCases.map {
            GroupDifference(figure: $0, first: Self.value($0, first.figures), second: Self.value($0, second.figures))
        }
    }

    private static func value(_ figure: GroupDifference.Figure, _ figures: ProfileFigures) -> Double? {
        func share(_ part: Double, _ whole: Int) -> Double? { whole > 0 ? part / Double(whole) : nil }
        return switch figure {
        case .averageHistoricCLV: figures.averageHistoricMinorUnits
        case .averagePredictedCLV: figures.averagePredictedMinorUnits
        case .averageTotalCLV: figures.averageTotalMinorUnits
        case .averageOrderValue: figures.averageOrderMinorUnits
        case .meanOfCustomersAverageOrderValues: figures.meanOfAverageOrderMinorUnits
        case .ordersPerCustomer: share(Double(figures.orders), figures.customers)
        case .averageChurnProbability: figures.averageChurnProbability
        case .averageProbabilityOfOrder: share(figures.sumOfProbabilityOfOrder, figures.predicted)
        case .shareOverdue: share(Double(figures.overdue), figures.predicted)
        }
    }
}
