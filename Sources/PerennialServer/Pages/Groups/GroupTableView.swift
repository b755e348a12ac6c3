import Charts
import Markup
import Wording

/// All lists and segments in one table, and how to make more.
struct GroupTableView {
    let frame: PageFrame
    let model: GroupsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var query: GroupsQuery { model.query }

    var html: String {
        frame.document(title: words(Phrase.Audience.title), section: .segments) {
            head
            ComplaintsView(words: words, complaints: query.complaints).node
            if model.isDeleted { setting.done(words(Phrase.Audience.deleted)) }
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                if model.all > 0 { filters }
                if model.rows.isEmpty { empty } else { table }
            }
            setting.help([
                (Phrase.Audience.helpDifference, Phrase.Audience.helpDifferenceAnswer),
                (Phrase.Audience.helpChange, Phrase.Audience.helpChangeAnswer),
                (Phrase.Audience.helpFresh, Phrase.Audience.helpFreshAnswer),
            ])
        }
    }

    private var head: Node {
        .div("page-head head-row") {
            Node.make(.div) {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.Audience.title)) }
                Node.make(.p, [.css("subtitle"), .id("total")]) { Node.text(words.listsAndSegments(model.total)) }
            }
            if model.mayChange {
                Node.div("actions") {
                    Node.element(.a, [.css("button"), .to(PagePaths.newSegment)], [.text(words(Phrase.Audience.createSegment))])
                    Node.element(.a, [.css("button quiet"), .to(PagePaths.newList)], [.text(words(Phrase.Audience.createList))])
                    Node.element(.a, [.css("button quiet"), .to(PagePaths.readyMade)], [.text(words(Phrase.Audience.readyMade))])
                }
            }
        }
    }

    // MARK: Filters

    private var filters: Node {
        .group {
            Node.query(PagePaths.groups, [.css("search wide"), Attribute(name: .role, value: "search")]) {
                Node.label(words(Phrase.Audience.searchHint), for: "find-group", [.css("unseen")])
                Node.field(
                    Field(
                        GroupsQuery.textParameter, .search, id: "find-group", value: query.text, hint: words(Phrase.Audience.searchHint),
                        isRequired: false))
                if let kind = query.kind { Node.hidden(GroupsQuery.kindParameter, kind.rawValue) }
                if query.order != .name { Node.hidden(GroupsQuery.orderParameter, query.order.rawValue) }
                Node.button(words(Phrase.Shell.search), [.css("quiet")])
            }
            Node.div("filters") {
                row(Phrase.Audience.kind, id: "by-kind") {
                    choice(words(Phrase.Audience.everyKind), isChosen: query.kind == nil) { $0.kind = nil }
                    choice(words(Phrase.Audience.segments), isChosen: query.kind == .segment) { $0.kind = .segment }
                    choice(words(Phrase.Audience.lists), isChosen: query.kind == .list) { $0.kind = .list }
                }
                row(Phrase.Profiles.sortedBy, id: "by-order") {
                    for order in GroupsQuery.Order.allCases {
                        choice(words(order.phrase), isChosen: query.order == order) { $0.order = order }
                    }
                }
            }
        }
    }

    private func row(_ name: Phrase, id: String, @NodeList<Served> _ choices: () -> [Node]) -> Node {
        .make(.nav, [.labelledBy(id)]) {
            Node.make(.span, [.id(id), .css("filter-name")]) { Node.text(words(name)) }
            choices()
        }
    }

    private func choice(_ text: String, isChosen: Bool, _ change: (inout GroupsQuery) -> Void) -> Node {
        let current: [Attribute] = isChosen ? [Attribute(name: .current, value: "true")] : []
        return .element(.a, [.css("choice"), .to(query.with(change).path)] + current, [.text(text)])
    }

    // MARK: Rows

    private var table: Node {
        let headers = [
            Phrase.Audience.name, Phrase.Audience.kind, Phrase.Audience.members, Phrase.Audience.lastDay, Phrase.Audience.lastWeek,
            Phrase.Audience.computed, Phrase.Audience.changed,
        ]
        return .group {
            Table<Served>(
                under: "title", headers: headers.map { words($0) },
                rows: model.rows.map { row in
                    [
                        .node(name(row)), .text(words(row.kind.phrase)), .number(setting.format.number(row.members)),
                        change(row.lastDay), change(row.lastWeek), computed(row.standing),
                        .numberWith(setting.date(row.updated), setting.ago(row.updated)),
                    ]
                }
            ).node
            StepsView(
                words: words, first: model.first, rows: model.rows.count, total: model.total,
                previous: model.previous.map { model.first - 1 <= GroupsQuery.rowsPerPage ? query.at(nil).path : query.at($0).path },
                next: model.next.map { query.at($0).path }
            ).node
        }
    }

    private func name(_ row: GroupsModel.Row) -> Node {
        .group {
            if row.isStarred {
                Node.element(.span, [.css("star"), Attribute(name: .hidden, value: "true")], [.text("★")])
                Node.element(.span, [.css("unseen")], [.text(words(Phrase.Audience.starred))])
            }
            Node.element(.a, [.css("who"), .to(PagePaths.group(row.kind, row.id))], [.outside(row.name, longest: 80)])
            if let state = row.standing.short(words) { Node.element(.small, [.css("below state")], [.text(state)]) }
            if !row.tags.isEmpty {
                Node.element(.small, [.css("below tags")], row.tags.map { .element(.span, [.css("tag")], [.outside($0, longest: 40)]) })
            }
        }
    }

    /// When everybody was looked at last, and how long that took; since then people enter and leave by themselves.
    private func computed(_ standing: GroupStanding) -> Cell {
        guard let looked = standing.looked else { return .number("–") }
        return .numberWith(setting.moment(looked.at), words.took(milliseconds: looked.milliseconds))
    }

    private func change(_ change: GroupsModel.Change?) -> Cell {
        guard let change else { return .number("–") }
        guard change.added + change.removed > 0 else { return .number("0") }
        return .numberWith(
            setting.signed(change.net), "+\(setting.format.number(change.added)) −\(setting.format.number(change.removed))")
    }

    private var empty: Node {
        guard model.all == 0 else {
            return setting.empty(words(Phrase.Audience.noMatch)) {
                Node.make(.p) { Node.link(words(Phrase.Audience.showAll), to: PagePaths.groups) }
            }
        }
        return setting.empty(words(Phrase.Audience.none)) {
            Node.p(words(Phrase.Audience.noneHelp))
            if model.mayChange {
                Node.make(.p, [.css("links")]) {
                    Node.link(words(Phrase.Audience.readyMade), to: PagePaths.readyMade)
                    Node.link(words(Phrase.Audience.createSegment), to: PagePaths.newSegment)
                    Node.link(words(Phrase.Audience.createList), to: PagePaths.newList)
                }
            }
        }
    }
}

extension PageSetting {
    /// A number with its sign: "+12", "−3".
    func signed(_ number: Int) -> String {
        number > 0 ? "+" + format.number(number) : number < 0 ? "−" + format.number(abs(number)) : "0"
    }
}

extension GroupStanding {
    /// What is special, in a few words; `nil` where nothing is.
    func short(_ words: Words) -> String? {
        if !isActive { return words(Phrase.Audience.inactive) }
        if fault != nil { return words(Phrase.Audience.standsStill) }
        if isProcessing { return words(Phrase.Audience.processing) }
        if isStale { return words(Phrase.Audience.stale) }
        return nil
    }
}

extension ProfileGroup {
    /// What it is called.
    var phrase: Phrase { self == .list ? Phrase.Audience.list : Phrase.Audience.segment }
}

extension GroupsQuery.Order {
    fileprivate var phrase: Phrase {
        switch self {
        case .name: Phrase.Audience.byName
        case .members: Phrase.Audience.byMembers
        case .change: Phrase.Audience.byChange
        case .updated: Phrase.Audience.byUpdated
        }
    }
}
