import Markup

/// What the page for signing in says.
struct SignInModel: Sendable {
    /// Something to say above the form.
    enum Notice: Sendable, Equatable {
        /// E-mail or password is not right; which of them is not said.
        case wrong
        case tooManyAttempts(waitSeconds: Int)
        case signedOut
    }

    /// As it was typed.
    var email = ""
    var notice: Notice?
    /// The page to show afterwards.
    var next: PagePath?
    /// Of the visit: nobody is signed in yet.
    var token: FormToken

    /// The parameter by which the page knows that somebody has just signed out.
    static let signedOutParameter = "signed-out"

    static let emailField = "email"
    static let passwordField = "password"
}
