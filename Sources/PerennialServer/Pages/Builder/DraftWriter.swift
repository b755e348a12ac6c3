import Facts
import JSON
import Segments

/// Turns what was typed into conditions of the definition language; what is wrong is noted with its field.
struct DraftWriter {
    let zone: ShopTimeZone

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
                                var writer = ConditionDraftWriter(condition, zone)
                                if let bytes = writer.bytes() {
                                    json.raw(bytes)
                                } else {
                                    problems.fields[.init(group: group, condition: number)] = writer.problems
                                }
                            }
                        }
                    }
                }
            }
        }
        guard problems.fields.isEmpty else { return nil }
        return read(json.bytes, &problems)
    }

    private func read(_ bytes: [UInt8], _ problems: inout DraftProblems) -> Condition? {
        guard let document = try? JSONDocument(bytes) else {
            problems.general.append(.badJSON(""))
            return nil
        }
        do throws(SegmentFaults) {
            return try Condition(definition: document.root)
        } catch {
            Self.note(error, &problems)
            return nil
        }
    }

    /// Puts what is wrong with a definition where its conditions stand on the form.
    static func note(_ faults: SegmentFaults, _ problems: inout DraftProblems) {
        for fault in faults.list {
            let parts = fault.pointer.split(separator: "/")
            if parts.count >= 4, parts[0] == "condition_groups", let group = Int(parts[1]), let condition = Int(parts[3]) {
                let rest = parts.dropFirst(4).joined(separator: "/")
                problems.fields[.init(group: group, condition: condition), default: [:]][.kind] =
                    .found(rest.isEmpty ? fault.detail : "\(fault.detail) (\(rest))")
            } else {
                problems.general.append(.found(fault.detail))
            }
        }
    }
}
