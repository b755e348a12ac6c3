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

    /// A forecast that was kept, and what came, where its days are over.
    struct Forecast: Sendable {
        var firstDay: ShopDay
        var lastDay: ShopDay
        var madeOn: ShopDay
        var spend: MoneyEstimate
        /// `nil` while its days run.
        var actualMinorUnits: Int64?
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

    /// A model that was fitted.
    struct Fitted: Sendable {
        var id: String
        var fittedAt: Instant
        var asOf: ShopDay
        var isCurrent: Bool
    }

    /// All but what is said here is as on the first page.
    var home: HomeModel
    var histogram: Histogram?
    /// Earliest first.
    var forecasts: [Forecast]
    var examples: [Example]
    var dimension: LaterValues.Dimension
    /// `nil` until it was found out once.
    var later: Later?
    var second: SecondPurchase?
    var model: ShopModel?
    /// What forecasts of earlier days were worth; `nil` until that was found out.
    var lookBack: LookBack?
    var uses: [Use]
    /// Newest first.
    var fitted: [Fitted]
    /// The last fit that somebody asked for; `nil` where nobody did.
    var refit: RefitReport?
    /// Whether a model is being fitted.
    var isFitting: Bool
    var token: FormToken?
}

/// What came of a fit that somebody asked for.
struct RefitReport: Sendable {
    enum State: Sendable, Equatable {
        case running
        /// There is a new model, which waits.
        case waits
        case adopted
        case notEligible
        case failed
    }

    /// What all customers together are expected to bring by one of two models.
    struct Sums: Sendable {
        var spendMinorUnits: Double
        var orders: Double
        var meanChurnProbability: Double?
        var overdue: Int
    }

    var state: State
    var askedAt: Instant
    /// From outside.
    var who: String
    /// The new model.
    var modelID: String?
    var before: Sums?
    var after: Sums?
    /// Customers whom both predict, and how many of them change the word for their value.
    var customers = 0
    var changeClass = 0
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
