import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Foundation
import Wording

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The old value of a place that gets a new one.
private func exchange<Value>(_ place: inout Value, with value: consuming Value) -> Value {
    let old = place
    place = value
    return old
}

/// `perennial analyze`: a file of orders in, customer value out.
struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Predict from a file of orders which customers will come back and what each will be worth.",
        discussion: """
            Examples:
              perennial analyze orders.csv
              perennial analyze orders.csv.gz --refunds refunds.csv --output customers.csv
              perennial analyze zamowienia.csv --time-zone Europe/Warsaw --currency PLN
              perennial analyze orders.csv --output customers.csv --report report.html --language fr
              cat orders.csv | perennial analyze - --format json

            Exports of Shopify, WooCommerce, PrestaShop (by its SQL Manager), Adobe Commerce, BigCommerce, Shoper, BaseLinker and UCI \
            Online Retail are known by their header; any other table of orders is understood by its column names, or by the flags that \
            name columns.

            Predictions go to standard output or to --output; everything said about them goes to standard error.
            """)

    @OptionGroup
    var files: OrderFiles

    @OptionGroup(title: "What is predicted")
    var prediction: PredictionFlags

    @OptionGroup(title: "How the files are read")
    var reading: ReadingFlags

    @OptionGroup(title: "What is written")
    var output: OutputFlags

    @OptionGroup(title: "The report")
    var report: ReportFlags

    func validate() throws {
        try files.check(
            command: "analyze", rates: reading.rates,
            written: [("--output", output.output), ("--rejects", reading.rejects), ("--report", report.report)])
    }

    func run() throws {
        let options = try reading.options()
        let summaryOptions = try reading.summaryOptions(asOf: prediction.asOf, timeZone: options.timeZone)
        let file = try output.open()
        let reportFile = try report.open()
        let progress = Progress()
        var intake = try files.read(options, rejects: try reading.rejectSink(), progress: progress)
        progress.stage("Counting")
        let intakeReport = intake.report
        // Moved out, so that the counting can give the memory of the orders back while it goes.
        let orders = exchange(&intake.orders, with: OrderTable())
        let predictionOptions = try prediction.options()
        let analysis: Analysis
        do throws(SummaryError) {
            analysis = try Analysis(
                orders: orders, refunds: intake.refunds, summary: summaryOptions, prediction: predictionOptions,
                minimumCustomers: prediction.minimumCustomers, orderSource: files.sources, looksBack: reportFile != nil
            ) { progress.stage($0) }
        } catch {
            throw error.exit(intakeReport, progress: progress)
        }
        progress.stage("Writing")
        let results = ResultWriter(analysis: analysis, intake: intakeReport, isRaw: output.raw, words: Words(report.language))
        try OutputFile.writing(progress) {
            try results.write(output.chosenFormat, to: file)
            try file.finish()
            if let reportFile {
                try report.write(
                    analysis, today: prediction.asOf ?? summaryOptions.today, intake: intakeReport, value: reading.value, to: reportFile)
            }
        }
        if output.chosenFormat == .table { say("") }
        say(
            SummaryText(
                analysis: analysis, intake: intakeReport, refundsGiven: !files.refunds.isEmpty, today: summaryOptions.today,
                isAsOfGiven: prediction.asOf != nil
            ).text)
        if let path = output.output { say("Written   \(path)") }
        if let path = report.report { say("Report    \(path)") }
        if let timings = progress.timings { say(timings) }
    }
}
