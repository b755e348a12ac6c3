import CustomerValue
public import Facts
import Population
import Synchronization

/// A customer's churn probability at the end of a past day.
public struct PastChurn: Sendable, Equatable {
    /// The day.
    public var day: ShopDay
    /// What the model in use says of that day, by the orders until then.
    public var churnProbability: Double
}

extension Shop {
    /// The most days of a course: longer ones are told every few days, and on each day with an order while there are no more than as many.
    public static let mostDaysOfCourse = 100

    /// A customer's churn risk from the first order until today, as the model in use would have predicted it at the end of each day. A longer
    /// course has every second or further day, the days with an order (where they are no more than ``mostDaysOfCourse``), and today.
    ///
    /// - Returns: in order; empty for whoever nothing is predicted of.
    public func churnCourse(of profile: ProfileNumber) -> [PastChurn] {
        let (orders, score) = read { population in
            population.isLive(profile) && !population.hasObjected(profile)
                ? (population.orders(of: profile), population.scores[profile]) : (OrdersOfShop(), nil)
        }
        guard let score, score.prediction != nil, let first = score.firstOrder else { return [] }
        var options = summaryOptions
        let zone = options.timeZone
        let (firstDay, lastDay) = (zone.day(of: first), score.asOf)
        var days: Set<ShopDay> = []
        for row in 0..<orders.orders.count {
            let day = zone.day(of: Instant(secondsSince1970: Int64(orders.orders[row].secondsSince1970)))
            if (firstDay...lastDay).contains(day) { days.insert(day) }
        }
        if days.count > Self.mostDaysOfCourse { days = [] }
        days.insert(lastDay)
        let span = firstDay.days(until: lastDay)
        guard span >= 0 else { return [] }
        for offset in stride(from: 0, through: span, by: max(1, span / Self.mostDaysOfCourse + 1)) {
            days.insert(firstDay.advanced(byDays: offset))
        }
        return days.sorted().compactMap { day in
            options.asOf = day
            options.today = day
            guard let summaries = try? CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: options) else {
                return nil
            }
            // The lock is let go between days, so that nobody who writes waits for all of them.
            let row = models.predictor.withLock { predictor in predictor?.predict(summaries)[0] }
            return row.map { PastChurn(day: day, churnProbability: $0.churnProbability) }
        }
    }
}
