/// A mail server that takes mail from this shop.
public struct MailServer: Sendable, Equatable {
    /// How the connection is kept secret.
    public enum Security: Sendable, Equatable {
        /// Encrypted from the first byte: `smtps://`, usually port 465.
        case encrypted
        /// Encrypted before anything is said of the mail (STARTTLS), else nothing is sent: `smtp://`, usually port 587.
        case startTLS
        /// A server on this machine: encrypted where it offers that.
        case local
    }

    /// Why a text names no mail server.
    public enum Fault: Error, Sendable, Equatable {
        /// It begins with neither `smtp://` nor `smtps://`.
        case scheme
        /// There is no name of a machine, or one with characters that none has.
        case host
        /// The port is no number from 1 to 65535.
        case port
        /// A password stands in it: it is given by itself.
        case password
    }

    /// The name or address of the machine.
    public var host: String
    /// The port.
    public var port: Int
    /// How the connection is kept secret.
    public var security: Security
    /// Who hands mail in; `nil` where the server does not ask.
    public var user: String?
    /// Their password.
    public var password: String?

    /// Reads `smtp://user@host:587` or `smtps://user@host`; the part with the user may be missing.
    public init(_ text: String, password: String?) throws(Fault) {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard text.dropFirst(scheme.count).hasPrefix("://"), scheme == "smtp" || scheme == "smtps" else { throw .scheme }
        var rest = text.dropFirst(scheme.count + 3)
        if rest.last == "/" { rest.removeLast() }
        if let at = rest.lastIndex(of: "@") {
            let user = rest[..<at]
            guard !user.contains(":") else { throw .password }
            self.user = Self.decoded(user)
            rest = rest[rest.index(after: at)...]
        }
        var host = rest
        port = scheme == "smtps" ? 465 : 587
        let afterBracket = rest.lastIndex(of: "]") ?? rest.startIndex
        if let colon = rest[afterBracket...].lastIndex(of: ":") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else { throw .port }
            port = number
            host = rest[..<colon]
        }
        guard !host.isEmpty, host.utf8.allSatisfy({ Self.ofHosts.contains($0) }) else { throw .host }
        self.host = String(host)
        let isLocal = ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
        security = scheme == "smtps" ? .encrypted : isLocal ? .local : .startTLS
        self.password = password.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let ofHosts = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-[]:".utf8)

    /// `user%40example.com` as it is meant.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `smtp://host:587`, without the user.
    public var url: String { "\(security == .encrypted ? "smtps" : "smtp")://\(host):\(port)" }
}
