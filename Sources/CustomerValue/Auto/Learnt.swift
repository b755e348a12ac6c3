import Foundation

extension PredictionModel {
    /// How much of what `auto` learnt acts on predictions.
    public struct Learnt: Sendable, Equatable {
        /// How much of the trees' word on purchases is taken, 0 to 1.
        public var orderRankerShare: Double
        /// How much of their word on spend.
        public var spendRankerShare: Double
        /// The power of P(active).
        public var activityPower: Double
        /// The factor on everybody's purchases: season, level, or what is held for a log that begins in the middle.
        public var orderFactor: Double
        /// The factor on everybody's spend per purchase day.
        public var spendFactor: Double
        /// The share of customers for which the high point of ranges is set.
        public var shareAboveHigh: Double
    }

    /// See ``Learnt``; `nil` for a named model.
    public var learnt: Learnt? {
        adjustment.map {
            Learnt(
                orderRankerShare: $0.orderRanker?.share ?? 0, spendRankerShare: $0.spendRanker?.share ?? 0, activityPower: $0.activityPower,
                orderFactor: exp($0.logLevel), spendFactor: exp($0.spendLogLevel), shareAboveHigh: $0.survivalAtHigh)
        }
    }
}
