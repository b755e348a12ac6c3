import Facts
import Wording

/// What the page of one's own account says.
struct AccountModel: Sendable {
    /// A browser that is signed in.
    struct Session: Sendable {
        var since: Instant
        var until: Instant
        var isHere: Bool
    }

    /// Something that was done just now.
    enum Notice: String, Sendable {
        case saved, password, sessions
    }

    /// As typed, or as it is.
    var name: String
    /// As chosen; `nil` for the browser's.
    var language: Language?
    var sessions: [Session]
    var problems: [String: String] = [:]
    var notice: Notice?
    /// Too many wrong passwords came: so many seconds to wait.
    var waitSeconds: Int?

    static let nameField = "name"
    static let languageField = "language"
    static let currentField = "password_until_now"
}
