import Connectors
import Facts
import Markup
import Shop
import Wording

/// The page of a file before it is taken in: how it is understood, what would become of its rows, what it asks.
struct FileToImportView {
    let frame: PageFrame
    let model: FileToImportModel

    var setting: PageSetting { frame.setting }
    var words: Words { setting.words }
    private var path: PagePath { PagePaths.importFile(model.upload.id) }
    var check: FileCheck { model.check }

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
                if !notes.isEmpty {
                    setting.card(words(Phrase.Imports.notesTitle), id: "notes", width: 12) {
                        for note in notes { Node.make(.p, [.css("note")]) { Node.outside(note, longest: 500) } }
                    }
                }
                // No answer makes a picture readable.
                if let token = frame.signedIn?.token, check.fault == nil || check.fault?.question != nil {
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
                FaultWords(cause: fault.cause, values: fault.values, wanted: fault.wanted, english: fault.message).node(words)
                if isGuessed { Node.p(words(Phrase.Imports.guessed)) }
            }
        }
        if !check.isWhole {
            Node.make(.aside, [.css("notice")]) {
                Node.p(words(check.rows > 0 ? Phrase.Imports.beginningOnly : Phrase.Imports.packedUnseen))
            }
        }
    }

    private var isGuessed: Bool { model.preview?.guesses.isEmpty == false && check.fault?.question == .columns }

    /// What there is to know: what stands out first.
    private var notes: [String] {
        let far = check.farAbove.map { far in
            words.filled(
                Phrase.ReadingNotes.farAbove,
                [
                    words.count(far.orders, .orders), setting.format.wholeMoney(far.largest, far.currency),
                    setting.format.money(far.usual, far.currency),
                ])
        }
        return [far].compactMap { $0 } + check.notes.map { words.readingNote($0.kind.rawValue, $0.values) ?? $0.text }
    }

    private var facts: Node {
        setting.pairs([
            (words(Phrase.Imports.kind), .text(words(model.file.kind.phrase))),
            (
                words(Phrase.Imports.form),
                .outside([form.map { words($0) }, model.preview?.encoding].compactMap { $0 }.joined(separator: " · "))
            ), (words(Phrase.Imports.size), .text(words.fileSize(model.upload.size))),
        ])
    }

    /// What the file is understood as; `nil` where what it holds says it all.
    private var form: Phrase? {
        guard let preview = model.preview else { return nil }
        if let dialect = preview.dialect { return Phrase.FileForm.of(dialect.rawValue) }
        if preview.kind == .refunds, !preview.columns.isEmpty { return Phrase.FileForm.refunds }
        return switch preview.profiles {
        case .klaviyo: Phrase.FileForm.klaviyo
        case .mailchimp: Phrase.FileForm.mailchimp
        case .plain, nil: nil
        }
    }

    @NodeList<Served> private var counts: [Node] {
        if check.rows > 0 {
            setting.tiles(tiles, "tiles plain")
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
}
