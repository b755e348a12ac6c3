import NIOCore

/// How long a connection may take for what; see ``ServerOptions``.
struct ConnectionTimes: Sendable {
    let head: TimeAmount
    let idle: TimeAmount
    let body: TimeAmount
    let write: TimeAmount
    /// How long an unread body is still taken in after the answer, so that the client gets to read it.
    let linger: TimeAmount = .seconds(2)
    /// How often a connection is looked at.
    let tick: TimeAmount

    /// A body of a long upload gets a second more for this many bytes.
    static let bytesPerExtraSecond = 65_536
    /// Bytes of an unread body that are taken in after the answer.
    static let mostLingeringBytes = 1 << 20

    init(_ options: ServerOptions) {
        func amount(_ seconds: Double) -> TimeAmount { .nanoseconds(Int64(max(0.001, min(seconds, 86_400)) * 1e9)) }
        head = amount(options.headTimeoutInSeconds)
        idle = amount(options.idleTimeoutInSeconds)
        body = amount(options.bodyTimeoutInSeconds)
        write = amount(options.writeTimeoutInSeconds)
        let shortest = min(head, idle, body, write)
        tick = max(.milliseconds(10), min(.seconds(5), .nanoseconds(shortest.nanoseconds / 4)))
    }

    /// Time for a body of which so many bytes have come.
    func body(afterBytes bytes: Int) -> TimeAmount {
        body + .seconds(Int64(bytes / Self.bytesPerExtraSecond))
    }
}
