import Charts
import Markup
import Population
import SegmentWording
import Shop
import Wording

/// The page of one list or segment: what its members are worth first, then who they are, whom it means, and why somebody is in.
struct GroupView {
    let frame: PageFrame
    let model: GroupModel
    let token: FormToken

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var path: PagePath { PagePaths.group(model.kind, model.id) }

    var html: String {
        frame.document(title: model.name, section: .segments) {
            head
            notices
            setting.grid {
                GroupFiguresView(setting: setting, model: model).worth
                if model.kind == .segment { definition }
                GroupFiguresView(setting: setting, model: model).classes
                if model.history.count > 1 { GroupHistoryView(setting: setting, days: model.history).node }
                members
                if model.kind == .list, model.mayChange { joining }
                explain
                if !model.uses.isEmpty { uses }
            }
            setting.help([
                (Phrase.GroupPage.helpWorth, Phrase.GroupPage.helpWorthAnswer),
                (Phrase.GroupPage.helpReturning, Phrase.GroupPage.helpReturningAnswer),
                (Phrase.GroupPage.helpAverage, Phrase.GroupPage.helpAverageAnswer),
            ])
        }
    }

    // MARK: Head

    private var head: Node {
        .div("page-head") {
            Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Audience.title), to: PagePaths.groups) }
            Node.div("head-row") {
                Node.div("title-row") {
                    Node.make(.h1) { Node.outside(model.name) }
                    if model.isStarred {
                        Node.element(.span, [.css("star"), Attribute(name: .hidden, value: "true")], [.text("★")])
                        Node.element(.span, [.css("unseen")], [.text(words(Phrase.GroupPage.isStarred))])
                    }
                }
                Node.div("actions") {
                    if model.mayChange {
                        action(Phrase.GroupPage.edit, PagePaths.editing(model.kind, model.id))
                        action(Phrase.GroupPage.export, PagePaths.exporting(model.kind, model.id))
                    }
                    action(Phrase.GroupPage.compare, PagePaths.comparing(model.kind, model.id))
                    if model.mayChange {
                        Node.element(
                            .a, [.css("button grave"), .to(PagePaths.deleting(model.kind, model.id))],
                            [.text(words(Phrase.GroupPage.delete))])
                    }
                }
            }
            Node.make(.p, [.css("subtitle")]) { Node.text(subtitle) }
            if !model.tags.isEmpty {
                Node.make(.p, [.css("badges")]) {
                    for tag in model.tags { Node.make(.span, [.css("badge")]) { Node.outside(tag, longest: 40) } }
                }
            }
            if let tagging = model.tagging { TaggingView(words: words, model: tagging, path: path, token: token).node }
        }
    }

    private func action(_ text: Phrase, _ path: PagePath) -> Node {
        .element(.a, [.css("button quiet"), .to(path)], [.text(words(text))])
    }

    private var subtitle: String {
        var parts = [words(model.kind.phrase)]
        if let optIn = model.optIn { parts.append(words(optIn == .single ? Phrase.GroupPage.singleOptIn : Phrase.GroupPage.doubleOptIn)) }
        parts.append(words.madeAndEdited(setting.date(model.created), setting.date(model.updated)))
        if model.kind == .segment {
            parts.append(
                words(model.standing.isActive && model.standing.fault == nil ? Phrase.GroupPage.keptCurrent : Phrase.Audience.inactive))
        }
        return parts.joined(separator: " · ")
    }

    private var notices: [Node] {
        var notices: [Node] = []
        switch model.done {
        case .created: notices.append(setting.done(words(Phrase.GroupPage.created)))
        case .saved: notices.append(setting.done(words(Phrase.GroupPage.saved)))
        case .added: notices.append(setting.done(words(Phrase.GroupPage.added)))
        case .removed: notices.append(setting.done(words(Phrase.GroupPage.removed)))
        case .tagged: notices.append(setting.done(words(Phrase.GroupPage.tagged)))
        case .export, nil: break
        }
        if let fault = model.standing.fault {
            notices.append(
                .make(.aside, [.css("notice")]) {
                    Node.p(words(Phrase.GroupPage.standsStill))
                    for line in lines(fault) { Node.make(.p) { Node.outside(line, longest: 400) } }
                })
        } else if model.standing.isProcessing {
            notices.append(.make(.aside, [.css("notice")]) { Node.p(words(Phrase.GroupPage.processing)) })
        } else if model.standing.isStale {
            notices.append(.make(.aside, [.css("notice")]) { Node.p(words(Phrase.GroupPage.stale)) })
        }
        return notices
    }

    private func lines(_ fault: SegmentStandstill) -> [String] {
        switch fault {
        case .faults(let reasons): reasons.map { words.fault($0) }
        case .circle: [words(Phrase.Builder.asksForItself)]
        }
    }

    // MARK: Who, whom, why

    private var members: Node {
        let all = words.allMembers(model.report.figures.members)
        let more: Node = model.members.isEmpty ? .nothing : .link(all, to: PagePaths.members(of: model.id))
        return setting.card(words(Phrase.Audience.members), id: "members", width: 12, more) {
            if model.members.isEmpty {
                Node.p("note", words(model.kind == .list ? Phrase.GroupPage.emptyList : Phrase.GroupPage.emptySegment))
            } else {
                Node.p("note", words(model.basis == nil ? Phrase.GroupPage.newestOrders : Phrase.GroupPage.mostValuable))
                ProfileTableView(
                    setting: setting, columns: ProfileQuery().shownColumns(hasPredictions: model.basis != nil), rows: model.members,
                    heading: "members-heading"
                ).node
            }
        }
    }

    private var definition: Node {
        let edit: Node =
            model.mayChange ? .link(words(Phrase.GroupPage.edit), to: PagePaths.editing(model.kind, model.id)) : .nothing
        return setting.card(words(Phrase.GroupPage.whoIsMeant), id: "definition", width: 12, edit) {
            OutlineView(lines: model.definition).node
            if let looked = model.standing.looked {
                Node.p("note", words.lookedAtAll(setting.moment(looked.at), milliseconds: looked.milliseconds))
            }
        }
    }

    private var explain: Node {
        setting.card(words(Phrase.GroupPage.whyTitle), id: "explain", width: 12) {
            Node.p("note", words(model.kind == .segment ? Phrase.GroupPage.whyLeadDay : Phrase.GroupPage.whyLead))
            Node.query(path.at("explain"), [.css("search wide")]) {
                Node.label(words(Phrase.GroupPage.person), for: "person", [.css("unseen")])
                Node.field(
                    Field(
                        GroupPageRoutes.personParameter, .search, id: "person", value: asked, hint: words(Phrase.GroupPage.person),
                        isRequired: false))
                if model.kind == .segment {
                    Node.label(words(Phrase.GroupPage.knownOn), for: "known-on", [.css("unseen")])
                    Node.field(
                        Field(
                            GroupPageRoutes.dayParameter, .date, id: "known-on", value: model.askedDay ?? "", isRequired: false, longest: 10
                        ))
                }
                Node.button(words(Phrase.GroupPage.ask), [.css("quiet")])
            }
            if let explanation = model.explanation { ExplanationView(setting: setting, kind: model.kind, explanation: explanation).node }
        }
    }

    private var asked: String {
        switch model.explanation {
        case .nobody(let asked), .past(let asked, _): asked
        case .found(let found): found.profile.email ?? found.profile.id
        case nil: ""
        }
    }

    private var uses: Node {
        setting.card(words(Phrase.GroupPage.usedBy), id: "uses", width: 12) {
            Node.make(.ul, [.css("plain")]) {
                for use in model.uses {
                    Node.make(.li) {
                        Node.outside(use.name)
                        Node.small(words(use.kind.phrase))
                    }
                }
            }
        }
    }

    /// Adds somebody to a list by their address, or takes them off.
    private var joining: Node {
        setting.card(words(Phrase.GroupPage.addTitle), id: "joining", width: 12) {
            Node.form(to: path.appending("members"), token: token, [.css("inline-form")]) {
                FieldView(
                    words(Phrase.GroupPage.person),
                    Field(GroupActionRoutes.personField, .text, id: "member", value: model.unknownMember ?? ""),
                    hint: words(Phrase.GroupPage.addHelp),
                    problem: model.unknownMember.map { _ in words(Phrase.GroupPage.nobodyFound) }
                ).node
                Node.div("links") {
                    Node.button(words(Phrase.GroupPage.add), name: GroupActionRoutes.actionField, value: "add")
                    Node.button(words(Phrase.GroupPage.remove), name: GroupActionRoutes.actionField, value: "remove", [.css("quiet")])
                }
            }
        }
    }
}

extension GroupUse.Kind {
    /// What it is.
    var phrase: Phrase {
        switch self {
        case .segment: Phrase.Audience.segment
        case .schedule: Phrase.GroupPage.schedule
        }
    }
}
