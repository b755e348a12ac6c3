import Facts
import JSON
import Segments

/// Turns one condition's fields, and the parts within it, into the definition language.
struct ConditionDraftWriter {
    let draft: ConditionDraft
    let zone: ShopTimeZone
    /// Whether decimals stand after a comma.
    let comma: Bool
    private let place: SegmentDraft.Place
    private(set) var problems: [SegmentDraft.Place: [ConditionDraft.Field: DraftProblem]] = [:]

    init(_ draft: ConditionDraft, _ zone: ShopTimeZone, comma: Bool, _ place: SegmentDraft.Place = .init([])) {
        self.draft = draft
        self.zone = zone
        self.comma = comma
        self.place = place
    }

    /// The condition as JSON; `nil` where something is wrong.
    mutating func bytes() -> [UInt8]? {
        if draft.kind == .other { return raw(.json) }
        var json = JSONWriter()
        json.beginObject()
        switch draft.kind {
        case .predicted: writePredicted(to: &json)
        case .done: writeDone(to: &json)
        case .funnel: writeFunnel(to: &json)
        case .step: writeStep(isFirst: place.path.last ?? 0 == 0, to: &json)
        case .event: writeEvent(to: &json)
        case .counted: writeCounted(to: &json)
        case .property: writeProperty(to: &json)
        case .group: writeGroup(to: &json)
        case .consent: writeConsent(to: &json)
        case .proof: writeProof(to: &json)
        case .region: writeRegion(to: &json)
        case .distance: writeDistance(to: &json)
        case .top: writeTop(to: &json)
        case .sample: writeSample(to: &json)
        case .all, .any, .not: writeOthers(to: &json)
        case .other: break
        }
        json.endObject()
        return problems.isEmpty ? json.bytes : nil
    }

    mutating func note(_ field: ConditionDraft.Field, _ problem: DraftProblem) { problems[place, default: [:]][field] = problem }

    // MARK: Parts

    /// What stands within, each as JSON; what is wrong with it is noted at its own place.
    mutating func partBytes() -> [[UInt8]] {
        var written: [[UInt8]] = []
        for (number, part) in draft.parts.enumerated() {
            var writer = ConditionDraftWriter(part, zone, comma: comma, place.part(number))
            if let bytes = writer.bytes() { written.append(bytes) }
            problems.merge(writer.problems) { $1 }
        }
        return written
    }

    /// What stands within as an array; nothing where nothing does.
    mutating func writeParts(_ name: String, to json: inout JSONWriter) {
        guard !draft.parts.isEmpty else { return }
        let written = partBytes()
        json.array(name) { json in for bytes in written { json.raw(bytes) } }
    }

    private mutating func writeOthers(to json: inout JSONWriter) {
        json.member("type", draft.kind.rawValue)
        if draft.parts.isEmpty { note(.kind, .needsCondition) }
        guard draft.kind == .not else { return writeParts("conditions", to: &json) }
        guard let part = partBytes().first else { return }
        json.key("condition")
        json.raw(part)
    }

    /// JSON that stands in a field as it is.
    private mutating func raw(_ field: ConditionDraft.Field) -> [UInt8]? {
        let text = draft[field].trimmed
        guard !text.isEmpty else {
            note(field, .needsText)
            return nil
        }
        do throws(JSONError) {
            return try JSONDocument(String(text)).root.compactBytes
        } catch {
            // What stands at the place, where the text goes on there.
            let found = error.offset.flatMap { text.utf8.index(text.startIndex, offsetBy: $0, limitedBy: text.endIndex) }
            note(field, .badJSON(error, found: found.flatMap { $0 < text.endIndex ? text[$0] : nil }))
            return nil
        }
    }
}
