import Markup
import SegmentWording
import Segments
import Wording

// Properties about someone, and what values must be.
extension ConditionView {
    var property: Node {
        let standard = ProfileProperty.standardNames.map { Choices.Option($0, labels.property(.standard($0))) }
        let own = model.choices.properties.map { spelled in
            Choices.Option(spelled, ProfileProperty(spelled: spelled).map { labels.property($0) } ?? spelled)
        }
        let another = Choices.Option("custom", words(Phrase.Builder.anotherProperty), css: "is-custom")
        return .div("fields properties") {
            select(
                .what, Phrase.Builder.propertyLabel,
                [
                    Choices.Group("", choose), Choices.Group(words(Phrase.Builder.ownProperties), own + [another]),
                    Choices.Group(words(Phrase.Builder.standardProperties), standard),
                ],
                isFirst: true)
            text(.text, Phrase.Builder.propertyName, hint: words(Phrase.Builder.propertyName), longest: 300, css: "for-custom")
            value
        }
    }

    /// How a value is compared, and with what.
    var value: Node {
        .group {
            select(.op, Phrase.Builder.comparison, operators)
            text(.value, Phrase.Builder.value, longest: DefinitionLimits.textBytes, css: "for-text")
            Node.div("for-lines") { lines(.lines, Phrase.Builder.onePerLine, longest: 100_000) }
            text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short for-number")
            text(.n2, Phrase.Builder.upTo, keys: .decimal, longest: 40, css: "short for-two")
            if model.offersDates { time(.dates, css: "for-moment") }
        }
    }

    private var operators: [Choices.Group] {
        func group(_ title: Phrase, _ type: String, _ entries: [(String, Phrase)], _ css: (String) -> String) -> Choices.Group {
            Choices.Group(words(title), entries.map { Choices.Option("\(type):\($0.0)", words($0.1), css: css($0.0)) })
        }
        let plain = [
            group(Phrase.Builder.ofText, "string", Self.ofTexts) { ConditionDraftWriter.ofSeveral.contains($0) ? "v-lines" : "v-text" },
            group(Phrase.Builder.ofNumber, "numeric", Self.comparisons.map { ($0.value, $0.phrase) }) {
                $0 == "between" ? "v-number v-two" : "v-number"
            },
        ]
        let dates = model.offersDates ? [group(Phrase.Builder.ofDate, "date", [("", Phrase.Builder.dateIs)]) { _ in "v-date" }] : []
        let others = [
            group(Phrase.Builder.ofList, "list", Self.ofLists) { name in
                name.hasPrefix("length-") || name.hasSuffix("-number")
                    ? "v-number" : ConditionDraftWriter.ofSeveral.contains(name) ? "v-lines" : "v-text"
            },
            group(Phrase.Builder.ofTruth, "boolean", [("true", Phrase.Builder.isTrue), ("false", Phrase.Builder.isFalse)]) { _ in "v-none"
            },
            group(
                Phrase.Builder.ofExistence, "existence", [("is-set", Phrase.Builder.isSet), ("not-set", Phrase.Builder.isNotSet)]
            ) { _ in "v-none" },
        ]
        return plain + dates + others
    }

    private static let ofTexts: [(String, Phrase)] = [
        ("equals", Phrase.Builder.equals), ("not-equals", Phrase.Builder.notEquals), ("contains", Phrase.Builder.contains),
        ("not-contains", Phrase.Builder.notContains), ("starts-with", Phrase.Builder.startsWith),
        ("not-starts-with", Phrase.Builder.notStartsWith), ("ends-with", Phrase.Builder.endsWith),
        ("not-ends-with", Phrase.Builder.notEndsWith), ("in", Phrase.Builder.isOneOf), ("not-in", Phrase.Builder.isNotOneOf),
        ("regex", Phrase.Builder.matches), ("nregex", Phrase.Builder.notMatches),
        ("phone-country-code-in", Phrase.Builder.phoneOf), ("phone-country-code-not-in", Phrase.Builder.phoneNotOf),
    ]

    private static let ofLists: [(String, Phrase)] = [
        ("contains", Phrase.Builder.listContains), ("not-contains", Phrase.Builder.listContainsNot),
        ("contains-any", Phrase.Builder.listContainsAny), ("not-contains-any", Phrase.Builder.listContainsNone),
        ("contains-all", Phrase.Builder.listContainsAll), ("not-contains-all", Phrase.Builder.listLacksSome),
        ("contains-substring", Phrase.Builder.listHasText), ("not-contains-substring", Phrase.Builder.listHasNoText),
        ("contains-starts-with", Phrase.Builder.listHasStart), ("not-contains-starts-with", Phrase.Builder.listHasNoStart),
        ("contains-ends-with", Phrase.Builder.listHasEnd), ("not-contains-ends-with", Phrase.Builder.listHasNoEnd),
        ("contains-number", Phrase.Builder.listHasNumber), ("not-contains-number", Phrase.Builder.listHasNotNumber),
        ("length-equals", Phrase.Builder.lengthEquals), ("length-less-than", Phrase.Builder.lengthLess),
        ("length-less-than-or-equal", Phrase.Builder.lengthAtMost), ("length-greater-than", Phrase.Builder.lengthMore),
        ("length-greater-than-or-equal", Phrase.Builder.lengthAtLeast),
    ]
}
