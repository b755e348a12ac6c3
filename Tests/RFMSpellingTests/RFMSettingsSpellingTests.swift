import CustomerValue
import JSON
import RFMSpelling
import Testing

@Suite("RFM settings as JSON")
struct RFMSettingsSpellingTests {
    private func read(_ text: String) throws -> RFMSettings { try RFMSettings(try JSONDocument(text).root) }

    private func faults(_ text: String) throws -> [RFMFault] {
        let root = try JSONDocument(text).root
        return try #require(throws: RFMFaults.self) { try RFMSettings(root) }.list
    }

    @Test("What is left out is standard, of three levels and of five")
    func defaults() throws {
        #expect(try read("{}") == .standard)
        #expect(try read("{\"levels\":5}") == RFMSettings(levels: .five))
        #expect(try read("{\"levels\":null,\"recency\":null,\"map\":null}") == .standard)
    }

    @Test("Settings come back as they were, and so does their text")
    func roundTrip() throws {
        let own = RFMGroupMap.standard.moving(333, to: .inactive)
        let all = [
            RFMSettings.standard, RFMSettings(levels: .five), RFMSettings(map: .corrected), RFMSettings(map: own),
            RFMSettings(levels: .five, map: .standardOfFive.moving(555, to: .loyal)),
            RFMSettings(
                recency: .percentiles([100, 1]), frequency: .values([1_000_000, 0]), monetary: .values([1_000_000_000, 999_999_999])),
            RFMSettings(levels: .five, recency: .equalParts, frequency: .percentiles([90, 80, 70, 60]), monetary: .values([4, 3, 2, 1])),
        ]
        for settings in all {
            #expect(settings.faults.isEmpty)
            #expect(try read(settings.json) == settings)
            #expect(try read(settings.json).json == settings.json)
        }
        #expect(
            RFMSettings.standard.json
                == "{\"levels\":3,\"recency\":{\"days\":[180,365]},\"frequency\":{\"parts\":\"equal\"},\"monetary\":{\"parts\":\"equal\"},"
                + "\"map\":\"standard\"}")
    }

    @Test(
        "A fault has its place, what was found and what is expected",
        arguments: [
            ("[]", "", "an array"),
            ("{\"levels\":4}", "/levels", "4"),
            ("{\"levels\":\"3\"}", "/levels", "\"3\""),
            ("{\"levels\":3.5}", "/levels", "3.5"),
            ("{\"level\":3}", "/level", "\"level\""),
            ("{\"a/b~c\":3}", "/a~1b~0c", "\"a/b~c\""),
            ("{\"recency\":{\"days\":[180,365]},\"recency\":{\"days\":[1,2]}}", "/recency", "\"recency\" twice"),
            ("{\"recency\":[180,365]}", "/recency", "an array"),
            ("{\"recency\":{}}", "/recency", "none of them"),
            ("{\"recency\":{\"orders\":[3,2]}}", "/recency/orders", "\"orders\""),
            ("{\"recency\":{\"days\":[1,2],\"percentiles\":[66,33]}}", "/recency", "days and percentiles"),
            ("{\"recency\":{\"days\":180}}", "/recency/days", "180"),
            ("{\"recency\":{\"days\":[180.5,365]}}", "/recency/days/0", "180.5"),
            ("{\"recency\":{\"days\":[180,\"365\"]}}", "/recency/days/1", "\"365\""),
            ("{\"recency\":{\"days\":[180,1e300]}}", "/recency/days/1", "1e+300"),
            ("{\"recency\":{\"days\":[365,180]}}", "/recency/days/1", "180 after 365"),
            ("{\"frequency\":{\"orders\":[1,-2]}}", "/frequency/orders/1", "-2"),
            ("{\"frequency\":{\"parts\":\"thirds\"}}", "/frequency/parts", "\"thirds\""),
            ("{\"monetary\":{\"percentiles\":[33,66]}}", "/monetary/percentiles/1", "66 after 33"),
            ("{\"monetary\":{\"percentiles\":[101,66]}}", "/monetary/percentiles/0", "101"),
            ("{\"monetary\":{\"percentiles\":[75]}}", "/monetary/percentiles", "1 number"),
            ("{\"map\":\"klaviyo\"}", "/map", "\"klaviyo\""),
            ("{\"map\":3}", "/map", "3"),
            ("{\"levels\":5,\"map\":\"corrected\"}", "/map", "\"corrected\""),
            ("{\"map\":{\"Champs\":[333]}}", "/map/Champs", "\"Champs\""),
            ("{\"map\":{\"Champions\":333}}", "/map/Champions", "333"),
            ("{\"map\":{\"Champions\":[333,3.5]}}", "/map/Champions/1", "3.5"),
            ("{\"map\":{\"Champions\":[333,333]}}", "/map/Champions/1", "333 once more"),
            ("{\"map\":{\"Champions\":[333],\"Loyal\":[332,333]}}", "/map/Loyal/1", "333 once more"),
            ("{\"map\":{\"Champions\":[344]}}", "/map/Champions/0", "344"),
            (
                "{\"map\":{\"Champions\":[333]}}", "/map",
                "no group for 111, 112, 113, 121, 122, 123, 131, 132, 133 and 17 more"
            ),
        ])
    func refused(text: String, pointer: String, found: String) throws {
        let list = try faults(text)
        #expect(list.first?.pointer == pointer && list.first?.found == found, "\(list)")
        #expect(list.count == 1 && list.allSatisfy { !$0.expected.isEmpty })
    }

    @Test("Every fault is told, not the first alone, and no more than twenty")
    func many() throws {
        let list = try faults("{\"levels\":4,\"recency\":{\"days\":[0.5,1]},\"map\":7}")
        #expect(list.map(\.pointer) == ["/levels", "/recency/days/0"])
        let crossed = try faults("{\"recency\":{\"days\":[2,1]},\"frequency\":{\"orders\":[1,2]}}")
        #expect(crossed.map(\.pointer) == ["/recency/days/1", "/frequency/orders/1"])
        let names = (0..<50).map { "\"x\($0)\":1" }.joined(separator: ",")
        #expect(try faults("{\(names)}").count == 20)
    }
}
