/// How the forecasts of some customers agree with what they did in the horizon. One set of definitions for every model.
///
/// Orders are counted, values are in major units of the shop's currency. Ties in a forecast are scored by their average, so the order of
/// customers cannot help. A score that is not defined (no order came, all values equal) is `nil`.
public struct ForecastScores: Sendable, Equatable {
    /// Customers who were scored.
    public var customers = 0
    /// Mean absolute error of orders. Predicting nothing scores well here where most buy once: see the root mean squared error.
    public var ordersMAE = 0.0
    /// Root mean squared error of orders.
    public var ordersRMSE = 0.0
    /// Spearman's rank correlation of predicted and actual orders.
    public var ordersRankCorrelation: Double?
    /// Gini of orders in the order of the forecast, as a share of the best possible.
    public var ordersGini: Double?
    /// Predicted orders over actual orders, less 1.
    public var ordersBias: Double?
    /// Mean absolute error of value.
    public var valueMAE: Double?
    /// Root mean squared error of value.
    public var valueRMSE: Double?
    /// Spearman's rank correlation of predicted and actual value.
    public var valueRankCorrelation: Double?
    /// Gini of value in the order of the forecast, as a share of the best possible.
    public var valueGini: Double?
    /// The share of all value that the tenth of customers with the highest forecast brought.
    public var top10Capture: Double?
    /// The same as a share of the best possible.
    public var top10CaptureOfIdeal: Double?
    /// Predicted value over actual value, less 1.
    public var valueBias: Double?
    /// Area under the curve of "orders at all" against the probability of it.
    public var auc: Double?
    /// Mean squared error of the probability of an order.
    public var brier = 0.0
    /// Expected calibration error of the probability of an order, ten bins of equal width.
    public var ece = 0.0
    /// Minus the mean log of the probability that was given to what happened: ordered or not.
    public var logLoss = 0.0
    /// Mean log of the probability that was given to the number of purchase days that came, in nats; higher is better. Only for
    /// forecasts that are distributions.
    public var logScore: Double?
    /// The share of customers who ordered.
    public var orderedShare = 0.0
    /// The mean probability of an order.
    public var meanProbability = 0.0
    /// The share of customers who spent more than the high point of their range: 0.1 is right.
    public var shareAboveHigh: Double?
    /// The share who spent less than the low point: at most 0.1 is right.
    public var shareBelowLow: Double?
    /// Customers in tenths by predicted value, highest first.
    public var deciles: [Decile] = []

    /// A tenth of the customers. Customers with equal forecasts are told apart by their place.
    public struct Decile: Sendable, Equatable {
        /// From 1, the highest forecasts.
        public var number = 0
        /// How many.
        public var customers = 0
        /// Mean predicted orders.
        public var predictedOrders = 0.0
        /// Mean orders that came.
        public var actualOrders = 0.0
        /// Mean predicted value, major units.
        public var predictedValue = 0.0
        /// Mean value that came, major units.
        public var actualValue = 0.0
        /// Mean probability of an order.
        public var probability = 0.0
        /// The share that ordered.
        public var orderedShare = 0.0
    }

    /// No customer scored yet.
    public init() {}
}
