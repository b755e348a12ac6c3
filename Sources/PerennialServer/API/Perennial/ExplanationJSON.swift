public import Facts
public import JSON
public import Population
public import SegmentWording
public import Segments

/// What conditions saw of somebody, as JSON; the API and the command line say the same.
public struct ExplanationJSON: Sendable {
    private let words: SegmentWords
    private let ids: PublicIDs
    private let groupName: @Sendable (Observed.Joined.Group) -> SegmentNames.Group?

    /// In a language, for a shop.
    public init(
        words: SegmentWords, ids: PublicIDs, groupName: @escaping @Sendable (Observed.Joined.Group) -> SegmentNames.Group?
    ) {
        self.words = words
        self.ids = ids
        self.groupName = groupName
    }

    /// Every condition in the order of the definition, with how deep it stands.
    public func writeConditions(_ condition: ExplainedCondition, to json: inout JSONWriter) {
        json.array { json in write(condition, depth: 0, to: &json) }
    }

    private func write(_ condition: ExplainedCondition, depth: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("place", condition.place)
            json.member("depth", depth)
            let (kind, text): (String, String) =
                switch condition.kind {
                case .all: ("all", words.allHold)
                case .any: ("any", words.anyHolds)
                case .not: ("not", words.doesNotHold)
                case .test(let test, _): ("test", words.line(test))
                }
            json.member("kind", kind)
            json.member("text", text)
            json.member("holds", condition.holds)
            if case .test(let test, let observed) = condition.kind {
                json.key("observed")
                json.object { write(observed, to: &$0) }
                json.member("observed_text", words.observed(observed, by: test, group: groupName))
            }
            json.member("may_change_at", condition.mayChange.map(Timestamp.text))
        }
        for part in condition.parts { write(part, depth: depth + 1, to: &json) }
    }

    private func write(_ observed: Observed, to json: inout JSONWriter) {
        func moment(_ name: String, _ moment: Instant?, _ json: inout JSONWriter) { json.member(name, moment.map(Timestamp.text)) }
        switch observed {
        case .number(let number): json.member("number", number)
        case .moment(let at): moment("moment", at, &json)
        case .word(let word): json.member("word", word)
        case .overdue(let isOverdue): json.member("overdue", isOverdue)
        case .ranked(let number, let border):
            json.member("number", number)
            json.member("border", border)
        case .events(let events):
            json.member("count", events.count)
            json.member("sum", events.sum)
            json.member("average", events.average)
            moment("last", events.last, &json)
        case .starts(let count, let last):
            json.member("starts", count)
            moment("last_start", last, &json)
        case .value(let value):
            json.key("value")
            if let document = value.flatMap({ try? JSONDocument([UInt8]($0.utf8)) }) { json.value(document.root) } else { json.null() }
        case .groups(let groups):
            json.array("groups") { json in for group in groups { write(group, to: &json) } }
        case .consent(let consent):
            json.member("can_receive", consent.canReceive)
            json.member("subscription", consent.subscription.rawValue)
            moment("at", consent.at, &json)
            json.array("suppressions") { json in for suppression in consent.suppressions { json.string(suppression.rawValue) } }
            if let obstacle = consent.obstacle { json.member("obstacle", obstacle.rawValue) }
            if let way = consent.way {
                json.member("method", way.method)
                json.member("custom_source", way.customSource)
                json.member("is_double_opt_in", way.isDoubleOptIn)
            }
        case .country(let country): json.member("country", country)
        case .distance(let kilometers): json.member("kilometers", kilometers)
        case .drawn(let number): json.member("drawn", number)
        case .nothing: break
        }
    }

    private func write(_ joined: Observed.Joined, to json: inout JSONWriter) {
        json.object { json in
            switch joined.group {
            case .list(let list):
                json.member("type", "list")
                json.member("id", ids.id(.list, UInt64(list.value)))
            case .segment(let segment):
                json.member("type", "segment")
                json.member("id", ids.id(.segment, UInt64(segment.value)))
            }
            json.member("since", Timestamp.text(joined.since))
        }
    }
}
