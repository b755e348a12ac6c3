import ArgumentParser
import Shop

extension IntakeError {
    /// The words and the exit code of a write that was not taken.
    var exit: ExitCode {
        switch self {
        case .unavailable(let error): error.exit
        case .overloaded, .closing: failure(.inputOutput, "The shop is busy or closing.")
        case .notFound(let words): failure(.noInput, words)
        case .invalid(_, let words): failure(.usage, words)
        case .conflict(let words): failure(.badData, words)
        case .metric(let refusal, let pointer): failure(pointer == nil ? .badData : .usage, refusal.detail)
        case .full(let limit, let pointer): failure(pointer == nil ? .badData : .usage, limit.detail)
        case .duplicateProfile: failure(.badData, "Another profile has this identity already.")
        }
    }
}
