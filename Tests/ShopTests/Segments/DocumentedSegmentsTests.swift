import Facts
import Foundation
import JSON
import Segments
import Testing

@testable import Population
@testable import Shop

@Suite("What docs/segments.md says of definitions")
struct DocumentedSegmentsTests {
    private let lines: [String]

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        lines = try String(contentsOf: root.appendingPathComponent("docs/segments.md"), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("The table of limits has each limit of the code, and nothing else")
    func limits() throws {
        let stated: [(String, Int)] = [
            ("segments of a shop", Shop.mostSegments), ("bytes of a segment's name", SegmentDefinition.longestName),
            ("conditions of a definition", DefinitionLimits.tests), ("groups of conditions", DefinitionLimits.groups),
            ("conditions in each other", DefinitionLimits.depth), ("values of `in`", DefinitionLimits.values),
            ("lists and segments of one condition", DefinitionLimits.members),
            ("filters of what events say", DefinitionLimits.eventFilters), ("steps of a funnel", DefinitionLimits.steps),
            ("filters of one condition on consent", DefinitionLimits.consentFilters),
            ("bytes of a text that is compared", DefinitionLimits.textBytes), ("bytes of a regular expression", Pattern.longest),
            ("steps of a regular expression", Int(Pattern.mostSteps)), ("hours, days or weeks of a span", Span.greatestQuantity),
            ("kilometers or miles of a distance", DefinitionLimits.distance),
            ("faults of a definition", DefinitionLimits.faults), ("properties of events", Population.mostKeptProperties),
            ("GiB of what these properties say", Population(currency: .none, timeZone: .utc).eventValueByteLimit >> 30),
            ("columns of an export", ExportOrder.mostColumns), ("files of export jobs", JobKind.mostExportsKept),
            ("schedules of exports", ExportSchedule.most), ("postal codes of a country", PostalPlaces.mostOfCountry),
        ]
        let start = try #require(lines.firstIndex(of: "## Limits"))
        var rows = lines[start...].filter { $0.hasPrefix("| ") }.dropFirst(2).map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        for (name, limit) in stated {
            let place = try #require(rows.firstIndex { $0[0].hasPrefix(name) }, "\(name)")
            #expect(rows[place][1].replacing(",", with: "") == "\(limit)", "\(name)")
            rows.remove(at: place)
        }
        // The length of requests is the server's, and dates are those that four bytes hold.
        #expect(rows.map { $0[0] } == ["bytes of a request with a definition", "dates"])
        let last = ShopTimeZone.utc.day(of: Instant(secondsSince1970: Int64(UInt32.max)))
        // Up to the end of the last whole year.
        #expect(rows.last?[1] == "1970 to \(last.civil.year - 1)")
    }

    /// Pieces of JSON that begin with a condition and stand indented.
    private var definitions: [String] {
        var found: [String] = []
        for line in lines {
            if line.hasPrefix("    {\"type\": \"profile-") {
                found.append(line)
            } else if line.hasPrefix("     "), let last = found.last, (try? JSONDocument(last)) == nil {
                found[found.count - 1] = last + line
            }
        }
        return found
    }

    @Test("Each example reads, and is written again alike")
    func examples() throws {
        #expect(definitions.count == 7)
        for definition in definitions {
            let condition = try Condition(definition: try JSONDocument(definition).root)
            let again = try Condition(definition: try JSONDocument(condition.definitionJSON).root)
            #expect(again.definitionJSON == condition.definitionJSON, "\(definition)")
        }
    }

    @Test("Each operator of the table of dates is one, with the members that are named")
    func dates() throws {
        let values = [
            "`date`": #""date":"2026-03-01T00:00:00Z""#, "`start`": #""start":"2026-03-01T00:00:00Z""#,
            "`end`": #""end":"2026-03-02T00:00:00Z""#, "`unit`": #""unit":"day""#, "`quantity`": #""quantity":3"#, "`value`": #""value":3"#,
        ]
        let start = try #require(lines.firstIndex { $0.hasPrefix("| `operator` | with") })
        var operators: [String] = []
        for row in lines[(start + 2)...].prefix(while: { $0.hasPrefix("|") }) {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            for name in cells[1].split(separator: ",").map({ $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }) {
                operators.append(name)
                var members = values.filter { cells[2].contains($0.key) }.map(\.value)
                if name == "between" { members = [#""unit":"day""#, #""start":10"#, #""end":20"#] }
                let filter = #"{"type":"date","operator":"\#(name)"\#(members.map { "," + $0 }.joined())}"#
                let metric = """
                    {"type":"profile-metric","metric_name":"x","measurement":"count","timeframe_filter":\(filter),
                    "measurement_filter":{"type":"numeric","operator":"equals","value":0}}
                    """
                let json = name == "alltime" ? metric : #"{"type":"profile-property","property":"created","filter":\#(filter)}"#
                #expect(throws: Never.self, "\(json)") { try Condition(definition: try JSONDocument(json).root) }
            }
        }
        #expect(operators.count == 13)
    }
}
