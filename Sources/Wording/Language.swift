/// A language in which pages and reports are written.
public enum Language: String, CaseIterable, Sendable {
    /// English.
    case en
    /// French.
    case fr
    /// Polish.
    case pl
}
