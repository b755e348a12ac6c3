/// Countries as addresses name them.
public enum Countries {
    /// The codes by English names in lower case, of those that are understood.
    public static let names: [String: String] = [
        "austria": "AT", "belgium": "BE", "bulgaria": "BG", "canada": "CA", "croatia": "HR", "cyprus": "CY", "czechia": "CZ",
        "czech republic": "CZ", "denmark": "DK", "estonia": "EE", "finland": "FI", "france": "FR", "germany": "DE", "greece": "GR",
        "hungary": "HU", "ireland": "IE", "italy": "IT", "latvia": "LV", "lithuania": "LT", "luxembourg": "LU", "malta": "MT",
        "netherlands": "NL", "the netherlands": "NL", "poland": "PL", "portugal": "PT", "romania": "RO", "slovakia": "SK",
        "slovenia": "SI", "spain": "ES", "sweden": "SE", "united kingdom": "GB", "great britain": "GB", "uk": "GB", "norway": "NO",
        "switzerland": "CH", "united states": "US", "united states of america": "US", "usa": "US",
    ]

    /// The code of a country, ISO 3166 alpha-2, of its code or English name; of what is neither, itself in upper case.
    public static func code(_ text: String) -> String { names[text.lowercased()] ?? text.uppercased() }
}
