import Facts
import Markup
import SegmentWording
import Segments
import Wording

// The fields of each kind of condition.
extension ConditionView {
    // MARK: Predictive analytics

    var predicted: Node {
        .div("fields predicted") {
            select(.what, Phrase.Builder.indicator, dimensions, isFirst: true)
            number(css: "for-number", units: units)
            time(.dates, css: "for-moment")
            wordChoices
            Node.div("for-overdue") { either(Phrase.Builder.isSo, Phrase.Builder.isNotSo, label: Phrase.Builder.comparison) }
            rfmModel
        }
    }

    private var dimensions: [Choices.Group] {
        func numbers(_ some: [NumberDimension]) -> [Choices.Option] {
            some.map { Choices.Option($0.rawValue, labels.label($0), css: "k-number " + Self.unit($0) + ($0.isOfRFM ? " k-rfm" : "")) }
        }
        func moments(_ some: [MomentDimension]) -> [Choices.Option] {
            some.map { Choices.Option($0.rawValue, labels.label($0), css: "k-moment" + ($0 == .rfmGroupChanged ? " k-rfm" : "")) }
        }
        func words(_ some: [WordDimension]) -> [Choices.Option] {
            some.map { Choices.Option($0.rawValue, labels.label($0), css: "k-word k-\($0.rawValue)" + ($0.isOfRFM ? " k-rfm" : "")) }
        }
        let overdue = Choices.Option("overdue", self.words(Phrase.Builder.overdue), css: "k-overdue")
        return [
            Choices.Group(
                self.words(Phrase.Builder.ofValue),
                numbers([.predictedCLV, .historicCLV, .totalCLV]) + words([.clvCategory])
                    + numbers([.averageOrderValue, .predictedCLVLow, .predictedCLVHigh])),
            Choices.Group(
                self.words(Phrase.Builder.ofReturn),
                numbers([.churnProbability]) + [overdue] + moments([.expectedDateOfNextPurchase]) + words([.purchaseLikelihood])
                    + numbers([.probabilityOfOrder, .predictedNumberOfOrders, .moneyAtStake])),
            Choices.Group(
                self.words(Phrase.Builder.ofOrders),
                numbers([.historicNumberOfOrders, .averageDaysBetweenOrders]) + moments([.firstOrder, .lastOrder])),
            Choices.Group(
                self.words(Phrase.Builder.ofRFM),
                words([.rfmGroup, .previousRFMGroup]) + moments([.rfmGroupChanged])
                    + numbers([.rfmRecency, .rfmFrequency, .rfmMonetary])),
        ]
    }

    /// By which class the style shows the unit of a number.
    private static func unit(_ dimension: NumberDimension) -> String {
        switch dimension {
        case .averageOrderValue, .historicCLV, .predictedCLV, .totalCLV, .predictedCLVLow, .predictedCLVHigh, .moneyAtStake: "u-money"
        case .churnProbability, .probabilityOfOrder: "u-share"
        case .averageDaysBetweenOrders: "u-days"
        case .historicNumberOfOrders, .predictedNumberOfOrders, .rfmRecency, .rfmFrequency, .rfmMonetary: "u-plain"
        }
    }

    private var units: [Node] {
        [
            .element(.span, [.css("unit for-money")], [.text(setting.currency == .none ? "" : setting.currency.code)]),
            .element(.span, [.css("unit for-share")], [.text("%")]),
            .element(.span, [.css("unit for-days")], [.text(words(Phrase.Builder.days))]),
        ]
    }

    private var wordChoices: Node {
        .group {
            Node.div("for-word") {
                select(
                    .which, Phrase.Builder.comparison, choices([("any", Phrase.Builder.isAnyOf), ("none", Phrase.Builder.isNoneOf)]),
                    value: draft[.which].isEmpty ? "any" : nil)
            }
            for dimension in WordDimension.allCases {
                ticks(
                    .words, labels.label(dimension),
                    dimension.words.map { Choices.Option("\(dimension.rawValue):\($0)", labels.name(of: $0, dimension)) },
                    css: "for-\(dimension.rawValue)")
            }
            wrong(.words)
        }
    }

    /// Only where the shop keeps several models of RFM.
    private var rfmModel: Node {
        guard model.choices.rfmModels.count > 1 || !draft[.model].isEmpty else { return .nothing }
        let shown = Choices.Option("", words(Phrase.Builder.shownModel))
        return .div("for-rfm") {
            select(
                .model, Phrase.Builder.rfmModel,
                [Choices.Group("", [shown] + model.choices.rfmModels.map { Choices.Option($0.value, $0.name) })])
        }
    }

    // MARK: What was done

