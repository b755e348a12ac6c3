import ArgumentParser
import Connectors
import CustomerValue
import Facts

/// The files that a command reads: orders and refunds.
struct OrderFiles: ParsableArguments {
    @Argument(help: "Files of orders: CSV, plain or gzip; - reads standard input.")
    var orders: [String] = []

    @Option(help: "A file of refunds.")
    var refunds: [String] = []

    /// Where the orders come from, in words.
    var sources: String { orders.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ") }

    /// Checks that something is read, and that nothing is written over what is read or over what is written too.
    ///
    /// - Parameters:
    ///   - rates: the file of exchange rates, if one is given.
    ///   - written: flags with the files that they name.
    func check(command: String, rates: String?, written: [(flag: String, path: String?)]) throws {
        guard !orders.isEmpty else {
            throw ValidationError("Name a file of orders, or - to read standard input. For example: perennial \(command) orders.csv")
        }
        try FileNames.check(read: orders + refunds + (rates.map { [$0] } ?? []), written: written)
    }

    /// Reads all files.
    func read(_ options: ReadingOptions, rejects: consuming RejectSink?, progress: Progress) throws -> OrderIntake {
        do throws(ReadingError) {
            var reader = OrderReader(options: options, rejects: rejects)
            reader.progress = progress.whileReading
            for path in orders { try reader.readOrders(path: path) }
            for path in refunds { try reader.readRefunds(path: path) }
            return try reader.finish()
        } catch {
            progress.end()
            throw error.exit
        }
    }
}

extension SummaryError {
    /// What is said, and the exit code.
    ///
    /// - Parameter lastDay: the flag that names the last day that counts.
    func exit(_ intake: IntakeReport, progress: Progress, lastDay: String = "--as-of") -> ExitCode {
        progress.end()
        say(IntakeText(intake).lines.joined(separator: "\n"))
        return failure(.badData, words(lastDay))
    }

    private func words(_ lastDay: String) -> String {
        switch self {
        case .noOrders(_, firstOrder: nil):
            "The files hold no order that counts. See the rejected rows (--rejects FILE) and the statuses."
        case .noOrders(let asOf, .some(let first)):
            "No order lies on or before \(asOf); the first is of \(first). Give \(lastDay) a later day."
        case .allHeldAside(let currencies):
            "No order is in the shop's currency and none could be converted: they are in \(currencies.map(\.code).joined(separator: ", ")). Give --currency or --rates FILE."
        }
    }
}
