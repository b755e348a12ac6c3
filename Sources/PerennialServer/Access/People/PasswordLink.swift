public import Facts
import JSON
public import Journal
import Markup

/// The link by which somebody who was let in, or forgot a password, sets one. It works once, for a day.
public struct PasswordLink: Sendable {
    static let purpose = "set-password"

    /// What the journal is to keep.
    public let row: OneTimeLinkRow
    /// Where it leads: `/set-password/…`.
    public let path: String

    /// A new link for a user.
    public init(user: UInt64, at now: Instant) {
        let secret = OneTimeSecret.new()
        var detail = JSONWriter()
        detail.object { $0.member("user", user) }
        row = OneTimeSecret.row(secret, purpose: Self.purpose, detail: detail.text, at: now)
        path = PagePaths.setPassword(secret: secret).text
    }

    /// The user that a link is for; `nil` for a link for something else.
    static func user(of row: OneTimeLinkRow) -> UInt64? {
        row.purpose == purpose ? (try? JSONDocument(row.detail))?.root["user"]?.uint64 : nil
    }
}
