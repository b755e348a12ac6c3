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
                setting.done(words(Phrase.Rights.erased))
            }
            ComplaintsView(words: words, complaints: query.complaints).node
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                search
                within
                ProfileFiltersView(setting: setting, query: query, hasPredictions: model.basis != nil).node
                tools
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

    /// Of whom the table is, where it is not of everybody.
    private var within: Node {
        guard let within = model.within else { return .nothing }
        var everybody = query.at(nil)
        everybody.within = nil
        return .make(.p, [.css("within")]) {
            Node.text(words.labelled(words(Phrase.Profiles.membersOf), ""))
            Node.element(.a, [.to(PagePaths.group(within.kind, within.id))], [.outside(within.name)])
            Node.text(" · ")
            Node.link(words(Phrase.Profiles.ofEverybody), to: everybody.path)
        }
    }

    /// What can be done with what is shown.
    private var tools: Node {
        .div("tools") {
            ProfileColumnsView(words: words, query: query, hasPredictions: model.basis != nil).node
            if model.mayChange, let path = SegmentSource.path(of: query) {
                Node.element(.a, [.css("button quiet"), .id("make-segment"), .to(path)], [.text(words(Phrase.Profiles.makeSegment))])
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
            if let columns = query.columns {
                Node.hidden(ProfileQuery.columnsParameter, columns.map(\.rawValue).joined(separator: ","))
            }
            Node.button(words(Phrase.Shell.search))
        }
    }

    private var table: Node {
        ProfileTableView(
            setting: setting, columns: query.shownColumns(hasPredictions: model.basis != nil), rows: model.rows, heading: "title"
        ).node
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
        StepsView(
            words: words, first: model.first, rows: model.rows.count, total: model.total,
            // The first page has one address.
            previous: model.previous.map { model.first - 1 <= ProfileQuery.rowsPerPage ? query.at(nil).path : query.at($0).path },
            next: model.next.map { query.at($0).path }
        ).node
    }
}
