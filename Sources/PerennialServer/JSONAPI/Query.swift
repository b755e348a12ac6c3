/// A query as it was understood: everything in it is allowed where it was sent.
struct Query: Sendable {
    /// The order of a collection.
    struct Sort: Sendable, Equatable {
        var field: String
        var isDescending: Bool
    }

    /// The names and values as they were sent.
    let text: QueryString
    /// Attributes asked for by `fields[type]`.
    var fields: [String: FieldSet] = [:]
    /// What `additional-fields[type]` asks for.
    var additionalFields: [String: Set<String>] = [:]
    /// Relationships to include.
    var include: Set<String> = []
    /// The condition, where one was sent.
    var filter: Filter?
    /// The order, where one was sent.
    var sort: Sort?
    /// Resources on a page.
    var pageSize = 0
    /// Where the page begins; `nil` for the first.
    var cursor: Cursor?

    init(text: QueryString) { self.text = text }

    /// The attributes of a type that are asked for; all, where nothing was said.
    func fieldSet(_ type: String) -> FieldSet { fields[type] ?? .all }

    /// Whether an additional field was asked for.
    func asksFor(additional field: String, of type: String) -> Bool {
        additionalFields[type]?.contains(field) ?? false
    }

    /// A parameter of the endpoint's own.
    subscript(_ name: String) -> String? { text[name] }
}

/// Names of attributes, of which some lie within others: `location.city`.
struct FieldSet: Sendable, Equatable {
    private var names: Set<String>?

    /// All of them.
    static let all = FieldSet(names: nil)

    /// These, and all that lies within them.
    init(_ names: some Sequence<String>) { self.names = Set(names) }

    private init(names: Set<String>?) { self.names = names }

    /// Whether an attribute is written, whole or in part.
    func contains(_ name: String) -> Bool {
        guard let names else { return true }
        if names.contains(name) { return true }
        return names.contains { $0.utf8.count > name.utf8.count && $0.hasPrefix(name) && $0.dropFirst(name.count).first == "." }
    }

    /// What of an attribute is asked for: all of it, or some of the names within it.
    func within(_ name: String) -> FieldSet {
        guard let names, !names.contains(name) else { return .all }
        let inner = names.filter { $0.hasPrefix(name + ".") }.map { String($0.dropFirst(name.count + 1)) }
        return FieldSet(inner)
    }
}
