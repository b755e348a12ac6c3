import Facts
import Journal

/// The secret of a link that works once, for a day. It begins otherwise than a key, so that neither is taken for the other.
enum OneTimeSecret {
    private static let secondsItWorks: Int64 = 86_400

    static func new() -> String { "once_" + RandomText.new() }

    static func hash(_ secret: String) -> [UInt8] { KeyHash(secret: secret).bytes }

    /// What is kept of a link.
    static func row(_ secret: String, purpose: String, detail: String, at now: Instant) -> OneTimeLinkRow {
        OneTimeLinkRow(
            hash: hash(secret), purpose: purpose, detail: detail, createdAt: now,
            expiresAt: Instant(secondsSince1970: now.secondsSince1970 + secondsItWorks))
    }
}
