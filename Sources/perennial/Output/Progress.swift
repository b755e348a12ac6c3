import Connectors
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line on the terminal that says what is being done and how far it is. Silent where standard error is no terminal.
///
/// With PERENNIAL_TIMINGS set in the environment it also says, at the end, how many CPU seconds each stage took.
final class Progress {
    private let isTerminal: Bool
    private let keepsTimings: Bool
    private var stages: [(name: String, startsAt: Double)] = []

    init() {
        let environment = ProcessInfo.processInfo.environment
        isTerminal = isatty(STDERR_FILENO) != 0 && environment["TERM"] != "dumb"
        keepsTimings = environment["PERENNIAL_TIMINGS"] != nil
        stages = [("Reading", 0)]
    }

    /// Shows how much of the files has been read.
    private static func reading(_ progress: ReadingProgress) {
        let rows = grouped(progress.rows)
        guard let total = progress.totalBytes, total > 0 else {
            show("Reading  \(rows) rows")
            return
        }
        show("Reading  \(bar(Double(progress.bytesRead) / Double(total)))  \(rows) rows")
    }

    /// What is called as a file is read; `nil` where nobody looks.
    var whileReading: (@Sendable (ReadingProgress) -> Void)? { isTerminal ? { @Sendable in Self.reading($0) } : nil }

    /// Shows the name of a stage whose length is not known.
    func stage(_ name: String) {
        if keepsTimings { stages.append((name, Self.cpuSeconds)) }
        if isTerminal { Self.show("\(name) …") }
    }

    /// Shows how much of a known number of rows is done.
    func rows(_ name: String, _ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        Self.show("\(name)  \(Self.bar(Double(done) / Double(total)))  \(grouped(done)) of \(grouped(total)) rows")
    }

    /// How full something is, as a bar and in percent.
    private static func bar(_ share: Double) -> String {
        let share = min(1, share)
        let filled = Int(share * 30)
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled) + " \(Int(share * 100)) %"
    }

    /// The timings, if they were asked for.
    var timings: String? {
        guard keepsTimings else { return nil }
        let ends = stages.dropFirst().map(\.startsAt) + [Self.cpuSeconds]
        let parts = zip(stages, ends).map { "\($0.name.lowercased()) \(String(format: "%.2f", $1 - $0.startsAt))" }
        return "CPU s     " + parts.joined(separator: ", ")
    }

    /// User and system time of this process so far.
    private static var cpuSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    /// Removes the line.
    func end() {
        guard isTerminal else { return }
        writeToStandardError("\r\u{1B}[2K")
    }

    private static func show(_ text: String) {
        writeToStandardError("\r\u{1B}[2K\(text)")
    }
}

/// So many of something: `1 row`, `2,000 rows`.
func counted(_ number: some BinaryInteger, _ one: String, _ many: String) -> String { "\(grouped(number)) \(number == 1 ? one : many)" }

/// A whole number with commas between thousands: `1,234,567`.
func grouped(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place).isMultiple(of: 3) { result.append(",") }
        result.append(digit)
    }
    return value < 0 ? "-" + result : result
}
