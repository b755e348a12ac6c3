/// A segment while it is being put together: groups that all must hold, of each of which one condition is enough.
struct SegmentDraft: Sendable, Equatable {
    var name = ""
    var isStarred = false
    var groups: [[ConditionDraft]] = []

    static let nameField = "name"
    static let starField = "star"
    static let actionField = "action"
    /// Which kind is added to all.
    static let addField = "add"
    /// Before the number of a group: which kind is added to it.
    static let addToField = "add-"

    /// A hundred conditions with their fields.
    static let mostFields = 4_000
    private static let mostGroups = 100

    /// The name of a condition's field in the form.
    static func field(_ group: Int, _ condition: Int, _ field: ConditionDraft.Field) -> String {
        "c.\(group).\(condition).\(field.rawValue)"
    }

    init() {}

    /// What a form sent; what is no field of a condition is passed over.
    init(_ fields: QueryString) {
        name = fields[Self.nameField] ?? ""
        isStarred = fields[Self.starField] != nil
        var found: [Int: [Int: [(ConditionDraft.Field, String)]]] = [:]
        for pair in fields.pairs where pair.name.hasPrefix("c.") {
            let parts = pair.name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 4, let group = Int(parts[1]), let condition = Int(parts[2]),
                let field = ConditionDraft.Field(rawValue: String(parts[3])), (0..<Self.mostGroups).contains(group)
            else { continue }
            found[group, default: [:]][condition, default: []].append((field, pair.value))
        }
        for (_, conditions) in found.sorted(by: { $0.key < $1.key }) {
            let drafts = conditions.sorted { $0.key < $1.key }.compactMap { _, fields -> ConditionDraft? in
                guard let kind = fields.first(where: { $0.0 == .kind }).flatMap({ ConditionDraft.Kind(rawValue: $0.1) }) else { return nil }
                var draft = ConditionDraft(kind)
                for (field, value) in fields where field != .kind && !value.isEmpty { draft.add(field, value) }
                return draft
            }
            if !drafts.isEmpty { groups.append(drafts) }
        }
    }

    /// What a button asked for.
    enum Action: Equatable {
        case save, preview
        case add(ConditionDraft.Kind, group: Int?)
        case remove(group: Int, condition: Int)
        /// Takes away what of a condition fields do not show.
        case widen(Place)
    }

    /// The button that sent a form; looking at what there is where none did.
    static func action(_ fields: QueryString) -> Action {
        let text = fields[actionField] ?? ""
        let parts = text.split(separator: ".").map { String($0) }
        switch parts.first {
        case "save": return .save
        case "add":
            guard let kind = fields[addField].flatMap({ ConditionDraft.Kind(rawValue: $0) }) else { return .preview }
            return .add(kind, group: nil)
        case "or":
            guard parts.count == 2, let group = Int(parts[1]),
                let kind = fields[addToField + parts[1]].flatMap({ ConditionDraft.Kind(rawValue: $0) })
            else { return .preview }
            return .add(kind, group: group)
        case "remove":
            guard parts.count == 3, let group = Int(parts[1]), let condition = Int(parts[2]) else { return .preview }
            return .remove(group: group, condition: condition)
        case "widen":
            guard parts.count == 3, let group = Int(parts[1]), let condition = Int(parts[2]) else { return .preview }
            return .widen(Place(group: group, condition: condition))
        default: return .preview
        }
    }

    /// A place among the conditions.
    struct Place: Hashable, Sendable {
        var group: Int
        var condition: Int
    }

    /// Does what a button asked for; gives where a condition was added.
    mutating func perform(_ action: Action) -> Place? {
        switch action {
        case .save, .preview: return nil
        case .add(let kind, let group):
            if let group, groups.indices.contains(group) {
                groups[group].append(.new(kind))
                return Place(group: group, condition: groups[group].count - 1)
            }
            guard groups.count < Self.mostGroups else { return nil }
            groups.append([.new(kind)])
            return Place(group: groups.count - 1, condition: 0)
        case .remove(let group, let condition):
            guard groups.indices.contains(group), groups[group].indices.contains(condition) else { return nil }
            groups[group].remove(at: condition)
            if groups[group].isEmpty { groups.remove(at: group) }
            return nil
        case .widen(let place):
            guard groups.indices.contains(place.group), groups[place.group].indices.contains(place.condition) else { return nil }
            groups[place.group][place.condition][.kept] = ""
            return place
        }
    }
}
