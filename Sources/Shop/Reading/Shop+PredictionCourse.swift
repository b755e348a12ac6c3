import CustomerValue
public import Facts
public import Population
import Synchronization

/// What the model in use says of a customer at the end of a past day, by the orders until then.
public struct PastOutlook: Sendable, Equatable {
    /// The day.
    public var day: ShopDay
    /// Orders until then.
    public var numberOfOrders: Int
    /// What they brought, in minor units of the shop's currency.
    public var historicMinorUnits: Int64
    /// What would have been predicted.
    public var prediction: CustomerScore.Prediction
}

extension Shop {
    /// The most days of a course: longer ones are told every few days, and on each day with an order while there are no more than as many.
    public static let mostDaysOfCourse = 100

    /// What the model in use would have predicted of a customer, from the first order until today, at the end of each day. A longer course has every
    /// second or further day, the days with an order (where they are no more than ``mostDaysOfCourse``), and today.
    ///
    /// - Returns: in order; empty for whoever nothing is predicted of.
    public func predictionCourse(of profile: ProfileNumber) -> [PastOutlook] {
        guard let (orders, score) = predicted(profile), let first = score.firstOrder else { return [] }
        let zone = settings.timeZone
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
        return outlooks(orders, on: days.sorted())
    }

    /// The same at the end of some days; days of which it says nothing are left out.
    public func pastOutlooks(of profile: ProfileNumber, on days: [ShopDay]) -> [PastOutlook] {
        guard let (orders, score) = predicted(profile) else { return [] }
        return outlooks(orders, on: days.filter { $0 <= score.asOf })
    }

    /// A customer's orders, where something is predicted of them.
    private func predicted(_ profile: ProfileNumber) -> (OrdersOfShop, CustomerScore)? {
        read { population in
            guard population.isLive(profile), !population.hasObjected(profile), let score = population.scores[profile],
                score.prediction != nil
            else { return nil }
            return (population.orders(of: profile), score)
        }
    }

    private func outlooks(_ orders: OrdersOfShop, on days: [ShopDay]) -> [PastOutlook] {
        var options = summaryOptions
        return days.compactMap { day in
            options.asOf = day
            options.today = day
            guard let summaries = try? CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: options) else {
                return nil
            }
            // The lock is let go between days, so that nobody who writes waits for all of them.
            let predictions = models.predictor.withLock { predictor in predictor?.predict(summaries) }
            guard let score = CustomerScore(0, summaries: summaries, predictions: predictions, rfm: nil) else { return nil }
            return score.prediction.map {
                PastOutlook(
                    day: day, numberOfOrders: Int(score.numberOfOrders), historicMinorUnits: score.historicMinorUnits, prediction: $0)
            }
        }
    }
}
