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
    /// The number of the fact that told of each order; `nil` where nobody asks.
    public var sequences: ContiguousArray<UInt32>?

    /// Nothing.
    public init() {}

    /// Gives a profile the next customer number.
    mutating func register(_ profile: ProfileNumber, identifier: UnsafeRawBufferPointer) {
        let expected = UInt32(profiles.count)
        profiles.append(profile)
        guard orders.customers.index(of: identifier) != expected else { return }
        // One's e-mail may be another's id: then the number makes it somebody else's. No file's identifier holds a zero byte.
        var other = "\u{0}\(profile.row)"
        _ = other.withUTF8 { orders.customers.index(of: UnsafeRawBufferPointer($0)) }
    }
}

extension Population {
    /// The orders and refunds of one customer: what everybody gave back of that customer's orders among them.
    public func orders(of profile: ProfileNumber) -> OrdersOfShop {
        var result = OrdersOfShop()
        var reader = OrderReader(self)
        reader.add(profile, to: &result)
        return result
    }

    /// Adds the orders and refunds of some profiles, for whoever has any.
    ///
    /// - Parameters:
    ///   - objectors: whether those of people who objected to being profiled are added, instead of everybody else's: models are fitted without
    ///     them.
    ///   - proposed: what are orders, where that is to be another thing than it is.
    public func addOrders(of rows: Range<Int>, to result: inout OrdersOfShop, objectors: Bool, by proposed: ProposedOrders? = nil) {
        var reader = OrderReader(self, proposed)
        let states = profiles.states
        let rows = rows.clamped(to: 0..<states.count)
        var start = rows.lowerBound
        while start < rows.upperBound {
            let some = (start..<min(rows.upperBound, start + OrderReader.profilesPrepared)).filter { row in
                states[row].isDisjoint(with: [.merged, .erased]) && states[row].contains(.objected) == objectors
            }
            reader.prepare(for: some)
            for row in some { reader.add(ProfileNumber(UInt32(row)), to: &result) }
            start += OrderReader.profilesPrepared
        }
    }

    /// Adds the orders and refunds of some profiles, for whoever has any, whether they objected to being profiled or not.
    ///
    /// - Parameter members: whose; `nil`: everybody's.
    public func addOrders(of rows: Range<Int>, among members: ProfileSet? = nil, to result: inout OrdersOfShop) {
        var reader = OrderReader(self)
        for row in rows.clamped(to: 0..<profiles.count) {
            let profile = ProfileNumber(UInt32(row))
            if profiles.isLive(profile), members?.contains(profile) ?? true { reader.add(profile, to: &result) }
        }
    }

    /// Calls a function with what a file of orders would call a customer: the e-mail where there is one. Sampling goes by it, so that the same
    /// orders give the same model whichever way they came.
    func withIdentifier<Result>(_ profile: ProfileNumber, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        for kind in Self.identifying where identities[Int(kind.rawValue)].hasShown(profile) {
            return identities[Int(kind.rawValue)].withShownBytes(profile, body)
        }
        return body(UnsafeRawBufferPointer(start: nil, count: 0))
    }

    private static let identifying: [IdentityKind] = [.email, .customerID, .externalID, .phone, .anonymousID]

    /// The currency of an event's number.
    func currency(_ number: UInt8) -> Currency { number == 0 ? currency : currencies[Int(number) - 1] }

    /// A value in minor units; `nil` beyond what an order may be worth.
    func minorUnits(_ value: Double, _ currency: Currency) -> Int64? {
        Self.minorUnits(value, perMajor: Double(currency.minorUnitsPerMajor))
    }

    /// A value in minor units, of which a unit of its currency has so many; `nil` beyond what an order may be worth.
    static func minorUnits(_ value: Double, perMajor: Double) -> Int64? {
        let scaled = (value * perMajor).rounded()
        guard scaled.magnitude <= Double(OrderRecord.largestMinorUnits) else { return nil }
        return Int64(scaled)
    }
}
