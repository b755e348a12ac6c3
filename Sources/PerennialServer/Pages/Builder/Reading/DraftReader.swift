import Facts
import JSON
import Segments

/// Turns a definition into the fields of a form. Each is read back before it is shown: what fields would say otherwise stays as it is
/// spelled.
struct DraftReader {
    /// Whether decimals stand after a comma.
    let comma: Bool
    let zone: ShopTimeZone

    /// One condition as fields; as it is spelled where fields would say something else.
    func draft(_ condition: Condition) -> ConditionDraft {
        guard let draft = fields(condition), draft.canBeShown, says(draft, condition) else { return .spelled(condition) }
        return draft
    }

    /// Whether fields say a condition: read again they must mean it exactly.
    private func says(_ draft: ConditionDraft, _ condition: Condition) -> Bool {
        var writer = ConditionDraftWriter(draft, zone, comma: comma)
        guard let bytes = writer.bytes(), let document = try? JSONDocument(bytes), let read = try? Condition(definition: document.root)
        else { return false }
        return read.alike == condition.alike
    }

    /// A part of a condition as fields, told by a condition that holds only it; where that cannot be, as it is spelled there.
    func part(_ draft: ConditionDraft, alone whole: ConditionDraft, _ condition: Condition, _ place: [String]) -> ConditionDraft {
        var whole = whole
        whole.parts.append(draft)
        if draft.canBeShown, says(whole, condition) { return draft }
        var json = JSONWriter()
        condition.write(to: &json)
        let root = (try? JSONDocument(json.bytes))?.root
        let spelled = place.reduce(root) { $0?[$1] }.flatMap { Array($0.elements).last }
        return spelled.map { .spelled($0.compactBytes) } ?? draft
    }

    private func fields(_ condition: Condition) -> ConditionDraft? {
        switch condition {
        case .all(let parts): return group(.all, parts)
        case .any(let parts): return group(.any, parts)
        case .not(let part): return group(.not, [part])
        case .test(let test): return fields(test)
        }
    }

    private func group(_ kind: ConditionDraft.Kind, _ parts: [Condition]) -> ConditionDraft {
        var draft = ConditionDraft.new(kind)
        draft.parts = parts.map { self.draft($0) }
        return draft
    }

    /// The fields of a test; `nil` for what has none.
    private func fields(_ test: Test) -> ConditionDraft? {
        switch test {
        case .metric(let test): return done(test)
        case .funnel(let test): return funnel(test)
        case .property(let test): return property(test)
        case .number, .moment, .word, .overdue: return predicted(test)
        case .model(let test):
            var draft = predicted(test.ofShown)
            draft?[.model] = test.model
            return draft
        case .top(let test): return top(test)
        case .membership(let test): return membership(test)
        case .consent(let test): return consent(test)
        case .region(let region, let isIn):
            var draft = ConditionDraft.new(.region)
            draft[.what] = region.rawValue
            draft[.yes] = isIn ? "yes" : "no"
            return draft
        case .distance: return distance(test)
        case .sample(let percent, let seed):
            var draft = ConditionDraft.new(.sample)
            draft[.n] = DraftNumber.text(percent, comma: comma)
            draft[.seed] = "\(seed)"
            return draft
        }
    }

    private func distance(_ test: Test) -> ConditionDraft? {
        // As it was written, in its unit.
        var json = JSONWriter()
        Condition.test(test).write(to: &json)
        guard let root = (try? JSONDocument(json.bytes))?.root else { return nil }
        var draft = ConditionDraft.new(.distance)
        draft[.country] = root["country_code"]?.string ?? ""
        draft[.code] = root["postal_code"]?.string ?? ""
        draft[.unit] = root["unit"]?.string ?? ""
        draft[.op] = root["filter"]?["operator"]?.string ?? ""
        draft[.n] = root["filter"]?["value"]?.double.map { DraftNumber.text($0, comma: comma) } ?? ""
        return draft
    }

    private func membership(_ test: MembershipTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.group)
        draft[.yes] = test.isMember ? "yes" : "no"
        draft.set(
            .groups,
            test.groups.map { reference in
                switch reference {
                case .id(let id): "id:" + id
                case .name(let name): "name:" + name
                }
            })
        if let joined = test.joined { fill(&draft, joined) }
        return draft
    }
}
