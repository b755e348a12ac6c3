public import Facts
import Foundation

/// Orders and refunds as the summaries take them, with whose row each customer number is.
public struct OrdersOfShop: Sendable {
    /// The orders that count, and who placed them.
    public var orders = OrderTable()
    /// Money given back.
    public var refunds: [RefundRecord] = []
    /// The profile of each customer number.
    public var profiles: [ProfileNumber] = []

    /// Nothing.
    public init() {}

    /// Gives a profile the next customer number.
    mutating func register(_ profile: ProfileNumber, identifier: String) {
        var text = identifier
        let expected = UInt32(profiles.count)
        profiles.append(profile)
        guard text.withUTF8({ orders.customers.index(of: UnsafeRawBufferPointer($0)) }) != expected else { return }
        // One's e-mail may be another's id: then the number makes it somebody else's. No file's identifier holds a zero byte.
        var other = "\u{0}\(profile.row)"
        _ = other.withUTF8 { orders.customers.index(of: UnsafeRawBufferPointer($0)) }
    }
}

extension Population {
    /// The orders and refunds of one customer: what everybody gave back of that customer's orders among them.
    public func orders(of profile: ProfileNumber) -> OrdersOfShop {
        var result = OrdersOfShop()
        addOrders(of: profile, to: &result)
        return result
    }

    /// Adds the orders and refunds of some profiles, for whoever has any.
    ///
    /// - Parameter objectors: whether those of people who objected to being profiled are added, instead of everybody else's: models are
    ///   fitted without them.
    public func addOrders(of rows: Range<Int>, to result: inout OrdersOfShop, objectors: Bool) {
        for row in rows.clamped(to: 0..<profiles.count) {
            let profile = ProfileNumber(UInt32(row))
            guard profiles.isLive(profile), hasObjected(profile) == objectors else { continue }
            addOrders(of: profile, to: &result)
        }
    }

    private func addOrders(of profile: ProfileNumber, to result: inout OrdersOfShop) {
        let customer = UInt32(result.profiles.count)
        var isKnown = false
        func register() {
            guard !isKnown else { return }
            isKnown = true
            result.register(profile, identifier: identifier(profile))
        }
        if let metric = mapping[.revenue], metric.index < events.count {
            events[metric.index].forEach(profile) { event in
                guard isCountedOnce(event) else { return }
                let currency = currency(event.currency)
                guard let number = result.orders.number(of: currency), let minorUnits = minorUnits(event.value, currency) else { return }
                register()
                result.orders.append(
                    OrderRecord(
                        customer: customer, secondsSince1970: event.seconds, minorUnits: max(0, minorUnits), currency: number,
                        isDateOnly: false), orderID: event.order)
                for refund in book.refunds(event.order) where event.order != 0 {
                    let currency = self.currency(refund.currency)
                    guard let number = result.orders.number(of: currency) else { continue }
                    result.refunds.append(
                        RefundRecord(
                            customer: customer, secondsSince1970: refund.seconds,
                            minorUnits: refund.value.flatMap { self.minorUnits(abs($0), currency) },
                            currency: number, orderID: event.order))
                }
            }
        }
        guard let metric = mapping[.refundedSales], metric.index < events.count else { return }
        events[metric.index].forEach(profile) { event in
            guard !browserFacts.contains(event.sequence) else { return }
            // Refunds of known orders came with their order.
            if event.order != 0, book.place(event.order) != nil { return }
            let currency = currency(event.currency)
            guard let number = result.orders.number(of: currency), let minorUnits = minorUnits(abs(event.value), currency) else { return }
            register()
            result.refunds.append(
                RefundRecord(
                    customer: customer, secondsSince1970: event.seconds, minorUnits: minorUnits, currency: number, orderID: event.order))
        }
    }

    /// What a file of orders would call a customer: the e-mail where there is one. Sampling goes by it, so that the same orders give the
    /// same model whichever way they came.
    private func identifier(_ profile: ProfileNumber) -> String {
        for kind in [IdentityKind.email, .customerID, .externalID, .phone, .anonymousID] {
            if let text = identity(kind, of: profile) { return text }
        }
        return ""
    }

    /// The currency of an event's number.
    func currency(_ number: UInt8) -> Currency { number == 0 ? currency : currencies[Int(number) - 1] }

    /// A value in minor units; `nil` beyond what an order may be worth.
    func minorUnits(_ value: Double, _ currency: Currency) -> Int64? {
        let scaled = (value * Double(currency.minorUnitsPerMajor)).rounded()
        guard scaled.magnitude <= Double(OrderRecord.largestMinorUnits) else { return nil }
        return Int64(scaled)
    }
}
