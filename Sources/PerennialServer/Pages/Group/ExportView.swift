import Markup
import Shop
import Wording

/// A list or segment as a file: which columns, for which program, and the files that were written.
struct ExportView {
    let frame: PageFrame
    let model: ExportModel
    let token: FormToken

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.GroupPage.exportTitle), section: .segments) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) {
                    Node.element(.a, [.to(PagePaths.group(model.kind, model.id))], [.outside(model.name)])
                }
                Node.make(.h1) { Node.text(words(Phrase.GroupPage.exportTitle)) }
                Node.p("subtitle", words.count(model.members, .profiles))
            }
            setting.grid {
                if !model.jobs.isEmpty { files }
                setting.card(words(Phrase.GroupPage.newFile), id: "new-file", width: 12) { form }
            }
        }
    }

    private var form: Node {
        .form(to: PagePaths.exporting(model.kind, model.id), token: token) {
            Node.make(.fieldset, [.css("choices")]) {
                Node.make(.legend) { Node.text(words(Phrase.GroupPage.program)) }
                for preset in ExportStyle.Preset.allCases {
                    Node.radio(
                        words(preset.program), name: GroupExportRoutes.presetField, value: preset.rawValue,
                        id: "preset-" + preset.rawValue, isChosen: preset == model.preset)
                }
            }
            if model.lacksColumns {
                Node.make(.p, [.css("problem"), Attribute(name: .role, value: "alert")]) { Node.text(words(Phrase.GroupPage.noColumns)) }
            }
            Node.p("note", words(Phrase.Exports.englishColumns))
            for theme in ExportTheme.allCases {
                Node.make(.fieldset, [.css("choices")]) {
                    Node.make(.legend) { Node.text(words(theme.phrase)) }
                    Node.div("ticks") {
                        for column in theme.columns {
                            Node.tick(
                                column.klaviyoLabel, name: GroupExportRoutes.columnField, value: column.rawValue,
                                id: "column-" + column.rawValue, isTicked: model.columns.contains(column))
                        }
                    }
                }
            }
            Node.p("note", words(Phrase.GroupPage.exportNote))
            Node.div("links") {
                Node.button(words(Phrase.GroupPage.writeFile))
                Node.link(words(Phrase.PagePart.cancel), to: PagePaths.group(model.kind, model.id))
            }
        }
    }

    private var files: Node {
        let refresh = Node.link(words(Phrase.GroupPage.refresh), to: PagePaths.exporting(model.kind, model.id))
        let waits = model.jobs.contains { $0.state == .waiting }
        return setting.card(words(Phrase.GroupPage.files), id: "files", width: 12, waits ? refresh : .nothing) {
            Table<Served>(
                under: "files-heading",
                headers: [
                    words(Phrase.GroupPage.asked), words(Phrase.GroupPage.program), words(Phrase.GroupPage.rows),
                    words(Phrase.GroupPage.columns), words(Phrase.GroupPage.file),
                ],
                rows: model.jobs.map { job in
                    [
                        .node(
                            .group {
                                setting.time(job.at)
                                Node.element(.small, [.css("below")], [.outside(job.who, longest: 60)])
                            }),
                        .text(words(job.preset.program)), .number(job.state == .waiting ? "…" : setting.format.number(job.rows)),
                        .number(setting.format.number(job.columns)), .node(file(job)),
                    ]
                }
            ).node
        }
    }

    private func file(_ job: ExportModel.Job) -> Node {
        switch job.state {
        case .waiting: .text(words(Phrase.GroupPage.beingWritten))
        case .gone: .text(words(Phrase.GroupPage.fileGone))
        case .failed: .outside(job.fault ?? words(Phrase.GroupPage.fileFailed), longest: 200)
        case .ready:
            .element(
                .a, [.css("download"), .to(PagePaths.exporting(model.kind, model.id).appending(job.id))],
                [.text(words(Phrase.Rights.download))])
        }
    }
}

extension ExportTheme {
    /// What they have in common.
    var phrase: Phrase {
        switch self {
        case .person: Phrase.GroupPage.columnsPerson
        case .place: Phrase.GroupPage.columnsPlace
        case .consent: Phrase.GroupPage.columnsConsent
        case .orders: Phrase.GroupPage.columnsOrders
        case .predictions: Phrase.GroupPage.columnsPredictions
        case .rfm: Phrase.Profile.rfmTitle
        }
    }
}
