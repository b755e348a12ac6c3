import Facts

/// What the query of an endpoint may hold. It is read by these rules before the handler runs, and the same rules describe it in `/openapi.json`.
struct QueryRules: Sendable {
    /// How many resources a page has.
    struct PageRules: Sendable {
        var standard: Int
        var most: Int
    }

    /// A parameter that only this endpoint has.
    struct Parameter: Sendable {
        var name: String
        var schema: Schema
        var isRequired = false
        var description = ""
    }

    /// `fields[type]`: the attributes that may be asked for, by type of resource.
    var fields: [String: [String]] = [:]
    /// `additional-fields[type]`: what is left out unless asked for.
    var additionalFields: [String: [String]] = [:]
    /// `include`: relationships.
    var include: [String] = []
    /// `filter`.
    var filter: FilterRules?
    /// `sort`: fields, each of which may have a `-` before it.
    var sort: [String] = []
    /// `page[size]` and `page[cursor]`.
    var page: PageRules?
    /// Whether `page[cursor]` is taken although the size is the endpoint's own.
    var takesCursor = false
    /// Others.
    var parameters: [Parameter] = []
    /// Whether any name is let through unread: pages and webhooks.
    var isOpen = false

    /// No parameter at all.
    static let none = QueryRules()
    /// Whatever comes; the handler reads `request.query.text`.
    static let anything = QueryRules(isOpen: true)

    /// Every name, for advice.
    var names: [String] {
        var names = fields.keys.sorted().map { "fields[\($0)]" } + additionalFields.keys.sorted().map { "additional-fields[\($0)]" }
        if !include.isEmpty { names.append("include") }
        if filter != nil { names.append("filter") }
        if !sort.isEmpty { names.append("sort") }
        if page != nil { names.append("page[size]") }
        if page != nil || takesCursor { names.append("page[cursor]") }
        return names + parameters.map(\.name)
    }

    /// Reads a query by the rules.
    func read(_ text: QueryString, context: String, cursors: CursorCoding) throws(APIError) -> Query {
        var query = Query(text: text)
        query.pageSize = page?.standard ?? 0
        guard !isOpen else { return query }
        if text.pairs.isEmpty {
            try checkRequired(query)
            return query
        }
        var cursorText: String?
        var seen: Set<String> = []
        for (name, value) in text.pairs {
            guard seen.insert(name).inserted else { throw .invalid("The parameter is given twice.", parameter: shown(name)) }
            switch name {
            case "include" where !include.isEmpty:
                query.include = Set(try list(value, of: include, name: name, noun: "relationship"))
            case "filter" where filter != nil:
                if let filter, !value.isEmpty { query.filter = try filter.parse(value) }
            case "sort" where !sort.isEmpty: query.sort = try order(value)
            case "page[size]" where page != nil:
                guard let page, let size = Int(value), (1...page.most).contains(size) else {
                    throw .invalid("The size of a page is a whole number from 1 to \(page?.most ?? 1).", parameter: name)
                }
                query.pageSize = size
            case "page[cursor]" where page != nil || takesCursor, "page_cursor" where page != nil || takesCursor:
                if !value.isEmpty { cursorText = value }
            default: try other(name, value, into: &query)
            }
        }
        if let cursorText { query.cursor = try cursors.cursor(cursorText, context: Self.context(context, query.sort)) }
        try checkRequired(query)
        return query
    }

    /// What a cursor is good for: a path's template in an order.
    static func context(_ template: String, _ sort: Query.Sort?) -> String {
        guard let sort else { return template }
        return template + (sort.isDescending ? "?-" : "?") + sort.field
    }

    private func other(_ name: String, _ value: String, into query: inout Query) throws(APIError) {
        if let type = bracketed(name, after: "fields["), let allowed = fields[type] {
            query.fields[type] = FieldSet(try list(value, of: allowed, name: name, noun: "field"))
        } else if let type = bracketed(name, after: "additional-fields["), let allowed = additionalFields[type] {
            query.additionalFields[type] = Set(try list(value, of: allowed, name: name, noun: "additional field"))
        } else if let parameter = parameters.first(where: { $0.name == name }) {
            if let fault = parameter.schema.fault(ofText: value) { throw .invalid(fault, parameter: name) }
        } else {
            throw .invalid("There is no such parameter here.\(NearestNames.advice(name, among: names))", parameter: shown(name))
        }
    }

    private func checkRequired(_ query: Query) throws(APIError) {
        if let filter, filter.isRequired, query.filter == nil {
            throw .invalid("A filter is required. Allowed: \(filter.fields.map(\.name).joined(separator: ", ")).", parameter: "filter")
        }
        for parameter in parameters where parameter.isRequired && query[parameter.name] == nil {
            throw .invalid("The parameter is required.", parameter: parameter.name)
        }
    }

    private func list(_ value: String, of allowed: [String], name: String, noun: String) throws(APIError) -> [String] {
        var names: [String] = []
        for part in value.split(separator: ",") {
            let wanted = part.trimmed
            guard allowed.contains(wanted) else {
                throw .invalid("There is no \(noun) \"\(shown(wanted))\".\(NearestNames.advice(wanted, among: allowed))", parameter: name)
            }
            names.append(wanted)
        }
        return names
    }

    private func order(_ value: String) throws(APIError) -> Query.Sort? {
        guard !value.isEmpty else { return nil }
        let isDescending = value.hasPrefix("-")
        let field = isDescending ? String(value.dropFirst()) : value
        guard sort.contains(field) else {
            throw .invalid(
                "Results cannot be sorted by \"\(shown(value))\".\(NearestNames.advice(field, among: sort)) A - before a field reverses the order.",
                parameter: "sort")
        }
        return Query.Sort(field: field, isDescending: isDescending)
    }

    private func bracketed(_ name: String, after prefix: String) -> String? {
        guard name.hasPrefix(prefix), name.hasSuffix("]") else { return nil }
        return String(name.dropFirst(prefix.count).dropLast())
    }

    private func shown(_ text: String) -> String { String(text.prefix(100)) }
}