    var done: Node {
        let operators = [
            (ConditionDraft.DoneOperator.atLeastOnce, Phrase.Builder.atLeastOnce),
            (ConditionDraft.DoneOperator.never, Phrase.Builder.never),
        ]
        return .div("fields done") {
            select(.what, Phrase.Builder.metric, [Choices.Group("", choose + entries(model.choices.metrics))], isFirst: true)
            Node.div("number") {
                select(
                    .op, Phrase.Builder.howOften,
                    choices(operators + Self.comparisons) {
                        $0 == ConditionDraft.DoneOperator.atLeastOnce || $0 == ConditionDraft.DoneOperator.never
                            ? "is-fixed" : $0 == "between" ? "is-two" : "is-one"
                    })
                text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short for-one")
                text(.n2, Phrase.Builder.upTo, keys: .decimal, longest: 40, css: "short for-two")
                Node.div("for-one") {
                    select(
                        .measure, Phrase.Builder.measure,
                        choices([
                            ("count", Phrase.Builder.times), ("sum", Phrase.Builder.sum), ("average", Phrase.Builder.average),
                        ]), value: draft[.measure].isEmpty ? "count" : nil)
                }
            }
            time(.events)
            eventPart
        }
    }

    /// What the events must say: one property by fields, more of them as they are spelled.
    private var eventPart: Node {
        guard draft[.kept].isEmpty else { return kept(Phrase.Builder.keptEvents) }
        let operators: [(value: String, phrase: Phrase)] = [
            ("string:equals", Phrase.Builder.equals), ("string:not-equals", Phrase.Builder.notEquals),
            ("string:contains", Phrase.Builder.contains), ("string:not-contains", Phrase.Builder.notContains),
            ("string:starts-with", Phrase.Builder.startsWith), ("list:contains", Phrase.Builder.listContains),
            ("numeric:equals", Phrase.Builder.numberEquals), ("numeric:greater-than", Phrase.Builder.moreThan),
            ("numeric:greater-than-or-equal", Phrase.Builder.atLeast), ("numeric:less-than", Phrase.Builder.lessThan),
            ("numeric:less-than-or-equal", Phrase.Builder.atMost), ("existence:is-set", Phrase.Builder.isSet),
            ("existence:not-set", Phrase.Builder.isNotSet),
        ]
        let isOpen = !draft[.part].isEmpty
        return .make(.details, [.css("data")] + (isOpen ? [Attribute(name: .open, value: "open")] : [])) {
            Node.make(.summary) { Node.text(words(Phrase.Builder.onlyEvents)) }
            Node.div("fields") {
                text(.part, Phrase.Builder.eventProperty, hint: words(Phrase.Builder.eventProperty), longest: 255)
                select(.partOp, Phrase.Builder.comparison, choices(operators), value: draft[.partOp].isEmpty ? "string:equals" : nil)
                text(.partValue, Phrase.Builder.value, longest: 4_000)
            }
        }
    }

    private var choose: [Choices.Option] { [Choices.Option("", words(Phrase.Builder.choose))] }

    private func entries(_ entries: [(value: String, name: String)]) -> [Choices.Option] {
        entries.map { Choices.Option($0.value, $0.name) }
    }

