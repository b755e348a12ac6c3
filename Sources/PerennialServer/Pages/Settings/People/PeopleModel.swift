import Facts
import Wording

/// What the page of the people says.
struct PeopleModel: Sendable {
    /// Somebody who signs in.
    struct Person: Sendable {
        var number: UInt64
        var name: String
        var email: String
        var role: UserRole
        var since: Instant
        var hasPassword: Bool
        var isYou: Bool
    }

    var people: [Person]
    /// As typed.
    var name = ""
    var email = ""
    var role = UserRole.manager.rawValue
    var problems: [String: Phrase] = [:]
    /// A link that was made just now.
    var link: KeysModel.Secret = .none
    var isRemoved = false
    /// To whom a link went by mail just now.
    var mailedTo: String?
    /// Whether a mail could not be sent: the link is shown instead.
    var isMailFailed = false
    /// Whether links go by mail.
    var sendsMail = false

    static let nameField = "name"
    static let emailField = "email"
    static let roleField = "role"
}

/// What the page of one of them says.
struct PersonOfShopModel: Sendable {
    var person: PeopleModel.Person
    /// Without them nobody could let people in.
    var isLastOwner: Bool
    var problem: Phrase?
    var isSaved = false
}
