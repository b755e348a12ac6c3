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

    /// The codes of countries that are written out, by their names in lower case.
    public static let countryNames: [String: String] = [
        "austria": "AT", "belgium": "BE", "bulgaria": "BG", "croatia": "HR", "cyprus": "CY", "czechia": "CZ", "czech republic": "CZ",
        "denmark": "DK", "estonia": "EE", "finland": "FI", "france": "FR", "germany": "DE", "greece": "GR", "hungary": "HU",
        "ireland": "IE", "italy": "IT", "latvia": "LV", "lithuania": "LT", "luxembourg": "LU", "malta": "MT", "netherlands": "NL",
        "the netherlands": "NL", "poland": "PL", "portugal": "PT", "romania": "RO", "slovakia": "SK", "slovenia": "SI", "spain": "ES",
        "sweden": "SE", "united states": "US", "united states of america": "US", "usa": "US",
    ]
}
