public import Facts
import JSON
import Journal
import Population

extension PostalPlaces {
    /// Under which settings the journal keeps them, a country each: `places.FR`.
    static let settingPrefix = "places."

    /// What a journal knows.
    static func stored(in journal: Journal) throws(JournalError) -> PostalPlaces {
        var places = PostalPlaces()
        for (key, value) in try journal.settings() where key.hasPrefix(settingPrefix) {
            places.read(value, of: String(key.dropFirst(settingPrefix.count)))
        }
        return places
    }

    /// The codes of a country as JSON: code, latitude, longitude, code, latitude, longitude ...
    func json(of country: String) -> String {
        var writer = JSONWriter()
        writer.array { list in
            for place in places(of: country) {
                list.string(place.code)
                list.double(place.at.latitude)
                list.double(place.at.longitude)
            }
        }
        return writer.text
    }

    private mutating func read(_ json: String, of country: String) {
        guard let document = try? JSONDocument(Array(json.utf8), limits: JSONLimits(size: json.utf8.count)) else { return }
        var places: [(code: String, at: Coordinates)] = []
        var (code, latitude) = ("", Double?.none)
        for element in document.root.elements {
            if let text = element.string {
                code = text
                latitude = nil
            } else if let north = latitude {
                if let east = element.double, let at = Coordinates(latitude: north, longitude: east) { places.append((code, at)) }
            } else {
                latitude = element.double
            }
        }
        set(places, of: country)
    }
}

extension Shop {
    /// Where postal codes are, as somebody loaded them.
    public var postalPlaces: PostalPlaces { read { $0.places } }

    /// Takes the postal codes of some countries, in place of those that are known of these.
    public func load(_ places: PostalPlaces, by who: String) async throws(IntakeError) {
        var all = postalPlaces
        all.replace(by: places)
        guard all.count <= PostalPlaces.most else {
            throw .invalid(pointer: "", detail: "At most \(PostalPlaces.most) postal codes are kept; these would be \(all.count).")
        }
        let texts = places.codes.map { (country: $0, json: places.json(of: $0)) }
        let weight = texts.reduce(0) { $0 + $1.json.utf8.count }
        try await write(weight: weight) { (intake) throws(IntakeError) in
            for (country, json) in texts {
                intake.write(
                    .setting(SettingChange(key: PostalPlaces.settingPrefix + country, value: json, at: intake.now, who: who)))
                intake.audit(
                    "postal-codes.load", "country", country, by: who, detail: "{\"postal_codes\":\(places.count(of: country))}")
            }
        }
        population.write { $0.places = all }
        segments.definitionsChanged()
        segments.settingsChanged()
    }
}
