import CustomerValue
import Facts
import Markup

/// What the page of the model says.
struct ModelPageModel: Sendable {
    /// A forecast that was kept, and what came, where its days are over.
    struct Forecast: Sendable {
        var firstDay: ShopDay
        var lastDay: ShopDay
        var madeOn: ShopDay
        var spend: MoneyEstimate
        /// `nil` while its days run.
        var actualMinorUnits: Int64?
    }

    /// A model that was fitted.
    struct Fitted: Sendable {
        var id: String
        var fittedAt: Instant
        var asOf: ShopDay
        var isCurrent: Bool
    }

    /// Whether there are no orders at all.
    var hasNoOrders: Bool
    /// The model in use in short; `nil` without one.
    var inUse: FittedModel?
    /// What is needed for predictions.
    var conditions: [Eligibility.Finding]
    /// Earliest first.
    var forecasts: [Forecast]
    /// `nil` where nothing is predicted.
    var model: ShopModel?
    /// What forecasts of earlier days were worth; `nil` until that was found out.
    var lookBack: LookBack?
    /// Newest first.
    var fitted: [Fitted]
    /// The last fit that somebody asked for; `nil` where nobody did.
    var refit: RefitReport?
    var token: FormToken?
}
