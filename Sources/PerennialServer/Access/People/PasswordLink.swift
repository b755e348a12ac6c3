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

    /// A new link for a user. It works as long as the password is what it is now: one that is set ends all links of before.
    public init(for user: UserRow, at now: Instant) {
        let secret = OneTimeSecret.new()
        var detail = JSONWriter()
        detail.object { detail in
            detail.member("user", user.number)
            detail.member("password", Self.fingerprint(user))
        }
        row = OneTimeSecret.row(secret, purpose: Self.purpose, detail: detail.text, at: now)
        path = PagePaths.setPassword(secret: secret).text
    }

    /// Tells whether a password is still the same, and nothing else of it; `nil` where there is none.
    private static func fingerprint(_ user: UserRow) -> String? { user.password.map { Base64URL.encode(OneTimeSecret.hash($0)) } }

    /// Whether a link was made while the user's password was what it is now.
    static func isCurrent(_ row: OneTimeLinkRow, of user: UserRow) -> Bool {
        guard let detail = try? JSONDocument(row.detail) else { return false }
        return detail.root["password"]?.string == fingerprint(user)
    }

    /// The user that a link is for; `nil` for a link for something else.
    static func user(of row: OneTimeLinkRow) -> UInt64? {
        row.purpose == purpose ? (try? JSONDocument(row.detail))?.root["user"]?.uint64 : nil
    }
}
