import Facts
import JSON
import Segments

/// How far from a postal code somebody lives: by the postal code and country of the address where they are known, else by its coordinates.
struct DistanceOfProfile: SegmentTest {
    let center: Coordinates
    let test: DistanceTest
    var cost: Double { 40 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool { isMeant(home(row, view)) }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .distance(home(row, view).map { center.kilometers(to: $0) }) }

    private func home(_ row: Int, _ view: SegmentView) -> Coordinates? {
        let standard = view.population.standard
        let place = Place(zip: standard.code("location.zip", row: row), country: standard.code("location.country", row: row))
        return located(place, view) ?? coordinates(row, view)
    }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        let standard = view.population.standard
        guard let zips = standard.column("location.zip"), let countries = standard.column("location.country") else {
            return some.filtered { isMeant(coordinates($0, view)) }
        }
        // Each pair of code and country is looked up once, however many live there.
        var known: [Place: Coordinates?] = [:]
        return some.filtered { row in
            let place = Place(zip: zips[row], country: countries[row])
            guard place.zip != 0, place.country != 0 else { return isMeant(coordinates(row, view)) }
            if let found = known[place] { return isMeant(found ?? coordinates(row, view)) }
            let found = located(place, view)
            known[place] = .some(found)
            return isMeant(found ?? coordinates(row, view))
        }
    }

    /// The numbers of values that an address has.
    private struct Place: Hashable {
        var zip: UInt32
        var country: UInt32
    }

    private func located(_ place: Place, _ view: SegmentView) -> Coordinates? {
        guard place.zip != 0, place.country != 0, let country = value(place.country, view)?.string, let code = value(place.zip, view) else {
            return nil
        }
        guard let text = code.string ?? code.int.map({ String($0) }) else { return nil }
        return view.population.places.place(text, in: Countries.code(country))
    }

    private func coordinates(_ row: Int, _ view: SegmentView) -> Coordinates? {
        let standard = view.population.standard
        guard let latitude = degrees(standard.code("location.latitude", row: row), view),
            let longitude = degrees(standard.code("location.longitude", row: row), view)
        else { return nil }
        return Coordinates(latitude: latitude, longitude: longitude)
    }

    private func degrees(_ code: UInt32, _ view: SegmentView) -> Double? {
        value(code, view).flatMap { $0.double ?? $0.string.flatMap { Double($0) } }
    }

    private func value(_ code: UInt32, _ view: SegmentView) -> JSONValue? {
        code == 0 ? nil : (try? JSONDocument(view.population.values.json(code)))?.root
    }

    /// Whether a place is near or far enough; whose place is not known is neither.
    private func isMeant(_ place: Coordinates?) -> Bool {
        guard let place else { return false }
        let distance = center.kilometers(to: place)
        return test.isFarther ? distance > test.kilometers : distance < test.kilometers
    }
}
