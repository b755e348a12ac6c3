import Facts
import Markup

/// What was asked of the page of order values: of whom, and around which day.
struct OrderValueQuestion: Sendable, Equatable {
    /// Why a day or a number of days cannot be taken.
    enum Problem: Sendable, Equatable {
        case noDay, stillToCome, noNumber
    }

    /// The id of a segment or list; empty for everybody.
    var group = ""
    /// As it was written; empty where no day was asked for.
    var around = ""
    /// As it was written; empty for as many days as have passed since.
    var days = ""

    static let groupParameter = "group"
    static let aroundParameter = "around"
    static let daysParameter = "days"
    static let mostDays = 3_660
    private static let years = 1970...2100

    /// What was asked by the parameters of a path.
    init(_ parameter: (String) -> String? = { _ in nil }) {
        group = String((parameter(Self.groupParameter) ?? "").prefix(100))
        around = String((parameter(Self.aroundParameter) ?? "").prefix(20))
        days = String((parameter(Self.daysParameter) ?? "").filter { !$0.isWhitespace }.prefix(20))
    }

    /// The day, or what is wrong with it; neither where none was asked for.
    func day(today: ShopDay) -> (day: ShopDay?, problem: Problem?) {
        guard !around.isEmpty else { return (nil, nil) }
        guard let day = ShopDay(around), Self.years.contains(day.civil.year) else { return (nil, .noDay) }
        return day <= today ? (day, nil) : (nil, .stillToCome)
    }

    /// How many days, or what is wrong with the number; neither where none was written.
    var count: (days: Int?, problem: Problem?) {
        guard !days.isEmpty else { return (nil, nil) }
        guard let number = Int(days), (1...Self.mostDays).contains(number) else { return (nil, .noNumber) }
        return (number, nil)
    }
}
