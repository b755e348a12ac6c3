import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Asks before something is done that cannot be taken back.
enum Confirmation {
    /// Whether somebody at a terminal answers yes; without a terminal nobody does.
    static func isGiven(_ question: String) -> Bool {
        guard isatty(STDIN_FILENO) != 0 else { return false }
        say(question + " (yes or no)")
        return readLine()?.lowercased() == "yes"
    }
}
