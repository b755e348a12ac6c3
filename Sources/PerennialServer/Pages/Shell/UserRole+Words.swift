import Wording

extension UserRole {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .owner: Phrase.Role.owner
        case .manager: Phrase.Role.manager
        case .analyst: Phrase.Role.analyst
        }
    }
}
