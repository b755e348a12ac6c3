/// One of the things that `auto` may do beyond averaging models, with whether it was done, why, and what it changed.
public struct ModelStep: Sendable, Equatable {
    /// What can be done; raw values are the names in options and JSON.
    public enum Kind: String, CaseIterable, Sendable {
        /// Models weighted by their log scores on earlier days of the log.
        case weights
        /// Parameters drawn towards those of published shops.
        case prior
        /// Totals of the horizon corrected by the same season a year before, or by how earlier forecasts of this log turned out.
        case season
        /// Customers reordered by trees trained on earlier days of the log.
        case ranker
        /// Probabilities of an order corrected by how earlier ones turned out.
        case calibration
        /// Extraordinary spend (wholesale) held at a limit while the model of spend is fitted.
        case winsorize
        /// Customers who were there before the log began.
        case truncation
    }

    /// Why a step was taken or not.
    public enum Reason: Sendable, Equatable {
        /// It made forecasts of earlier days better.
        case improvedBacktest
        /// It did not make forecasts of earlier days better.
        case didNotImproveBacktest
        /// Fewer earlier days could be tried than are needed.
        case tooFewFolds(found: Int, needed: Int)
        /// The log is too short.
        case historyTooShort(days: Int, neededDays: Int)
        /// There was nothing to correct.
        case nothingToDo
        /// Done whenever `auto` predicts.
        case always
        /// What calls for it was found in the log.
        case found
        /// What calls for it was found, and the season's correction measures it already.
        case measuredBySeason
        /// Switched off by the user.
        case switchedOff
    }

    /// What can be done.
    public var kind: Kind
    /// Whether it was done.
    public var isUsed: Bool
    /// Why, or why not.
    public var reason: Reason
    /// The measure that was compared, lower is better, without and with the step; `nil` where nothing was compared.
    public var measure: Comparison?
    /// The size of the correction where it is one number: a factor on orders, a share of customers.
    public var amount: Double?

    /// A mean over folds, without and with a step.
    public struct Comparison: Sendable, Equatable {
        /// `log_loss`, `order_count_loss`, ...
        public var name: String
        /// Its mean without the step.
        public var without: Double
        /// Its mean with the step.
        public var with: Double
    }
}
