import JSON

/// A JSON value that can be changed at a place.
indirect enum JSONTree {
    case object([(key: String, value: JSONTree)])
    case array([JSONTree])
    /// Any other value, as it is written.
    case plain(String)

    enum Step {
        case key(Int)
        case element(Int)
    }

    init(_ value: JSONValue) {
        switch value.kind {
        case .object: self = .object(value.members.map { ($0.key, JSONTree($0.value)) })
        case .array: self = .array(value.elements.map { JSONTree($0) })
        default: self = .plain(String(decoding: value.compactBytes, as: UTF8.self))
        }
    }

    var text: String {
        switch self {
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .plain(let text): text
        }
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return writer.text
    }

    /// Every place in it, the whole first.
    var places: [[Step]] {
        switch self {
        case .object(let members): [[]] + members.indices.flatMap { at in members[at].value.places.map { [.key(at)] + $0 } }
        case .array(let elements): [[]] + elements.indices.flatMap { at in elements[at].places.map { [.element(at)] + $0 } }
        case .plain: [[]]
        }
    }

    /// The same with something else at a place; `nil` takes the place away.
    func replacing(_ place: ArraySlice<Step>, by other: JSONTree?) -> JSONTree? {
        guard let step = place.first else { return other }
        switch (self, step) {
        case (.object(var members), .key(let at)):
            if let value = members[at].value.replacing(place.dropFirst(), by: other) {
                members[at].value = value
            } else {
                members.remove(at: at)
            }
            return .object(members)
        case (.array(var elements), .element(let at)):
            if let value = elements[at].replacing(place.dropFirst(), by: other) {
                elements[at] = value
            } else {
                elements.remove(at: at)
            }
            return .array(elements)
        default: return self
        }
    }
}

extension JSONValue {
    /// Whether a JSON pointer leads to a value, or to where a missing member would stand.
    func hasPlace(_ pointer: String) -> Bool {
        guard !pointer.isEmpty else { return true }
        guard pointer.hasPrefix("/") else { return false }
        let tokens = pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            $0.replacing("~1", with: "/").replacing("~0", with: "~")
        }
        var value = self
        for (place, token) in tokens.enumerated() {
            switch value.kind {
            case .object:
                guard let next = value[String(token)] else { return place == tokens.count - 1 }
                value = next
            case .array:
                guard let next = Int(token).flatMap({ value[$0] }) else { return false }
                value = next
            default: return false
            }
        }
        return true
    }
}
