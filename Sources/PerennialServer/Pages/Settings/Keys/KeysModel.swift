import Facts
import Wording

/// What the page of the keys says.
struct KeysModel: Sendable {
    /// A key, never its secret.
    struct Key: Sendable {
        var number: UInt64
        var name: String
        var scopes: [String]
        var createdBy: String
        var createdAt: Instant
        var lastUsedAt: Instant?
        var revokedAt: Instant?
    }

    /// What a new key may do, as it is chosen.
    enum Preset: String, CaseIterable, Sendable {
        case everything, sends, reads, chosen

        /// The scopes; `nil` where they are ticked one by one.
        var scopes: [Scope]? {
            switch self {
            case .everything: [.full]
            case .sends: [.eventsWrite, .profilesWrite, .listsRead, .listsWrite, .subscriptionsWrite, .metricsRead]
            case .reads: Scope.allCases.filter { $0.rawValue.hasSuffix(":read") }
            case .chosen: nil
            }
        }
    }

    var keys: [Key]
    /// As typed.
    var name = ""
    var preset = Preset.sends
    /// Those that are ticked.
    var ticked: Set<String> = []
    var problems: [String: Phrase] = [:]
    /// A key that was made just now.
    var secret: Secret = .none
    var isRevoked = false

    /// What there is to show of something that is shown once.
    enum Secret: Sendable {
        case none, gone
        case shown(String)
    }

    static let nameField = "name"
    static let presetField = "may"
    static let scopeField = "scope"
}
