import Facts
import Markup
import Shop
import Wording

/// The page of the exports: what was written, what can be, and what is again and again.
struct ExportsView {
    let frame: PageFrame
    let model: ExportsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var mayExport: Bool { frame.signedIn?.role.mayChangeShop ?? false }

    var html: String {
        frame.document(title: words(Phrase.Exports.title), section: .exports) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.Exports.title)) }
                Node.p("subtitle", words(Phrase.Exports.lead))
            }
            if let notice = model.notice { setting.done(words(notice)) }
            if !model.form.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            setting.grid {
                setting.card(words(Phrase.Exports.files), id: "files", width: 12) { files }
                if mayExport, let token = frame.signedIn?.token {
                    setting.card(words(Phrase.Exports.new), id: "new", width: 12) {
                        Node.form(to: PagePaths.exports, token: token) {
                            what
                            columns
                            Node.div("buttons") { Node.button(words(Phrase.Exports.make)) }
                        }
                    }
                }
                setting.card(words(Phrase.Exports.schedules), id: "schedules", width: 12) { schedules }
            }
            if !mayExport { setting.readsOnly }
            setting.help { Node.p(words(Phrase.Exports.help)) }
        }
    }

    // MARK: Files

    private var files: Node {
        guard !model.files.isEmpty else {
            return setting.empty(words(Phrase.Exports.none)) { Node.p(words(Phrase.Exports.noneHelp)) }
        }
        return .group {
            Table<Served>(
                under: "files-heading",
                headers: [
                    Phrase.Exports.source, Phrase.Exports.program, Phrase.Settings.when, Phrase.Exports.rows, Phrase.GroupPage.file,
                ].map { words($0) },
                rows: model.files.map { file in
                    [
                        .node(name(file.source)), .text(words(file.preset.program)),
                        .node(
                            .group {
                                setting.time(file.at)
                                Node.element(.small, [.css("below")], [.outside(file.who, longest: 60)])
                            }), .number(setting.format.number(file.rows)), .node(state(file)),
                    ]
                }
            ).node
            Node.make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
                if model.isLater { Node.link(words(Phrase.Activity.newest), to: PagePaths.exports) }
                if let older = model.older {
                    Node.link(words(Phrase.Activity.older), to: PagePaths.exports.with(ExportsModel.beforeParameter, older))
                }
            }
        }
    }

    private func name(_ source: ExportsModel.Source) -> Node {
        switch source {
        case .everybody: .text(words(Phrase.Exports.everybody))
        case .gone: .text(words(Phrase.Exports.gone))
        case .list(let name), .segment(let name): .outside(name, longest: 60)
        }
    }

    private func state(_ file: ExportsModel.File) -> Node {
        switch file.state {
        case .written: return .text(words(Phrase.Exports.written))
        case .gone: return .text(words(Phrase.Exports.expired))
        case .inFolder: return .text(words(Phrase.Exports.inFolder))
        case .failed(let fault, let detail):
            return .group {
                Node.text(words(Phrase.Exports.failed))
                if let fault {
                    Node.element(.small, [.css("below")], [.text(words(fault.phrase))])
                } else {
                    Node.element(.small, [.css("below"), Attribute(name: .lang, value: "en")], [.outside(detail, longest: 200)])
                }
            }
        case .ready(let bytes):
            guard mayExport, let token = frame.signedIn?.token else { return .text(words.fileSize(bytes)) }
            return .form(to: PagePaths.exports.appending(file.id).appending("file"), token: token) {
                Node.button(words.labelled(words(Phrase.Exports.download), words.fileSize(bytes)), [.css("quiet")])
            }
        }
    }

    // MARK: What is wanted

    private var what: Node { what(prefix: "") }

    private func what(prefix: String) -> Node {
        .div("form-row") {
            ChoiceView(
                words(Phrase.Exports.source),
                Choices(
                    ExportsModel.sourceField, id: prefix + ExportsModel.sourceField,
                    [.init("", words(Phrase.Exports.everybody))]
                        + model.segments.map { .init($0.value, words.labelled(words(Phrase.Exports.segment), OutsideText($0.name).shown)) }
                        + model.lists.map { .init($0.value, words.labelled(words(Phrase.Exports.list), OutsideText($0.name).shown)) },
                    chosen: model.form.source), problem: model.form.problems[ExportsModel.sourceField].map { words($0) }
            ).node
            ChoiceView(
                words(Phrase.Exports.program),
                Choices(
                    ExportsModel.presetField, id: prefix + ExportsModel.presetField,
                    ExportStyle.Preset.allCases.map { .init($0.rawValue, words($0.program)) }, chosen: model.form.preset)
            ).node
        }
    }

    private var columns: Node {
        .make(.details, [.css("data")] + (model.form.columns == ExportsModel.usualColumns ? [] : [Attribute(name: .open, value: "open")])) {
            Node.make(.summary) { Node.text(words(Phrase.Exports.columns)) }
            Node.p("note", words(Phrase.Exports.columnsHelp))
            Node.p("note", words(Phrase.Exports.englishColumns))
            Node.div("scopes") {
                for column in ExportColumn.Standard.allCases {
                    let id = "column-" + column.rawValue
                    Node.div("tick") {
                        Node.checkbox(
                            ExportsModel.columnField, value: column.rawValue, id: id,
                            isChecked: model.form.columns.contains(column.rawValue))
                        Node.label(column.klaviyoLabel, for: id, [Attribute(name: .lang, value: "en")])
                    }
                }
            }
        }
    }

    // MARK: Again and again

    private var schedules: Node {
        .group {
            if model.schedules.isEmpty {
                Node.p("muted", words(Phrase.Exports.noSchedules))
            } else {
                Table<Served>(
                    under: "schedules-heading",
                    headers: [
                        Phrase.Exports.name, Phrase.Exports.source, Phrase.Exports.often, Phrase.Exports.nextTime, Phrase.Exports.what,
                    ].map { words($0) },
                    rows: model.schedules.map { schedule in
                        [
                            .node(.outside(schedule.name, longest: 60)), .node(name(schedule.source)), .text(often(schedule)),
                            .node(setting.time(schedule.next)),
                            mayExport
                                ? .node(.link(words(Phrase.Exports.end), to: Self.ending(of: schedule.id)))
                                : .text("–"),
                        ]
                    }
                ).node
            }
            if !model.hasFolder {
                Node.p("note after", words(Phrase.Exports.noFolder))
            } else if mayExport, let token = frame.signedIn?.token {
                schedule(token)
            }
        }
    }

    private func often(_ schedule: ExportsModel.Schedule) -> String {
        let days =
            switch schedule.days {
            case .daily: words(Phrase.Exports.daily)
            case .weekly(let day): words.weekly(day: day)
            case .monthly(let day): words.monthly(day: day)
            }
        return days + " " + words.at(Self.time(schedule.minutes))
    }

    private func schedule(_ token: FormToken) -> Node {
        .make(.details, [.css("data")] + (model.form.name.isEmpty ? [] : [Attribute(name: .open, value: "open")])) {
            Node.make(.summary) { Node.text(words(Phrase.Exports.schedule)) }
            Node.form(to: PagePaths.exports.appending("schedules"), token: token) {
                what(prefix: "schedule-")
                Node.div("form-row") {
                    field(ExportsModel.nameField, Phrase.Exports.name, model.form.name, longest: 60)
                    ChoiceView(
                        words(Phrase.Exports.often),
                        Choices(
                            ExportsModel.oftenField,
                            [.init("day", words(Phrase.Exports.daily))] + (1...7).map { .init("week-\($0)", words.weekly(day: $0)) }
                                + [.init("month", words(Phrase.Exports.monthly))], chosen: model.form.often)
                    ).node
                    field(ExportsModel.atField, Phrase.Exports.at, model.form.at, longest: 5)
                    field(ExportsModel.keepsField, Phrase.Exports.keeps, model.form.keeps, longest: 4)
                }
                Node.button(words(Phrase.Exports.schedule), [.css("quiet")])
            }
        }
    }

    private func field(_ name: String, _ label: Phrase, _ value: String, longest: Int) -> Node {
        FieldView(words(label), Field(name, .text, value: value, longest: longest), problem: model.form.problems[name].map { words($0) })
            .node
    }

    /// Where it is asked once more before a scheduled export ends.
    static func ending(of id: String) -> PagePath { PagePaths.exports.appending("schedules").appending(id).appending("end") }

    private static func time(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}

extension ExportFault {
    /// Why there is no file.
    fileprivate var phrase: Phrase {
        switch self {
        case .notWritable: Phrase.Exports.notWritable
        case .noFolder: Phrase.Exports.noFolderThen
        case .scheduleGone: Phrase.Exports.scheduleGone
        case .groupGone: Phrase.Exports.groupGone
        case .modelGone: Phrase.Exports.modelGone
        case .rowsMissing: Phrase.Exports.rowsMissing
        case .stillCounting: Phrase.Exports.stillCounting
        case .orderUnreadable: Phrase.Exports.orderUnreadable
        case .notAudited: Phrase.Exports.notAudited
        }
    }
}
