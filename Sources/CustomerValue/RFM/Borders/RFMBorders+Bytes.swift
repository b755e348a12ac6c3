import Foundation

/// Why bytes are no borders.
public enum RFMBordersError: Error, Sendable, Equatable {
    /// They are something else.
    case notBorders
    /// They were written by another version of the program.
    case unknownVersion(found: Int, known: Int)
    /// A part cannot be what a settling gives.
    case damaged(part: String)
}

extension RFMBorders {
    private struct Header: Decodable {
        var format: String
        var version: Int
    }

    private struct Stored: Codable {
        var format = "perennial rfm borders"
        var version = 1
        var daysAtMost: [Int32]
        var ordersMoreThan: [Int32]
        var minorUnitsMoreThan: [Int64]
    }

    /// The borders as they are kept: JSON, the same bytes for the same borders.
    public var encoded: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let stored = Stored(daysAtMost: daysAtMost, ordersMoreThan: ordersMoreThan, minorUnitsMoreThan: minorUnitsMoreThan)
        // Whole numbers always have a form; were there none, empty bytes are refused when read.
        return (try? encoder.encode(stored)).map { [UInt8]($0) } ?? []
    }

    /// Kept borders.
    ///
    /// - Throws: ``RFMBordersError`` where the bytes are no borders, some of another version, or damaged so that it shows.
    public init(decoding bytes: [UInt8]) throws(RFMBordersError) {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        let known = Stored(daysAtMost: [], ordersMoreThan: [], minorUnitsMoreThan: [])
        guard let header = try? decoder.decode(Header.self, from: data), header.format == known.format else { throw .notBorders }
        guard header.version == known.version else { throw .unknownVersion(found: header.version, known: known.version) }
        guard let stored = try? decoder.decode(Stored.self, from: data) else { throw .damaged(part: "text") }
        let count = stored.daysAtMost.count
        guard RFMLevels.allCases.contains(where: { $0.borders == count }), Self.descends(stored.daysAtMost.reversed()) else {
            throw .damaged(part: "daysAtMost")
        }
        guard [0, count].contains(stored.ordersMoreThan.count), Self.descends(stored.ordersMoreThan) else {
            throw .damaged(part: "ordersMoreThan")
        }
        guard [0, count].contains(stored.minorUnitsMoreThan.count), Self.descends(stored.minorUnitsMoreThan) else {
            throw .damaged(part: "minorUnitsMoreThan")
        }
        self.init(
            daysAtMost: stored.daysAtMost, ordersMoreThan: stored.ordersMoreThan, minorUnitsMoreThan: stored.minorUnitsMoreThan)
    }

    /// Whether no border lies above that of a higher score; many equal values make two of them one.
    private static func descends(_ borders: [some Comparable]) -> Bool { zip(borders, borders.dropFirst()).allSatisfy { $0 >= $1 } }
}
