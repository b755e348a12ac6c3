import Charts
import Markup
import Wording

/// One cell of a table of a report.
typealias Cell = Markup.Cell<Alone>

extension PageContext {
    /// A heading within a section, which can name what stands under it.
    struct Heading {
        var text: Phrase
        /// Its name within the page.
        var id: String
    }

    /// The heading itself.
    func heading(_ heading: Heading) -> Node { .make(.h3, [.id(heading.id)]) { Node.text(words(heading.text)) } }

    /// A table. On a phone one that is not small becomes a list of cards.
    ///
    /// - Parameters:
    ///   - headers: the titles of the columns.
    ///   - rows: as long as the headers; the first cell names its row.
    ///   - strongLastRow: the last row is a sum.
    func table(_ caption: String, headers: [String], rows: [[Cell]], strongLastRow: Bool = false) -> Node {
        Table(caption: caption, headers: headers, rows: rows, strongLastRow: strongLastRow).node
    }

    /// A table right under a heading that says what it is: no caption says the same again.
    func table(under heading: Heading, headers: [String], rows: [[Cell]], strongLastRow: Bool = false) -> Node {
        Table(under: heading.id, headers: headers, rows: rows, strongLastRow: strongLastRow).node
    }

    /// A figure at the widths of a page and of a phone, and the table behind it.
    func figure(_ figure: any Figure, id: String) -> Node {
        .make(.figure) {
            Node.div("chart-wide") { Node.figure(figure, id: id, width: 856) }
            Node.div("chart-narrow") { Node.figure(figure, id: id + "-narrow", width: 330) }
            data(figure.table)
        }
    }

    private func data(_ table: ChartTable) -> Node {
        .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Page.behindTheChart)) }
            Node.element(
                .div,
                [.css("scroll"), Attribute(name: .tabindex, value: "0"), Attribute(name: .role, value: "region"), .label(table.caption)],
                [plain(table)])
        }
    }

    private func plain(_ table: ChartTable) -> Node {
        .make(.table) {
            Node.make(.caption) { Node.text(table.caption) }
            Node.make(.thead) {
                Node.make(.tr) {
                    for (column, header) in table.header.enumerated() {
                        Node.make(.th, [.scope("col")] + (column > 0 ? [.css("n")] : [])) { Node.text(header) }
                    }
                }
            }
            Node.make(.tbody) {
                for row in table.rows {
                    Node.make(.tr) {
                        for (column, text) in row.enumerated() {
                            Node.element(column == 0 ? .th : .td, column == 0 ? [.scope("row")] : [.css("n")], [.text(text)])
                        }
                    }
                }
            }
        }
    }

    /// A figure of a few words beside others: its name, the value, and what it is of or between.
    struct Fact {
        var name: String
        var value: String
        /// Lines below it.
        var notes: [String]

        init(name: String, value: String, notes: [String]) {
            self.name = name
            self.value = value
            self.notes = notes
        }

        init(name: String, value: String, note: String?) {
            self.init(name: name, value: value, notes: note.map { [$0] } ?? [])
        }
    }

    /// Facts side by side.
    func facts(_ facts: [Fact]) -> Node {
        .make(.dl, [.css("facts")]) {
            for fact in facts {
                Node.div("fact") {
                    Node.make(.dt) { Node.text(fact.name) }
                    Node.make(.dd) {
                        Node.make(.span, [.css("value")]) { Node.text(fact.value) }
                        for note in fact.notes { Node.make(.small) { Node.text(note) } }
                    }
                }
            }
        }
    }

    /// The small line that says what the figures of a section are.
    func basisLine(_ text: String?) -> Node {
        text.map { .p("basis", $0) } ?? .nothing
    }

    /// What stands in place of a section without figures.
    func empty(_ text: String) -> Node { .p("empty", text) }

    /// What stands in place of predicted figures where there are none: which condition is short, and by how much.
    var noPredictions: Node {
        .div("empty") {
            Node.p(words(Phrase.Page.noPredictions))
            Node.make(.ul) {
                for line in missingLines { Node.make(.li) { Node.text(line) } }
            }
        }
    }
}
