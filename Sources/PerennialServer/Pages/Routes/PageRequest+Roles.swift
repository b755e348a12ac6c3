import Journal

extension PageRequest {
    /// Who asks, where they may change what the shop keeps. Whoever only reads is told so.
    func editor() throws(PageFailure) -> UserRow {
        guard let user = visit.user, UserRole(stored: user.role).mayChangePeople else { throw .forbidden }
        return user
    }

    /// Whether whoever looks may change what the shop keeps.
    var mayChange: Bool { visit.user.map { UserRole(stored: $0.role).mayChangePeople } ?? false }
}
