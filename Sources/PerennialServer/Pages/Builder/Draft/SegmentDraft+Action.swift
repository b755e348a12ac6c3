extension SegmentDraft {
    /// What a button asked for.
    enum Action: Equatable {
        case save, preview
        /// Adds a condition to all; within a group as an alternative; within a condition as a part of it. Without a kind the only one that fits.
        case add(ConditionDraft.Kind?, within: Place?)
        case remove(Place)
        /// Puts a part before the one that stands before it.
        case raise(Place)

        // As buttons send it, followed by a path.
        static let addName = "add"
        static let removeName = "remove"
        static let raiseName = "raise"
    }

    /// The name of the field that says which kind is added within a place.
    static func addField(within place: Place?) -> String { place.map { "\(addField)-\($0.text)" } ?? addField }

    /// The button that sent a form; looking at what there is where none did.
    static func action(_ fields: QueryString) -> Action {
        let names = (fields[actionField] ?? "").split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
        let path = names.dropFirst().compactMap { Int($0) }
        guard let name = names.first, path.count == names.count - 1 else { return .preview }
        let place = Place(path)
        switch name {
        case "save" where path.isEmpty: return .save
        case Action.addName:
            let within = path.isEmpty ? nil : place
            guard let chosen = fields[addField(within: within)] else { return path.count < 2 ? .preview : .add(nil, within: within) }
            return ConditionDraft.Kind(rawValue: chosen).map { .add($0, within: within) } ?? .preview
        case Action.removeName where path.count >= 2: return .remove(place)
        case Action.raiseName where path.count > 2: return .raise(place)
        default: return .preview
        }
    }

    /// Does what a button asked for; gives where something was added, or now stands.
    ///
    /// - Parameter kinds: what stands for itself on the form.
    mutating func perform(_ action: Action, of kinds: [ConditionDraft.Kind] = ConditionDraft.Kind.conditions) -> Place? {
        switch action {
        case .save, .preview: return nil
        case .add(let kind, within: nil):
            guard let kind, kinds.contains(kind), groups.count < Self.mostGroups else { return nil }
            groups.append([.new(kind)])
            return Place(group: groups.count - 1, condition: 0)
        case .add(let kind, within: .some(let place)) where place.path.count == 1:
            guard let kind, kinds.contains(kind) else { return nil }
            guard groups.indices.contains(place.path[0]) else { return perform(.add(kind, within: nil), of: kinds) }
            groups[place.path[0]].append(.new(kind))
            return place.part(groups[place.path[0]].count - 1)
        case .add(let kind, within: .some(let place)):
            guard var whole = self[place], whole.parts.count < whole.kind.mostParts,
                let kind = kind ?? (whole.kind.parts.count == 1 ? whole.kind.parts.first : nil), whole.kind.parts.contains(kind)
            else { return nil }
            whole.parts.append(.new(kind))
            self[place] = whole
            return place.part(whole.parts.count - 1)
        case .remove(let place):
            self[place] = nil
            return nil
        case .raise(let place):
            let number = place.path.last ?? 0
            let parent = Place(place.path.dropLast())
            guard number > 0, var whole = self[parent], whole.parts.indices.contains(number) else { return nil }
            whole.parts.swapAt(number, number - 1)
            self[parent] = whole
            return parent.part(number - 1)
        }
    }
}
