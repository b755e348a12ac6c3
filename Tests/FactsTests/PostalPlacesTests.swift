import Facts
import Testing

@Suite("Where postal codes are")
struct PostalPlacesTests {
    private func at(_ latitude: Double, _ longitude: Double) throws -> Coordinates {
        try #require(Coordinates(latitude: latitude, longitude: longitude))
    }

    @Test("Distances as published: a degree on the equator, Paris to Warsaw, over the date line, pole to pole")
    func distances() throws {
        #expect(abs(try at(0, 0).kilometers(to: try at(0, 1)) - 111.195) < 0.001)
        #expect(abs(try at(48.8566, 2.3522).kilometers(to: try at(52.2297, 21.0122)) - 1_367) < 2)
        #expect(abs(try at(0, 179.5).kilometers(to: try at(0, -179.5)) - 111.195) < 0.001)
        #expect(abs(try at(90, 0).kilometers(to: try at(-90, 77)) - 20_015.115) < 0.01)
        #expect(try at(52.2, 21).kilometers(to: try at(52.2, 21)) == 0)
        #expect(Coordinates(latitude: 91, longitude: 0) == nil && Coordinates(latitude: .nan, longitude: 0) == nil)
    }

    @Test("Codes are found as people write them, without their zeros, and by the part that is known")
    func codes() throws {
        var collector = PostalPlaces.Collector()
        for (country, code) in [
            ("PL", "00-950"), ("US", "02116"), ("US", "10001"), ("GB", "SW1A"), ("GB", "M1"), ("CA", "K1A"), ("NL", "1011"),
            ("FR", "01000"),
        ] {
            #expect(collector.add(code, in: country, try at(10, 20)))
        }
        let places = collector.places
        for (country, code) in [
            ("PL", "00-950"), ("PL", "00950"), ("PL", "950"), ("US", "2116"), ("US", "10001-1234"), ("GB", "sw1a 1aa"), ("GB", "M1 1AE"),
            ("CA", "K1A 0B1"), ("NL", "1011 AB"), ("FR", "1000"), ("FR", " 01000 "),
        ] {
            #expect(places.place(code, in: country) == Coordinates(latitude: 10, longitude: 20), "\(country) \(code)")
        }
        for (country, code) in [("PL", "00-951"), ("DE", "00950"), ("GB", "SW1"), ("GB", "1AA"), ("FR", ""), ("FR", "ééé"), ("US", "1")] {
            #expect(places.place(code, in: country) == nil, "\(country) \(code)")
        }
        #expect(places.codes == ["CA", "FR", "GB", "NL", "PL", "US"] && places.count == 8 && places.count(of: "US") == 2)
    }

    @Test("A code of several villages is in their middle, also over the date line")
    func middle() throws {
        var collector = PostalPlaces.Collector()
        for (code, country, place) in [
            ("1", "DE", try at(50, 10)), ("1", "DE", try at(50, 12)), ("2", "FJ", try at(0, 179)), ("2", "FJ", try at(0, -179)),
        ] {
            let isTaken = collector.add(code, in: country, place)
            #expect(isTaken)
        }
        let german = try #require(collector.places.place("1", in: "DE"))
        #expect(abs(german.longitude - 11) < 0.001 && abs(german.latitude - 50) < 0.01)
        #expect(try #require(collector.places.place("2", in: "FJ")).longitude.magnitude == 180)
    }
}
