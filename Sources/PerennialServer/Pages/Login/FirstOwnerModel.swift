import Markup

/// What the page of the one-time link says.
struct FirstOwnerModel: Sendable {
    /// What is wrong with what was filled in.
    enum Problem: Sendable, Equatable {
        case nameMissing, emailWrong, passwordTooShort, passwordCommon, passwordsDiffer
    }

    /// Of the link, as it stands in the path.
    var secret: String
    /// As it was typed.
    var name = ""
    /// As it was typed.
    var email = ""
    var problems: [Problem] = []
    /// Of the visit: nobody is signed in yet.
    var token: FormToken

    static let nameField = "name"
    static let emailField = "email"
    static let passwordField = "password"
    static let repeatedField = "password_again"

    /// The fewest characters of a password.
    static let shortestPassword = 12
    /// The most characters of a password: hashing more would let strangers keep the server busy.
    static let longestPassword = 200
}
