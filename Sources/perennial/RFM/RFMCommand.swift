import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Foundation
import Wording

/// `perennial rfm`: a file of orders in, or a shop's folder; groups of customers and how they changed out.
struct RFMCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rfm",
        abstract: "Group customers by recency, frequency and monetary value, and say who went from which group to which.",
        discussion: """
            Examples:
              perennial rfm orders.csv
              perennial rfm orders.csv --from 2024-01-01 --to 2024-12-31 --language fr
              perennial rfm orders.csv --settings five-levels.json --format json
              perennial rfm orders.csv --history changes.csv
              perennial rfm orders.csv --customer ada@example.com
              perennial rfm --data FOLDER --from 2026-01-01

            With --data it is a shop's groups, as they were told at the time; it works while the server runs.
            Groups of a past day are those that were known then: borders are settled every seventh day over what the shop had by then.
            """)

    @OptionGroup
    var files: OrderFiles

    @OptionGroup
    var folder: DataFolderFlag

    @OptionGroup(title: "What is shown")
    var flags: RFMFlags

    @OptionGroup(title: "How the files are read")
    var reading: ReadingFlags

    func validate() throws {
        if folder.data != nil { return try RFMOfShop.check(files, flags, reading) }
        if flags.model.model != nil { throw ValidationError("--model goes with a shop's folder: --data FOLDER.") }
        guard !files.orders.isEmpty else {
            throw ValidationError("Name a file of orders, or a shop by --data. For example: perennial rfm orders.csv")
        }
        let written = [("--rejects", reading.rejects), ("--history", flags.history)]
        try files.check(command: "rfm", rates: reading.rates, written: written)
        try FileNames.check(read: flags.settings.map { [$0] } ?? [], written: written)
    }

    func run() async throws {
        if folder.data != nil { return try await RFMOfShop.run(folder, flags) }
        try runOnFiles()
    }

    private func runOnFiles() throws {
        let options = try reading.options()
        let summaryOptions = try reading.summaryOptions(asOf: flags.to, timeZone: options.timeZone)
        let settings = try flags.settings.map { try RFMSettings(file: $0) } ?? .standard
        let historyFile = try flags.openHistory()
        let progress = Progress()
        let intake = try files.read(options, rejects: try reading.rejectSink(), progress: progress)
        progress.stage("Counting")
        let intakeReport = intake.report
        let history: RFMHistory
        do throws(RFMHistoryError) {
            history = try Self.history(consume intake, options: summaryOptions, settings: settings, from: flags.from)
        } catch {
            throw error.exit(intakeReport, progress: progress)
        }
        let results = RFMResults(
            history: history, words: Words(flags.language), isStandard: flags.settings == nil, stage: { progress.stage($0) })
        guard let results else {
            progress.end()
            let start = history.snapshots.first?.day ?? history.lastDay
            throw failure(
                .badData, "The last day is \(history.lastDay), so --from \(start) leaves nothing to compare. Give an earlier day.")
        }
        progress.stage("Writing")
        let text = try text(results, history, progress)
        try OutputFile.writing(progress) {
            let output = OutputFile()
            let buffer = ByteBuffer(capacity: 1 << 14)
            buffer.append(text + "\n")
            try output.write(buffer)
            if let historyFile {
                try RFMHistoryFile(history: history, isRaw: flags.raw).write(to: historyFile)
                try historyFile.finish()
            }
        }
        let leftOut = LeftOutText(history.leftOut, lastDay: "last day")
        let lines = IntakeText(intakeReport, rejects: reading.rejects).lines + leftOut.orders + leftOut.refunds
        say((flags.format == .table ? "\n" : "") + lines.joined(separator: "\n"))
        if let path = flags.history { say("Written   \(counted(history.changeCount, "change", "changes")) to \(path)") }
        if let timings = progress.timings { say(timings) }
    }

    /// The orders are given up, so that their memory can be given back on the way.
    private static func history(
        _ intake: consuming OrderIntake, options: SummaryOptions, settings: RFMSettings, from: ShopDay?
    ) throws(RFMHistoryError) -> RFMHistory {
        let refunds = intake.refunds
        return try RFMHistory(
            orders: intake.orders, refunds: refunds, options: options, settings: settings, settlesOnLastDay: true
        ) { last in [from ?? last.advanced(byDays: -RFMFlags.usualDays), last] }
    }

    private func text(_ results: RFMResults, _ history: RFMHistory, _ progress: Progress) throws -> String {
        guard let name = flags.customer else { return flags.format == .json ? results.json : RFMText(results).text }
        guard let customer = RFMCustomer(named: name, in: history) else {
            progress.end()
            throw failure(.noInput, "Nobody in these files is called \(name). Give the e-mail or number as it stands there.")
        }
        return flags.format == .json ? customer.json : customer.text(results.words)
    }
}

extension RFMHistoryError {
    /// What is said, and the exit code.
    func exit(_ intake: IntakeReport, progress: Progress) -> ExitCode {
        switch self {
        case .orders(let error): return error.exit(intake, progress: progress, lastDay: "--to")
        case .tooManyDays(let found, let most):
            progress.end()
            return failure(
                .badData, "From the first order to the last day there are \(grouped(found)) days; at most \(grouped(most)) can be kept.")
        }
    }
}