    // MARK: Properties

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
            propertyOperator
            text(.json, Phrase.Builder.value, longest: 4_000, css: "for-text")
            Node.div("for-lines") { lines(.lines, Phrase.Builder.onePerLine, longest: 100_000) }
            text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short for-number")
            text(.n2, Phrase.Builder.upTo, keys: .decimal, longest: 40, css: "short for-two")
            time(.dates, css: "for-moment")
        }
    }

    private var propertyOperator: Node {
        func group(_ title: Phrase, _ type: String, _ entries: [(String, Phrase)], css: (String) -> String) -> Choices.Group {
            Choices.Group(words(title), entries.map { Choices.Option("\(type):\($0.0)", words($0.1), css: css($0.0)) })
        }
        let texts: [(String, Phrase)] = [
            ("equals", Phrase.Builder.equals), ("not-equals", Phrase.Builder.notEquals), ("contains", Phrase.Builder.contains),
            ("not-contains", Phrase.Builder.notContains), ("starts-with", Phrase.Builder.startsWith),
            ("not-starts-with", Phrase.Builder.notStartsWith), ("ends-with", Phrase.Builder.endsWith),
            ("not-ends-with", Phrase.Builder.notEndsWith), ("in", Phrase.Builder.isOneOf), ("not-in", Phrase.Builder.isNotOneOf),
        ]
        return select(
            .op, Phrase.Builder.comparison,
            [
                group(Phrase.Builder.ofText, "string", texts) { $0 == "in" || $0 == "not-in" ? "v-lines" : "v-text" },
                group(Phrase.Builder.ofNumber, "numeric", Self.comparisons.map { ($0.value, $0.phrase) }) {
                    $0 == "between" ? "v-number v-two" : "v-number"
                },
                group(Phrase.Builder.ofDate, "date", [("", Phrase.Builder.dateIs)]) { _ in "v-date" },
                group(
                    Phrase.Builder.ofList, "list",
                    [("contains", Phrase.Builder.listContains), ("not-contains", Phrase.Builder.listContainsNot)]
                ) { _ in "v-text" },
                group(Phrase.Builder.ofTruth, "boolean", [("true", Phrase.Builder.isTrue), ("false", Phrase.Builder.isFalse)]) { _ in
                    "v-none"
                },
                group(
                    Phrase.Builder.ofExistence, "existence", [("is-set", Phrase.Builder.isSet), ("not-set", Phrase.Builder.isNotSet)]
                ) { _ in "v-none" },
            ])
    }

    // MARK: Groups and consent

    var group: Node {
        // One field for each that is chosen, and one more: it is enough to be in any.
        let chosen = draft.all(.groups).filter { !$0.isEmpty }
        let groups = [
            Choices.Group("", choose), Choices.Group(words(Phrase.Profile.listsTitle), entries(model.choices.lists)),
            Choices.Group(words(Phrase.Profile.segmentsTitle), entries(model.choices.segments)),
        ]
        return .div("fields membership") {
            either(Phrase.Builder.isIn, Phrase.Builder.isNotIn, label: Phrase.Builder.comparison, isFirst: true)
            for (number, value) in (chosen + [""]).enumerated() {
                if number > 0 { Node.element(.span, [.css("unit")], [.text(words(Phrase.Builder.or))]) }
                Node.div("part") {
                    Node.label(words(Phrase.Builder.listOrSegment), for: id(.groups) + "-\(number)", [.css("unseen")])
                    Node.select(
                        Choices(name(.groups), id: id(.groups) + "-\(number)", groups: offered(groups, value), chosen: value))
                }
            }
            Node.div("for-members") {
                Node.element(.span, [.css("unit")], [.text(words(Phrase.Builder.joined))])
                time(.joining)
            }
            wrong(.groups)
        }
    }

    /// What was chosen stays, also where it is not offered any more.
    private func offered(_ groups: [Choices.Group], _ value: String) -> [Choices.Group] {
        guard !value.isEmpty, !groups.contains(where: { $0.options.contains { $0.value == value } }) else { return groups }
        return groups + [Choices.Group("", [Choices.Option(value, String(value.drop { $0 != ":" }.dropFirst()))])]
    }

    var consent: Node {
        .div("fields") {
            either(Phrase.Builder.canReceive, Phrase.Builder.cannotReceive, label: Phrase.Builder.comparison, isFirst: true)
            select(
                .channel, Phrase.Builder.channel,
                choices([
                    ("email", Phrase.Builder.byEmail), ("sms", Phrase.Builder.bySMS), ("push", Phrase.Builder.byPush),
                ]))
            select(
                .status, Phrase.Builder.because,
                choices([
                    ("any", Phrase.Builder.anyStatus), ("subscribed", Phrase.Builder.subscribed),
                    ("unsubscribed", Phrase.Builder.unsubscribed), ("never_subscribed", Phrase.Builder.neverSubscribed),
                ]))
            kept(Phrase.Builder.keptConsent)
        }
    }

    // MARK: Places, parts, anything else

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
            text(.country, Phrase.Builder.country, hint: words(Phrase.Builder.countryHint), longest: 2, css: "short")
            text(.code, Phrase.Builder.postalCode, hint: words(Phrase.Builder.postalCode), longest: 16)
        }
    }

    var top: Node {
        .div("fields") {
            select(
                .order, Phrase.Builder.comparison,
                choices([("greatest", Phrase.Builder.theGreatest), ("least", Phrase.Builder.theLeast)]), isFirst: true)
            text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short")
            select(.size, Phrase.Builder.unit, choices([("percent", Phrase.Builder.percentOf), ("count", Phrase.Builder.people)]))
            select(
                .what, Phrase.Builder.indicator,
                [Choices.Group("", NumberDimension.allCases.map { Choices.Option($0.rawValue, words.by(labels.label($0))) })])
            among
        }
    }

    /// Who those are of whom some are the first: in words, and one fold deeper as JSON.
    private var among: Node {
        guard let lines = model.among[place] else { return kept(Phrase.Builder.keptAmong) }
        return .make(.details, [.css("data"), Attribute(name: .open, value: "open")]) {
            Node.make(.summary) { Node.text(words(Phrase.Builder.keptAmong)) }
            OutlineView(lines: lines).node
            Node.button(
                words(Phrase.Builder.widen), name: SegmentDraft.actionField, value: "widen.\(place.group).\(place.condition)",
                [.css("quiet")])
            kept(Phrase.Builder.keptForm)
        }
    }

    var sample: Node {
        .div("fields") {
            text(
                .n, Phrase.Builder.number, keys: .decimal, longest: 20, css: "short",
                unit: [.text("% " + words(Phrase.Builder.ofEverybody))])
            text(.seed, Phrase.Builder.seed, keys: .numeric, longest: 10, css: "short", unit: [.text(words(Phrase.Builder.seed))])
        }
    }

    var other: Node {
        .div("fields") {
            lines(.json, Phrase.Builder.asJSON, longest: 100_000, rows: 6)
        }
    }
}
