extension Region {
    /// The countries of a part of the world, ISO 3166 alpha-2.
    public var countries: Set<String> {
        switch self {
        case .europeanUnion: Self.union
        case .unitedStates: ["US"]
        }
    }

    private static let union: Set<String> = [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT",
        "RO", "SK", "SI", "ES", "SE",
    ]
}
