import Markup
import Segments
import Wording

// Comparisons of numbers and times.
extension ConditionView {
    static let comparisons: [(value: String, phrase: Phrase)] = [
        ("less-than-or-equal", Phrase.Builder.atMost), ("less-than", Phrase.Builder.lessThan),
        ("greater-than-or-equal", Phrase.Builder.atLeast), ("greater-than", Phrase.Builder.moreThan), ("equals", Phrase.Builder.equals),
        ("not-equals", Phrase.Builder.notEquals), ("between", Phrase.Builder.between),
    ]

    /// How a number is compared, and with what.
    func number(css: String = "", units: [Node]) -> Node {
        .div("number" + (css.isEmpty ? "" : " " + css)) {
            select(
                .op, Phrase.Builder.comparison,
                choices(Self.comparisons) { $0 == "between" ? "is-two" : "is-one" },
                value: Self.comparisons.contains { $0.value == draft[.op] } ? nil : "less-than-or-equal")
            text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short", unit: units)
            text(.n2, Phrase.Builder.upTo, keys: .decimal, longest: 40, css: "short for-two", unit: units)
        }
    }

    /// In which time something happened or happens.
    enum Times {
        case events, funnels, joining, dates, consents

        fileprivate var offered: [(value: String, phrase: Phrase)] {
            let spans: [(String, Phrase)] = [
                ("in-the-last", Phrase.Builder.inTheLast), ("at-least", Phrase.Builder.atLeastAgo),
                ("between", Phrase.Builder.betweenAgo),
            ]
            let days: [(String, Phrase)] = [
                ("before", Phrase.Builder.before), ("after", Phrase.Builder.after), ("between-static", Phrase.Builder.betweenDates),
            ]
            let next: [(String, Phrase)] = [("in-the-next", Phrase.Builder.inTheNext)]
            let ever: [(String, Phrase)] = [("alltime", Phrase.Builder.allTime)]
            let years: [(String, Phrase)] = [
                ("anniversary-next", Phrase.Builder.anniversaryNext), ("anniversary-last", Phrase.Builder.anniversaryLast),
            ]
            let months: [(String, Phrase)] = [
                ("anniversary", Phrase.Builder.anniversary), ("anniversary-month", Phrase.Builder.anniversaryMonth),
                ("calendar-month", Phrase.Builder.calendarMonth),
            ]
            switch self {
            case .events: return ever + spans + days + next + years
            case .funnels: return ever + spans + [("between-static", Phrase.Builder.betweenDates)] + next
            case .joining: return ever + spans + days + next
            case .dates: return next + spans + days + years + months
            case .consents: return spans + days + [(ConditionDraft.isKnown, Phrase.Builder.isKnown)] + next + years + months
            }
        }
    }

    /// A time, with the fields that each way of saying it needs.
    func time(_ times: Times, css: String = "") -> Node {
        .div("when" + (css.isEmpty ? "" : " " + css)) {
            select(.when, Phrase.Builder.time, choices(times.offered, css: Self.needs))
            text(.q, Phrase.Builder.howMany, keys: .numeric, longest: 10, css: "short for-span")
            text(.q2, Phrase.Builder.upTo, keys: .numeric, longest: 10, css: "short for-range")
            unit
            day(.d, Phrase.Builder.date, css: "for-date")
            day(.d2, Phrase.Builder.upTo, css: "for-dates")
            month
        }
    }

    /// By which classes the style shows the fields that a way of saying a time needs.
    private static func needs(_ value: String) -> String {
        switch value {
        case "alltime", "anniversary", "anniversary-month", ConditionDraft.isKnown: "t-none"
        case "before", "after": "t-date"
        case "between-static": "t-dates"
        case "between": "t-range"
        case "calendar-month": "t-month"
        default: "t-span"
        }
    }

    /// A day, or a moment to the minute or second where that is what is asked.
    private func day(_ field: ConditionDraft.Field, _ label: Phrase, css: String) -> Node {
        let isMoment = draft[field].contains("T")
        let hasSeconds = draft[field].count { $0 == ":" } > 1
        return text(field, label, kind: isMoment ? .moment : .date, longest: 20, step: hasSeconds ? "1" : "", css: css)
    }

    private var unit: Node {
        .div("for-span") {
            select(
                .unit, Phrase.Builder.unit,
                choices([("day", Phrase.Builder.days), ("week", Phrase.Builder.weeks), ("hour", Phrase.Builder.hours)]),
                value: draft[.unit].isEmpty ? "day" : nil)
        }
    }

    private var month: Node {
        .div("for-month") {
            select(
                .month, Phrase.Builder.calendarMonth,
                [Choices.Group("", (1...12).map { Choices.Option("\($0)", setting.format.monthName($0)) })],
                value: draft[.month].isEmpty ? "1" : nil)
        }
    }
}
