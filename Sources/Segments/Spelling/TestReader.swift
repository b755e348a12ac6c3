import Facts
import Foundation
import JSON

/// Reads single tests, a function per kind.
enum TestReader {
    /// What `type` may be.
    static let kinds =
        [
            "profile-metric", "profile-metric-funnel", "profile-property", "profile-predictive-analytics", "profile-group-membership",
            "profile-marketing-consent", "profile-region", "profile-postal-code-distance", "profile-sample", "profile-top", "all", "any",
            "not",
        ] + refused.map(\.kind)

    /// What Klaviyo knows and this does not, and why.
    private static let refused: [(kind: String, reason: SegmentFault.Question)] = [
        ("profile-has-custom-object", .customObjects), ("profile-permissions", .whatsApp),
    ]

    static func read(_ kind: String, _ reader: DefinitionReader, depth: Int) -> Test? {
        switch kind {
        case "profile-metric": return metric(reader)
        case "profile-metric-funnel": return funnel(reader)
        case "profile-property": return property(reader)
        case "profile-predictive-analytics": return PredictionTestReader.read(reader)
        case "profile-group-membership": return membership(reader)
        case "profile-marketing-consent": return ConsentTestReader.read(reader)
        case "profile-region": return region(reader)
        case "profile-postal-code-distance": return distance(reader)
        case "profile-sample": return sample(reader)
        case "profile-top": return PredictionTestReader.top(reader, depth: depth)
        default:
            if let refused = refused.first(where: { $0.kind == kind }) { reader.fault(.question(refused.reason), at: "type") }
            return nil
        }
    }

    // MARK: Events

    private static let eventFilters = ["string", "numeric", "boolean", "list", "existence", "date"]

    private static func metric(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "metric_id", "metric_name", "measurement", "measurement_filter", "timeframe_filter", "metric_filters"])
        let metric = metricReference(reader)
        let measurement = reader.oneOf("measurement", MetricTest.Measurement.self)
        let filter = reader.object("measurement_filter")?.numberFilter()
        let timeFrame = reader.object("timeframe_filter")?.dateFilter(DefinitionReader.eventDates)
        let properties = eventProperties(reader)
        guard let metric, let measurement, let filter, let timeFrame, let properties else { return nil }
        return .metric(
            MetricTest(metric: metric, measurement: measurement, filter: filter, timeFrame: timeFrame, properties: properties))
    }

    static func metricReference(_ reader: DefinitionReader) -> MetricReference? {
        if reader.value["metric_id"] != nil, reader.value["metric_name"] != nil {
            reader.fault(.shape(.oneOf("metric_id", "metric_name")), at: "metric_name")
            return nil
        }
        if reader.value["metric_id"] == nil, reader.value["metric_name"] != nil { return reader.text("metric_name").map { .name($0) } }
        return reader.text("metric_id").map { .id($0) }
    }

    private static func eventProperties(_ reader: DefinitionReader) -> [EventPropertyTest]? {
        guard let member = reader.value["metric_filters"], !member.isNull else { return [] }
        guard let elements = reader.array("metric_filters", least: 0, most: DefinitionLimits.eventFilters) else { return nil }
        let read = elements.compactMap { element -> EventPropertyTest? in
            guard element.isObject else { return nil }
            element.allow(only: ["property", "filter"])
            let property = element.text("property", longest: 255)
            let filter = element.object("filter")?.valueFilter(eventFilters)
            guard let property, let filter else { return nil }
            return EventPropertyTest(property: property, filter: filter)
        }
        return read.count == elements.count ? read : nil
    }

    private static func funnel(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "timeframe_filter", "completion_window_seconds", "steps"])
        let timeFrame = reader.object("timeframe_filter")?.dateFilter(DefinitionReader.funnelDates)
        let completion = reader.word("completion_window_seconds", FunnelTest.windows.map(\.name), isRequired: false)
        guard let elements = reader.array("steps", least: 1, most: DefinitionLimits.steps) else { return nil }
        let steps = elements.enumerated().compactMap { place, element -> FunnelTest.Step? in
            guard element.isObject else { return nil }
            element.allow(only: ["metric_exists", "metric_id", "metric_name", "metric_filters"])
            let metric = metricReference(element)
            let hasHappened = element.bool("metric_exists")
            if place == 0, hasHappened == false { element.fault(.question(.firstStepMissing), at: "metric_exists") }
            let properties = eventProperties(element)
            guard let metric, let hasHappened, let properties else { return nil }
            return FunnelTest.Step(metric: metric, hasHappened: hasHappened, properties: properties)
        }
        guard let timeFrame, steps.count == elements.count else { return nil }
        let seconds = completion.flatMap { name in FunnelTest.windows.first { $0.name == name }?.seconds }
        return .funnel(FunnelTest(steps: steps, timeFrame: timeFrame, completionSeconds: seconds))
    }

    // MARK: Profiles

    private static let profileFilters = ["string", "numeric", "boolean", "date", "list", "existence"]

    private static func property(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "property", "filter"])
        let name = reader.text("property", longest: 300)
        let property = name.flatMap { ProfileProperty(spelled: $0) }
        if let name, property == nil {
            reader.fault(
                .name(.noProfileProperty(name, NearNames(name, among: ProfileProperty.standardNames))), at: "property")
        }
        let filter = reader.object("filter")?.valueFilter(profileFilters)
        guard let property, let filter else { return nil }
        return .property(PropertyTest(property: property, filter: filter))
    }

    private static func membership(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "is_member", "group_ids", "group_names", "timeframe_filter"])
        let isMember = reader.bool("is_member")
        if reader.value["group_ids"] != nil, reader.value["group_names"] != nil {
            reader.fault(.shape(.oneOf("group_ids", "group_names")), at: "group_names")
            return nil
        }
        let groups: [GroupReference]?
        if reader.value["group_ids"] == nil, reader.value["group_names"] != nil {
            groups = reader.texts("group_names", most: DefinitionLimits.members)?.map { .name($0) }
        } else {
            groups = reader.texts("group_ids", most: DefinitionLimits.members)?.map { .id($0) }
        }
        var joined: DateFilter?
        if let frame = reader.object("timeframe_filter", isRequired: false) {
            if isMember == false { frame.fault(.question(.timeOfNoMembers)) }
            joined = frame.dateFilter(DefinitionReader.joiningDates)
        }
        guard let isMember, let groups else { return nil }
        return .membership(MembershipTest(isMember: isMember, groups: groups, joined: joined))
    }

    private static func region(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "in_region", "region"])
        guard let isIn = reader.bool("in_region"), let region = reader.oneOf("region", Region.self) else { return nil }
        return .region(region, isIn: isIn)
    }

    private static func distance(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "country_code", "postal_code", "unit", "filter"])
        let country = reader.text("country_code", longest: 3)
        let code = reader.text("postal_code", longest: 16)
        let unit = reader.word("unit", ["kilometers", "miles"])
        var isFarther: Bool?
        var length: Double?
        if let filter = reader.object("filter") {
            filter.allow(only: ["type", "operator", "value"])
            _ = filter.word("type", ["numeric"])
            isFarther = filter.word("operator", ["greater-than", "less-than"]).map { $0 == "greater-than" }
            length = filter.number("value")
            if let value = length, value < 0 || value > Double(DefinitionLimits.distance) {
                filter.fault(.value(.noDistance), at: "value")
                length = nil
            }
        }
        guard let country, let code, let unit, let isFarther, let length else { return nil }
        let kilometers = unit == "miles" ? length * 1.609_344 : length
        return .distance(
            DistanceTest(country: country, postalCode: code, kilometers: kilometers, isInMiles: unit == "miles", isFarther: isFarther))
    }

    private static func sample(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "percentage", "seed"])
        guard let percent = reader.number("percentage") else { return nil }
        guard percent > 0, percent <= 100 else {
            reader.fault(.value(.noPercentage), at: "percentage")
            return nil
        }
        let seed = reader.value["seed"] == nil ? 0 : reader.whole("seed", 0...Int(UInt32.max))
        return seed.map { .sample(percent: percent, seed: UInt64($0)) }
    }
}

