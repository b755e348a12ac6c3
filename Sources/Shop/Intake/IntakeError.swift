public import Facts
public import Journal

/// Why something was not taken in.
public enum IntakeError: Error, Sendable {
    /// The store cannot take anything just now: full disk, failed write. Nothing of it was kept; it can be sent again.
    case unavailable(JournalError)
    /// More waits to be written than may wait. It can be sent again in a moment.
    case overloaded
    /// The shop is closing.
    case closing
    /// There is no such thing.
    case notFound(String)
    /// Another profile has this identity already.
    case duplicateProfile(ProfileNumber)
    /// What is asked for cannot be: with the place in the request and what is wrong, in words.
    case invalid(pointer: String, detail: String)
    /// What is asked for clashes with what is there.
    case conflict(String)
    /// A metric cannot be, or mean, what is asked: with the place in the request, or `nil` where it clashes with what is there.
    case metric(MetricRefusal, pointer: String?)
    /// The shop has no room for it: with the place in the request, or `nil` where no place of it is at fault.
    case full(ShopLimit, pointer: String?)
}
