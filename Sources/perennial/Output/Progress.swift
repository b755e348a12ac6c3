import Connectors
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line on the terminal that says what is being done and how far it is. Silent where standard error is no terminal.
final class Progress: Sendable {
    private let isTerminal: Bool

    init() {
        isTerminal = isatty(STDERR_FILENO) != 0 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Shows how much of the files has been read.
    func reading(_ progress: ReadingProgress) {
        guard isTerminal else { return }
        let rows = grouped(progress.rows)
        guard let total = progress.totalBytes, total > 0 else {
            show("Reading  \(rows) rows")
            return
        }
        let share = min(1, Double(progress.bytesRead) / Double(total))
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        show("Reading  \(bar) \(Int(share * 100)) %  \(rows) rows")
    }

    /// Shows the name of a stage whose length is not known.
    func stage(_ name: String) {
        guard isTerminal else { return }
        show("\(name) …")
    }

    /// Removes the line.
    func end() {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
    }

    private func show(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
    }
}

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
