import CustomerValue
import Facts
import Wording

/// Later value and second orders, for a terminal.
struct LaterValueText {
    private let values: LaterValues
    private let words: Words
    private let figures: FigureText

    init(_ values: LaterValues, words: Words) {
        self.values = values
        self.words = words
        figures = FigureText(words: words, currency: values.currency)
    }

    func text(of dimensions: [LaterValues.Dimension]) -> String {
        var parts = [words.laterValueLead(days: LaterValue.windowInDays)]
        for dimension in dimensions { parts += [words(title(dimension)), table(dimension)] }
        parts += [words.rangesOfLaterValue(fewest: LaterValue.Group.fewestReturned), words(Phrase.FirstOrder.caution)]
        parts.append(secondOrders)
        return parts.joined(separator: "\n\n")
    }

    private func title(_ dimension: LaterValues.Dimension) -> Phrase {
        switch dimension {
        case .product: Phrase.FirstOrder.byProduct
        case .discountCode: Phrase.FirstOrder.byDiscount
        case .month: Phrase.FirstOrder.byMonth
        case .channel: Phrase.FirstOrder.byChannel
        }
    }

    /// What a group is called, and who has none.
    private func column(_ dimension: LaterValues.Dimension) -> (name: Phrase, without: Phrase) {
        switch dimension {
        case .product: (Phrase.FirstOrder.product, Phrase.FirstOrder.noProduct)
        case .discountCode: (Phrase.FirstOrder.code, Phrase.FirstOrder.noCode)
        case .month: (Phrase.Page.month, Phrase.FirstOrder.others)
        case .channel: (Phrase.FirstOrder.channel, Phrase.FirstOrder.noChannel)
        }
    }

    private func table(_ dimension: LaterValues.Dimension) -> String {
        guard let later = values[dimension] else { return words(Phrase.FirstOrder.noneNamed) }
        guard later.all.customers > 0 else { return words(Phrase.FirstOrder.tooFew) }
        let (name, without) = column(dimension)
        let range = words(Phrase.FirstOrder.range)
        var rows = [
            [
                words(name), words(Phrase.Page.customers), words(Phrase.FirstOrder.cameBack), range, words(Phrase.FirstOrder.laterValue),
                range, "",
            ]
        ]
        rows += later.groups.map { row(visible($0.name), $0.group) }
        if later.other.customers > 0 { rows.append(row(words(Phrase.FirstOrder.others), later.other)) }
        if later.without.customers > 0 { rows.append(row(words(without), later.without)) }
        rows.append(row(words(Phrase.Page.total), later.all))
        return aligned(rows, leftLast: true)
    }

    private func row(_ name: String, _ group: LaterValue.Group) -> [String] {
        [
            name, figures.count(group.customers), figures.percent(group.returnedShare), percents(group.returnedShareRange),
            figures.money(group.laterMinorUnitsPerCustomer),
            group.laterMinorUnitsRange.map { "\(figures.money($0.lowerBound)) – \(figures.money($0.upperBound))" } ?? "-",
            group.isSmall ? words(Phrase.FirstOrder.fewCameBack) : "",
        ]
    }

    private func percents(_ range: ClosedRange<Double>?) -> String {
        range.map { "\(figures.percent($0.lowerBound)) – \(figures.percent($0.upperBound))" } ?? "-"
    }

    private var secondOrders: String {
        let second = values.secondPurchase
        let points = [
            (Phrase.SecondOrder.quarter, second.firstQuartileInDays), (Phrase.SecondOrder.median, second.medianInDays),
            (Phrase.SecondOrder.threeQuarters, second.thirdQuartileInDays),
        ]
        guard second.customers > 0 else { return words(Phrase.SecondOrder.nobody) }
        var table = [[words(Phrase.SecondOrder.chartTitle), ""]]
        table += points.map { phrase, days in [words(phrase), days.map { words.ofDays($0) } ?? "-"] }
        var back = [
            [
                words(Phrase.SecondOrder.cameBack), words(Phrase.Page.customers), words(Phrase.FirstOrder.cameBack),
                words(Phrase.FirstOrder.range),
            ]
        ]
        for within in second.returnedWithin where within.customers > 0 {
            back.append([
                words.backWithin(days: within.days), figures.count(within.customers), figures.percent(within.share),
                percents(within.shareRange),
            ])
        }
        return aligned(table) + "\n\n" + aligned(back)
    }
}
