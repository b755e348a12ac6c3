import ArgumentParser
import Journal

extension JournalError {
    /// The words and the exit code of a journal that could not do what was asked.
    var exit: ExitCode {
        say("Error: " + message)
        return ExitCode(exitCode)
    }
}
