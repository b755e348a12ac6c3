import Facts

/// A kept forecast beside what came.
public struct CheckedForecast: Sendable, Equatable {
    /// Where what came lies beside a range.
    public enum Side: String, Sendable {
        /// Less came than the range holds: the forecast was too high.
        case below
        /// The range holds what came.
        case within
        /// More came than the range holds: the forecast was too low.
        case above
    }

    /// What was expected.
    public let forecast: TotalsForecast
    /// What came.
    public let outcome: TotalsOutcome

    /// Puts both beside each other.
    public init(_ forecast: TotalsForecast, outcome: TotalsOutcome) {
        self.forecast = forecast
        self.outcome = outcome
    }

    /// Where the spend that came lies.
    public var spend: Side {
        let range = forecast.rangeMinorUnits
        return outcome.minorUnits < range.lowerBound ? .below : outcome.minorUnits > range.upperBound ? .above : .within
    }
    /// Where the orders that came lie.
    public var orders: Side {
        let range = forecast.rangeOrders
        // Orders come whole: a range that ends between two numbers holds both.
        let came = Double(outcome.orders)
        return came < range.lowerBound.rounded(.down) ? .below : came > range.upperBound.rounded(.up) ? .above : .within
    }
    /// Spend that came over spend expected; `nil` where none was expected.
    public var spendRatio: Double? {
        forecast.expectedMinorUnits > 0 ? Double(outcome.minorUnits) / forecast.expectedMinorUnits : nil
    }
    /// Orders that came over orders expected; `nil` where none were expected.
    public var orderRatio: Double? { forecast.expectedOrders > 0 ? Double(outcome.orders) / forecast.expectedOrders : nil }
}

/// Whether a model's forecasts still come true: the last checks together.
///
/// A range of 80 % misses one time in five, so a single miss says nothing. A model that no longer fits its shop misses again and again to one
/// side: two of the last three. Of a model that still fits, with a tenth beyond either end, that is said of one check in eighteen
/// (2 x (3 x 0.1^2 x 0.9 + 0.1^3) = 5.6 %); of one whose forecasts are off by half the width of their range, of about every second.
/// Checks that overlap in time see the same days twice: forecasts that are compared should follow each other.
public struct ForecastDrift: Sendable, Equatable {
    /// What the last checks say.
    public enum Verdict: Sendable, Equatable {
        /// Fewer checks than decide.
        case tooFewChecks
        /// Forecasts come true often enough.
        case holds
        /// Forecasts are too high: less comes, again and again.
        case tooHigh
        /// Forecasts are too low: more comes, again and again.
        case tooLow
    }

    /// How many of the last checks are looked at.
    public static let looksAt = 3
    /// How many of them on one side are drift.
    public static let needed = 2

    /// What spend says.
    public let spend: Verdict
    /// What orders say.
    public let orders: Verdict
    /// Whether either says that the model should be fitted again.
    public var isDrifting: Bool { [spend, orders].contains { $0 == .tooHigh || $0 == .tooLow } }

    /// Judges checks in any order; the last ones by their last day count.
    public init(_ checks: [CheckedForecast]) {
        let sorted = checks.sorted {
            ($0.forecast.lastDay, $0.forecast.firstDay) < ($1.forecast.lastDay, $1.forecast.firstDay)
        }
        let last = sorted.suffix(Self.looksAt)
        spend = Self.verdict(last.map(\.spend))
        orders = Self.verdict(last.map(\.orders))
    }

    private static func verdict(_ sides: [CheckedForecast.Side]) -> Verdict {
        if sides.count(where: { $0 == .below }) >= needed { return .tooHigh }
        if sides.count(where: { $0 == .above }) >= needed { return .tooLow }
        return sides.count < looksAt ? .tooFewChecks : .holds
    }
}
