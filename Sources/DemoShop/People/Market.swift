import Facts

/// A country from which people order.
struct Market {
    /// ISO 3166: `FR`.
    let code: String
    /// Its name in English.
    let country: String
    /// How many of a hundred customers live there.
    let share: Double
    /// BCP 47, with how often each is spoken.
    let locales: [(tag: String, weight: Double)]
    /// IANA.
    let timeZone: String
    /// Hours to add to Paris.
    let hoursFromParis: Int
    /// The currency of the country.
    let currency: Currency
    /// Units of it for one euro, for the labels of the shop; EUR: 1.
    let rate: Double
    /// How many pay in it instead of in euros.
    let paysLocally: Double
    /// What sending costs, in cents of a euro, and from which sum it costs nothing.
    let shipping: (cents: Int64, freeFromCents: Int64)
    /// Where people live.
    let cities: [City]
}

/// A city in which customers live.
struct City {
    /// As it is written there.
    let name: String
    /// Region, Land, voivodeship or state.
    let region: String
    /// Some of its postal codes.
    let zips: [String]
    /// Degrees north and east.
    let latitude: Double
    let longitude: Double
    /// How many live there beside the others of the country.
    let weight: Double
    /// The beginning of phone numbers for fiction, and how many digits follow; empty where none are known.
    let phone: PhoneRange?
    /// The boutique that the shop has there.
    let boutique: String?

    init(
        _ name: String, _ region: String, _ zips: [String], _ latitude: Double, _ longitude: Double, _ weight: Double,
        phone: PhoneRange? = nil, boutique: String? = nil
    ) {
        self.name = name
        self.region = region
        self.zips = zips
        self.latitude = latitude
        self.longitude = longitude
        self.weight = weight
        self.phone = phone
        self.boutique = boutique
    }
}

extension Market {
    /// The countries, the shop's own first.
    static let all: [Market] = [france, germany, poland, netherlands, belgium, spain, italy, britain, america]

    /// Running sums of the shares.
    static let shares: [Double] = all.map(\.share).runningSums
    /// The same of those in which the shop sells on marketplaces too.
    static let marketplaceShares: [Double] = all.map { ["FR", "DE", "IT", "ES"].contains($0.code) ? $0.share : 0 }.runningSums
    /// Running sums of the cities' weights, by market.
    static let cityWeights: [[Double]] = all.map { $0.cities.map(\.weight).runningSums }

    private static func currency(_ code: String) -> Currency { Currency(code: code) ?? .none }

    private static let france = Market(
        code: "FR", country: "France", share: 46, locales: [("fr-FR", 1)], timeZone: "Europe/Paris", hoursFromParis: 0,
        currency: DemoShop.euro, rate: 1, paysLocally: 0, shipping: (490, 5_500),
        cities: [
            City(
                "Paris", "Île-de-France", ["75003", "75010", "75011", "75015", "75020"], 48.8566, 2.3522, 24, phone: .french,
                boutique: "Paris"),
            City("Lyon", "Auvergne-Rhône-Alpes", ["69001", "69003", "69007"], 45.7640, 4.8357, 17, phone: .french, boutique: "Lyon"),
            City("Marseille", "Provence-Alpes-Côte d'Azur", ["13001", "13006"], 43.2965, 5.3698, 8, phone: .french),
            City("Toulouse", "Occitanie", ["31000", "31400"], 43.6047, 1.4442, 7, phone: .french),
            City("Nantes", "Pays de la Loire", ["44000", "44300"], 47.2184, -1.5536, 6, phone: .french),
            City("Bordeaux", "Nouvelle-Aquitaine", ["33000", "33800"], 44.8378, -0.5792, 6, phone: .french),
            City("Lille", "Hauts-de-France", ["59000", "59800"], 50.6292, 3.0573, 6, phone: .french),
            City("Strasbourg", "Grand Est", ["67000", "67100"], 48.5734, 7.7521, 5, phone: .french),
            City("Rennes", "Bretagne", ["35000", "35200"], 48.1173, -1.6778, 5, phone: .french),
            City("Annecy", "Auvergne-Rhône-Alpes", ["74000"], 45.8992, 6.1294, 4, phone: .french),
            City("Saint-Étienne", "Auvergne-Rhône-Alpes", ["42000"], 45.4397, 4.3872, 3, phone: .french),
            City("L'Haÿ-les-Roses", "Île-de-France", ["94240"], 48.7790, 2.3374, 2, phone: .french),
        ])

