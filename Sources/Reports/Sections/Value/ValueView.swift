import Charts
import CustomerValue
import Facts
import Markup
import Wording

/// How value is spread over customers, and the classes made of it.
struct ValueView {
    let page: PageContext
    let model: ValueModel

    private var words: Words { page.words }

    var content: Node {
        guard let historic = model.historic else { return page.empty(words(Phrase.Value.noAmounts)) }
        return .group([
            .p(words(Phrase.Value.lead)), page.facts(facts), page.basisLine(page.basis ?? words.historicBasis(asOf: page.asOf)),
            page.figure(chart(historic, title: Phrase.Value.historicChart), id: "figure-value"),
            model.predicted.map { page.figure(chart($0, title: Phrase.Value.predictedChart), id: "figure-predicted") }
                ?? page.noPredictions,
            classes,
        ])
    }

    private var facts: [PageContext.Fact] {
        let totals = page.analysis.totals
        var facts: [PageContext.Fact] = [
            .init(name: words(Phrase.Value.meanHistoric), value: page.mean(totals.averageHistoricMinorUnits), note: nil)
        ]
        if totals.predicted > 0, let range = totals.predictedRangeMinorUnits {
            let count = Double(totals.predicted)
            let mean = Double(totals.predictedMinorUnits) / count
            let low = page.mean(Double(range.lowerBound) / count)
            let high = page.mean(Double(range.upperBound) / count)
            facts.append(.init(name: words(Phrase.Value.meanPredicted), value: page.mean(mean), note: words.probably(low, high)))
            facts.append(.init(name: words(Phrase.Value.meanTotal), value: page.mean(totals.averageTotalMinorUnits), note: totalRange))
        }
        if let median = model.medianMinorUnits {
            facts.append(.init(name: words(Phrase.Value.median), value: page.money(median), note: nil))
        }
        if let top = model.topTenth {
            facts.append(
                .init(
                    name: words(Phrase.Value.topTenth), value: page.whole(top.minorUnits),
                    note: "\(page.format.percent(top.shareOfRevenue)) \(words(Phrase.Value.ofAllRevenue))"))
        }
        return facts
    }

    /// The range of the mean total: what was spent is known, so it is as wide as that of what is expected.
    private var totalRange: String? {
        let totals = page.analysis.totals
        guard let range = totals.predictedRangeMinorUnits, totals.customers > 0 else { return nil }
        let historic = Double(totals.historicMinorUnits)
        let count = Double(totals.customers)
        return words.probably(
            page.mean((historic + Double(range.lowerBound)) / count), page.mean((historic + Double(range.upperBound)) / count))
    }

    private func chart(_ histogram: ValueModel.Histogram, title: Phrase) -> BarChart {
        let last = histogram.counts.count - 1
        let step = Double(histogram.stepMinorUnits)
        // Cents where a bar is narrower than one whole unit; whole units otherwise.
        let isFine = histogram.stepMinorUnits < page.currency.minorUnitsPerMajor
        func amount(_ minorUnits: Double) -> String {
            isFine
                ? page.format.decimal(page.major(minorUnits), decimals: page.currency.decimals)
                : page.format.rounded(page.major(minorUnits))
        }
        let bins = histogram.counts.enumerated().map { place, count in
            let from = amount(Double(place) * step)
            let label = place == last && place > 1 ? words.from(from) : "\(from)–\(amount(Double(place + 1) * step))"
            return BarChart.Bin(label: label, value: Double(count))
        }
        let unit = page.currency == .none ? "" : ", \(page.currency.code)"
        return BarChart(
            words: FigureWords(title: words(title), description: words(title), empty: words(Phrase.Value.noAmounts)),
            binTitle: words(Phrase.Value.amount) + unit, bins: bins, valueAxis: page.countAxis(words(Phrase.Page.customers)))
    }

    private var classes: Node {
        guard let predictions = page.analysis.predictions, !model.byValueClass.isEmpty else { return .nothing }
        let borders = predictions.thresholds
        let value = model.byValueClass.map { row -> [Cell] in
            [
                .text(words(row.customerClass.valuePhrase)),
                .text(meaning(row.customerClass, borders.clvLowUnder, borders.clvHighFrom, money: true)),
                .number(page.format.number(row.figures.customers)),
                .numberWith(
                    page.estimate(Double(row.figures.predictedMinorUnits)),
                    row.figures.predictedRangeMinorUnits.map { page.range($0) } ?? "–"),
            ]
        }
        let likelihood = model.byLikelihood.map { row -> [Cell] in
            [
                .text(words(row.customerClass.likelihoodPhrase)),
                .text(meaning(row.customerClass, borders.likelihoodLowUnder, borders.likelihoodHighFrom, money: false)),
                .number(page.format.number(row.customers)),
                .numberWith(
                    page.format.rounded(row.ordering.expected),
                    words.shortRange(page.format.rounded(row.ordering.range.lowerBound), page.format.rounded(row.ordering.range.upperBound))
                ),
            ]
        }
        return .group([
            page.table(
                words(Phrase.Value.valueClassesTitle),
                headers: [Phrase.Value.valueClass, Phrase.Value.meaning, Phrase.Page.customers, Phrase.Page.expected].map { words($0) },
                rows: value),
            page.table(
                words(Phrase.Value.likelihoodTitle),
                headers: [Phrase.Value.likelihood, Phrase.Value.meaning, Phrase.Page.customers, Phrase.Churn.willOrder].map { words($0) },
                rows: likelihood),
            .p("note", words.classBasis),
        ])
    }

    private func meaning(_ customerClass: CustomerClass, _ low: Double?, _ high: Double?, money: Bool) -> String {
        let newDays = page.analysis.predictions?.thresholds.newUnderDays ?? 0
        guard customerClass != .new else { return words.newMeans(underDays: newDays) }
        guard let low, let high else { return "–" }
        let lower = money ? page.mean(low) : page.format.percent(low)
        let upper = money ? page.mean(high) : page.format.percent(high)
        switch customerClass {
        case .low: return words.under(lower)
        case .moderate: return words.between(lower, upper)
        case .high: return words.from(upper)
        case .new: return words.newMeans(underDays: newDays)
        }
    }
}
