import Facts

/// A small CSV file, made in whole. A cell that a spreadsheet would run as a formula gets an apostrophe.
struct CSVText {
    private(set) var text = ""

    /// A file with its header.
    init(_ header: [String]) { add(header) }

    /// Adds a row.
    mutating func add(_ cells: [String]) {
        text += cells.map(Self.cell).joined(separator: ",") + "\n"
    }

    private static func cell(_ text: String) -> String {
        let safe = SpreadsheetFormula.begins(text.utf8) ? "'" + text : text
        guard safe.utf8.contains(where: { [0x2C, 0x3B, 0x09, 0x22, 0x0A, 0x0D].contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
