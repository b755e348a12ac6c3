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
        self.groups = groups.map { group in group.map { ConditionDraft($0, comma: comma, zone: zone) } }
    }
}

extension ConditionDraft {
    /// One condition as fields; as it is spelled where fields would say something else.
    init(_ condition: Condition, comma: Bool, zone: ShopTimeZone) {
        let spelled = Self.spelled(condition)
        if case .test(let test) = condition, let draft = DraftReader(comma: comma, zone: zone).draft(test),
            draft.canBeShown, Self.says(draft, condition, zone)
        {
            self = draft
        } else {
            self.init(.other)
            self[.json] = spelled
        }
    }

    /// Whether fields say a condition: read again they must mean it exactly.
    private static func says(_ draft: ConditionDraft, _ condition: Condition, _ zone: ShopTimeZone) -> Bool {
        var writer = ConditionDraftWriter(draft, zone)
        guard let bytes = writer.bytes(), let document = try? JSONDocument(bytes), let read = try? Condition(definition: document.root)
        else { return false }
        return read.alike == condition.alike
    }

    private static func spelled(_ condition: Condition) -> String {
        var json = JSONWriter()
        condition.write(to: &json)
        return json.text.withVisibleMarks
    }

    /// Whether fields show every character as it is: those that steer the direction of writing, or are not seen, they do not.
    private var canBeShown: Bool {
        Field.allCases.allSatisfy { field in
            all(field).allSatisfy { text in
                text.split(whereSeparator: \.isNewline).allSatisfy { OutsideText(String($0), longest: .max).shown == $0 }
            }
        }
    }
}

extension Condition {
    /// The same, with lists of one word as that word: they mean the same.
    fileprivate var alike: Condition {
        switch self {
        case .all(let parts), .any(let parts): parts.count == 1 ? parts[0].alike : self
        case .test(.word(let dimension, let filter)): .test(.word(dimension, filter.alike(dimension)))
        case .test(.model(let test)):
            if case .group(let dimension, let filter) = test.question {
                .test(.model(RFMModelTest(model: test.model, question: .group(dimension, filter.alike(dimension)))))
            } else {
                self
            }
        case .not, .test: self
        }
    }
}

extension TextFilter {
    /// The words that are meant, in the order in which there are any.
    fileprivate func alike(_ dimension: WordDimension) -> TextFilter {
        switch self {
        case .equals(let word): .among([word])
        case .notEquals(let word): .notAmong([word])
        case .among(let words): .among(dimension.words.filter { words.contains($0) })
        case .notAmong(let words): .notAmong(dimension.words.filter { words.contains($0) })
        default: self
        }
    }
}

extension String {
    /// JSON whose texts spell out the marks that pages do not show, so that it stays what it is.
    var withVisibleMarks: String {
        unicodeScalars.map { scalar in
            guard !scalar.isASCII, OutsideText(String(Character(scalar))).shown != String(Character(scalar)) else {
                return String(Character(scalar))
            }
            return String(Character(scalar)).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }.joined()
    }
}
