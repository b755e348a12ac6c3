import Markup
import Population
import Shop
import Wording

/// Two lists or segments beside each other: how much they overlap, and how their averages differ.
struct ComparisonView {
    let frame: PageFrame
    let model: ComparisonModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.GroupPage.compareTitle), section: .segments) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) {
                    Node.element(.a, [.to(PagePaths.group(model.kind, model.id))], [.outside(model.name)])
                }
                Node.make(.h1) { Node.text(words(Phrase.GroupPage.compareTitle)) }
            }
            Node.make(.section, [.css("card"), .label(words(Phrase.GroupPage.compareWith))]) {
                choice
                if let comparison = model.comparison { tables(comparison) }
            }
        }
    }

    private var choice: Node {
        guard !model.others.isEmpty else { return .p("note", words(Phrase.GroupPage.nothingToCompare)) }
        func choices(_ kind: ProfileGroup) -> [Choices.Option] {
            model.others.filter { $0.kind == kind }.map { Choices.Option($0.id, $0.name) }
        }
        return .query(PagePaths.comparing(model.kind, model.id), [.css("search wide")]) {
            Node.label(words(Phrase.GroupPage.compareWith), for: "other", [.css("unseen")])
            Node.select(
                Choices(
                    GroupPageRoutes.otherParameter, id: "other",
                    groups: [
                        Choices.Group(words(Phrase.Profile.segmentsTitle), choices(.segment)),
                        Choices.Group(words(Phrase.Profile.listsTitle), choices(.list)),
                    ], chosen: model.chosen ?? ""))
            Node.button(words(Phrase.GroupPage.compare))
        }
    }

    private func tables(_ comparison: GroupComparison) -> Node {
        Node.group {
            Table<Served>(
                caption: words(Phrase.GroupPage.overlap),
                headers: [
                    words(Phrase.Groups.group), words(Phrase.Audience.members), words(Phrase.GroupPage.spentSoFar),
                    words(Phrase.GroupPage.expectedSpend),
                ],
                rows: [
                    row(.outside(comparison.first.name ?? ""), comparison.first.figures),
                    row(.outside(comparison.second.name ?? ""), comparison.second.figures),
                    row(.text(words(Phrase.Comparison.inBoth).withCapital), comparison.inBoth),
                    row(.text(words(Phrase.Comparison.onlyInFirst).withCapital), comparison.onlyInFirst),
                    row(.text(words(Phrase.Comparison.onlyInSecond).withCapital), comparison.onlyInSecond),
                ]
            ).node
            Table<Served>(
                caption: words(Phrase.GroupPage.averages),
                headers: [
                    words(Phrase.Comparison.figure).withCapital, OutsideText(comparison.first.name ?? "", longest: 40).shown,
                    OutsideText(comparison.second.name ?? "", longest: 40).shown, words(Phrase.Comparison.difference).withCapital,
                ],
                rows: comparison.differences.map { difference in
                    [
                        .text(words(difference.figure.phrase).withCapital), .number(said(difference.first, difference.figure)),
                        .number(said(difference.second, difference.figure)),
                        .number(difference.difference.map { gap($0, difference.figure) } ?? "–"),
                    ]
                }
            ).node
            if let basis = model.basis { Node.p("basis", basis.line(words)) }
        }
    }

    private func row(_ name: Node, _ figures: ProfileFigures) -> [Cell] {
        let range = figures.predictedRangeMinorUnits.map {
            setting.range(MoneyEstimate(expected: figures.predictedMinorUnits, low: $0.lowerBound, high: $0.upperBound))
        }
        return [
            .node(name), .number(setting.format.number(figures.members)), .number(setting.whole(figures.historicMinorUnits)),
            range.map { .numberWith(setting.estimate(Double(figures.predictedMinorUnits)), $0) } ?? .number("–"),
        ]
    }

    /// What lies between two; of shares in points.
    private func gap(_ value: Double, _ figure: GroupDifference.Figure) -> String {
        let number = figure.isMoney || figure == .ordersPerCustomer ? said(value, figure) : words.points(value)
        return value > 0 ? "+" + number : number
    }

    private func said(_ value: Double?, _ figure: GroupDifference.Figure) -> String {
        guard let value else { return "–" }
        if figure.isMoney { return setting.mean(value) }
        return figure == .ordersPerCustomer ? setting.format.decimal(value, decimals: 2) : setting.format.percent(value, decimals: 1)
    }
}

extension GroupDifference.Figure {
    /// What it is called.
    fileprivate var phrase: Phrase {
        switch self {
        case .averageHistoricCLV: Phrase.Figures.averageHistoric
        case .averagePredictedCLV: Phrase.Figures.averagePredicted
        case .averageTotalCLV: Phrase.Figures.averageTotal
        case .averageOrderValue: Phrase.Figures.averageOrder
        case .meanOfCustomersAverageOrderValues: Phrase.Figures.meanOfAverages
        case .ordersPerCustomer: Phrase.Comparison.ordersPerCustomer
        case .averageChurnProbability: Phrase.Figures.averageChurn
        case .averageProbabilityOfOrder: Phrase.Comparison.averageProbabilityOfOrder
        case .shareOverdue: Phrase.Figures.overdue
        }
    }
}
