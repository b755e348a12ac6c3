import Facts
import Foundation
import JSON
import Segments
import Shop

/// A definition as a command is given it: in a file, or as a segment of the shop.
struct NamedDefinition {
    /// The file, or the segment's name.
    let file: String
    let name: String
    let condition: Condition
    /// Where its conditions stand: in the file, or as the segment is written.
    let places: Condition.Place
    /// Where the definition stands in the file: a JSON pointer.
    private let place: String
    /// The segment; `nil` for a file.
    var segment: SegmentDefinition?

    private static let mostBytes = 4 << 20

    init(file: String) throws {
        self.file = file
        let data = try bytes(ofFile: file)
        guard data.count <= Self.mostBytes else { throw failure(.badData, "\(file) is longer than \(Self.mostBytes) bytes.") }
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument([UInt8](data))
        } catch {
            throw failure(.badData, "\(file): \(error)")
        }
        let root = document.root
        let isNamed = root.kind == .object && root["definition"] != nil
        name = root.kind == .object ? root["name"]?.string ?? Self.stem(file) : Self.stem(file)
        let place = isNamed ? "/definition" : ""
        self.place = place
        do throws(SegmentFaults) {
            let definition = isNamed ? root["definition"] ?? root : root
            condition = try Condition(definition: definition)
            places = condition.places(in: definition)
        } catch {
            throw failure(.badData, error.list.map { "\(file)\(place)\($0.pointer): \($0.detail)" }.joined(separator: "\n"))
        }
    }

    private init(_ segment: SegmentDefinition) {
        file = segment.name
        name = segment.name
        condition = segment.condition
        places = condition.places
        place = ""
        self.segment = segment
    }

    private static func stem(_ file: String) -> String { ((file as NSString).lastPathComponent as NSString).deletingPathExtension }

    /// What stands in files among some arguments; the others are `nil`: they name segments of the shop.
    static func files(_ arguments: [String]) throws -> [NamedDefinition?] {
        try arguments.map { FileManager.default.fileExists(atPath: $0) ? try NamedDefinition(file: $0) : nil }
    }

    /// All that arguments name: what was read from files, and segments of the shop.
    static func all(_ arguments: [String], _ files: [NamedDefinition?], in shop: Shop) throws -> [NamedDefinition] {
        try zip(arguments, files).map { try $1 ?? NamedDefinition(try shop.segment(named: $0)) }
    }

    /// Ends a command for which a definition names what is not there.
    func fault(_ faults: SegmentFaults) -> any Error {
        failure(.badData, faults.list.map { "\(visible(file))\(place)\($0.pointer): \($0.detail)" }.joined(separator: "\n"))
    }
}
