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

    /// What is tried first: one character or a short run again and again, the address, words that everybody takes.
    private static func isCommon(_ password: String, _ email: String) -> Bool {
        let lowered = password.lowercased()
        if Set(lowered).count < 5 { return true }
        let name = email.prefix { $0 != "@" }
        if name.count >= 4, lowered.contains(name), lowered.count < name.count + 6 { return true }
        let words = [
            "password", "passwort", "motdepasse", "azertyuiop", "qwertyuiop", "qwertzuiop", "letmein", "haslo", "123456789", "perennial",
        ]
        return words.contains { lowered.contains($0) && lowered.count < $0.count + 6 }
    }
}
