import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Shop
import Wording

/// `perennial later-value`: files of orders in, or a shop's folder; what customers brought later by what they began with out.
struct LaterValueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "later-value",
        abstract: "Show what customers brought later by what they began with, and how soon they came back.",
        discussion: """
            Examples:
              perennial later-value orders.csv
              perennial later-value orders.csv --by product --format csv
              perennial later-value orders.csv --by channel --language fr
              perennial later-value --data FOLDER --by month

            First orders are grouped by their product, discount code, month and channel. Only customers whose first order lies at least 90 days
            back take part, with what they brought within 90 days after it. With --data it works while the server runs.
            """)

    @OptionGroup var files: OrderFiles

    @OptionGroup var folder: DataFolderFlag

    @OptionGroup(title: "What is shown")
    var flags: LaterValueFlags

    @OptionGroup(title: "How the files are read")
    var reading: ReadingFlags

    func validate() throws {
        guard folder.data != nil else {
            guard !files.orders.isEmpty else {
                throw ValidationError("Name a file of orders, or a shop by --data. For example: perennial later-value orders.csv")
            }
            return try files.check(command: "later-value", rates: reading.rates, written: [("--rejects", reading.rejects)])
        }
        if !files.orders.isEmpty || !files.refunds.isEmpty {
            throw ValidationError("Name files of orders, or a shop by --data, not both. --data takes the orders that the shop has.")
        }
        let ofFiles: [(String, Bool)] = [
            ("--as-of", flags.asOf != nil), ("--rejects", reading.rejects != nil), ("--rates", reading.rates != nil),
            ("--currency", reading.currency != nil),
        ]
        if let flag = ofFiles.first(where: \.1)?.0 {
            throw ValidationError("\(flag) goes with files of orders, not with --data: a shop has its own.")
        }
    }

    func run() async throws {
        if folder.data != nil { return try await runOnShop() }
        try runOnFiles()
    }

    private func runOnShop() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.stage("Reading first orders")
            let found = try await shop.laterValues()
            progress.end()
            try flags.write(found.values)
        }
    }

    private func runOnFiles() throws {
        let options = try reading.options()
        let summaryOptions = try reading.summaryOptions(asOf: flags.asOf, timeZone: options.timeZone)
        let progress = Progress()
        let intake = try files.read(options, rejects: try reading.rejectSink(), progress: progress)
        progress.stage("Counting")
        let report = intake.report
        let values: LaterValues
        do throws(SummaryError) {
            values = try Self.count(consume intake, summaryOptions)
        } catch {
            throw error.exit(report, progress: progress)
        }
        progress.end()
        try flags.write(values)
        say((flags.format == .table ? "\n" : "") + IntakeText(report, rejects: reading.rejects).lines.joined(separator: "\n"))
        if let timings = progress.timings { say(timings) }
    }

    /// The orders are given up, so that their memory can be given back on the way.
    private static func count(_ intake: consuming OrderIntake, _ options: SummaryOptions) throws(SummaryError) -> LaterValues {
        let refunds = intake.refunds
        return try LaterValues(orders: intake.orders, refunds: refunds, options: options)
    }
}
