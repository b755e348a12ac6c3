import Foundation
import Testing

@Suite("perennial places")
struct PlacesTests {
    /// Rows as GeoNames has them.
    private static let geoNames = """
        FR\t75001\tParis 01\tÎle-de-France\t11\tParis\t75\tParis\t751\t48.8592\t2.3417\t5
        FR\t78000\tVersailles\tÎle-de-France\t11\tYvelines\t78\tVersailles\t784\t48.8036\t2.1342\t5
        PL\t00-950\tWarszawa\tMazowieckie\t\t\t\t\t\t52.2298\t21.0118\t4

        """

    private static let people = """
        Email,Country,Zip Code
        paris@x.com,France,75001
        versailles@x.com,FR,78000
        warsaw@x.com,Poland,00-950
        nowhere@x.com,FR,99999
        silent@x.com,,

        """

    private static func near(_ country: String, _ code: String, _ unit: String, _ comparison: String, _ value: Int) -> String {
        """
        {"condition_groups":[{"conditions":[{"type":"profile-postal-code-distance","country_code":"\(country)","postal_code":"\(code)",
        "unit":"\(unit)","filter":{"type":"numeric","operator":"\(comparison)","value":\(value)}}]}]}
        """
    }

    @Test("Distances are measured from codes that were loaded, and refused with what to do from others")
    func measured() throws {
        try Program.withFolder { folder in
            let data = folder.path + "/data"
            func file(_ text: String, _ name: String) throws -> String {
                let url = folder.appendingPathComponent(name)
                try Data(text.utf8).write(to: url)
                return url.path
            }
            #expect(try Program.run(["import", "profiles", try file(Self.people, "p.csv"), "--data", data]).status == 0)
            func count(_ definition: String) throws -> (count: Int?, words: String) {
                let path = try file(definition, "near.json")
                let result = try Program.run(["segment", "evaluate", path, "--data", data, "--format", "json"])
                let rows = try? JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
                return (rows?.first?["count"] as? Int, result.words)
            }
            let refused = try count(Self.near("FR", "75001", "kilometers", "less-than", 20))
            #expect(refused.count == nil && refused.words.contains("perennial places load"), "\(refused.words)")
            let loaded = try Program.run(["places", "load", try file(Self.geoNames, "geo.txt"), "--data", data])
            #expect(loaded.status == 0 && loaded.words.contains("3 postal codes of 2 countries"), "\(loaded.words)")
            // Versailles is sixteen kilometres and a half from the Louvre: ten miles and a quarter.
            #expect(try count(Self.near("FR", "75001", "kilometers", "less-than", 20)).count == 2)
            #expect(try count(Self.near("FR", "75001", "kilometers", "less-than", 16)).count == 1)
            #expect(try count(Self.near("FR", "75001", "miles", "less-than", 11)).count == 2)
            #expect(try count(Self.near("FR", "75001", "miles", "less-than", 10)).count == 1)
            // Farther: whose place is not known is not far.
            #expect(try count(Self.near("FR", "75001", "kilometers", "greater-than", 100)).count == 1)
            #expect(try count(Self.near("PL", "00950", "kilometers", "less-than", 1)).count == 1)
            let unknown = try count(Self.near("FR", "11111", "kilometers", "less-than", 20))
            #expect(unknown.count == nil && unknown.words.contains("none of the 2 that are known of FR"), "\(unknown.words)")

            let csv = "country,postal_code,latitude,longitude\nFR,75001,43.3,5.4\nDE,10115,52.53,13.38\n"
            #expect(try Program.run(["places", "load", try file(csv, "c.csv"), "--country", "fr", "--data", data]).status == 0)
            let shown = try Program.run(["places", "show", "--data", data]).output
            #expect(shown.contains("FR") && shown.contains("PL") && !shown.contains("DE"), "\(shown)")
            // France was replaced as a whole.
            #expect(try count(Self.near("FR", "75001", "kilometers", "less-than", 20)).count == 1)
        }
    }

    @Test(
        "What is no file of postal codes is refused with its line",
        arguments: [
            ("a,b\n1,2\n", "line 1", "no file of postal codes"),
            ("country,postal_code,latitude,longitude\nFR,1,95,0\n", "line 2", "degrees"),
            ("country,postal_code,latitude,longitude\nFrance,1,45,0\n", "line 2", "two letters"),
            ("country,postal_code,latitude,longitude\nFR,é,45,0\n", "line 2", "letters and digits"),
            ("country,postal_code,latitude,longitude\nFR,1\n", "line 2", "too few columns"),
            ("country,postal_code,latitude,longitude\n", "no postal codes", "geonames.org"),
        ])
    func refused(text: String, place: String, reason: String) throws {
        try Program.withFolder { folder in
            let data = folder.path + "/data"
            let people = folder.appendingPathComponent("p.csv")
            try Data("Email\na@x.com\n".utf8).write(to: people)
            #expect(try Program.run(["import", "profiles", people.path, "--data", data]).status == 0)
            let file = folder.appendingPathComponent("places.txt")
            try Data(text.utf8).write(to: file)
            let result = try Program.run(["places", "load", file.path, "--data", data])
            #expect(result.status == 65 && result.words.contains(place), "\(result.words)")
            #expect(result.words.contains(reason), "\(result.words)")
        }
    }
}
