import ArgumentParser
import Connectors
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The exit codes of the program, after BSD's sysexits.
enum ExitStatus: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    case inUse = 75
    case settings = 78
}

/// Writes words for people: to standard error, so that standard output holds data alone.
func say(_ text: String) {
    writeToStandardError(
        text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }.joined(separator: "\n") + "\n")
}

/// Writes as it is. Words that nobody can take any more (a closed or full standard error) are no reason to fail.
func writeToStandardError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
        var offset = 0
        while offset < bytes.count {
            let written = write(STDERR_FILENO, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            offset += written
        }
    }
}

/// Text from outside with everything that could steer a terminal (control characters, direction marks) shown as U+FFFD.
func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.steersTerminal) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.steersTerminal ? "\u{FFFD}" : $0 }))
}

extension Unicode.Scalar {
    fileprivate var steersTerminal: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// Ends a command with words and an exit code.
func failure(_ status: ExitStatus, _ text: String) -> ExitCode {
    say("Error: " + text)
    return ExitCode(status.rawValue)
}

extension ReadingError {
    /// The words and the exit code of a file that could not be read.
    var exit: ExitCode {
        let status: ExitStatus =
            switch code {
            case .inputMissing: .noInput
            case .inputFailed: .inputOutput
            case .badData, .needsAnswer: .badData
            case .outputFailed: .cannotCreate
            }
        return failure(status, description)
    }
}

extension OutputFile.Failure {
    /// The words and the exit code of output that could not be written. A reader who left a pipe is no failure.
    var exit: ExitCode {
        switch self {
        case .cannotBeMade(let text): failure(.cannotCreate, text)
        case .failed(let text): failure(.inputOutput, text)
        case .readerLeft: ExitCode.success
        }
    }
}

extension OutputFile {
    /// Writes results as the last stage of a command: ends the progress, and turns what goes wrong into words and an exit code.
    static func writing(_ progress: Progress, _ write: () throws -> Void) throws {
        defer { progress.end() }
        do {
            try write()
        } catch let failure as Failure {
            progress.end()
            throw failure.exit
        } catch {
            progress.end()
            throw failure(.software, "The results could not be put in words: \(error). Please report this.")
        }
    }
}
