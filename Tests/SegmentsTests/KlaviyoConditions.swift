/// Examples of every condition in Klaviyo's OpenAPI document (revision 2026-07-15), with each value that it lists.
enum KlaviyoConditions {
    static let all: [String] = profiles + events + memberships + predictions + consents

    static let profiles: [String] =
        KlaviyoFilters.property.map { #"{"type":"profile-property","property":"properties['Favorite Color']","filter":\#($0)}"# }
        + [
            #"{"type":"profile-region","in_region":true,"region":"european_union"}"#,
            #"{"type":"profile-region","in_region":false,"region":"united_states"}"#,
        ]
        + ["kilometers", "miles"].flatMap { unit in
            ["greater-than", "less-than"].flatMap { name in
                ["10", "2.5"].map {
                    #"{"type":"profile-postal-code-distance","country_code":"US","postal_code":"02110","unit":"\#(unit)","#
                        + #""filter":{"type":"numeric","operator":"\#(name)","value":\#($0)}}"#
                }
            }
        }

    static let events: [String] =
        ["count", "sum"].flatMap { measurement in
            KlaviyoFilters.metricFrames.map { metric(measurement, KlaviyoFilters.numeric[0], $0) }
                + KlaviyoFilters.numeric.map { metric(measurement, $0, KlaviyoFilters.allTime[0]) }
        }
        + KlaviyoFilters.eventProperty.map {
            metric("count", KlaviyoFilters.numeric[0], KlaviyoFilters.allTime[0], #"[{"property":"source","filter":\#($0)}]"#)
        }
        + (KlaviyoFilters.staticRange + KlaviyoFilters.relativeRange + KlaviyoFilters.relative).map { funnel($0, #""DAYS_1""#) }
        + ["DAYS_1", "DAYS_180", "DAYS_3", "DAYS_30", "DAYS_5", "DAYS_90", "HOURS_1", "WEEKS_1", "YEARS_1"].map {
            funnel(KlaviyoFilters.staticRange[0], #""\#($0)""#)
        } + [funnel(KlaviyoFilters.staticRange[0], "null")]

    private static func metric(_ measurement: String, _ filter: String, _ frame: String, _ properties: String = "[]") -> String {
        #"{"type":"profile-metric","metric_id":"UMTLbD","measurement":"\#(measurement)","measurement_filter":\#(filter),"#
            + #""timeframe_filter":\#(frame),"metric_filters":\#(properties)}"#
    }

    private static func funnel(_ frame: String, _ window: String) -> String {
        #"{"type":"profile-metric-funnel","timeframe_filter":\#(frame),"completion_window_seconds":\#(window),"steps":["#
            + #"{"metric_exists":true,"metric_id":"A","metric_filters":[{"property":"x","filter":\#(KlaviyoFilters.string[0])}]},"#
            + #"{"metric_exists":false,"metric_id":"B"}]}"#
    }

    static let memberships: [String] =
        (KlaviyoFilters.staticDate + KlaviyoFilters.staticRange + KlaviyoFilters.relative + KlaviyoFilters.relativeRange).map {
            #"{"type":"profile-group-membership","is_member":true,"group_ids":["Y6nRLr"],"timeframe_filter":\#($0)}"#
        } + [
            #"{"type":"profile-group-membership","is_member":true,"group_ids":["Y6nRLr","Z"]}"#,
            #"{"type":"profile-group-membership","is_member":false,"group_ids":["Y6nRLr"]}"#,
        ]

    static let predictions: [String] =
        [
            "average_days_between_orders", "average_order_value", "churn_probability", "historic_clv", "historic_number_of_orders",
            "predicted_clv", "predicted_number_of_orders", "total_clv",
        ].flatMap { dimension in KlaviyoFilters.numeric.map { predicted(dimension, $0) } }
        + KlaviyoFilters.dates.map { predicted("expected_date_of_next_purchase", $0) }

    private static func predicted(_ dimension: String, _ filter: String) -> String {
        #"{"type":"profile-predictive-analytics","dimension":"\#(dimension)","filter":\#(filter)}"#
    }

    // MARK: Consent

    static let consents: [String] =
        [consent("email", true, "any", "null"), consent("email", true, "never_subscribed", "null")]
        + emailFilters.map { consent("email", true, "subscribed", "[\($0)]") }
        + (["any", "unsubscribed", "never_subscribed", "subscribed"].flatMap { subscription in
            deadAddresses.map { consent("email", false, subscription, "[\($0)]") }
        })
        + (statusDates + methods(emailGone)).map { consent("email", false, "unsubscribed", "[\($0)]") }
        + (statusDates + methods(smsGiven) + [shopify]).map { consent("sms", true, "subscribed", "[\($0)]") }
        + [consent("sms", false, "any"), consent("sms", false, "never_subscribed")]
        + (statusDates + methods(smsGone) + [shopify]).map { consent("sms", false, "unsubscribed", "[\($0)]") }
        + statusDates.map { consent("push", true, "any", "[\($0)]") } + [consent("push", true, "any"), consent("push", false, "any")]

    private static func consent(_ channel: String, _ can: Bool, _ subscription: String, _ filters: String? = nil) -> String {
        let filters = filters.map { #","filters":\#($0)"# } ?? ""
        return #"{"type":"profile-marketing-consent","consent":{"channel":"\#(channel)","can_receive_marketing":\#(can),"#
            + #""consent_status":{"subscription":"\#(subscription)"\#(filters)}}}"#
    }

    private static let statusDates: [String] = KlaviyoFilters.dates.map { #"{"field":"status_date","filter":\#($0)}"# }
    private static let deadAddresses: [String] = ["bounce_date", "manual_suppression_date", "invalid_email_date"].flatMap { field in
        (KlaviyoFilters.dates + [KlaviyoFilters.existence[0]]).map { #"{"field":"\#(field)","filter":\#($0)}"# }
    }
    private static let shopify =
        #"{"field":"method","method":"integration","filter":{"type":"string","operator":"in","value":["shopify"]}}"#
    private static let emailFilters: [String] =
        statusDates + methods(emailGiven) + [shopify]
        + KlaviyoFilters.boolean.map { #"{"field":"is_double_opt_in","filter":\#($0)}"# }
        + [#"{"field":"custom_source","filter":{"type":"string","operator":"equals","value":"Spring fair"}}"#]
        + [#"{"field":"method","method":"preference_page","filter":{"type":"string","operator":"equals","value":"x"}}"#]
        + ["form", "api", "manual_import", "manual_add"].map {
            #"{"field":"method","method":"\#($0)","filter":{"type":"string","operator":"in","value":["a","b"]}}"#
        }

    private static func methods(_ names: [String]) -> [String] { names.map { #"{"field":"method","method":"\#($0)"}"# } }

    private static let emailGiven = [
        "form", "preference_page", "api", "inbound_message", "back_in_stock", "sftp", "manual_import", "manual_add",
    ]
    private static let emailGone = [
        "api", "inbound_message", "preference_page", "manual_remove", "spam_complaint", "mailbox_provider", "one_click_unsubscribe",
        "manual_import", "sftp", "data_warehouse_import", "profile_modification", "integration",
    ]
    private static let smsGiven = ["form", "manual_import", "manual_add", "checkout", "inbound_message", "preference_page", "sftp"]
    private static let smsGone =
        smsGiven + [
            "manual_remove", "bulk_remove", "carrier_deactivation", "provided_landline", "message_blocked", "provided_no_age",
            "failed_age_gate",
        ]
}
