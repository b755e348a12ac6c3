/// An exact amount: whole minor units of a currency.
public struct Money: Hashable, Sendable {
    /// Cents, pence, grosze: the smallest unit of the currency.
    public var minorUnits: Int64
    /// What the units are of.
    public var currency: Currency

    /// An amount in minor units.
    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

extension Money: CustomStringConvertible {
    /// The amount in the currency's decimals and its code: `1234.50 EUR`.
    public var description: String { "\(decimalText) \(currency)" }

    /// The amount alone, with the currency's decimals and a point: `1234.50`.
    public var decimalText: String {
        let scale = UInt64(currency.minorUnitsPerMajor)
        let magnitude = minorUnits.magnitude
        let sign = minorUnits < 0 ? "-" : ""
        guard currency.decimals > 0 else { return "\(sign)\(magnitude)" }
        let fraction = String(magnitude % scale)
        return "\(sign)\(magnitude / scale).\(String(repeating: "0", count: currency.decimals - fraction.count))\(fraction)"
    }
}
