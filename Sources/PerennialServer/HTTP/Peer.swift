import HTTPTypes
import NIOCore

/// The other end of a connection.
struct Peer: Sendable {
    let channel: any NIOCore.Channel
    /// Whether a proxy in front says who is behind it.
    let trustsProxy: Bool

    /// The address of the client. Of a chain of proxies only the last, our own, is believed: what stands before it anybody can write.
    func address(_ headers: HTTPFields) -> String? {
        if trustsProxy, let last = headers[.forwardedFor]?.split(separator: ",").last?.trimmed, (1...45).contains(last.utf8.count) {
            return last
        }
        return channel.remoteAddress?.ipAddress
    }
}
