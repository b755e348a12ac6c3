public import Facts

/// Why no history can be made.
public enum RFMHistoryError: Error, Sendable, Equatable {
    /// The orders cannot be counted.
    case orders(SummaryError)
    /// The time from the first order to the last day is too long to be kept.
    case tooManyDays(found: Int, most: Int)
}

extension RFMHistory {
    /// The longest history, in days: 179 years.
    public static let mostDays = 65_535

    /// Works out the history from orders and refunds.
    ///
    /// - Parameters:
    ///   - orders: the orders, given up so that their memory can be given back on the way.
    ///   - refunds: money given back; each counts from its own day on.
    ///   - options: how orders are counted; its as-of day is the last day.
    ///   - settings: how customers are scored, without ``RFMSettings/faults``.
    ///   - settlesOnLastDay: whether borders are settled on the last day too, as a fit of that day would: its groups are then those of
    ///     ``RFMScores/init(_:settings:)``.
    ///   - keeping: given the last day, the days of which everybody's group, orders and revenue are kept (``snapshots``); what lies outside
    ///     the history is as on its ends.
    /// - Complexity: linear in orders and changes, and in customers for each settling that must look among values.
    public init(
        orders: consuming OrderTable, refunds: [RefundRecord], options: SummaryOptions, settings: RFMSettings,
        settlesOnLastDay: Bool = false, keeping: (_ lastDay: ShopDay) -> [ShopDay] = { _ in [] }
    ) throws(RFMHistoryError) {
        let states: PurchaseStates
        do throws(SummaryError) {
            states = try PurchaseStates(orders: orders, refunds: refunds, options: options)
        } catch {
            throw .orders(error)
        }
        let days = states.days
        guard days.count <= Self.mostDays else { throw .tooManyDays(found: days.count, most: Self.mostDays) }
        self.init(
            customers: states.customers, currency: states.currency, timeZone: options.timeZone, settings: settings, origin: days.origin,
            lastDay: states.asOf)
        leftOut = states.leftOut
        let timeline = BorderTimeline(states, settings: settings, settlesOnLastDay: settlesOnLastDay)
        borders = zip(timeline.days, timeline.borders).map { (days.origin.advanced(byDays: Int($0)), $1) }
        var writer = SnapshotWriter(keeping(states.asOf), days: days, customers: states.customers.count)
        self.days.reserveCapacity(states.customers.count * 4)
        changes.reserveCapacity(states.customers.count * 4)
        var course = GroupCourse(timeline, settings: settings, lastDay: Int32(days.count - 1))
        var own: [PurchaseState] = []
        for customer in 0..<states.customers.count {
            own.removeAll(keepingCapacity: true)
            states.forEach(of: customer) { own.append($0) }
            if !own.isEmpty {
                course.follow(own) { day, change in
                    self.days.append(UInt16(clamping: day))
                    changes.append(change)
                }
            }
            starts.append(UInt32(changes.count))
            if !own.isEmpty { writer.write(customer, own, self) }
        }
        self.snapshots = writer.snapshots
    }
}
