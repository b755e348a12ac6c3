import JSON

extension Test {
    /// Writes the members of its object.
    func write(to json: inout JSONWriter) {
        switch self {
        case .metric(let test): test.write(to: &json)
        case .funnel(let test): test.write(to: &json)
        case .property(let test):
            json.member("type", "profile-property")
            json.member("property", test.property.spelled)
            json.object("filter") { test.filter.write(to: &$0) }
        case .number(let dimension, let filter): Self.predicted(dimension.rawValue, &json) { filter.write(to: &$0) }
        case .moment(let dimension, let filter): Self.predicted(dimension.rawValue, &json) { filter.write(to: &$0) }
        case .word(let dimension, let filter): Self.predicted(dimension.rawValue, &json) { filter.write(to: &$0) }
        case .model(let test):
            test.ofShown.write(to: &json)
            json.member("model", test.model)
        case .overdue(let value): Self.predicted("overdue", &json) { ValueFilter.bool(value).write(to: &$0) }
        case .top(let test): test.write(to: &json)
        case .membership(let test): test.write(to: &json)
        case .consent(let test): test.write(to: &json)
        case .region(let region, let isIn):
            json.member("type", "profile-region")
            json.member("in_region", isIn)
            json.member("region", region.rawValue)
        case .distance(let test): test.write(to: &json)
        case .sample(let percent, let seed):
            json.member("type", "profile-sample")
            json.member("percentage", percent)
            json.member("seed", seed)
        }
    }

    private static func predicted(_ dimension: String, _ json: inout JSONWriter, _ filter: (inout JSONWriter) -> Void) {
        json.member("type", "profile-predictive-analytics")
        json.member("dimension", dimension)
        json.object("filter", filter)
    }
}

extension MetricReference {
    func write(to json: inout JSONWriter) {
        switch self {
        case .id(let id): json.member("metric_id", id)
        case .name(let name): json.member("metric_name", name)
        }
    }
}

extension MetricTest {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", "profile-metric")
        metric.write(to: &json)
        json.member("measurement", measurement.rawValue)
        json.object("measurement_filter") { filter.write(to: &$0) }
        json.object("timeframe_filter") { timeFrame.write(to: &$0) }
        properties.write(to: &json)
    }
}

extension [EventPropertyTest] {
    fileprivate func write(to json: inout JSONWriter) {
        guard !isEmpty else { return }
        json.array("metric_filters") { json in
            for test in self {
                json.object { json in
                    json.member("property", test.property)
                    json.object("filter") { test.filter.write(to: &$0) }
                }
            }
        }
    }
}

extension FunnelTest {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", "profile-metric-funnel")
        json.object("timeframe_filter") { timeFrame.write(to: &$0) }
        if let completionSeconds, let name = Self.windows.first(where: { $0.seconds == completionSeconds })?.name {
            json.member("completion_window_seconds", name)
        }
        json.array("steps") { json in
            for step in steps {
                json.object { json in
                    json.member("metric_exists", step.hasHappened)
                    step.metric.write(to: &json)
                    step.properties.write(to: &json)
                }
            }
        }
    }
}

extension TopTest {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", "profile-top")
        json.member("dimension", dimension.rawValue)
        switch size {
        case .count(let count): json.member("count", count)
        case .percent(let percent): json.member("percent", percent)
        }
        json.member("order", isBottom ? "least" : "greatest")
        if let among {
            json.key("among")
            among.write(to: &json)
        }
    }
}

extension MembershipTest {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", "profile-group-membership")
        json.member("is_member", isMember)
        // All of them are of one kind: that is how they are read.
        let areNames = groups.contains { if case .name = $0 { true } else { false } }
        json.array(areNames ? "group_names" : "group_ids") { json in
            for group in groups {
                switch group {
                case .id(let text), .name(let text): json.string(text)
                }
            }
        }
        if let joined { json.object("timeframe_filter") { joined.write(to: &$0) } }
    }
}

extension ConsentTest {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", "profile-marketing-consent")
        json.object("consent") { json in
            json.member("channel", ConsentTestReader.name(of: channel))
            json.member("can_receive_marketing", canReceive)
            json.object("consent_status") { json in
                json.member("subscription", subscription.rawValue)
                guard !filters.isEmpty else { return }
                json.array("filters") { json in
                    for filter in filters { json.object { filter.write(to: &$0) } }
                }
            }
        }
    }
}

extension ConsentTest.Filter {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .moment(let moment, let filter):
            json.member("field", moment.rawValue)
            json.object("filter") { filter.write(to: &$0) }
        case .isDoubleOptIn(let value):
            json.member("field", "is_double_opt_in")
            json.object("filter") { ValueFilter.bool(value).write(to: &$0) }
        case .customSource(let text):
            json.member("field", "custom_source")
            json.object("filter") { TextFilter.equals(text).write(to: &$0) }
        case .method(let method, let among):
            json.member("field", "method")
            json.member("method", method)
            if !among.isEmpty { json.object("filter") { TextFilter.among(among).write(to: &$0) } }
        }
    }
}

extension DistanceTest {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", "profile-postal-code-distance")
        json.member("country_code", country)
        json.member("postal_code", postalCode)
        json.member("unit", isInMiles ? "miles" : "kilometers")
        let length = isInMiles ? Self.miles(kilometers) : kilometers
        json.object("filter") { (isFarther ? NumberFilter.greaterThan(length) : .lessThan(length)).write(to: &$0) }
    }

    /// The shortest number of miles that is so many kilometres: what somebody wrote, not what binary fractions make of it.
    private static func miles(_ kilometers: Double) -> Double {
        let miles = kilometers / 1.609_344
        return [miles, miles.nextUp, miles.nextDown].filter { $0 * 1.609_344 == kilometers }
            .min { $0.description.utf8.count < $1.description.utf8.count } ?? miles
    }
}
