import CustomerValue
import Facts
import Markup

/// What the page of customer value says.
struct CustomerValuePageModel: Sendable {
    /// How predicted CLV is spread: bars of equal width from zero; the last takes everything above.
    struct Histogram: Sendable, Equatable {
        /// Width of a bar, in minor units.
        var stepMinorUnits: Int64
        /// Customers by bar.
        var counts: [Int]
    }

    /// A customer as an example of a kind.
    struct Example: Sendable {
        var rule: ExampleRule
        /// `nil` where there is nobody of this kind.
        var customer: Customer?

        struct Customer: Sendable {
            var profile: ProfileName
            var orders: Int
            var lastOrder: Instant
            var historicMinorUnits: Int64
            var predicted: MoneyEstimate
            var churnProbability: Double
        }
    }

    /// What later value is grouped by, and what came of it.
    struct Later: Sendable {
        var computedAt: Instant
        var values: LaterValues
    }

    /// Something that asks for CLV.
    struct Use: Sendable {
        enum Kind: Sendable { case segment, exportSchedule }

        var kind: Kind
        /// From outside.
        var name: String
        /// Where it is shown.
        var path: PagePath
        /// Names of the numbers in the API: `predicted_clv`.
        var numbers: [String]
        var updated: Instant
    }

    /// All but what is said here is as on the first page.
    var home: HomeModel
    var histogram: Histogram?
    var examples: [Example]
    var dimension: LaterValues.Dimension
    /// `nil` until it was found out once.
    var later: Later?
    var second: SecondPurchase?
    var uses: [Use]
}

/// The five kinds of customers of whom one stands for all, by orders and by how long ago the last one is.
enum ExampleRule: CaseIterable, Sendable {
    case regular, second, first, lost, once

    /// Whether a customer is of this kind.
    func admits(orders: Int, daysSinceLast days: Int) -> Bool {
        switch self {
        case .regular: orders >= 3 && days <= 90
        case .second: orders == 2 && days <= 90
        case .first: orders == 1 && days <= 60
        case .lost: orders >= 3 && days > 180
        case .once: orders == 1 && days > 60
        }
    }
}
