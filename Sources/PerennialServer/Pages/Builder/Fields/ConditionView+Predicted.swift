import Facts
import Markup
import SegmentWording
import Segments
import Wording

// Predictive analytics about someone.
extension ConditionView {
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

    // MARK: The first and the last

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
        }
    }
}
