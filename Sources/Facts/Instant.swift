/// A moment, in whole seconds of UTC since 1970-01-01T00:00:00Z.
///
/// Whole seconds are what shops and Klaviyo's interface keep; leap seconds are not counted, as in Unix time.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public var secondsSince1970: Int64

    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Earlier comes first.
    public static func < (a: Instant, b: Instant) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, to the second: `2024-12-31T23:59:59Z`.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends ``description`` to bytes: for many in a row.
    public func append(to bytes: inout [UInt8]) {
        let day = ShopDay(daysSince1970: Int32(clamping: floorDivide(secondsSince1970, 86_400)))
        let second = Int(clamping: secondsSince1970 - Int64(day.daysSince1970) * 86_400)
        day.append(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(twoDigits: second / 3600)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(twoDigits: second / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(twoDigits: second % 60)
        bytes.append(UInt8(ascii: "Z"))
    }
}

extension [UInt8] {
    /// Appends a number as two digits, as clocks and calendars have them; of one that has more the last two.
    mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}

/// Division that rounds towards minus infinity, as calendars need it before 1970.
@inlinable
public func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}
