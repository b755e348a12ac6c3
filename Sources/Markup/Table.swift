/// One cell of a table.
public enum Cell<Kind: PageKind>: Sendable {
    /// Words, set to the left.
    case text(String)
    /// A number, an amount, a date: set to the right, never broken.
    case number(String)
    /// A number with something smaller below it, such as its range.
    case numberWith(String, String)
    /// Anything else, set to the left.
    case node(Node<Kind>)

    var isNumber: Bool {
        switch self {
        case .number, .numberWith: true
        case .text, .node: false
        }
    }
}

/// A table of rows that are each named by their first cell. On a phone one that is not small becomes a list of cards (class `cards`).
public struct Table<Kind: PageKind>: Sendable {
    private enum Name: Sendable {
        case caption(String)
        case heading(id: String)
    }

    private let name: Name
    /// The titles of the columns.
    public var headers: [String]
    /// As long as the headers; the first cell names its row.
    public var rows: [[Cell<Kind>]]
    /// Whether the last row is a sum.
    public var strongLastRow: Bool
    /// Whether it stays a table on a phone too, however many columns it has.
    public var staysTable = false
    /// Whether it becomes cards on a phone, however few its columns are: what stands in them is long.
    public var becomesCards = false

    /// Letters of four headers that fit beside each other on a phone.
    private static var mostLetters: Int { 40 }

    /// A table that says what it is.
    public init(caption: String, headers: [String], rows: [[Cell<Kind>]], strongLastRow: Bool = false) {
        name = .caption(caption)
        self.headers = headers
        self.rows = rows
        self.strongLastRow = strongLastRow
    }

    /// A table right under a heading that says what it is: no caption says the same again.
    public init(under id: String, headers: [String], rows: [[Cell<Kind>]], strongLastRow: Bool = false) {
        name = .heading(id: id)
        self.headers = headers
        self.rows = rows
        self.strongLastRow = strongLastRow
    }

    /// The table as markup.
    public var node: Node<Kind> {
        let isNumber = headers.indices.map { column in rows.contains { column < $0.count && $0[column].isNumber } }
        return .make(.table, attributes) {
            caption
            Node.make(.thead) {
                Node.make(.tr) {
                    for (column, header) in headers.enumerated() {
                        Node.make(.th, [.scope("col")] + (isNumber[column] ? [.css("n")] : [])) { Node.text(header) }
                    }
                }
            }
            Node.make(.tbody) {
                for (place, row) in rows.enumerated() {
                    Node.make(.tr, strongLastRow && place == rows.count - 1 ? [.css("total")] : []) {
                        for (column, cell) in row.enumerated() {
                            self.cell(cell, isFirst: column == 0, header: column < headers.count ? headers[column] : "")
                        }
                    }
                }
            }
        }
    }

    private var attributes: [Attribute<Kind>] {
        // A few short numbers beside a name fit any screen, where what stands above them does; anything more becomes cards.
        let isSmall =
            staysTable
            || !becomesCards && headers.count <= 4 && (headers.count < 4 || headers.reduce(0) { $0 + $1.count } <= Self.mostLetters)
                && rows.allSatisfy { row in
                    row.dropFirst().allSatisfy { cell in
                        if case .number = cell { true } else { false }
                    }
                }
        let cards: [Attribute<Kind>] = isSmall ? [] : [.css("cards")]
        switch name {
        case .caption: return cards
        case .heading(let id): return [.labelledBy(id)] + cards
        }
    }

    private var caption: Node<Kind> {
        switch name {
        case .caption(let text): .make(.caption) { Node.text(text) }
        case .heading: .nothing
        }
    }

    private func cell(_ cell: Cell<Kind>, isFirst: Bool, header: String) -> Node<Kind> {
        let label = Attribute<Kind>(name: .column, value: header)
        let tag: Tag = isFirst ? .th : .td
        let scope: [Attribute<Kind>] = isFirst ? [.scope("row")] : []
        switch cell {
        case .text(let text): return .element(tag, scope + [label], [.text(text)])
        case .node(let node): return .element(tag, scope + [label], [node])
        case .number(let text): return .element(tag, scope + [.css("n"), label], [.text(text)])
        case .numberWith(let text, let below):
            return .element(
                tag, scope + [.css("n"), label], [.make(.span) { Node.text(text) }, .element(.small, [.css("below")], [.text(below)])])
        }
    }
}
