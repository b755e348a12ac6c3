import Connectors
import Facts
import Markup
import Shop
import Wording

/// The page of a file before it is taken in: how it is understood, what would become of its rows, what it asks.
struct FileToImportView {
    let frame: PageFrame
    let model: FileToImportModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var path: PagePath { PagePaths.importFile(model.upload.id) }
    private var check: FileCheck { model.check }

    var html: String {
        frame.document(title: model.file.name, section: .imports) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Imports.title), to: PagePaths.imports) }
                Node.make(.h1) { Node.outside(model.file.name) }
                Node.p("subtitle", words(Phrase.Imports.nothingYet))
            }
            fault
            setting.grid {
                setting.card(words(Phrase.Imports.preview), id: "understood", width: 12) {
                    facts
                    counts
                    if let token = frame.signedIn?.token { buttons(token) }
                }
                if let preview = model.preview, !preview.rows.isEmpty {
                    setting.card(words(Phrase.Imports.firstRows), id: "rows", width: 12) { rows(preview) }
                }
                if !check.rejected.isEmpty { setting.card(words(Phrase.Imports.rejected), id: "rejected", width: 12) { rejected } }
                if !check.notes.isEmpty {
                    setting.card(words(Phrase.Imports.notesTitle), id: "notes", width: 12) {
                        for note in check.notes {
                            Node.element(.p, [.css("note"), Attribute(name: .lang, value: "en")], [.outside(note, longest: 400)])
                        }
                    }
                }
                if let token = frame.signedIn?.token {
                    setting.card(words(Phrase.Imports.answers), id: "answers", width: 12) {
                        ImportAnswersView(setting: setting, model: model, token: token).node
                    }
                }
            }
            setting.help {
                Node.p(words(Phrase.Imports.help))
                Node.p(words(Phrase.Imports.helpRows))
            }
        }
    }

    @NodeList<Served> private var fault: [Node] {
        if let fault = check.fault {
            Node.make(.aside, [.css("notice refused"), Attribute(name: .role, value: "alert")]) {
                Node.p(words(fault.question.map(\.phrase) ?? Phrase.Imports.cannotRead))
                if let place = words.faultIn(line: fault.line, column: nil) { Node.p(place) }
                Node.element(.p, [.css("note"), Attribute(name: .lang, value: "en")], [.outside(fault.message, longest: 600)])
            }
        }
    }

    private var facts: Node {
        setting.pairs([
            (words(Phrase.Imports.kind), .text(words(model.file.kind.phrase))),
            (
                words(Phrase.Imports.form),
                .element(
                    .span, [Attribute(name: .lang, value: "en")],
                    [
                        .outside(
                            [model.preview?.form, model.preview?.encoding].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; "))
                    ])
            ), (words(Phrase.Imports.size), .text(words.fileSize(model.upload.size))),
        ])
    }

    @NodeList<Served> private var counts: [Node] {
        if check.rows > 0 {
            setting.tiles(tiles, "tiles plain")
            if !check.isWhole { Node.p("note after", words(Phrase.Imports.beginningOnly)) }
        } else if !check.isWhole {
            Node.p("note after", words(Phrase.Imports.beginningOnly))
        }
    }

    private var tiles: [PageSetting.Tile] {
        let number = setting.format.number
        var tiles = [
            PageSetting.Tile(words(Phrase.Imports.rows), number(check.rows)),
            .init(words(model.file.kind.phrase), number(check.usable), isMain: true),
        ]
        if check.setAside > 0 {
            tiles.append(.init(words(Phrase.Imports.setAside), number(check.setAside), words(Phrase.Imports.setAsideHelp)))
        }
        tiles.append(.init(words(Phrase.Imports.rejected), number(check.rejectedRows)))
        if let span = check.span {
            let (first, last) = (Instant(secondsSince1970: span.lowerBound), Instant(secondsSince1970: span.upperBound))
            tiles.append(.init(words(Phrase.Imports.period), setting.date(first), "– " + setting.date(last)))
        }
        if let sum = check.sums.first {
            let others = check.sums.dropFirst().prefix(3).map { setting.format.wholeMoney($0.minorUnits, $0.currency) }
            tiles.append(
                .init(
                    words(Phrase.Imports.together), setting.format.wholeMoney(sum.minorUnits, sum.currency),
                    others.isEmpty ? nil : others.joined(separator: ", ")))
        }
        return tiles
    }

    private func buttons(_ token: FormToken) -> Node {
        .div("buttons") {
            if model.isReady {
                Node.form(to: path.appending("import"), token: token) { Node.button(words(Phrase.Imports.takeIn)) }
            }
            Node.form(to: path.appending("discard"), token: token) { Node.button(words(Phrase.Imports.discard), [.css("quiet")]) }
        }
    }

    private func rows(_ preview: FilePreview) -> Node {
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

    private var rejected: Node {
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
                            .node(.element(.span, [Attribute(name: .lang, value: "en")], [.outside(example.reason, longest: 120)])),
                            .node(.make(.code) { Node.outside(example.text, longest: 80) }),
                        ]
                    }
                ).node
            }
        }
    }
}
