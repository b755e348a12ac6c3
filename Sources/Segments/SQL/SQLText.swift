import Facts

/// An engine for which definitions are written as SQL.
public enum SQLDialect: String, CaseIterable, Sendable {
    /// DuckDB.
    case duckdb
    /// Spark 4, with the session's zone UTC.
    case spark
}

/// A piece of SQL. What stands in the source is SQL; values come in by their type alone, and are quoted when it is written for an engine: a text of
/// a definition cannot become SQL.
struct SQLText: Sendable, ExpressibleByStringInterpolation {
    fileprivate enum Piece: Sendable {
        case sql(String)
        case text(String)
        case number(Double)
        case whole(Int64)
        case instant(Instant)
    }

    private var pieces: [Piece]

    /// What stands in the source.
    init(stringLiteral value: String) { pieces = [.sql(value)] }
    init(stringInterpolation: Pieces) { pieces = stringInterpolation.pieces }
    private init(_ pieces: [Piece]) { self.pieces = pieces }

    struct Pieces: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }
        mutating func appendLiteral(_ literal: String) { pieces.append(.sql(literal)) }
        mutating func appendInterpolation(_ sql: SQLText) { pieces += sql.pieces }
        mutating func appendInterpolation(text: String) { pieces.append(.text(text)) }
        mutating func appendInterpolation(number: Double) { pieces.append(.number(number)) }
        mutating func appendInterpolation(whole: some BinaryInteger) { pieces.append(.whole(Int64(clamping: whole))) }
        mutating func appendInterpolation(_ instant: Instant) { pieces.append(.instant(instant)) }
    }

    /// Some pieces with another between them.
    static func joined(_ parts: [SQLText], by separator: SQLText) -> SQLText {
        var pieces: [Piece] = []
        for (place, part) in parts.enumerated() { pieces += (place > 0 ? separator.pieces : []) + part.pieces }
        return SQLText(pieces)
    }

    /// Texts in a list.
    static func list(_ texts: [String]) -> SQLText { joined(texts.map { "\(text: $0)" }, by: ", ") }

    /// The SQL for an engine.
    func written(for dialect: SQLDialect) -> String {
        pieces.map { piece in
            switch piece {
            case .sql(let sql): sql
            case .text(let text): Self.quoted(text, dialect)
            case .number(let number): Self.written(number)
            case .whole(let number): number < 0 ? "(\(number))" : "\(number)"
            case .instant(let instant): "TIMESTAMP '\(Self.clock(instant))'"
            }
        }.joined()
    }

    private static func quoted(_ text: String, _ dialect: SQLDialect) -> String {
        switch dialect {
        case .duckdb:
            let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0.value == 0 }
            let quoted = parts.map { "'" + String($0).replacing("'", with: "''") + "'" }
            // Its texts hold zero bytes; its source cannot.
            return quoted.count == 1 ? quoted[0] : "(" + quoted.joined(separator: " || chr(0) || ") + ")"
        case .spark:
            // Backslashes mean something in its texts, and ${...} is put in by its shell.
            var quoted = "'"
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\\": quoted += "\\\\"
                case "'": quoted += "\\'"
                case "$": quoted += "\\u0024"
                case "\0": quoted += "\\u0000"
                default: quoted.unicodeScalars.append(scalar)
                }
            }
            return quoted + "'"
        }
    }

    /// With an exponent: such numbers are binary fractions in both, as they are here.
    private static func written(_ number: Double) -> String {
        let text = "\(number.magnitude)"
        let literal = text.contains("e") ? text : text + "e0"
        return number < 0 ? "(-\(literal))" : literal
    }

    private static func clock(_ instant: Instant) -> String {
        // Whatever there is lies between these.
        let seconds = max(-62_135_596_800, min(253_402_300_799, instant.secondsSince1970))
        // 2025-01-01T10:00:00 of what has an offset, which is none, after it.
        return String(Timestamp.text(Instant(secondsSince1970: seconds)).prefix(19)).replacing("T", with: " ")
    }
}