    private static let germany = Market(
        code: "DE", country: "Germany", share: 15, locales: [("de-DE", 0.94), ("en-GB", 0.06)], timeZone: "Europe/Berlin",
        hoursFromParis: 0,
        currency: DemoShop.euro, rate: 1, paysLocally: 0, shipping: (790, 7_500),
        cities: [
            City("Berlin", "Berlin", ["10115", "10245", "12047"], 52.5200, 13.4050, 10, phone: .init("+493023125", 3)),
            City("Hamburg", "Hamburg", ["20095", "22303"], 53.5511, 9.9937, 6, phone: .init("+494066969", 3)),
            City("München", "Bayern", ["80331", "80797"], 48.1351, 11.5820, 6, phone: .init("+498999998", 3)),
            City("Köln", "Nordrhein-Westfalen", ["50667", "50823"], 50.9375, 6.9603, 5, phone: .init("+492214710", 3)),
            City("Frankfurt am Main", "Hessen", ["60311", "60316"], 50.1109, 8.6821, 4, phone: .init("+496990009", 3)),
            City("Freiburg im Breisgau", "Baden-Württemberg", ["79098"], 47.9990, 7.8421, 4),
            City("Saarbrücken", "Saarland", ["66111"], 49.2402, 6.9969, 3),
            City("Leipzig", "Sachsen", ["04109", "04275"], 51.3397, 12.3731, 3),
        ])

    private static let poland = Market(
        code: "PL", country: "Poland", share: 11, locales: [("pl-PL", 1)], timeZone: "Europe/Warsaw", hoursFromParis: 0,
        currency: currency("PLN"), rate: 4.3, paysLocally: 0.02, shipping: (690, 7_500),
        cities: [
            City("Warszawa", "mazowieckie", ["00-543", "02-511", "03-921"], 52.2297, 21.0122, 10),
            City("Kraków", "małopolskie", ["31-042", "30-314"], 50.0647, 19.9450, 7),
            City("Wrocław", "dolnośląskie", ["50-078", "53-330"], 51.1079, 17.0385, 5),
            City("Gdańsk", "pomorskie", ["80-254", "80-827"], 54.3520, 18.6466, 4),
            City("Poznań", "wielkopolskie", ["60-101", "61-812"], 52.4064, 16.9252, 4),
            City("Łódź", "łódzkie", ["90-301"], 51.7592, 19.4560, 3),
            City("Katowice", "śląskie", ["40-001"], 50.2649, 19.0238, 2),
        ])

    private static let netherlands = Market(
        code: "NL", country: "Netherlands", share: 7, locales: [("nl-NL", 0.93), ("en-GB", 0.07)], timeZone: "Europe/Amsterdam",
        hoursFromParis: 0, currency: DemoShop.euro, rate: 1, paysLocally: 0, shipping: (690, 7_500),
        cities: [
            City("Amsterdam", "Noord-Holland", ["1012 AB", "1091 GR"], 52.3676, 4.9041, 8),
            City("Utrecht", "Utrecht", ["3511 LN"], 52.0907, 5.1214, 5), City("Rotterdam", "Zuid-Holland", ["3011 AD"], 51.9244, 4.4777, 4),
            City("'s-Hertogenbosch", "Noord-Brabant", ["5211 RG"], 51.6978, 5.3037, 2),
            City("Groningen", "Groningen", ["9712 HN"], 53.2194, 6.5665, 2),
        ])

