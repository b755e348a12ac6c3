import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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
        let inputs = orders + refunds + (rates.map { [$0] } ?? [])
        guard inputs.filter({ $0 == "-" }).count < 2 else { throw ValidationError("Standard input (-) can be read once only.") }
        for (flag, path) in written {
            guard let path, let identity = FileIdentity(path: path) else { continue }
            if let input = inputs.first(where: { FileIdentity(path: $0) == identity }) {
                throw ValidationError("\(flag) names \(input), which is read: it would be overwritten. Give another name.")
            }
            if flag == "--rejects", !identity.isOrdinary {
                throw ValidationError("\(flag) \(path) is no ordinary file. Give the name of a file.")
            }
        }
        for (place, first) in written.enumerated() {
            for second in written.dropFirst(place + 1) where areSame(first.path, second.path) {
                throw ValidationError("\(first.flag) and \(second.flag) name the same file. Give two names.")
            }
        }
    }

    /// Whether two paths lead to one file, or would if it were there.
    private func areSame(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return false }
        if let identity = FileIdentity(path: first), identity == FileIdentity(path: second) { return true }
        return URL(fileURLWithPath: first).standardizedFileURL == URL(fileURLWithPath: second).standardizedFileURL
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

extension SummaryError {
    /// What is said, and the exit code.
    func exit(_ intake: IntakeReport, progress: Progress) -> ExitCode {
        progress.end()
        say(IntakeText(intake).lines.joined(separator: "\n"))
        return failure(.badData, words)
    }

    private var words: String {
        switch self {
        case .noOrders(_, firstOrder: nil):
            "The files hold no order that counts. See the rejected rows (--rejects FILE) and the statuses."
        case .noOrders(let asOf, .some(let first)):
            "No order lies on or before \(asOf); the first is of \(first). Give --as-of a later day."
        case .allHeldAside(let currencies):
            "No order is in the shop's currency and none could be converted: they are in \(currencies.map(\.code).joined(separator: ", ")). Give --currency or --rates FILE."
        }
    }
}
