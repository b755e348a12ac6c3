import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The list of profiles, with a search.
struct ProfilesView {
    let frame: PageFrame
    let model: ProfilesModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var query: ProfileQuery { model.query }

    var html: String {
        frame.document(title: words(Phrase.Shell.allContacts), section: .profiles, hasSearch: false) {
            Node.div("page-head") {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.Shell.allContacts)) }
                Node.make(.p, [.css("subtitle"), .id("total")]) { Node.text(words.count(model.total, .profiles)) }
            }
            if model.isErased {
                Node.make(.aside, [.css("notice done"), Attribute(name: .role, value: "status")]) { Node.p(words(Phrase.Rights.erased)) }
            }
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                search
                ProfileFiltersView(setting: setting, query: query, hasPredictions: model.basis != nil).node
                if query.order == .atStake { Node.p("note", words.overdueOnly(model.total, of: model.all)) }
                if model.rows.isEmpty {
                    empty
                } else {
                    table
                    if let basis = model.basis { Node.p("basis", basis.line(words)) }
                    pager
                }
            }
        }
    }

    private var search: Node {
        .query(PagePaths.profiles, [.css("search wide"), Attribute(name: .role, value: "search")]) {
            Node.label(words(Phrase.Shell.searchHint), for: "find", [.css("unseen")])
            Node.field(
                Field(
                    ProfileQuery.textParameter, .search, id: "find", value: query.text, hint: words(Phrase.Shell.searchHint),
                    isRequired: false))
            for filter in query.filters { Node.hidden(filter.name, filter.value) }
            if query.order != .newest { Node.hidden(ProfileQuery.orderParameter, query.order.rawValue) }
            Node.button(words(Phrase.Shell.search))
        }
    }

    private var table: Node {
        var headers = [
            Phrase.Profiles.profile, Phrase.Profiles.group, Phrase.Profiles.orders, Phrase.Profiles.lastOrder, Phrase.Profile.historic,
        ]
        let hasPredictions = model.basis != nil
        if hasPredictions { headers += [Phrase.Profile.predicted, Phrase.Profile.churnTitle] }
        if query.order == .atStake { headers.append(Phrase.Answer.atStake) }
        let rows = model.rows.map { row -> [Cell] in
            var cells: [Cell] = [
                .node(row.profile.link(words)),
                .node(row.group.map { setting.badge(words($0.phrase), $0.color) } ?? .text("–")),
                .number(setting.format.number(row.numberOfOrders)),
                row.lastOrder.map { .numberWith(setting.date($0), setting.ago($0)) } ?? .number("–"),
                .number(setting.money(row.historicMinorUnits)),
            ]
            if hasPredictions {
                cells.append(row.predicted.map { .numberWith(setting.estimate(Double($0.expected)), setting.range($0)) } ?? .number("–"))
                cells.append(churn(row))
            }
            if query.order == .atStake { cells.append(.number(row.atStakeMinorUnits.map { setting.estimate($0) } ?? "–")) }
            return cells
        }
        return Table<Served>(under: "title", headers: headers.map { words($0) }, rows: rows).node
    }

    private func churn(_ row: ProfilesModel.Row) -> Cell {
        guard let churn = row.churnProbability else { return .number("–") }
        return .numberWith(
            setting.format.percent(churn), words(row.isOverdue ? Phrase.Profile.overdue : RiskLevel(churn).phrase))
    }

    private var empty: Node {
        let isEverybody = query.text.isEmpty && query.filters.isEmpty && query.order != .atStake
        return setting.empty(words(isEverybody ? Phrase.Profiles.empty : Phrase.Profiles.noMatch)) {
            Node.p(words(isEverybody ? Phrase.Profiles.emptyHelp : Phrase.Profiles.noMatchHelp))
            Node.make(.p) {
                isEverybody
                    ? Node.link(words(Phrase.Failure.toHome), to: PagePaths.home)
                    : Node.link(words(Phrase.Profiles.showAll), to: PagePaths.profiles)
            }
        }
    }

    private var pager: Node {
        let first = (query.page - 1) * ProfileQuery.rowsPerPage + 1
        let last = first + model.rows.count - 1
        return .make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
            if query.page > 1 { Node.link(words(Phrase.Shell.previous), to: query.at(page: query.page - 1).path) }
            Node.make(.span, [.css("muted")]) { Node.text(words.rowsShown(first: first, last: last, all: model.total)) }
            if last < model.total { Node.link(words(Phrase.Shell.next), to: query.at(page: query.page + 1).path) }
        }
    }
}
