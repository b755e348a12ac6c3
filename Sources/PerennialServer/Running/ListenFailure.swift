import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a server cannot listen.
public struct ListenFailure: Error, Sendable {
    /// What is the matter, in a sentence.
    public let words: String
    /// Whether another program has the port: else it is the address or the right that is wrong.
    public let isTaken: Bool

    private static let advice = "Give an address of this machine: --host 127.0.0.1, or 0.0.0.0 for all of them."

    /// What an error of listening means; `nil` for another error.
    public init?(_ error: any Error, host: String, port: Int) {
        if error is SocketAddressError.UnknownHost {
            words = "No address is known by the name \(host). " + Self.advice
            isTaken = false
            return
        }
        guard let code = (error as? IOError)?.errnoCode else { return nil }
        isTaken = code == EADDRINUSE
        switch code {
        case EADDRINUSE: words = "Port \(port) of \(host) is in use by another program. Stop it, or give another port: --port."
        case EADDRNOTAVAIL: words = "\(host) is no address of this machine. " + Self.advice
        case EACCES, EPERM: words = "Listening at port \(port) is not allowed: ports under 1024 need rights of their own. See --port."
        default: return nil
        }
    }
}
