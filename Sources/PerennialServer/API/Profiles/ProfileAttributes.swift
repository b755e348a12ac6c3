import Facts

/// The names and limits of what is known of a profile, and their form for the interface's description.
enum ProfileAttributes {
    /// Attributes that are texts and say nothing of who somebody is.
    static let texts = ["first_name", "last_name", "organization", "locale", "title", "image"]
    /// What lies within `location`.
    static let location = ["address1", "address2", "city", "country", "latitude", "longitude", "region", "zip", "timezone", "ip"]
    /// What in `location` may be a number, and how many degrees at most.
    static let coordinates = ["latitude": 90.0, "longitude": 180.0]
    /// Attributes that a request may hold. `_kx`, the mark of Klaviyo's own tracking, says nothing here and is passed over.
    static let taken = ["email", "phone_number", "external_id", "anonymous_id", "_kx"] + texts + ["location", "properties", "meta"]

    /// Bytes of an identity.
    static let longestIdentity = 255
    /// Bytes of an attribute that is a text.
    static let longestText = 2_000
    /// Bytes of a property's name.
    static let longestName = 1_024
    /// Properties in one request.
    static let mostProperties = 400
    /// Bytes of a request, or of a row of a job.
    static let mostBytes = 100 << 10

    /// What a request may say.
    static let request: [Schema.Property] = {
        let identity = Schema.nullable(.string(longest: longestIdentity, shortest: 1))
        var properties: [Schema.Property] = [
            .init("email", .nullable(.string(format: .email))), .init("phone_number", .nullable(.string(format: .phone))),
            .init("external_id", identity), .init("anonymous_id", identity), .init("_kx", .nullable(.text)),
        ]
        for name in texts { properties.append(.init(name, .nullable(.string(longest: longestText)))) }
        properties.append(.init("location", .nullable(.object(locationSchema))))
        properties.append(.init("properties", .nullable(.anyObject)))
        return properties
    }()

    /// What an answer says.
    static let answer: [Schema.Property] = {
        var properties: [Schema.Property] = []
        for name in ["email", "phone_number", "external_id"] + texts { properties.append(.init(name, .nullable(.text))) }
        for name in ["created", "updated", "last_event_date"] { properties.append(.init(name, .nullable(.string(format: .instant)))) }
        properties.append(.init("location", .object(locationSchema)))
        properties.append(.init("properties", .anyObject))
        properties.append(.init("subscriptions", .anyObject))
        properties.append(.init("predictive_analytics", .object(predictions.map { .init($0.name, .nullable($0.schema)) })))
        return properties
    }()

    /// The operations on properties that may stand beside the attributes.
    static let meta = Schema.object([
        .init(
            "patch_properties",
            .object([.init("append", .nullable(.anyObject)), .init("unappend", .nullable(.anyObject)), .init("unset", .nullable(.any))]))
    ])

    private static let locationSchema: [Schema.Property] = location.map {
        .init($0, .nullable(coordinates[$0] != nil ? .any : .string(longest: longestText)))
    }

    /// What is predicted of a customer, in order.
    static let predictions: [(name: String, schema: Schema)] = [
        ("historic_clv", .number()), ("predicted_clv", .number()), ("total_clv", .number()), ("historic_number_of_orders", .number()),
        ("predicted_number_of_orders", .number()), ("average_days_between_orders", .number()), ("average_order_value", .number()),
        ("churn_probability", .number(least: 0, most: 1)), ("expected_date_of_next_order", .string(format: .instant)),
        ("ranked_channel_affinity", .array(of: .oneOf(["email", "push", "sms", "whatsapp"]))),
    ]

    /// What `additional-fields[profile]` may ask for.
    static let additional = ["subscriptions", "predictive_analytics"]

    /// What `fields[profile]` may ask for: every name of Klaviyo's, also of what is never there.
    static let fields: [String] = {
        var names = ["id", "email", "phone_number", "external_id"] + texts
        names += ["created", "updated", "last_event_date", "location", "properties", "predictive_analytics", "subscriptions"]
        names += location.map { "location.\($0)" }
        names += predictions.map { "predictive_analytics.\($0.name)" }
        names += ["email", "sms", "mobile_push", "whatsapp"].map { "subscriptions.\($0)" }
        for (channel, kind, members) in consents {
            names.append("subscriptions.\(channel).\(kind)")
            names += members.map { "subscriptions.\(channel).\(kind).\($0)" }
        }
        return names
    }()

    private static let granted = [
        "can_receive", "consent", "consent_timestamp", "created_timestamp", "last_updated", "metadata", "valid_until",
    ]
    private static let texted = ["consent", "consent_timestamp", "last_updated", "method", "method_detail"]
    private static let consents: [(channel: String, kind: String, names: [String])] = [
        (
            "email", "marketing",
            [
                "can_receive_email_marketing", "consent", "consent_timestamp", "custom_method_detail", "double_optin", "last_updated",
                "list_suppressions", "method", "method_detail", "suppression",
            ]
        ),
        ("email", "open_tracking", granted),
        ("sms", "marketing", ["can_receive_sms_marketing"] + texted),
        ("sms", "transactional", ["can_receive_sms_transactional"] + texted),
        ("mobile_push", "marketing", ["can_receive_push_marketing", "consent", "consent_timestamp"]),
        ("whatsapp", "marketing", granted + ["phone_number"]),
        ("whatsapp", "transactional", granted + ["phone_number"]),
        ("whatsapp", "conversational", granted + ["phone_number"]),
    ]
}
