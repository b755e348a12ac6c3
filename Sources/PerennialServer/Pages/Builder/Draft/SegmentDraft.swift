import Segments

/// A segment while it is being put together: groups that all must hold, of each of which one condition is enough.
struct SegmentDraft: Sendable, Equatable {
    var name = ""
    var isStarred = false
    var groups: [[ConditionDraft]] = []

    static let nameField = "name"
    static let starField = "star"
    static let actionField = "action"
    /// Which kind is added to all; before the path of what something is added within.
    static let addField = "add"

    /// So many conditions and parts are shown as fields; what is over stands as it is spelled.
    static let mostShown = 300
    /// Those with their fields.
    static let mostFields = 8_000
    static let mostGroups = DefinitionLimits.groups
    /// Groups, conditions, others in these, and their steps and filters.
    private static let deepest = DefinitionLimits.depth + 5

    /// The name of a condition's field in the form.
    static func field(_ place: Place, _ field: ConditionDraft.Field) -> String { "c.\(place.text).\(field.rawValue)" }

    init() {}

    /// What a form sent; what is no field of a condition is passed over.
    ///
    /// - Parameter kinds: what stands for itself on that form.
    init(_ fields: QueryString, of kinds: [ConditionDraft.Kind] = ConditionDraft.Kind.conditions) {
        name = (fields[Self.nameField] ?? "").trimmed
        isStarred = fields[Self.starField] != nil
        let sent = Sent(fields)
        groups = sent.numbers(within: []).filter { $0 < Self.mostGroups }
            .map { sent.drafts(within: [$0], of: kinds) }.filter { !$0.isEmpty }
    }

    /// A place among the conditions: the number of a group, of a condition in it, of a part of that.
    struct Place: Hashable, Sendable {
        var path: [Int]

        init(_ path: [Int]) { self.path = path }

        init(group: Int, condition: Int) { path = [group, condition] }

        /// The place of a part.
        func part(_ number: Int) -> Place { Place(path + [number]) }

        /// As names of fields hold it.
        var text: String { path.map { "\($0)" }.joined(separator: ".") }
    }

    /// What stands at a place; `nil` where nothing does.
    subscript(place: Place) -> ConditionDraft? {
        get {
            guard place.path.count >= 2, groups.indices.contains(place.path[0]), groups[place.path[0]].indices.contains(place.path[1])
            else { return nil }
            return groups[place.path[0]][place.path[1]][place.path.dropFirst(2)]
        }
        set {
            guard self[place] != nil else { return }
            let (group, condition) = (place.path[0], place.path[1])
            if newValue == nil, place.path.count == 2 {
                groups[group].remove(at: condition)
                if groups[group].isEmpty { groups.remove(at: group) }
            } else {
                groups[group][condition][place.path.dropFirst(2)] = newValue
            }
        }
    }

    /// The fields of conditions that a form sent, by their paths.
    private struct Sent {
        private var fields: [[Int]: [(ConditionDraft.Field, String)]] = [:]
        private var within: [[Int]: Set<Int>] = [:]

        init(_ sent: QueryString) {
            for pair in sent.pairs where pair.name.hasPrefix("c.") {
                let names = pair.name.split(separator: ".", omittingEmptySubsequences: false)
                guard (4...SegmentDraft.deepest).contains(names.count), let name = names.last,
                    let field = ConditionDraft.Field(rawValue: String(name))
                else { continue }
                let path = names[1..<(names.count - 1)].compactMap { Int($0) }
                guard path.count == names.count - 2 else { continue }
                fields[path, default: []].append((field, pair.value))
                for length in path.indices { within[Array(path[..<length]), default: []].insert(path[length]) }
            }
        }

        func numbers(within path: [Int]) -> [Int] { (within[path] ?? []).sorted() }

        func drafts(within path: [Int], of kinds: [ConditionDraft.Kind]) -> [ConditionDraft] {
            guard !kinds.isEmpty else { return [] }
            return numbers(within: path).compactMap { number in
                let path = path + [number]
                let sent = fields[path] ?? []
                guard let kind = sent.first(where: { $0.0 == .kind }).flatMap({ ConditionDraft.Kind(rawValue: $0.1) }),
                    kind == .other || kinds.contains(kind)
                else { return nil }
                var draft = ConditionDraft(kind)
                for (field, value) in sent where field != .kind && !value.isEmpty { draft.add(field, value) }
                draft.parts = drafts(within: path, of: kind.parts)
                return draft
            }
        }
    }
}
