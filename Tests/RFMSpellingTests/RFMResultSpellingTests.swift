import CustomerValue
import Facts
import JSON
import RFMSpelling
import Testing

@Suite("RFM results as JSON")
struct RFMResultSpellingTests {
    private let euro = Currency(code: "EUR") ?? .none

    private func columns(_ rows: [(Int32, Int32, Int64)]) -> RFMColumns {
        RFMColumns(
            daysSinceLastOrder: ContiguousArray(rows.map(\.0)), numberOfOrders: ContiguousArray(rows.map(\.1)),
            historicMinorUnits: ContiguousArray(rows.map(\.2)))
    }

    @Test("A report says shares, medians in whole units, change and movement")
    func report() throws {
        let (first, second) = (ShopDay(daysSince1970: 20_000), ShopDay(daysSince1970: 20_030))
        let start = RFMSnapshot(day: first, columns: columns([(3, 2, 1_050), (5, 1, 300), (0, 0, 0)])) { $0 < 2 ? .loyal : nil }
        let end = RFMSnapshot(day: second, columns: columns([(33, 2, 1_050), (0, 0, 0), (1, 1, 99)])) { [.atRisk, nil, .loyal][$0] }
        let report = try #require(RFMReport(start: start, end: end, currency: euro))
        var json = JSONWriter()
        report.write(to: &json)
        let root = try JSONDocument(json.text).root
        let loyal = try #require(root["groups"]?[1])
        #expect(loyal["group"]?.string == "Loyal" && loyal["change"]?.double == -0.5)
        #expect(loyal["start"]?["customers"]?.int == 2 && loyal["start"]?["share"]?.double == 1)
        #expect(loyal["start"]?["median_revenue"]?.double == 6.75 && loyal["start"]?["median_orders"]?.double == 1.5)
        #expect(loyal["end"]?["median_days_since_order"]?.double == 1 && loyal["added"]?.int == 1 && loyal["dropped"]?.int == 2)
        let movement = try #require(root["movement"])
        #expect(
            String(decoding: movement.compactBytes, as: UTF8.self)
                == "[{\"from\":\"Loyal\",\"to\":\"At Risk\",\"customers\":1},{\"from\":\"Loyal\",\"to\":\"Nothing left\",\"customers\":1},"
                + "{\"from\":\"Never purchased\",\"to\":\"Loyal\",\"customers\":1}]")
    }

    @Test("A preview says borders from which on scores are given, and each warning as a word")
    func preview() throws {
        let rows = columns((0..<9).map { (Int32($0), 1, Int64($0) * 100) })
        let settings = RFMSettings(recency: .percentiles([100, 50]), monetary: .values([5, 2]))
        let preview = RFMPreview(rows, settings: settings, currency: euro, borders: RFMBorders(), map: .standard)
        var json = JSONWriter()
        preview.write(to: &json, currency: euro)
        let root = try JSONDocument(json.text).root
        let borders = try #require(root["borders"])
        #expect(
            String(decoding: borders.compactBytes, as: UTF8.self)
                == "{\"recency_days_at_most\":[null,3],\"frequency_orders_from\":[2,2],\"monetary_value_from\":[5,2]}")
        let words = try #require(root["warnings"]).elements.compactMap { $0["warning"]?.string }
        #expect(Set(words) == ["nobody-has", "everybody-alike", "nobody-in", "odd-pair"])
        #expect(root["now"]?["Champions"]?.int == 0 && root["moved"]?.int == 0 && root["then"]?.members.count(where: { _ in true }) == 6)
        let custom = try RFMSettings(try #require(root["settings"]))
        #expect(custom == settings)
    }

    @Test("A grid has its columns and rows")
    func grid() throws {
        var json = JSONWriter()
        RFMGrid(.standard).write(to: &json)
        let root = try JSONDocument(json.text).root
        #expect(root["columns"]?[0]?.string == "33" && root["rows"]?[2]?["groups"]?[8]?.string == "Inactive")
    }
}
