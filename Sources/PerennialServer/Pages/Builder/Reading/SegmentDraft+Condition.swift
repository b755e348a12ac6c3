import Facts
import JSON
import Markup
import Segments

extension SegmentDraft {
    /// A definition as the form shows it. What its fields cannot say is shown as it is spelled, so that saving changes nothing.
    init(_ condition: Condition, comma: Bool, zone: ShopTimeZone) {
        var groups = condition.groups
        if case .any(let parts) = condition, !parts.isEmpty { groups = [parts] }
        // Everybody is no condition at all.
        if case .all(let parts) = condition, parts.isEmpty { return }
        let reader = DraftReader(comma: comma, zone: zone)
        var left = Self.mostShown
        for group in groups {
            var drafts: [ConditionDraft] = []
            for condition in group {
                let draft = reader.draft(condition)
                drafts.append(draft.count <= left ? draft : .spelled(condition))
                left -= drafts.last?.count ?? 0
            }
            self.groups.append(drafts)
        }
    }
}

extension ConditionDraft {
    /// A condition as it is spelled.
    static func spelled(_ condition: Condition) -> ConditionDraft {
        var json = JSONWriter()
        condition.write(to: &json)
        return spelled(json.bytes)
    }

    /// JSON as it is.
    static func spelled(_ json: [UInt8]) -> ConditionDraft {
        var draft = ConditionDraft(.other)
        draft[.json] = String(decoding: json, as: UTF8.self).withVisibleMarks
        return draft
    }

    /// Whether its own fields show every character as it is: those that steer the direction of writing, or are not seen, they do not, and
    /// only some have lines.
    var canBeShown: Bool {
        Field.allCases.allSatisfy { field in
            let hasLines = field == .lines || field == .json
            return all(field).allSatisfy { text in
                let lines = hasLines ? text.split(separator: "\n", omittingEmptySubsequences: false) : [Substring(text)]
                return lines.allSatisfy { OutsideText(String($0), longest: .max).shown == $0 }
            }
        }
    }
}

extension String {
    /// JSON whose texts spell out the marks that pages do not show, so that it stays what it is.
    var withVisibleMarks: String {
        unicodeScalars.map { scalar in
            guard !scalar.isASCII || scalar == "\u{7F}", OutsideText(String(Character(scalar))).shown != String(Character(scalar)) else {
                return String(Character(scalar))
            }
            return String(Character(scalar)).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }.joined()
    }
}
