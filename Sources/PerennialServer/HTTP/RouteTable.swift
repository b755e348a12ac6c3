import HTTPTypes

/// Finds the endpoint of a method and a path.
struct RouteTable: Sendable {
    /// A route with what is worked out once.
    struct Entry: Sendable {
        let route: Route
        /// Its place among all, for counters.
        let number: Int
        /// The names in braces, in order.
        let parameterNames: [String]
        let scope: ScopeSet
    }

    /// What a path leads to.
    enum Match {
        case found(Entry, PathParameters)
        /// The path is there, but not for this method.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    /// Two routes that nothing tells apart.
    struct Clash: Error, CustomStringConvertible {
        let description: String
    }

    private struct Node: Sendable {
        var children: [String: Int] = [:]
        var wildcard: Int?
        var entries: [(method: HTTPRequest.Method, entry: Int)] = []
    }

    private(set) var entries: [Entry] = []
    private var nodes = [Node()]

    init(_ routes: [Route]) throws(Clash) {

        for (number, route) in routes.enumerated() {
            var node = 0
            var names: [String] = []
            for segment in route.path.split(separator: "/") {
                if segment.hasPrefix("{"), segment.hasSuffix("}") {
                    names.append(String(segment.dropFirst().dropLast()))
                    node = child(of: node, at: \.wildcard)
                } else {
                    node = child(of: node, at: \.children[String(segment)])
                }
            }
            if nodes[node].entries.contains(where: { $0.method == route.method }) {
                throw Clash(description: "two routes answer \(route.method) \(route.path)")
            }
            nodes[node].entries.append((route.method, number))
            entries.append(Entry(route: route, number: number, parameterNames: names, scope: ScopeSet(route.access.scopes)))
        }

    }

    private mutating func child(of node: Int, at path: WritableKeyPath<Node, Int?>) -> Int {
        if let child = nodes[node][keyPath: path] { return child }
        nodes.append(Node())
        nodes[node][keyPath: path] = nodes.count - 1
        return nodes.count - 1
    }

    /// The endpoint of a path without its query. A slash at the end makes no difference; a named segment comes before a parameter.
    func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
        var values: [Substring] = []
        guard path.utf8.first == UInt8(ascii: "/"), let node = find(path.dropFirst(), from: 0, values: &values) else { return .nothing }
        let found = nodes[node].entries
        if let entry = found.first(where: { $0.method == method }) ?? (method == .head ? found.first { $0.method == .get } : nil) {
            var parameters = PathParameters()
            for (name, value) in zip(entries[entry.entry].parameterNames, values) {
                guard let text = PercentCoding.decode(value), !text.isEmpty else { return .nothing }
                parameters.pairs.append((name, text))
            }
            return .found(entries[entry.entry], parameters)
        }
        var methods = found.map(\.method)
        if methods.contains(.get) { methods.append(.head) }
        return methods.isEmpty ? .nothing : .otherMethods(methods)
    }

    /// The node of the rest of a path. Tries the named segment first, then the parameter; paths are short, so this ends soon.
    private func find(_ rest: Substring, from node: Int, values: inout [Substring]) -> Int? {
        if rest.isEmpty { return nodes[node].entries.isEmpty ? nil : node }
        let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        let segment = rest[..<end]
        guard !segment.isEmpty else { return nil }
        let next = end == rest.endIndex ? rest[end...] : rest[rest.utf8.index(after: end)...]
        if let child = nodes[node].children[String(segment)], let found = find(next, from: child, values: &values) { return found }
        guard let wildcard = nodes[node].wildcard, segment.utf8.count <= 1024 else { return nil }
        values.append(segment)
        if let found = find(next, from: wildcard, values: &values) { return found }
        values.removeLast()
        return nil
    }
}

/// What stood in a path where its template has names in braces.
struct PathParameters: Sendable {
    fileprivate(set) var pairs: [(name: String, value: String)] = []

    /// The text of a parameter; empty for a name that the path does not have.
    subscript(_ name: String) -> String {
        pairs.first { $0.name == name }?.value ?? ""
    }
}
