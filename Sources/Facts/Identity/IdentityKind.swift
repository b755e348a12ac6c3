/// What can say who somebody is.
public enum IdentityKind: UInt8, CaseIterable, Sendable {
    /// An e-mail address, trimmed and case-folded.
    case email = 0
    /// A phone number in E.164: `+48601234567`.
    case phone = 1
    /// The id that the shop's other systems use.
    case externalID = 2
    /// An id given to a browser or device before anything else was known.
    case anonymousID = 3
    /// The shop's own customer id; a profile may have several.
    case customerID = 4

    /// The attribute's name in the API; `customer_id` is ours.
    public var attributeName: String {
        switch self {
        case .email: "email"
        case .phone: "phone_number"
        case .externalID: "external_id"
        case .anonymousID: "anonymous_id"
        case .customerID: "customer_id"
        }
    }
}

/// A way by which people can be reached.
public enum Channel: UInt8, CaseIterable, Sendable {
    case email = 0
    case sms = 1
    case push = 2
    case whatsapp = 3
}
