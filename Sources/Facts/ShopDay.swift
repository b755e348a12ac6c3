/// A calendar day in the shop's time zone, counted in days since 1970-01-01.
///
/// Models count days, not moments: all orders of a customer on one shop day are one purchase.
public struct ShopDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public var daysSince1970: Int32

    /// The day so many days after 1970-01-01.
    public init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    /// A day of the Gregorian calendar; `nil` when there is no such day (2023-02-29).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, (-9999...9999).contains(year), day <= ShopDay.length(ofMonth: month, year: year) else {
            return nil
        }
        daysSince1970 = ShopDay.daysSince1970(year: year, month: month, day: day)
    }

    /// A day written `2024-12-31`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The days since 1970-01-01 of a day that is known to exist.
    ///
    /// Howard Hinnant's `days_from_civil`: the year is made to begin in March, so that the leap day comes last.
    @inlinable
    public static func daysSince1970(year: Int, month: Int, day: Int) -> Int32 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
    }

    /// The number of days of a month, 1 to 12.
    @inlinable
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: return 30
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: return 31
        }
    }

    /// Year, month (1 to 12) and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }

    /// The day so many days later.
    public func advanced(byDays days: Int) -> ShopDay {
        ShopDay(daysSince1970: Int32(clamping: Int(daysSince1970) + days))
    }

    /// Days from one day to another; negative when `other` is earlier.
    public func days(until other: ShopDay) -> Int {
        Int(other.daysSince1970) - Int(daysSince1970)
    }

    /// Earlier comes first.
    public static func < (a: ShopDay, b: ShopDay) -> Bool { a.daysSince1970 < b.daysSince1970 }
}

extension ShopDay: CustomStringConvertible {
    /// ISO 8601: `2024-12-31`.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends ``description`` to bytes: for many in a row.
    public func append(to bytes: inout [UInt8]) {
        let (year, month, day) = civil
        if (0...9_999).contains(year) {
            bytes.append(twoDigits: year / 100)
            bytes.append(twoDigits: year % 100)
        } else {
            let digits = String(year)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, 4 - digits.count)))
            bytes.append(contentsOf: digits.utf8)
        }
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: month)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: day)
    }
}
