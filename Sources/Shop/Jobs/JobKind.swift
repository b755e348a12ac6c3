public import JSON
public import Journal

/// A kind of work on many rows that is done in the background: how its payload is read.
public struct JobKind: Sendable {
    /// What one row comes to: something for the writer to do, or why it is refused.
    public enum Row: Sendable {
        case work(@Sendable (Intake) throws(IntakeError) -> Void)
        case refused([JobError])
    }

    /// The name under which the journal keeps jobs of this kind.
    public var name: String
    /// The rows of a payload, in order.
    public var rows: @Sendable (JSONValue) -> [JSONValue]
    /// Reads a row, away from the writer's thread. Errors carry the row's number, and the row itself so that nothing is lost.
    public var read: @Sendable (_ row: JSONValue, _ number: Int, _ payload: JSONValue) -> Row
    /// Whether its rows share a commit with nothing else, as needed by whatever looks at columns that others in the same commit may be changing.
    public var isAlone: Bool
    /// What is left to do once every row was done; done again where it was cut off. It may change what the job says of itself: counts, detail, and
    /// that it will not be done, by ``JobRow/Status/cancelled``.
    public var afterwards: @Sendable (_ shop: Shop, _ payload: JSONValue, _ job: inout JobRow) throws(JournalError) -> Void

    /// A kind of job.
    public init(
        name: String, isAlone: Bool = false, rows: @escaping @Sendable (JSONValue) -> [JSONValue],
        read: @escaping @Sendable (_ row: JSONValue, _ number: Int, _ payload: JSONValue) -> Row,
        afterwards: @escaping @Sendable (_ shop: Shop, _ payload: JSONValue, _ job: inout JobRow) throws(JournalError) -> Void = {
            _, _, _ in
        }
    ) {
        self.name = name
        self.isAlone = isAlone
        self.rows = rows
        self.read = read
        self.afterwards = afterwards
    }
}

extension JobError {
    /// What the writer refused, as an error of a row.
    public init(_ error: IntakeError, row: Int, refused: JSONValue?) {
        let (code, title, detail, pointer): (String, String, String, String) =
            switch error {
            case .invalid(let pointer, let detail): ("invalid", "Invalid input.", detail, pointer)
            case .duplicateProfile: ("duplicate_profile", "Conflict.", "A profile already exists with one of these identifiers.", "/data")
            case .notFound(let detail): ("not_found", "Not found.", detail, "/data")
            case .conflict(let detail): ("conflict", "Conflict.", detail, "/data")
            case .metric(let refusal, let pointer?): ("invalid", "Invalid input.", refusal.detail, pointer)
            case .metric(let refusal, nil): ("conflict", "Conflict.", refusal.detail, "/data")
            case .full(let limit, let pointer?): ("invalid", "Invalid input.", limit.detail, pointer)
            case .full(let limit, nil): ("conflict", "Conflict.", limit.detail, "/data")
            case .unavailable(let error): ("unavailable", "Not available.", error.message, "/data")
            case .overloaded, .closing: ("unavailable", "Not available.", "The shop is busy or closing.", "/data")
            }
        self.init(row: row, code: code, title: title, detail: detail, pointer: pointer, refused: refused?.compactBytes)
    }
}
