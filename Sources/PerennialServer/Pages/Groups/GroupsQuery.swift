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

    static let rowsPerPage = 50
    /// The most characters that are searched for.
    static let longestText = 200

    static let textParameter = "q"
    static let kindParameter = "kind"
    static let orderParameter = "order"

    /// Everything, by name.
    init() {}

    /// What was asked by the parameters of a path; what is not understood counts as not asked.
    init(_ parameter: (String) -> String?) {
        text = String((parameter(Self.textParameter) ?? "").prefix(Self.longestText))
        kind = parameter(Self.kindParameter).flatMap { ProfileGroup(rawValue: $0) }
        order = parameter(Self.orderParameter).flatMap { Order(rawValue: $0) } ?? .name
        cursor =
            parameter(RowCursor.afterParameter).flatMap { RowCursor($0, isBefore: false) }
            ?? parameter(RowCursor.beforeParameter).flatMap { RowCursor($0, isBefore: true) }
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
        return query
    }

    /// The same, changed; its first page.
    func with(_ change: (inout GroupsQuery) -> Void) -> GroupsQuery {
        var query = at(nil)
        change(&query)
        return query
    }
}
