import Facts
import JSON

/// Reads what is asked of consent.
enum ConsentTestReader {
    private static let channels: [(name: String, channel: Channel)] = [("email", .email), ("sms", .sms), ("push", .push)]

    static func name(of channel: Channel) -> String { channels.first { $0.channel == channel }?.name ?? "email" }

    static func read(_ reader: DefinitionReader) -> Test? {
        reader.allow(only: ["type", "consent"])
        guard let consent = reader.object("consent") else { return nil }
        consent.allow(only: ["channel", "can_receive_marketing", "consent_status"])
        let channel = consent.word("channel", channels.map(\.name)).flatMap { name in channels.first { $0.name == name }?.channel }
        let canReceive = consent.bool("can_receive_marketing")
        guard let status = consent.object("consent_status") else { return nil }
        status.allow(only: ["subscription", "filters"])
        let subscription = status.oneOf("subscription", ConsentTest.Subscription.self)
        var filters: [ConsentTest.Filter] = []
        if let list = status.value["filters"], !list.isNull {
            guard let elements = status.array("filters", least: 0, most: DefinitionLimits.consentFilters) else { return nil }
            filters = elements.compactMap { filter($0) }
            guard filters.count == elements.count else { return nil }
        }
        guard let channel, let canReceive, let subscription else { return nil }
        return .consent(ConsentTest(channel: channel, canReceive: canReceive, subscription: subscription, filters: filters))
    }

    private static let fields =
        ConsentTest.Moment.allCases.map(\.rawValue) + ["is_double_opt_in", "custom_source", "method", "is_rcs_capable"]

    private static func filter(_ reader: DefinitionReader) -> ConsentTest.Filter? {
        guard reader.isObject, let field = reader.word("field", fields) else { return nil }
        if let moment = ConsentTest.Moment(rawValue: field) {
            reader.allow(only: ["field", "filter"])
            guard let filter = reader.object("filter") else { return nil }
            if filter.value["type"]?.string == "existence" {
                return filter.word("operator", ["is-set"]).map { _ in .moment(moment, .isKnown) }
            }
            return filter.dateFilter(DefinitionReader.propertyDates).map { .moment(moment, $0) }
        }
        switch field {
        case "is_double_opt_in":
            reader.allow(only: ["field", "filter"])
            return reader.object("filter")?.boolFilter().map { .isDoubleOptIn($0) }
        case "custom_source":
            reader.allow(only: ["field", "filter"])
            guard let filter = reader.object("filter"), filter.word("type", ["string"]) != nil, filter.word("operator", ["equals"]) != nil
            else { return nil }
            return filter.text("value").map { .customSource($0) }
        case "method":
            reader.allow(only: ["field", "method", "filter"])
            guard let method = reader.word("method", ConsentTest.methods) else { return nil }
            guard let filter = reader.object("filter", isRequired: false) else { return .method(method, among: []) }
            guard filter.word("type", ["string"]) != nil, let name = filter.word("operator", ["in", "equals"]) else { return nil }
            let among = name == "in" ? filter.texts("value", most: DefinitionLimits.values) : filter.text("value").map { [$0] }
            return among.map { .method(method, among: $0) }
        default:
            reader.fault(.question(.rcs), at: "field")
            return nil
        }
    }
}
