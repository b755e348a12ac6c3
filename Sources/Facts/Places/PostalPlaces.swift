import Foundation

/// Where postal codes are, country by country: 16 bytes each.
public struct PostalPlaces: Sendable, Equatable {
    /// The codes of a country in order, with where they are in ten thousandths of a degree: eleven metres, far less than what a code covers.
    struct Country: Sendable, Equatable {
        var numbers: [UInt64] = []
        var latitudes: [Int32] = []
        var longitudes: [Int32] = []
        /// How many digits all codes have; `nil` where they differ or have letters.
        var digits: Int?
    }

    /// The most codes that are kept of a country.
    public static let mostOfCountry = 200_000
    /// The most that are kept of all.
    public static let most = 1_000_000

    private(set) var countries: [String: Country] = [:]

    /// Nothing known.
    public init() {}

    /// The countries, ISO 3166 alpha-2, in order.
    public var codes: [String] { countries.keys.sorted() }

    /// How many codes are known of a country.
    public func count(of country: String) -> Int { countries[country]?.numbers.count ?? 0 }

    /// How many codes are known.
    public var count: Int { countries.values.reduce(0) { $0 + $1.numbers.count } }

    /// Takes what another knows of its countries in place of what is known of them.
    public mutating func replace(by other: PostalPlaces) { countries.merge(other.countries) { $1 } }

    /// Takes the codes of a country, in place of those that are known; in any order, each once.
    public mutating func set(_ places: [(code: String, at: Coordinates)], of country: String) {
        var known: [(code: PostalCode, at: Coordinates)] = []
        for place in places { if let code = PostalCode(place.code) { known.append((code, place.at)) } }
        known.sort { $0.code.number < $1.code.number }
        var made = Country()
        for place in known where place.code.number != made.numbers.last {
            made.numbers.append(place.code.number)
            made.latitudes.append(Int32((place.at.latitude * 10_000).rounded()))
            made.longitudes.append(Int32((place.at.longitude * 10_000).rounded()))
        }
        let lengths = Set(known.map { $0.code.isOfDigits ? $0.code.bytes.count : 0 })
        made.digits = lengths.count == 1 && lengths != [0] ? lengths.first : nil
        countries[country] = made
    }

    /// Where a code is: as it is written, with the zeros that a spreadsheet took away, or the part of it that is known. `nil` where it is not known.
    public func place(_ text: some StringProtocol, in country: String) -> Coordinates? {
        guard let known = countries[country], let code = PostalCode(text) else { return nil }
        return known.place(code) ?? known.digits.flatMap { code.padded(to: $0) }.flatMap { known.place($0) }
            ?? code.part(in: country).flatMap { known.place($0) }
    }

    /// The codes of a country, in order.
    public func places(of country: String) -> [(code: String, at: Coordinates)] {
        guard let known = countries[country] else { return [] }
        return known.numbers.indices.compactMap { row in known.at(row).map { (PostalCode(number: known.numbers[row]).text, $0) } }
    }
}

extension PostalPlaces.Country {
    func place(_ code: PostalCode) -> Coordinates? {
        let number = code.number
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? at(low) : nil
    }

    func at(_ row: Int) -> Coordinates? {
        Coordinates(latitude: Double(latitudes[row]) / 10_000, longitude: Double(longitudes[row]) / 10_000)
    }
}

extension PostalPlaces {
    /// Collects the places of a file, in which a code may stand often: once for each village that has it. The code is then in their middle.
    public struct Collector {
        private var sums: [String: [PostalCode: (x: Double, y: Double, z: Double)]] = [:]

        /// Nothing collected.
        public init() {}

        /// Takes a place; `false` where its code is none.
        public mutating func add(_ code: some StringProtocol, in country: String, _ at: Coordinates) -> Bool {
            guard let code = PostalCode(code) else { return false }
            let radians = Double.pi / 180
            let (x, y) = (
                cos(at.latitude * radians) * cos(at.longitude * radians), cos(at.latitude * radians) * sin(at.longitude * radians)
            )
            let before = sums[country]?[code] ?? (0, 0, 0)
            sums[country, default: [:]][code] = (before.x + x, before.y + y, before.z + sin(at.latitude * radians))
            return true
        }

        /// What was collected.
        public var places: PostalPlaces {
            var places = PostalPlaces()
            for (country, codes) in sums {
                let degrees = 180 / Double.pi
                let middles = codes.compactMap { code, sum -> (code: String, at: Coordinates)? in
                    let latitude = atan2(sum.z, (sum.x * sum.x + sum.y * sum.y).squareRoot()) * degrees
                    return Coordinates(latitude: latitude, longitude: atan2(sum.y, sum.x) * degrees).map { (code.text, $0) }
                }
                places.set(middles, of: country)
            }
            return places
        }
    }
}
