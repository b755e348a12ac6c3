/// How lines of the log look.
public enum LogFormat: String, Sendable, CaseIterable {
    /// One JSON object per line, for collectors.
    case json
    /// Words, for people.
    case text
    /// Words on a terminal, JSON elsewhere.
    case automatic
}
