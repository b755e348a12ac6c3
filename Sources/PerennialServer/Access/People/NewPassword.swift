/// Whether a password is worth taking.
enum NewPassword {
    /// What is wrong with a password that somebody chose.
    static func problems(_ password: String, again: String, email: String) -> [FirstOwnerModel.Problem] {
        var problems: [FirstOwnerModel.Problem] = []
        if password.count < FirstOwnerModel.shortestPassword {
            problems.append(.passwordTooShort)
        } else if isCommon(password, email) {
            problems.append(.passwordCommon)
        }
        if password != again { problems.append(.passwordsDiffer) }
        return problems
    }

    /// What is tried first: one character or a short run again and again, the address, words that everybody takes, once or more often.
    private static func isCommon(_ password: String, _ email: String) -> Bool {
        let lowered = password.lowercased()
        if Set(lowered).count < 5 { return true }
        let address = email.lowercased()
        let name = String(address.prefix { $0 != "@" })
        let words = [
            "password", "passwort", "motdepasse", "azertyuiop", "qwertyuiop", "qwertzuiop", "letmein", "haslo", "123456789", "perennial",
        ]
        // However often they are said: what else there is must be worth something.
        var rest = lowered
        for word in [address] + (name.count >= 4 ? [name] : []) + words { rest = rest.replacing(word, with: "") }
        return rest.count < lowered.count && rest.count < 6
    }
}
