import Facts

/// What tells apart rows that have no id of their own: all that they say, and their place among rows that say the same.
///
/// So a file that is taken in twice changes nothing, and two equal rows of one file both count.
struct UniqueIDs: Sendable {
    /// What a row is, so that an order is never taken for a refund of the same amount.
    enum Kind: UInt64 {
        case order = 1
        case refund
        /// What the order's own row says was given back.
        case refundToldWithOrder
    }

    private var seen: [UInt64: UInt32] = [:]

    /// The fingerprint of the next row that says this.
    mutating func next(_ kind: Kind, of who: UInt64, seconds: UInt32, minorUnits: Int64, currency: Currency) -> UInt64 {
        let what = Self.fingerprint(kind, of: who, seconds: seconds, minorUnits: minorUnits, currency: currency)
        let ordinal = seen[what, default: 0]
        seen[what] = ordinal + 1
        return ordinal == 0 ? what : Self.fingerprint((what, UInt64(ordinal), 0, 0))
    }

    /// The fingerprint of what a row says.
    static func fingerprint(_ kind: Kind, of who: UInt64, seconds: UInt32, minorUnits: Int64, currency: Currency) -> UInt64 {
        let code = currency.code.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return fingerprint((who, UInt64(seconds), UInt64(bitPattern: minorUnits), kind.rawValue << 32 | code))
    }

    private static func fingerprint(_ words: (UInt64, UInt64, UInt64, UInt64)) -> UInt64 {
        withUnsafeBytes(of: (words.0.littleEndian, words.1.littleEndian, words.2.littleEndian, words.3.littleEndian)) {
            Fingerprint($0).value
        }
    }
}
