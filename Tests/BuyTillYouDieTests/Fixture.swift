import Foundation
import Testing

/// The reference files beside the tests.
enum Fixture {
    /// The rows of a CSV file with a header, as numbers by column name. Columns that are no numbers are left out of a row.
    static func rows(_ name: String) throws -> [[String: Double]] {
        let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            var row: [String: Double] = [:]
            for (name, cell) in zip(header, cells) { row[name] = Double(cell) }
            return row
        }
    }
}
