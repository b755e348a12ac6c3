import Charts
import Markup
import Wording

extension PageSetting {
    /// The width, in pixels, of a figure in a card as wide as the page.
    static let widest = 940.0
    /// Of one in the wider of two columns.
    static let main = 600.0

    /// A part of a page with its heading.
    ///
    /// - Parameters:
    ///   - width: of twelve columns; on narrow screens every card has the whole width.
    ///   - beside: what stands at the other end of the heading's line.
    func card(
        _ title: String, id: String, width: Int, _ beside: Node = .nothing, @NodeList<Served> content: () -> [Node]
    ) -> Node {
        .make(.section, [.id(id), .css("card w-\(width)"), .labelledBy(id + "-heading")]) {
            Node.div("card-head") {
                Node.make(.h2, [.id(id + "-heading")]) { Node.text(title) }
                beside
            }
            content()
        }
    }

    /// Cards side by side.
    func grid(@NodeList<Served> _ content: () -> [Node]) -> Node { .div("grid", content) }

    /// A figure with its name, and lines that say what it is.
    struct Tile {
        var name: String
        var value: Node
        var notes: [String]
        var isMain = false

        init(_ name: String, _ value: String, _ notes: String?..., isMain: Bool = false) {
            self.name = name
            self.value = .text(value)
            self.notes = notes.compactMap { $0 }
            self.isMain = isMain
        }
    }

    /// Figures side by side.
    func tiles(_ tiles: [Tile], _ css: String = "tiles") -> Node {
        .make(.dl, [.css(css)]) {
            for tile in tiles {
                Node.div(tile.isMain ? "tile main" : "tile") {
                    Node.make(.dt) { Node.text(tile.name) }
                    Node.make(.dd) {
                        Node.make(.span, [.css("value")]) { tile.value }
                        for note in tile.notes { Node.small(note) }
                    }
                }
            }
        }
    }

    /// Names and what they stand for, one below the other.
    func pairs(_ pairs: [(name: String, value: Node)]) -> Node {
        .make(.dl, [.css("pairs")]) {
            for pair in pairs {
                Node.make(.dt) { Node.text(pair.name) }
                Node.make(.dd) { pair.value }
            }
        }
    }

    /// What stands in place of something that is not there, with what to do about it.
    func empty(_ title: String, @NodeList<Served> _ content: () -> [Node]) -> Node {
        .div("empty") {
            Node.make(.p, [.css("empty-title")]) { Node.text(title) }
            content()
        }
    }

    /// Words with a capital letter, and a coloured dot before them.
    func badge(_ text: String, _ color: ChartColor? = nil) -> Node {
        let words = text.prefix(1).uppercased() + text.dropFirst()
        return .element(.span, [.css(color.map { "badge c-\($0.rawValue)" } ?? "badge")], [.text(words)])
    }

    /// A figure for wide and for narrow pages, and the table behind it.
    ///
    /// - Parameters:
    ///   - width: in pixels where a page is as wide as it gets.
    ///   - medium: where it is not; for figures as wide as the page, whose letters would shrink with it.
    func figure(_ figure: any Figure, id: String, width: Double, medium: Double? = nil, hasTable: Bool = true) -> Node {
        .make(.figure, medium == nil ? [] : [.css("three-sizes")]) {
            Node.div("chart-wide") { Node.figure(figure, id: id, width: width) }
            if let medium { Node.div("chart-medium") { Node.figure(figure, id: id + "-medium", width: medium) } }
            Node.div("chart-narrow") { Node.figure(figure, id: id + "-narrow", width: 320) }
            if hasTable { data(figure.table) }
        }
    }

    private func data(_ table: ChartTable) -> Node {
        .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Page.behindTheChart)) }
            Node.element(
                .div,
                [
                    .css("scroll"), Attribute(name: .tabindex, value: "0"), Attribute(name: .role, value: "region"),
                    .label(words.labelled(table.caption, words(Phrase.Page.behindTheChart))),
                ],
                [plain(table).node])
        }
    }

    private func plain(_ table: ChartTable) -> Table<Served> {
        let rows = table.rows.map { row in row.enumerated().map { $0.offset == 0 ? Cell.text($0.element) : .number($0.element) } }
        var plain = Table<Served>(caption: table.caption, headers: table.header, rows: rows)
        plain.staysTable = true
        return plain
    }
}
