import Markup

/// What was asked of the table of lists and segments.
struct GroupsQuery: Sendable, Equatable {
    /// In which order they stand.
    enum Order: String, CaseIterable, Sendable {
        /// Marked ones first, then by name.
        case name
        /// Most members first.
        case members
        /// Those that changed most within a week first.
        case change
        /// Changed last comes first.
        case updated
    }

    /// A part of the name; empty for all.
    var text = ""
    /// Lists or segments alone.
    var kind: ProfileGroup?
    var order = Order.name
    /// Behind or before which row the page begins or ends; `nil` for the first.
    var cursor: RowCursor?
    /// What was asked and is not there.
    var complaints: [Complaint] = []

    static let rowsPerPage = 50
    /// The most characters that are searched for.
    static let longestText = 200

    static let textParameter = "q"
    static let kindParameter = "kind"
    static let orderParameter = "order"

    /// Everything, by name.
    init() {}

    /// What was asked by the parameters of a path; what is not understood counts as not asked, and is complained of.
    init(_ parameter: (String) -> String?) {
        var complaints: [Complaint] = []
        func read<Value>(_ name: String, _ value: (String) -> Value?, among known: [String] = []) -> Value? {
            guard let text = parameter(name), !text.isEmpty else { return nil }
            if let value = value(text) { return value }
            complaints.append(Complaint(parameter: name, found: String(text.prefix(60)), known: known))
            return nil
        }
        text = String((parameter(Self.textParameter) ?? "").prefix(Self.longestText))
        kind = read(Self.kindParameter, ProfileGroup.init(rawValue:), among: ["list", "segment"])
        order = read(Self.orderParameter, Order.init(rawValue:), among: Order.allCases.map(\.rawValue)) ?? .name
        cursor =
            read(RowCursor.afterParameter, { RowCursor($0, isBefore: false) })
            ?? read(RowCursor.beforeParameter, { RowCursor($0, isBefore: true) })
        // Pages have no numbers any more; the first says so to whoever comes by an old address of another.
        let _: Int? = read(ComplaintsView.oldPage, { $0 == "1" ? 1 : nil })
        self.complaints = complaints
    }

    /// The page that shows it.
    var path: PagePath {
        var path = PagePaths.groups
        if !text.isEmpty { path = path.with(Self.textParameter, text) }
        if let kind { path = path.with(Self.kindParameter, kind.rawValue) }
        if order != .name { path = path.with(Self.orderParameter, order.rawValue) }
        return cursor?.added(to: path) ?? path
    }

    /// The same, another page of it.
    func at(_ cursor: RowCursor?) -> GroupsQuery {
        var query = self
        query.cursor = cursor
        query.complaints = []
        return query
    }

    /// The same, changed; its first page.
    func with(_ change: (inout GroupsQuery) -> Void) -> GroupsQuery {
        var query = at(nil)
        change(&query)
        return query
    }
}
