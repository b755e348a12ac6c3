import Facts
import Foundation
import JSON
import Segments

/// A file with the definition of a custom metric, which may say its name.
struct MetricDefinitionFile {
    let path: String
    let name: String
    let definition: CustomMetricDefinition
    /// Where the definition stands in it.
    private let place: String

    private static let mostBytes = 4 << 20

    /// Reads a file.
    ///
    /// - Throws: an exit, with words, for what cannot be read.
    init(_ path: String) throws {
        let data = try bytes(ofFile: path)
        guard data.count <= Self.mostBytes else { throw perennial.failure(.badData, "\(path) is longer than \(Self.mostBytes) bytes.") }
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument([UInt8](data))
        } catch {
            throw perennial.failure(.badData, "\(path): \(error)")
        }
        let root = document.root
        let inner = root.kind == .object ? root["definition"] : nil
        let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        self.path = path
        name = inner == nil ? stem : root["name"]?.string ?? stem
        place = inner == nil ? "" : "/definition"
        do throws(SegmentFaults) {
            definition = try CustomMetricDefinition(inner ?? root)
        } catch {
            throw Self.failure(error, path, place)
        }
    }

    /// What is wrong with the definition, with its places in the file.
    func failure(_ faults: SegmentFaults) -> any Error { Self.failure(faults, path, place) }

    private static func failure(_ faults: SegmentFaults, _ path: String, _ place: String) -> any Error {
        perennial.failure(
            .badData, faults.list.map { "\(visible(path))\(place)\($0.pointer): \(visible($0.detail))" }.joined(separator: "\n"))
    }
}
