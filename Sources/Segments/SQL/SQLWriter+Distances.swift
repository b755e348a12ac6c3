import Facts

extension SQLWriter {
    /// How far from a postal code somebody lives, by their own postal code, else by the coordinates of the address. The same as
    /// ``Coordinates/kilometers(to:)`` over the same places.
    mutating func distance(_ test: DistanceTest) -> SQLText {
        let codes = postalCodes
        let homes = part(
            "SELECT p.profile_id, \(Self.country("p.country")) AS country, \(code("p.zip")) AS code, p.latitude, p.longitude FROM profiles p"
        )
        let own = found(homes, among: codes, id: "profile_id")
        let center = part("SELECT 1 AS id, \(text: Countries.code(test.country)) AS country, \(code("\(text: test.postalCode)")) AS code")
        let middle = found(center, among: codes, id: "id")
        let places = part(
            "SELECT h.profile_id, COALESCE(f.latitude, h.latitude) AS latitude, COALESCE(f.longitude, h.longitude) AS longitude FROM \(homes) h LEFT JOIN \(own) f ON f.profile_id = h.profile_id WHERE f.latitude IS NOT NULL OR (abs(h.latitude) <= 90 AND abs(h.longitude) <= 180)"
        )
        let sine = { (of: SQLText) -> SQLText in "sin((h.\(of) - c.\(of)) * \(number: .pi / 180) / 2)" }
        let cosines: SQLText = "cos(c.latitude * \(number: .pi / 180)) * cos(h.latitude * \(number: .pi / 180))"
        let haversine: SQLText = "\(sine("latitude")) * \(sine("latitude")) + \(cosines) * \(sine("longitude")) * \(sine("longitude"))"
        let kilometers: SQLText = "\(number: 2 * Coordinates.earthKilometers) * asin(LEAST(1e0, sqrt(\(haversine))))"
        let table = join(
            "SELECT h.profile_id FROM \(places) h CROSS JOIN \(middle) c WHERE \(kilometers) \(test.isFarther ? ">" : "<") \(number: test.kilometers)"
        )
        return "\(table).profile_id IS NOT NULL"
    }

    /// The places, and how many digits all codes of a country have where all are of as many.
    private var postalCodes: SQLText {
        let isDigits: SQLText = isWhole("postal_code", "[0-9]+")
        return
            "(SELECT country, postal_code, latitude, longitude, CASE WHEN MIN(CASE WHEN \(isDigits) THEN length(postal_code) ELSE 0 END) OVER (PARTITION BY country) = MAX(length(postal_code)) OVER (PARTITION BY country) THEN length(postal_code) END AS digits FROM postal_codes)"
    }

    /// Where codes are: as they are written, with the zeros that a spreadsheet took away, or the part of them that is known.
    private mutating func found(_ some: SQLText, among codes: SQLText, id: SQLText) -> SQLText {
        let padded: SQLText =
            "n.digits IS NOT NULL AND \(isWhole("h.code", "[0-9]+")) AND length(h.code) < n.digits AND n.postal_code = lpad(h.code, CAST(n.digits AS INT), '0')"
        let part: SQLText =
            "n.postal_code = (CASE WHEN h.country IN ('GB', 'GG', 'IM', 'JE') AND length(h.code) > 3 THEN substr(h.code, 1, length(h.code) - 3) WHEN h.country IN ('CA', 'IE') AND length(h.code) > 3 THEN substr(h.code, 1, 3) WHEN h.country = 'NL' AND length(h.code) > 4 THEN substr(h.code, 1, 4) WHEN h.country = 'US' AND length(h.code) > 5 THEN substr(h.code, 1, 5) END)"
        let rank: SQLText = "CASE WHEN n.postal_code = h.code THEN 1 WHEN \(padded) THEN 2 WHEN \(part) THEN 3 END"
        let ranked = self.part(
            "SELECT h.\(id), n.latitude, n.longitude, ROW_NUMBER() OVER (PARTITION BY h.\(id) ORDER BY \(rank)) AS place FROM \(some) h JOIN \(codes) n ON n.country = h.country AND (n.postal_code = h.code OR (\(padded)) OR \(part))"
        )
        return self.part("SELECT r.\(id), r.latitude, r.longitude FROM \(ranked) r WHERE r.place = 1")
    }

    /// A country's code of its code or English name; see ``Countries/code(_:)``.
    private static func country(_ column: SQLText) -> SQLText {
        let byCode = Dictionary(grouping: Countries.names.keys) { Countries.names[$0] ?? "" }
        let cases = byCode.keys.sorted().map { code -> SQLText in
            "WHEN LOWER(\(column)) IN (\(SQLText.list(byCode[code, default: []].sorted()))) THEN \(text: code)"
        }
        return "(CASE \(SQLText.joined(cases, by: " ")) ELSE UPPER(\(column)) END)"
    }

    /// A postal code without spaces, points and hyphens, in upper case; unknown where it is none.
    private func code(_ text: SQLText) -> SQLText {
        let bare: SQLText =
            switch dialect {
            case .duckdb: "regexp_replace(\(text), \(text: "[ .\t-]"), '', 'g')"
            case .spark: "regexp_replace(\(text), \(text: "[ .\t-]"), '')"
            }
        return "(CASE WHEN \(isWhole(bare, "[A-Za-z0-9]{1,12}")) THEN UPPER(\(bare)) END)"
    }
}
