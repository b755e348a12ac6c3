import Facts
import JSON
import Segments

/// A custom metric as it is filled in: texts until they are read. Its groups of events, and what these must say, are filled in as conditions of
/// segments are; they stand in the one group of a draft.
struct CustomMetricForm: Sendable {
    var draft = SegmentDraft()
    var isWorth = true
    var problems = DraftProblems()

    static let methodField = "method"
    /// Where its groups of events stand in the draft.
    static let groupsPlace = SegmentDraft.Place([0])
    /// What stands for itself on the form.
    static let kinds = [ConditionDraft.Kind.counted]

    /// An empty one.
    init() { draft.groups = [[.new(.counted)]] }

    /// What was filled in.
    init(_ fields: QueryString) {
        draft = SegmentDraft(fields, of: Self.kinds)
        draft.name = draft.name.split(separator: " ").joined(separator: " ")
        isWorth = fields[Self.methodField] != CustomMetricDefinition.Method.count.rawValue
    }

    /// One that there is.
    ///
    /// - Parameter comma: whether decimals stand after a comma.
    init(_ definition: CustomMetricDefinition, named name: String, comma: Bool, zone: ShopTimeZone) {
        let reader = DraftReader(comma: comma, zone: zone)
        draft.name = name
        draft.groups = [definition.groups.map { reader.counted($0) }]
        isWorth = definition.method == .value
    }

    var groups: [ConditionDraft] { draft.groups.first ?? [] }
    private var method: CustomMetricDefinition.Method { isWorth ? .value : .count }

    /// The definition that was filled in; `nil` where something is wrong, which is noted.
    mutating func definition(comma: Bool, zone: ShopTimeZone) -> CustomMetricDefinition? {
        guard !groups.isEmpty else {
            problems.general.append(.needsGroup)
            return nil
        }
        var written: [[UInt8]] = []
        for (number, group) in groups.enumerated() {
            var group = group
            // What events are worth is not asked where they are only counted.
            if !isWorth, group.kind == .counted { group[.text] = "" }
            var writer = ConditionDraftWriter(group, zone, comma: comma, .init(group: 0, condition: number))
            if let bytes = writer.bytes() { written.append(bytes) }
            problems.fields.merge(writer.problems) { $1 }
        }
        guard problems.fields.isEmpty else { return nil }
        do throws(SegmentFaults) {
            return try CustomMetricDefinition(method, spelled: written)
        } catch {
            note(error)
            return nil
        }
    }

    /// Notes what is wrong with the definition beside the fields that say it.
    mutating func note(_ faults: SegmentFaults) { problems.note(faults, in: draft) }
}

extension CustomMetricDefinition {
    /// Of groups that are spelled as JSON.
    init(_ method: Method, spelled groups: [[UInt8]]) throws(SegmentFaults) {
        var json = JSONWriter()
        json.object { json in
            json.member("aggregation_method", method.rawValue)
            json.array("metric_groups") { json in for group in groups { json.raw(group) } }
        }
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(json.bytes)
        } catch {
            // Each group was JSON: they stand too deep in each other, or are too much together.
            throw SegmentFaults(list: [SegmentFault(pointer: "/metric_groups", .shape(.noDefinition))])
        }
        try self.init(document.root)
    }
}

extension DraftReader {
    /// Some of the events of one metric as fields; as they are spelled where fields would say something else.
    func counted(_ group: CustomMetricDefinition.Group) -> ConditionDraft {
        var draft = ConditionDraft.new(.counted)
        draft[.what] = Self.text(group.metric)
        draft[.text] = group.valueProperty ?? ""
        draft.parts = group.filters.map { event($0) }
        var writer = ConditionDraftWriter(draft, zone, comma: comma)
        if draft.canBeShown, let bytes = writer.bytes(), let read = try? CustomMetricDefinition(.value, spelled: [bytes]),
            read.groups == [group]
        {
            return draft
        }
        var json = JSONWriter()
        group.write(to: &json)
        return .spelled(json.bytes)
    }
}
