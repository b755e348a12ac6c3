/// How the year, the week and the day go in the shop.
enum Season {
    /// Demand at the middle of each month beside a usual day: quiet in summer, loud before Christmas.
    private static let months: [Double] = [0.94, 0.90, 0.94, 0.96, 0.98, 0.90, 0.76, 0.72, 0.98, 1.08, 1.36, 1.48]
    /// Monday to Sunday.
    private static let weekdays: [Double] = [1.08, 1.04, 1.02, 1.00, 0.92, 0.90, 1.12]

    /// Demand on a day beside a usual day.
    static func demand(month: Int, dayOfMonth: Int, weekday: Int) -> Double {
        let position = Double(month - 1) + (Double(dayOfMonth) - 0.5) / 30.5
        let fromMiddle = position - 0.5
        let lower = Int(fromMiddle.rounded(.down))
        let share = fromMiddle - Double(lower)
        let base = months[(lower + 12) % 12] * (1 - share) + months[(lower + 1) % 12] * share
        return base * weekdays[weekday] * occasion(month: month, dayOfMonth: dayOfMonth, weekday: weekday)
    }

    /// Whether the day lies in the Friday to Monday after the fourth Thursday of November.
    static func isBlackFriday(month: Int, dayOfMonth: Int, weekday: Int) -> Bool {
        switch weekday {
        case 4: month == 11 && (23...29).contains(dayOfMonth)
        case 5: month == 11 && (24...30).contains(dayOfMonth)
        case 6: month == 11 && (25...30).contains(dayOfMonth) || month == 12 && dayOfMonth == 1
        case 0: month == 11 && (26...30).contains(dayOfMonth) || month == 12 && dayOfMonth <= 2
        default: false
        }
    }

    /// Whether the summer sale is on.
    static func isSummerSale(month: Int, dayOfMonth: Int) -> Bool {
        month == 6 && dayOfMonth >= 26 || month == 7 && dayOfMonth <= 12
    }

    /// Whether people buy for others.
    static func isGiftSeason(month: Int, dayOfMonth: Int) -> Bool {
        month == 11 && dayOfMonth >= 12 || month == 12 && dayOfMonth <= 23
    }

    private static func occasion(month: Int, dayOfMonth: Int, weekday: Int) -> Double {
        if isBlackFriday(month: month, dayOfMonth: dayOfMonth, weekday: weekday) { return weekday == 4 ? 2.3 : 1.7 }
        if isSummerSale(month: month, dayOfMonth: dayOfMonth) { return 1.25 }
        switch (month, dayOfMonth) {
        case (12, 8...18): return 1.25
        case (12, 22...26): return 0.45
        case (1, 1): return 0.5
        case (1, 8...20): return 1.1
        default: return 1
        }
    }
}

/// At which hour of the day things are done.
enum Hours {
    /// Orders and visits on the website, by the hour of the buyer's clock.
    static let web: [Double] =
        [8, 4, 2, 1, 1, 2, 6, 16, 28, 36, 40, 42, 46, 44, 38, 36, 37, 42, 50, 58, 72, 78, 56, 24].runningSums
    /// At the till.
    static let counter: [Double] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 12, 11, 7, 8, 10, 12, 13, 10, 0, 0, 0, 0, 0].runningSums

    /// A second of the day.
    static func second(_ hours: [Double], _ dice: inout Dice) -> Int {
        dice.place(inRunningSums: hours) * 3600 + dice.below(3600)
    }
}
