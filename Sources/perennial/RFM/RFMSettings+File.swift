import ArgumentParser
import CustomerValue
import Foundation
import JSON
import RFMSpelling

extension RFMSettings {
    private static let mostBytes = 1 << 20

    /// Reads settings from a file, or ends the command with every fault and its place.
    init(file: String) throws {
        let data = try bytes(ofFile: file)
        guard data.count <= Self.mostBytes else { throw failure(.badData, "\(file) is longer than \(Self.mostBytes) bytes.") }
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument([UInt8](data))
        } catch {
            throw failure(.badData, "\(file): \(error)")
        }
        do throws(RFMFaults) {
            self = try RFMSettings(document.root)
        } catch {
            throw failure(.badData, error.list.map { "\(file)\($0.pointer): \($0)" }.joined(separator: "\n"))
        }
    }
}
