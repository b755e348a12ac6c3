/// Which model predicts.
public enum ModelChoice: String, CaseIterable, Sendable {
    /// Averages models that let one-time buyers drop out: see ``PredictionModel``.
    case auto
    /// BG/NBD: dropout only after a repeat purchase, so that one-time buyers never churn.
    case bgNBD = "bg-nbd"
    /// MBG/NBD: dropout after any purchase.
    case mbgNBD = "mbg-nbd"
    /// Pareto/NBD: dropout at any time.
    case paretoNBD = "pareto-nbd"
}

/// What is predicted, and by which model.
public struct PredictionOptions: Sendable {
    /// Which model.
    public var model: ModelChoice = .auto
    /// How far ahead, in days from the as-of day.
    public var horizonInDays = 365

    /// Days ahead, within the horizon, for which totals of all customers are wanted: see ``Predictions/course``.
    public var courseInDays: [Int] = []
    /// What `auto` must not do.
    public var withoutSteps: Set<ModelStep.Kind> = []
    /// On earlier days of the log models are tried on at most so many customers.
    public var mostCustomersTried = 20_000

    /// The next 365 days by the average of models.
    public init() {}
}

/// Why a shop has no predictions although it is eligible or was told to try.
public enum PredictionFailure: Error, Sendable, Equatable {
    /// Nobody has a purchase.
    case noPurchases
    /// No model could be fitted; the reason in words.
    case noFit(String)
    /// Every order has the value zero: orders could be predicted, money not.
    case noSpend
}