    private static let belgium = Market(
        code: "BE", country: "Belgium", share: 6, locales: [("fr-BE", 0.55), ("nl-BE", 0.45)], timeZone: "Europe/Brussels",
        hoursFromParis: 0,
        currency: DemoShop.euro, rate: 1, paysLocally: 0, shipping: (590, 6_500),
        cities: [
            City("Bruxelles", "Bruxelles-Capitale", ["1000", "1050", "1190"], 50.8503, 4.3517, 8),
            City("Gent", "Oost-Vlaanderen", ["9000"], 51.0543, 3.7174, 4), City("Liège", "Liège", ["4000"], 50.6326, 5.5797, 4),
            City("Antwerpen", "Antwerpen", ["2000", "2018"], 51.2194, 4.4025, 4), City("Namur", "Namur", ["5000"], 50.4674, 4.8720, 2),
        ])

    private static let spain = Market(
        code: "ES", country: "Spain", share: 4.5, locales: [("es-ES", 1)], timeZone: "Europe/Madrid", hoursFromParis: 0,
        currency: DemoShop.euro, rate: 1, paysLocally: 0, shipping: (790, 7_500),
        cities: [
            City("Madrid", "Comunidad de Madrid", ["28004", "28012"], 40.4168, -3.7038, 6),
            City("Barcelona", "Cataluña", ["08001", "08012"], 41.3874, 2.1686, 6),
            City("Málaga", "Andalucía", ["29005"], 36.7213, -4.4214, 2), City("A Coruña", "Galicia", ["15001"], 43.3623, -8.4115, 1),
        ])

    private static let italy = Market(
        code: "IT", country: "Italy", share: 3.5, locales: [("it-IT", 1)], timeZone: "Europe/Rome", hoursFromParis: 0,
        currency: DemoShop.euro, rate: 1, paysLocally: 0, shipping: (790, 7_500),
        cities: [
            City("Milano", "Lombardia", ["20121", "20154"], 45.4642, 9.1900, 5), City("Torino", "Piemonte", ["10121"], 45.0703, 7.6869, 4),
            City("Bologna", "Emilia-Romagna", ["40121"], 44.4949, 11.3426, 2),
            City("Forlì", "Emilia-Romagna", ["47121"], 44.2227, 12.0407, 1),
        ])

    private static let britain = Market(
        code: "GB", country: "United Kingdom", share: 5.5, locales: [("en-GB", 1)], timeZone: "Europe/London", hoursFromParis: -1,
        currency: currency("GBP"), rate: 0.86, paysLocally: 0.06, shipping: (1_290, 12_000),
        cities: [
            City("London", "England", ["E2 8AA", "N16 8BX", "SE15 4QN"], 51.5074, -0.1278, 8, phone: .british),
            City("Edinburgh", "Scotland", ["EH6 6LX"], 55.9533, -3.1883, 3, phone: .british),
            City("Bristol", "England", ["BS6 5QA"], 51.4545, -2.5879, 3, phone: .british),
            City("Manchester", "England", ["M4 5JD"], 53.4808, -2.2426, 3, phone: .british),
        ])

    private static let america = Market(
        code: "US", country: "United States", share: 1.5, locales: [("en-US", 0.9), ("fr-FR", 0.1)], timeZone: "America/New_York",
        hoursFromParis: -6, currency: currency("USD"), rate: 1.08, paysLocally: 0.25, shipping: (1_690, 15_000),
        cities: [
            City("New York", "NY", ["10014", "11215"], 40.7128, -74.0060, 4, phone: .init("+121255501", 2)),
            City("Boston", "MA", ["02116"], 42.3601, -71.0589, 2, phone: .init("+161755501", 2)),
            City("Washington", "DC", ["20009"], 38.9072, -77.0369, 2, phone: .init("+120255501", 2)),
        ])
}
