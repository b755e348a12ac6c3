import Population

/// What a shop has no room for. Names in it are from outside.
public enum ShopLimit: Sendable, Equatable {
    case metrics(most: Int, another: String)
    case profiles
    case properties(most: Int, another: String)
    /// Custom properties that come without a key.
    case propertiesFromBrowsers(most: Int, another: String)
    /// The different values of all profiles together.
    case propertyValues(mostBytes: Int)
    /// One list of values that grows.
    case propertyList(bytes: Int, mostBytes: Int)

    /// In English, as the API and the commands say it.
    public var detail: String {
        switch self {
        case .metrics(let most, let name):
            "There are \(most) metrics, the most that a shop may have. \"\(name.prefix(100))\" would be another."
        case .profiles: "There is no room for another profile."
        case .properties(let most, let name):
            "There are \(most) custom properties, the most that a shop may have. \"\(name.prefix(100))\" would be another."
        case .propertiesFromBrowsers(let most, let name):
            "There are \(most) custom properties. More can be made only by whoever has a key. \"\(name.prefix(100))\" would be another."
        case .propertyValues(let most): "The different values of all profiles take \(most) bytes, the most that a shop may have."
        case .propertyList(let bytes, let most): "The list would have \(bytes) bytes; at most \(most) are kept."
        }
    }
}

extension Shop {
    /// The names of all metrics.
    public var metricNames: Set<String> { read { Set($0.allMetrics.map(\.name)) } }

    /// The most metrics that a shop may have.
    public static var mostMetrics: Int { Intake.mostMetrics }
}
