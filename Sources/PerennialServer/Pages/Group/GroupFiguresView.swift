import Charts
import CustomerValue
import Facts
import Markup
import Population
import Reports
import Shop
import Wording

/// What the members of a list or segment are worth, and how they are made up.
struct GroupFiguresView {
    let setting: PageSetting
    let model: GroupModel

    private var words: Words { setting.words }
    private var figures: ProfileFigures { model.report.figures }
    private var hasPredictions: Bool { figures.predicted > 0 && model.basis != nil }

    /// How they are made up.
    var classes: [Node] { figures.members > 0 ? [hasPredictions ? predictedClasses : .nothing, groups] : [] }

    // MARK: Worth

    /// What they are worth, first.
    var worth: Node {
        guard figures.members > 0 else { return .nothing }
        return .make(.section, [.id("worth"), .css("card hero w-12"), .labelledBy("worth-heading")]) {
            Node.div("hero-head") {
                if hasPredictions, let range = figures.predictedRangeMinorUnits { expected(range) } else { soFar }
            }
            setting.tiles(tiles, "tiles plain")
            if hasPredictions, let basis = model.basis { Node.p("basis", basis.line(words)) }
        }
    }

    private func expected(_ range: ClosedRange<Int64>) -> Node {
        let estimate = MoneyEstimate(expected: figures.predictedMinorUnits, low: range.lowerBound, high: range.upperBound)
        return .div("hero-figure") {
            Node.make(.h2, [.id("worth-heading"), .css("name")]) { Node.text(words(Phrase.GroupPage.expectedSpend)) }
            Node.make(.p) {
                Node.make(.span, [.css("amount"), .id("expected-spend")]) { Node.text(setting.estimate(Double(estimate.expected))) }
                Node.make(.span, [.css("range")]) { Node.text(setting.probably(estimate)) }
            }
            if let basis = model.basis {
                Node.p(
                    words.inTheNext(days: basis.horizonInDays) + " · "
                        + words.withPrediction(figures.predicted, of: figures.members))
            }
        }
    }

    private var soFar: Node {
        .div("hero-figure") {
            Node.make(.h2, [.id("worth-heading"), .css("name")]) { Node.text(words(Phrase.GroupPage.spentSoFar)) }
            Node.make(.p) { Node.make(.span, [.css("amount")]) { Node.text(setting.whole(figures.historicMinorUnits)) } }
            Node.p(words.boughtBy(figures.customers))
        }
    }

    private var tiles: [PageSetting.Tile] {
        let share = model.everybody > 0 ? Double(figures.members) / Double(model.everybody) : 0
        var tiles: [PageSetting.Tile] = [
            .init(
                words(Phrase.Audience.members), setting.format.number(figures.members),
                words.ofAllProfiles(setting.format.percent(share, decimals: share < 0.1 ? 1 : 0)), change),
            .init(
                words(Phrase.GroupPage.averageHistoric), setting.mean(figures.averageHistoricMinorUnits),
                words.ofThoseWhoOrdered(figures.withHistory)),
        ]
        if hasPredictions {
            tiles += [
                .init(
                    words(Phrase.GroupPage.averageTotal), setting.mean(figures.averageTotalMinorUnits),
                    words(Phrase.Figures.historicAndPredicted)),
                .init(
                    words(Phrase.GroupPage.returning), figures.expectedReturningCustomers.map { setting.format.rounded($0) } ?? "–",
                    words.ofThoseWithPrediction(figures.predicted)),
                .init(
                    words(Phrase.Home.averageChurn), figures.averageChurnProbability.map { setting.format.percent($0) } ?? "–",
                    words.overdueCustomers(figures.overdue)),
            ]
        }
        tiles.append(
            .init(
                words(Phrase.Profile.averageOrder), setting.mean(figures.averageOrderMinorUnits),
                words.count(figures.orders, .orders)))
        return tiles
    }

    private var change: String? {
        guard let week = model.report.changes?.first(where: { $0.days == 7 }) else { return nil }
        return words.inSevenDays(
            entered: setting.format.number(week.changes.added), left: setting.format.number(week.changes.removed))
    }

    // MARK: Classes

    private var predictedClasses: Node {
        .group {
            setting.card(words(Phrase.Home.byValue), id: "by-value", width: 6) {
                setting.bars(
                    figures.mix.byCLVCategory.map { entry in
                        .init(words(entry.category.valuePhrase), entry.count, entry.category.color, within { $0.value = entry.category })
                    }, of: figures.predicted)
            }
            setting.card(words(Phrase.Home.byLikelihood), id: "by-likelihood", width: 6) {
                setting.bars(
                    figures.mix.byPurchaseLikelihood.map { entry in
                        .init(
                            words(entry.likelihood.likelihoodPhrase), entry.count, entry.likelihood.color,
                            within { $0.likelihood = entry.likelihood })
                    }, of: figures.predicted)
            }
            setting.card(words(Phrase.GroupPage.byChurn), id: "by-churn", width: 6) {
                setting.bars(
                    figures.mix.byChurnRisk.map { entry in
                        let level = RiskLevel(entry.risk)
                        return .init(words(level.phrase), entry.count, level.color, within { $0.risk = entry.risk })
                    }, of: figures.predicted)
            }
        }
    }

    private var groups: Node {
        let all = figures.mix.byRFMGroup.reduce(0) { $0 + $1.count }
        guard all > 0 else { return .nothing }
        return setting.card(words(Phrase.Groups.title), id: "by-group", width: hasPredictions ? 6 : 12) {
            setting.bars(
                figures.mix.byRFMGroup.map { entry in
                    .init(words(entry.group.phrase), entry.count, entry.group.color, within { $0.group = entry.group })
                }, of: all)
        }
    }

    private func within(_ change: (inout ProfileQuery) -> Void) -> ProfileQuery {
        var query = ProfileQuery()
        query.within = model.id
        change(&query)
        return query
    }
}
