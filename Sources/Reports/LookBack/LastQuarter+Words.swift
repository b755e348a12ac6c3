package import Charts
package import CustomerValue
package import Wording

extension ForecastCheck {
    /// Whether what came lies within the range, in a sentence.
    package var verdict: Phrase {
        if rangeMinorUnits.contains(actualMinorUnits) { return Phrase.LastQuarter.within }
        return actualMinorUnits > rangeMinorUnits.upperBound ? Phrase.LastQuarter.above : Phrase.LastQuarter.below
    }

    /// Forecast and outcome, week by week.
    ///
    /// - Parameters:
    ///   - minorUnitsPerMajor: of the currency that amounts are in.
    ///   - valueAxis: an axis of revenue in major units.
    package func chart(_ words: Words, minorUnitsPerMajor: Int64, valueAxis: ValueAxis) -> LineChart {
        let scale = Double(minorUnitsPerMajor)
        return LineChart(
            words: FigureWords(
                title: words(Phrase.LastQuarter.chartTitle), description: words(verdict), empty: words(Phrase.LastQuarter.empty)),
            periodTitle: words(Phrase.LastQuarter.week), periods: weeks.map { words.format.date($0.firstDay) },
            lines: [
                .init(name: words(Phrase.LastQuarter.forecast), values: weeks.map { $0.expectedMinorUnits / scale }, kind: .forecast),
                .init(name: words(Phrase.LastQuarter.actual), values: weeks.map { Double($0.actualMinorUnits) / scale }),
            ], valueAxis: valueAxis)
    }
}
