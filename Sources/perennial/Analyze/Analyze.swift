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

    @Argument(help: "Files of orders: CSV, plain or gzip; - reads standard input.")
    var orders: [String] = []

    @Option(help: "A file of refunds.")
    var refunds: [String] = []

    @OptionGroup(title: "What is predicted")
    var prediction: PredictionFlags

    @OptionGroup(title: "How the files are read")
    var reading: ReadingFlags

    @OptionGroup(title: "What is written")
    var output: OutputFlags

    @OptionGroup(title: "The report")
    var report: ReportFlags

    func validate() throws {
        guard !orders.isEmpty else {
            throw ValidationError("Name a file of orders, or - to read standard input. For example: perennial analyze orders.csv")
        }
        let inputs = orders + refunds + (reading.rates.map { [$0] } ?? [])
        guard inputs.filter({ $0 == "-" }).count < 2 else { throw ValidationError("Standard input (-) can be read once only.") }
        let written = [("--output", output.output), ("--rejects", reading.rejects), ("--report", report.report)]
        for (flag, written) in written {
            guard let written, let identity = FileIdentity(path: written) else { continue }
            if let input = inputs.first(where: { FileIdentity(path: $0) == identity }) {
                throw ValidationError("\(flag) names \(input), which is read: it would be overwritten. Give another name.")
            }
            if flag == "--rejects", !identity.isOrdinary {
                throw ValidationError("\(flag) \(written) is no ordinary file. Give the name of a file.")
            }
        }
        for (place, first) in written.enumerated() {
            for second in written.dropFirst(place + 1) where areSame(first.1, second.1) {
                throw ValidationError("\(first.0) and \(second.0) name the same file. Give two names.")
            }
        }
    }

    /// Whether two paths lead to one file, or would if it were there.
    private func areSame(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return false }
        if let identity = FileIdentity(path: first), identity == FileIdentity(path: second) { return true }
        return URL(fileURLWithPath: first).standardizedFileURL == URL(fileURLWithPath: second).standardizedFileURL
    }

    func run() throws {
        let options = try reading.options()
        let summaryOptions = try reading.summaryOptions(asOf: prediction.asOf, timeZone: options.timeZone)
        let file = try output.open()
        let reportFile = try report.open()
        let progress = Progress()
        var intake = try read(options, progress: progress)
        progress.stage("Counting")
        let sources = self.orders.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
        let intakeReport = intake.report
        // Moved out, so that the counting can give the memory of the orders back while it goes.
        let orders = exchange(&intake.orders, with: OrderTable())
        let analysis: Analysis
        do {
            analysis = try Analysis(
                orders: orders, refunds: intake.refunds, summary: summaryOptions, prediction: try prediction.options(),
                minimumCustomers: prediction.minimumCustomers, orderSource: sources
            ) { progress.stage($0) }
        } catch SummaryError.noOrders(let asOf, let firstOrder) {
            progress.end()
            say(IntakeText(intakeReport).lines.joined(separator: "\n"))
            throw failure(.badData, noOrders(asOf: asOf, firstOrder: firstOrder))
        } catch SummaryError.allHeldAside(let currencies) {
            progress.end()
            let codes = currencies.map(\.code).joined(separator: ", ")
            let text =
                "No order is in the shop's currency and none could be converted: they are in \(codes). Give --currency or --rates FILE."
            throw failure(.badData, text)
        }
        progress.stage("Writing")
        let results = ResultWriter(analysis: analysis, intake: intakeReport, isRaw: output.raw, words: Words(report.language))
        do {
            try results.write(output.chosenFormat, to: file)
            try file.finish()
            if let reportFile { try report.write(analysis, intake: intakeReport, value: reading.value, to: reportFile) }
        } catch let failure as OutputFile.Failure {
            progress.end()
            throw failure.exit
        } catch {
            progress.end()
            throw failure(.software, "The results could not be put in words: \(error). Please report this.")
        }
        progress.end()
        if output.chosenFormat == .table { say("") }
        say(SummaryText(analysis: analysis, intake: intakeReport, refundsGiven: !refunds.isEmpty).text)
        if let path = output.output { say("Written   \(path)") }
        if let path = report.report { say("Report    \(path)") }
        if let timings = progress.timings { say(timings) }
    }

    private func read(_ options: ReadingOptions, progress: Progress) throws -> OrderIntake {
        do {
            var reader = OrderReader(options: options, rejects: try reading.rejectSink())
            reader.progress = progress.whileReading
            for path in orders { try reader.readOrders(path: path) }
            for path in refunds { try reader.readRefunds(path: path) }
            return try reader.finish()
        } catch {
            progress.end()
            throw error.exit
        }
    }

    private func noOrders(asOf: ShopDay, firstOrder: ShopDay?) -> String {
        guard let firstOrder else { return "The files hold no order that counts. See the rejected rows (--rejects FILE) and the statuses." }
        return "No order lies on or before \(asOf); the first is of \(firstOrder). Give --as-of a later day."
    }
}

/// Which file a path leads to, whatever its name.
private struct FileIdentity: Equatable {
    private let device: UInt64
    private let node: UInt64
    let isOrdinary: Bool

    init?(path: String) {
        var status = stat()
        guard path != "-", stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        node = UInt64(truncatingIfNeeded: status.st_ino)
        isOrdinary = status.st_mode & S_IFMT == S_IFREG
    }
}
