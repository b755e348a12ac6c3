import HTTPTypes
import NIOCore

/// The other end of a connection.
struct Peer: Sendable {
    let channel: any NIOCore.Channel
    /// Whether a proxy in front says who is behind it.
    let trustsProxy: Bool
    /// Whether one on this machine or in a private network does.
    let trustsNearProxy: Bool

    /// The address of the client. Of a chain of proxies only the last, our own, is believed: what stands before it anybody can write.
    func address(_ headers: HTTPFields) -> String? {
        let own = channel.remoteAddress?.ipAddress
        guard trusts(own) else { return own }
        // Several headers are one list, in their order.
        if let last = headers[values: .forwardedFor].last?.split(separator: ",").last?.trimmed, (1...45).contains(last.utf8.count) {
            return last
        }
        return own
    }

    /// The network of the client; unknown where a proxy stands in front that is not believed: it hides who is behind it.
    func network(_ headers: HTTPFields) -> Network {
        let own = channel.remoteAddress?.ipAddress
        if headers[.forwardedFor] != nil, !trusts(own), own.map(Self.isNear) ?? true { return .unknown }
        return Network(address(headers))
    }

    private func trusts(_ own: String?) -> Bool { trustsProxy || (trustsNearProxy && own.map(Self.isNear) ?? true) }

    /// Whether an address is of this machine or of a private network (RFC 1918, RFC 4193).
    static func isNear(_ address: String) -> Bool {
        var address = address.lowercased()[...]
        if address.hasPrefix("::ffff:"), address.contains(".") { address = address.dropFirst(7) }
        guard !address.contains(":") else {
            return address == "::1" || ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { address.hasPrefix($0) }
        }
        let parts = address.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return false }
        switch (parts[0], parts[1]) {
        case (127, _), (10, _), (192, 168), (172, 16...31), (169, 254): return true
        default: return false
        }
    }
}
