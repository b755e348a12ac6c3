import ArgumentParser
import Connectors
import Foundation

/// The exit codes of the program, after BSD's sysexits.
enum ExitStatus: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
}

/// Writes words for people: to standard error, so that standard output holds data alone.
func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
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
