public import Facts
import JSON

/// How long a shop keeps people of whom it has heard nothing.
///
/// Somebody is kept for so many days after the last sign of life: coming to be known, an event of one of the kinds that count, or a word on
/// whether to be written to. What others do to a profile (an import, a mail that was sent) is no sign of life unless it is named.
public struct RetentionRule: Sendable, Equatable {
    /// Days of the shop without a sign of life after which somebody is erased.
    public var days: Int
    /// The names of the metrics that count as signs of life; empty for all.
    public var metrics: [String]

    /// Days within which nothing can be erased by a rule: a slip of the finger is not to empty a shop.
    public static let fewestDays = 30

    /// A rule.
    public init(days: Int, metrics: [String]) {
        self.days = days
        self.metrics = metrics
    }

    /// The rule as a setting has it; `nil` for what is none.
    public init?(json: String) {
        guard let root = try? JSONDocument(json).root, let days = root["days"]?.int.flatMap({ Int(exactly: $0) }), days >= Self.fewestDays
        else { return nil }
        self.init(days: days, metrics: root["metrics"]?.elements.compactMap(\.string) ?? [])
    }

    /// As a JSON object.
    public var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("days", days)
            writer.array("metrics") { list in for metric in metrics { list.string(metric) } }
        }
        return writer.text
    }
}

/// Whom a rule would erase, as of a day.
public struct RetentionPreview: Sendable, Equatable {
    /// The first day that is kept: whoever gave the last sign of life before it is to be erased.
    public var firstDayKept: ShopDay
    /// How many profiles were looked at.
    public var profileCount: Int
    /// Who is to be erased, by number.
    public var profiles: [ProfileNumber]
}
