import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// How the method did on earlier days of the shop: what a marketer needs to know before trusting it, then every figure.
struct TrialsView {
    let setting: PageSetting
    let model: ModelPageModel

    private var words: Words { setting.words }

    var node: Node {
        guard model.inUse != nil else { return .nothing }
        return setting.card(words(Phrase.Trials.title), id: "trials", width: 12) {
            Node.p("lead", words(Phrase.Trials.lead))
            if let backtest = model.lookBack?.backtest {
                if backtest.folds.isEmpty { tooShort(backtest) } else { found(backtest) }
            } else {
                Node.p("empty", words(Phrase.Trials.notYet))
            }
        }
    }

    private func tooShort(_ backtest: Backtest) -> Node {
        let needed = backtest.daysNeeded.map { " " + words.daysNeededForTrial($0) } ?? ""
        return .p("empty", words(Phrase.Model.noBacktest) + needed)
    }

    private func found(_ backtest: Backtest) -> [Node] {
        let calibration = PooledCalibration(backtest)
        return [
            tiles(backtest),
            .div("after") { setting.figure(tenths(backtest.tenths), id: "figure-tenths", width: PageSetting.widest) },
            calibration.fullest.map { probabilities(calibration, fullest: $0) } ?? .nothing,
            scores(backtest), .p("note", basis(backtest) + " " + words(Phrase.Trials.already)),
        ]
    }

    private func probabilities(_ calibration: PooledCalibration, fullest: Backtest.CalibrationBin) -> Node {
        .div("split after") {
            Node.make(.div) {
                Node.make(.h3) { Node.text(words(Phrase.Calibration.title)) }
                Node.p(
                    "after",
                    words.calibrationSentence(said: fullest.predicted, ordered: fullest.ordered, missedBy: calibration.missedBy))
                Node.p("note after", words(Phrase.Calibration.reading))
            }
            setting.figure(CalibrationChart(calibration, words), id: "figure-calibration", width: PageSetting.main)
        }
    }

    private func tiles(_ backtest: Backtest) -> Node {
        guard let scores = backtest.means.first(where: { $0.name == Backtest.predicting })?.scores else { return .nothing }
        let format = setting.format
        let outside = scores.shareAboveHigh.map { $0 + (scores.shareBelowLow ?? 0) }
        return setting.tiles(
            [
                scores.top10Capture.map {
                    .init(words(Phrase.Trials.bestTenth), format.percent($0), words(Phrase.Trials.bestTenthNote))
                },
                outside.map { .init(words(Phrase.Trials.inRange), format.percent(1 - $0), words(Phrase.Trials.inRangeNote)) },
                scores.valueBias.map {
                    .init(
                        words(Phrase.Model.totalBias), format.signedPercent($0),
                        words($0 > 0 ? Phrase.Trials.totalHigh : Phrase.Trials.totalLow))
                },
            ].compactMap { $0 })
    }

    private func tenths(_ tenths: [ForecastScores.Decile]) -> BarChart {
        // A log of orders of one value all tells of orders only.
        let hasValue = tenths.contains { $0.actualValue > 0 }
        let reading = words(Phrase.Trials.tenthsReading)
        return BarChart(
            words: FigureWords(title: words(Phrase.Trials.tenths), description: reading, empty: words(Phrase.Model.noBacktest)),
            binTitle: words(Phrase.Trials.tenth),
            bins: tenths.map { tenth in
                .init(
                    label: setting.format.number(tenth.number),
                    values: hasValue
                        ? [tenth.predictedValue, tenth.actualValue] : [tenth.predictedOrders, tenth.actualOrders])
            }, series: [words(Phrase.Page.expected), words(Phrase.Home.came)], arrangement: .grouped,
            valueAxis: hasValue
                ? setting.moneyAxis(words(Phrase.Trials.perCustomer))
                : ValueAxis(title: words(Phrase.Trials.ordersPerCustomer)) { setting.format.decimal($0, decimals: 1) })
    }

    private func scores(_ backtest: Backtest) -> Node {
        let table = TrialTable(backtest, words) { setting.estimate($0 * Double(setting.currency.minorUnitsPerMajor)) }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Model.scoresTitle)) }
            Table<Served>(
                caption: words(Phrase.Model.scoresTitle), headers: table.headers,
                rows: table.rows.map { row in [.text(row.name)] + row.figures.map { .number($0) } }
            ).node
            Node.p("note", words(Phrase.Model.scoresMeaning))
        }
    }

    private func basis(_ backtest: Backtest) -> String {
        words.triedOn(
            backtest.folds.map { setting.format.date($0.cutoff) }, horizonInDays: backtest.folds.first?.horizonInDays ?? 0,
            sampled: backtest.sampledCustomers)
    }
}
