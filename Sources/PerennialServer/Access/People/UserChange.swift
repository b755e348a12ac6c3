public import Facts
import JSON
public import Journal

/// What is written when somebody is let in, gets a link for a new password, another role, or is shut out: the same by pages and by command.
public struct UserChange: Sendable {
    /// Why it cannot be.
    public enum Refusal: Error, Sendable {
        /// Somebody signs in with the address already.
        case alreadyIn
        /// Without them the shop would have no owner.
        case lastOwner
    }

    /// The user from now on.
    public let user: UserRow
    /// The link by which they set a password, where there is one.
    public let link: PasswordLink?
    /// What the journal is to keep, the entry of the audit log among it.
    public let writes: [JournalWrite]

    private init(_ user: UserRow, _ action: String, link: PasswordLink? = nil, endsSessions: Bool = false, by who: String, at now: Instant)
    {
        self.user = user
        self.link = link
        var detail = JSONWriter()
        detail.object { detail in
            detail.member("email", user.email)
            detail.member("role", user.role)
        }
        var writes: [JournalWrite] = [.user(user)]
        if endsSessions { writes.append(.endSessions(user: user.number)) }
        if let link { writes.append(.oneTimeLink(link.row)) }
        writes.append(
            .audit(AuditEntry(at: now, who: who, action: action, objectKind: "user", objectID: "\(user.number)", detail: detail.text)))
        self.writes = writes
    }

    /// Lets somebody in, also whoever was removed before. Without a role the first is an owner, others are managers.
    ///
    /// - Parameters:
    ///   - email: the address as it is kept: folded.
    ///   - name: what pages show; the address where none is given.
    ///   - role: what they may do.
    ///   - users: all users, also those who were removed.
    ///   - number: a number that no user has.
    ///   - who: who asks for it.
    ///   - now: when.
    public static func letIn(
        _ email: String, name: String?, role: UserRole?, among users: [UserRow], number: @autoclosure () -> UInt64, by who: String,
        at now: Instant
    ) throws(Refusal) -> UserChange {
        let known = users.first { $0.email == email }
        if let known, known.disabledAt == nil { throw .alreadyIn }
        let usual = users.isEmpty ? UserRole.owner : .manager
        var user =
            known ?? UserRow(number: number(), email: email, name: email, role: usual.rawValue, password: nil, createdAt: now)
        user.role = role?.rawValue ?? user.role
        user.name = name ?? user.name
        user.password = nil
        user.disabledAt = nil
        return UserChange(user, "user.add", link: PasswordLink(for: user, at: now), by: who, at: now)
    }

    /// Takes a password away: it and all sessions end, and a link sets another.
    public static func newPassword(of user: UserRow, by who: String, at now: Instant) -> UserChange {
        var user = user
        user.password = nil
        return UserChange(
            user, "user.reset-password", link: PasswordLink(for: user, at: now), endsSessions: true, by: who, at: now)
    }

    /// Gives somebody another role.
    public static func role(
        _ role: UserRole, of user: UserRow, among users: [UserRow], by who: String, at now: Instant
    ) throws(Refusal) -> UserChange {
        if role != .owner, isLastOwner(user, among: users) { throw .lastOwner }
        var user = user
        user.role = role.rawValue
        return UserChange(user, "user.role", by: who, at: now)
    }

    /// Shuts somebody out: the password and all sessions end.
    public static func remove(_ user: UserRow, by who: String, at now: Instant) -> UserChange {
        var user = user
        user.password = nil
        user.disabledAt = now
        return UserChange(user, "user.remove", endsSessions: true, by: who, at: now)
    }

    /// Whether somebody is the only owner who signs in.
    public static func isLastOwner(_ user: UserRow, among users: [UserRow]) -> Bool {
        isOwner(user) && !users.contains { $0.number != user.number && isOwner($0) && $0.password != nil }
    }

    private static func isOwner(_ user: UserRow) -> Bool { user.disabledAt == nil && UserRole(stored: user.role) == .owner }
}