extension ProfileProperty {
    /// Reads `email`, `location.city` or `properties['Favorite Color']`, with `properties['a']['b']` into objects.
    public init?(spelled text: String) {
        if let alias = Self.aliases[text] {
            self = .standard(alias)
        } else if Self.standardNames.contains(text) {
            self = .standard(text)
        } else {
            guard text.hasPrefix("properties[") else { return nil }
            var rest = text.dropFirst("properties".count)
            var names: [String] = []
            while rest.first == "[" {
                guard let quote = rest.dropFirst().first, quote == "'" || quote == "\"",
                    let end = rest.range(of: "\(quote)]", options: names.isEmpty && !rest.contains("\(quote)][") ? .backwards : [])
                else { return nil }
                let start = rest.index(rest.startIndex, offsetBy: 2)
                guard start <= end.lowerBound else { return nil }
                names.append(String(rest[start..<end.lowerBound]))
                rest = rest[end.upperBound...]
            }
            guard rest.isEmpty, !names.isEmpty, names.count <= 8, names.allSatisfy({ !$0.isEmpty }) else { return nil }
            self = .custom(names)
        }
    }

    /// The property as a definition spells it.
    public var spelled: String {
        switch self {
        case .standard(let name): name
        case .custom(let names): Self.spelled(names, from: self)
        }
    }

    /// In single quotes, but for names that hold what would end them.
    private static func spelled(_ names: [String], from property: ProfileProperty) -> String {
        let plain = "properties" + names.map { "['\($0)']" }.joined()
        guard ProfileProperty(spelled: plain) != property else { return plain }
        return "properties" + names.map { $0.contains("']") ? "[\"\($0)\"]" : "['\($0)']" }.joined()
    }
}
