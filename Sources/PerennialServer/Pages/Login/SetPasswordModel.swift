import Markup

/// What the page says by which a user sets a password.
struct SetPasswordModel: Sendable {
    /// Of the link, as it stands in the path.
    var secret: String
    /// Whose password it is.
    var email: String
    var problems: [FirstOwnerModel.Problem] = []
    /// Of the visit: nobody is signed in yet.
    var token: FormToken
}
