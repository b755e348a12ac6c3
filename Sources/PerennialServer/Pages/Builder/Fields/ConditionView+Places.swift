import Markup
import Wording

// Where someone lives, a part drawn by chance, and what no fields show.
extension ConditionView {
    var region: Node {
        .div("fields") {
            either(Phrase.Builder.livesIn, Phrase.Builder.livesOutside, label: Phrase.Builder.comparison, isFirst: true)
            select(
                .what, Phrase.Builder.regionLabel,
                choices([
                    ("european_union", Phrase.Builder.europeanUnion), ("united_states", Phrase.Builder.unitedStates),
                ]))
        }
    }

    var distance: Node {
        .div("fields") {
            select(
                .op, Phrase.Builder.comparison,
                choices([("less-than", Phrase.Builder.nearerThan), ("greater-than", Phrase.Builder.fartherThan)]), isFirst: true)
            text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short")
            select(.unit, Phrase.Builder.unit, choices([("kilometers", Phrase.Builder.kilometers), ("miles", Phrase.Builder.miles)]))
            text(.country, Phrase.Builder.country, hint: words(Phrase.Builder.countryHint), longest: 3, css: "short")
            text(.code, Phrase.Builder.postalCode, hint: words(Phrase.Builder.postalCode), longest: 16)
        }
    }

    var sample: Node {
        .div("fields") {
            text(
                .n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short",
                unit: [.text("% " + words(Phrase.Builder.ofEverybody))], isFirst: true)
            text(.seed, Phrase.Builder.seed, keys: .numeric, longest: 10, css: "short", unit: [.text(words(Phrase.Builder.seed))])
        }
    }

    var other: Node {
        .div("fields") {
            if !draft[.json].isEmpty { Node.p("note", words(Phrase.Builder.keptAsItIs)) }
            lines(.json, Phrase.Builder.asJSON, longest: 1_000_000, rows: 6)
        }
    }
}
