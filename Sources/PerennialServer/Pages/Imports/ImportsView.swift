import Connectors
import Markup
import Shop
import Wording

/// The page of the imports: bring a file, see what was brought.
struct ImportsView {
    let frame: PageFrame
    let model: ImportsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var mayImport: Bool { frame.signedIn?.role.mayChangeShop ?? false }

    var html: String {
        frame.document(title: words(Phrase.Imports.title), section: .imports) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.Imports.title)) }
                Node.p("subtitle", words(Phrase.Imports.lead))
            }
            if model.isDiscarded { setting.done(words(Phrase.Imports.discarded)) }
            setting.grid {
                if mayImport, let token = frame.signedIn?.token {
                    setting.card(words(Phrase.Imports.file), id: "bring", width: 12) { Self.form(setting, token, model.problem) }
                }
                if !model.waiting.isEmpty { waiting }
                setting.card(words(Phrase.Imports.history), id: "history", width: 12) { history }
            }
            if !mayImport { setting.readsOnly }
            setting.help {
                Node.p(words(Phrase.Imports.help))
                Node.p(words(Phrase.Imports.helpRows))
            }
        }
    }

    /// The form by which a file is sent.
    static func form(_ setting: PageSetting, _ token: FormToken, _ problem: Phrase?) -> Node {
        let words = setting.words
        return .upload(to: PagePaths.imports, token: token, [.css("form")]) {
            ControlView(
                words(Phrase.Imports.file), id: ImportsModel.fileField, hint: words(Phrase.Imports.fileHint),
                problem: problem.map { words($0) }
            ) { ids, isWrong in
                Node.file(ImportsModel.fileField, accepts: [".csv", ".txt", ".tsv", ".gz", "text/csv"], describedBy: ids, isWrong: isWrong)
            }.node
            ChoiceView(
                words(Phrase.Imports.kind),
                Choices(
                    ImportsModel.kindField,
                    [.init("", words(Phrase.Imports.kindFound))] + FilePreview.Kind.allCases.map { .init($0.rawValue, words($0.phrase)) })
            ).node
            Node.p("note", words(Phrase.Imports.nothingYet))
            Node.button(words(Phrase.Imports.upload))
        }
    }

    private var waiting: Node {
        setting.card(words(Phrase.Imports.waiting), id: "waiting", width: 12) {
            Node.p("lead", words(Phrase.Imports.waitingHelp))
            Table<Served>(
                under: "waiting-heading",
                headers: [Phrase.Imports.file, Phrase.Imports.kind, Phrase.Imports.size, Phrase.Settings.who, Phrase.Settings.when].map {
                    words($0)
                },
                rows: model.waiting.map { upload in
                    [
                        .node(
                            .make(.a, [.to(PagePaths.importFile(upload.id))]) { Node.outside(upload.file.name, longest: 60) }),
                        .text(words(upload.file.kind.phrase)), .number(words.fileSize(upload.size)),
                        .node(.outside(upload.who, longest: 60)), .node(setting.time(upload.at)),
                    ]
                }
            ).node
        }
    }

    private var history: Node {
        guard !model.entries.isEmpty else {
            return setting.empty(words(Phrase.Imports.noHistory)) { Node.p(words(Phrase.Imports.noHistoryHelp)) }
        }
        return .group {
            Table<Served>(
                under: "history-heading",
                headers: [
                    Phrase.Imports.file, Phrase.Settings.when, Phrase.Imports.status, Phrase.Imports.new, Phrase.Imports.known,
                    Phrase.Imports.rejected,
                ].map { words($0) }, rows: model.entries.map(row)
            ).node
            Node.make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
                if model.isLater { Node.link(words(Phrase.Activity.newest), to: PagePaths.imports) }
                if let older = model.older {
                    Node.link(words(Phrase.Activity.older), to: PagePaths.imports.with(ImportsModel.beforeParameter, older))
                }
            }
        }
    }

    private func row(_ entry: ImportsModel.Entry) -> [Cell] {
        [
            .node(
                .group {
                    Node.make(.a, [.to(PagePaths.importJob(entry.id))]) { Node.outside(entry.name, longest: 60) }
                    Node.small(" " + words(entry.kind.phrase))
                }),
            .node(
                .group {
                    setting.time(entry.at)
                    Node.element(.small, [.css("below")], [.outside(entry.who, longest: 60)])
                }), .text(words(entry.standing.phrase)), .number(setting.format.number(entry.result.taken + entry.result.refunds)),
            .number(setting.format.number(entry.result.known + entry.result.changed)),
            .number(setting.format.number(entry.result.rejected)),
        ]
    }
}
