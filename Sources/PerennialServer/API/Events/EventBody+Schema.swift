extension EventBody {
    /// What an event's attributes look like, without whose it is.
    static let schema: [Schema.Property] = [
        .init("properties", .anyObject, isRequired: true),
        .init("time", .string(format: .instant)),
        .init("value", .number(least: -largestValue, most: largestValue)),
        .init("value_currency", .string(format: .currency)),
        .init("unique_id", .string(longest: 1_024, shortest: 1)),
        .init("backfill", .bool),
        .init(
            "metric",
            .document(
                .object([
                    .init("type", .oneOf(["metric"]), isRequired: true),
                    .init(
                        "attributes",
                        .object([
                            .init("name", .string(longest: 128, shortest: 1), isRequired: true),
                            .init("service", .string(longest: 64, shortest: 1)),
                        ]), isRequired: true),
                ])), isRequired: true),
    ]
}
