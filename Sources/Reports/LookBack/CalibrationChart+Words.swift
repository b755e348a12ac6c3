package import Charts
package import CustomerValue
package import Wording

extension CalibrationChart {
    /// Whether the probabilities of an order came true on earlier days.
    package init(_ calibration: PooledCalibration, _ words: Words) {
        let format = words.format
        func axis(_ title: Phrase) -> ValueAxis { ValueAxis(title: words(title)) { format.percent($0) } }
        self.init(
            words: FigureWords(
                title: words(Phrase.Calibration.chartTitle), description: words(Phrase.Calibration.reading),
                empty: words(Phrase.Calibration.empty)),
            points: calibration.bins.map { bin in
                Point(
                    forecast: bin.predicted, observed: bin.ordered, customers: Double(bin.customers),
                    customersText: format.number(bin.customers))
            },
            forecastAxis: axis(Phrase.Calibration.predicted), observedAxis: axis(Phrase.Calibration.happened),
            customersTitle: words(Phrase.Page.customers), diagonalText: words(Phrase.Calibration.asSaid),
            aboveText: words(Phrase.Calibration.moreCame), belowText: words(Phrase.Calibration.fewerCame))
    }
}
