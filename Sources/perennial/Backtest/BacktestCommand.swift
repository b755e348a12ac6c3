import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Foundation

/// `perennial backtest`: what forecasts made on earlier days of a file of orders would have got right.
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Try every model on earlier days of a file of orders and compare with what came.",
        discussion: """
            Examples:
              perennial backtest orders.csv
              perennial backtest orders.csv --horizon 90
              perennial backtest orders.csv --cutoff 2024-06-30 --horizon 180 --format json

            On each earlier day (cutoff) every model is fitted with what was known by then, orders and refunds, and predicts the days after \
            it. Beside the models stand auto, auto's average without its corrections, and rules of thumb that need no model.

            Scores: RMSE and MAE are errors of one customer. Gini tells how well customers are put in order (1 is perfect, 0 is chance), \
            AUC who orders at all (0.5 is chance). Brier, log loss and ECE (calibration error) judge probabilities: lower is better. Bias is \
            predicted over actual total, less 1. Above high is the share of customers who spent more than the high point of their range: \
            0.1 is right.
            """)

    @OptionGroup
    var files: OrderFiles

    @Option(help: ArgumentHelp("Predict from the end of this day alone; by default from up to five days.", valueName: "YYYY-MM-DD"))
    var cutoff: ShopDay?

    @Option(
        help: ArgumentHelp(
            "How many days after a cutoff are predicted and compared. Shortened where the orders do not reach.", valueName: "days"))
    var horizon = 365

    @Option(help: ArgumentHelp("The last day that is known; by default the day of the last order.", valueName: "YYYY-MM-DD"))
    var asOf: ShopDay?

    @Option(help: ArgumentHelp("Try models on at most so many customers, chosen evenly.", valueName: "customers"))
    var customers = 20_000

    @Option(
        help: ArgumentHelp(
            "Keep auto from a step: \(ModelStep.Kind.allCases.map(\.rawValue).joined(separator: ", ")). May be repeated.", valueName: "step"
        ))
    var without: [ModelStep.Kind] = []

    @OptionGroup(title: "How the files are read")
    var reading: ReadingFlags

    @OptionGroup(title: "What is written")
    var output: OutputFlags

    func validate() throws {
        try files.check(
            command: "backtest", rates: reading.rates, written: [("--output", output.output), ("--rejects", reading.rejects)])
        guard (1...3_650).contains(horizon) else { throw ValidationError("--horizon is a number of days from 1 to 3650, not \(horizon).") }
        guard (100...100_000).contains(customers) else {
            throw ValidationError("--customers is a whole number from 100 to 100000, not \(customers).")
        }
    }

    func run() throws {
        let options = try reading.options()
        var summary = try reading.summaryOptions(asOf: asOf, timeZone: options.timeZone)
        if let asOf, asOf > summary.today {
            throw ValidationError("--as-of \(asOf) is after today: what has not happened cannot be compared. Give an earlier day.")
        }
        let file = try output.open()
        let progress = Progress()
        let intake = try files.read(options, rejects: try reading.rejectSink(), progress: progress)
        progress.stage("Counting")
        let sample = OrderSample(intake.orders, refunds: intake.refunds, options: summary, limit: customers)
        summary.currency = sample.currency
        let known: CustomerSummaries
        do throws(SummaryError) {
            known = try CustomerSummaries(orders: intake.orders, refunds: intake.refunds, options: summary)
        } catch {
            throw error.exit(intake.report, progress: progress)
        }
        let zone = known.timeZone
        guard let first = known.report.firstOrder.map({ zone.day(of: $0) }) else {
            progress.end()
            throw failure(.badData, "The files hold no purchase: there is nothing to predict. See the statuses and refunds.")
        }
        if let cutoff, cutoff < first || cutoff >= known.asOf {
            progress.end()
            throw failure(
                .badData,
                "--cutoff \(cutoff) leaves nothing to compare: orders reach from \(first) to \(known.asOf). Give a day between them.")
        }
        var prediction = PredictionOptions()
        prediction.horizonInDays = horizon
        prediction.withoutSteps = Set(without)
        let backtest = Backtest(sample, first: known.historyBegins, asOf: known.asOf, cutoff: cutoff, options: prediction) { number, all in
            progress.stage("Trying models on day \(number) of \(all)")
        }
        progress.stage("Writing")
        guard !backtest.folds.isEmpty else {
            progress.end()
            if let cutoff {
                throw failure(
                    .badData,
                    "By --cutoff \(cutoff) too little was known: no model can be fitted. Orders begin on \(first); give a later day.")
            }
            let days = known.historyBegins.days(until: known.asOf)
            let needed = backtest.daysNeeded.map { " At least \($0) are needed." } ?? ""
            throw failure(
                .badData, "The orders reach over \(grouped(days)) days, too few to predict from an earlier day and compare.\(needed)")
        }
        let results = BacktestResults(backtest: backtest, asOf: known.asOf, currency: known.currency)
        try OutputFile.writing(progress) {
            let buffer = ByteBuffer(capacity: 1 << 14)
            buffer.append(try results.text(output.chosenFormat))
            try file.write(buffer)
            try file.finish()
        }
        if output.chosenFormat == .table { say("") }
        say((IntakeText(intake.report).lines + results.words(wanted: horizon)).map { wrapped($0) }.joined(separator: "\n"))
        if let path = output.output { say("Written   \(path)") }
        if let timings = progress.timings { say(timings) }
    }
}
