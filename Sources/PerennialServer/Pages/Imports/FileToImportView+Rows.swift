import Connectors
import Facts
import Markup
import Shop
import Wording

extension FileToImportView {
    // MARK: The first rows, and those that are not understood

    func rows(_ preview: FilePreview) -> Node {
        let meanings = Dictionary(preview.columns.map { ($0.value, $0.key) }) { first, _ in first }
        // Wide exports have dozens of columns: those with a meaning first, then some of the others.
        let shown = (preview.columns.values.sorted() + preview.header.indices.filter { meanings[$0] == nil }).prefix(14)
        let unique = Array(Set(shown)).sorted()
        var table = Table<Served>(
            under: "rows-heading",
            headers: unique.map { column in
                let name = OutsideText(preview.header[column], longest: 40).shown
                return meanings[column].map { name + " → " + words($0.phrase) } ?? name
            },
            rows: preview.rows.map { row in
                unique.map { column in .node(.outside(column < row.count ? row[column] : "", longest: 40)) }
            })
        table.staysTable = true
        return .element(
            .div,
            [
                .css("preview"), Attribute(name: .tabindex, value: "0"), Attribute(name: .role, value: "region"),
                .labelledBy("rows-heading"),
            ], [table.node])
    }

    var rejected: Node {
        .group {
            Table<Served>(
                under: "rejected-heading", headers: [Phrase.Imports.reason, Phrase.Imports.rows].map { words($0) },
                rows: check.rejected.map { reason in
                    [
                        .text(Phrase.RejectedRows.of(reason.code).map { words($0) } ?? reason.words),
                        .number(setting.format.number(reason.rows)),
                    ]
                }
            ).node
            if !check.examples.isEmpty {
                Table<Served>(
                    caption: words(Phrase.Imports.examples),
                    headers: [Phrase.Imports.line, Phrase.Imports.column, Phrase.Imports.reason, Phrase.Refusals.original].map {
                        words($0)
                    },
                    rows: check.examples.map { example in
                        [
                            .number(setting.format.number(example.line)), .node(.outside(example.column ?? "–", longest: 40)),
                            .node(reason(example)),
                            .node(.make(.code) { Node.outside(example.text, longest: 80) }),
                        ]
                    }
                ).node
            }
        }
    }
    /// Why an example is not understood, and what stands there instead.
    private func reason(_ example: IntakeReport.Example) -> Node {
        guard let phrase = Phrase.RejectedRows.of(example.code) else {
            return .element(.span, [Attribute(name: .lang, value: "en")], [.outside(example.reason, longest: 120)])
        }
        return .group {
            Node.text(example.value == nil ? words(phrase) : words.labelled(words(phrase), ""))
            if let value = example.value {
                Node.make(.code) { Node.outside(value, longest: 60) }
            }
        }
    }
}
