/// How much a definition may hold; docs/segments.md lists it.
public enum DefinitionLimits {
    /// Tests in all, as in Klaviyo.
    public static let tests = 100
    /// Groups of conditions.
    public static let groups = 100
    /// How deep conditions may stand in each other.
    public static let depth = 16
    /// Values of `in`, and of what a list contains.
    public static let values = 500
    /// Lists and segments of one condition.
    public static let members = 100
    /// Filters of what events of one metric say, as in Klaviyo.
    public static let eventFilters = 10
    /// Steps of a funnel.
    public static let steps = 10
    /// Filters of one condition on consent.
    public static let consentFilters = 10
    /// Bytes of a text that is compared.
    public static let textBytes = 4_000
    /// Kilometers or miles.
    public static let distance = 25_000
    /// Faults that are told at once.
    public static let faults = 20
}
