import Facts
import JSON
import Segments

/// Turns what was typed into conditions of the definition language; what is wrong is noted with its field.
struct DraftWriter {
    let zone: ShopTimeZone
    /// Whether decimals stand after a comma.
    let comma: Bool

    /// The whole definition, and what it means; `nil` where something is wrong.
    func condition(_ draft: SegmentDraft, _ problems: inout DraftProblems) -> Condition? {
        guard !draft.groups.isEmpty else {
            problems.general.append(.needsCondition)
            return nil
        }
        var json = JSONWriter()
        json.object { json in
            json.array("condition_groups") { json in
                for (group, conditions) in draft.groups.enumerated() {
                    json.object { json in
                        json.array("conditions") { json in
                            for (number, condition) in conditions.enumerated() {
                                var writer = ConditionDraftWriter(condition, zone, comma: comma, .init(group: group, condition: number))
                                if let bytes = writer.bytes() { json.raw(bytes) }
                                problems.fields.merge(writer.problems) { $1 }
                            }
                        }
                    }
                }
            }
        }
        guard problems.fields.isEmpty else { return nil }
        do throws(SegmentFaults) {
            guard let document = try? JSONDocument(json.bytes) else { return nil }
            return try Condition(definition: document.root)
        } catch {
            problems.note(error, in: draft)
            return nil
        }
    }
}
