/// What somebody who signs in may do.
public enum UserRole: String, CaseIterable, Sendable {
    /// Everything.
    case owner
    /// Everything that concerns customers.
    case manager
    /// Reads only.
    case analyst

    /// The role of a name as it is kept; what is not known reads only.
    ///
    /// `member` is what people who were let in were called before there were roles.
    public init(stored: String) {
        self = stored == "member" ? .manager : UserRole(rawValue: stored) ?? .analyst
    }

    /// Whether people may be changed, given their file, and erased.
    public var mayChangePeople: Bool { self != .analyst }

    /// Whether settings may be changed, data imported and exported.
    public var mayChangeShop: Bool { self != .analyst }

    /// Whether people may be let in and shut out, and keys made and revoked.
    public var mayLetIn: Bool { self == .owner }
}
