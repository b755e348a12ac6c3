/// A calendar month in the shop's time zone.
public struct ShopMonth: Hashable, Comparable, Sendable {
    /// Whole months since January 1970; negative before it.
    public var monthsSince1970: Int32

    /// The month so many months after January 1970.
    public init(monthsSince1970: Int32) {
        self.monthsSince1970 = monthsSince1970
    }

    /// The month in which a day lies.
    public init(_ day: ShopDay) {
        let civil = day.civil
        monthsSince1970 = Int32(clamping: (civil.year - 1970) * 12 + civil.month - 1)
    }

    /// The calendar year.
    public var year: Int {
        let months = Int(monthsSince1970)
        return 1970 + (months >= 0 ? months : months - 11) / 12
    }

    /// The month of the year, 1 to 12.
    public var month: Int { Int(monthsSince1970) - (year - 1970) * 12 + 1 }

    /// Its first day.
    public var firstDay: ShopDay { ShopDay(daysSince1970: ShopDay.daysSince1970(year: year, month: month, day: 1)) }

    /// Its last day.
    public var lastDay: ShopDay { firstDay.advanced(byDays: ShopDay.length(ofMonth: month, year: year) - 1) }

    /// The month so many months later.
    public func advanced(byMonths months: Int) -> ShopMonth {
        ShopMonth(monthsSince1970: Int32(clamping: Int(monthsSince1970) + months))
    }

    /// Months from one month to another; negative when `other` is earlier.
    public func months(until other: ShopMonth) -> Int { Int(other.monthsSince1970) - Int(monthsSince1970) }

    /// Earlier comes first.
    public static func < (a: ShopMonth, b: ShopMonth) -> Bool { a.monthsSince1970 < b.monthsSince1970 }
}

extension ShopMonth: CustomStringConvertible {
    /// ISO 8601: `2024-12`.
    public var description: String { String(firstDay.description.dropLast(3)) }
}
