import Connectors
import Foundation
import HTTPTypes
import Markup
import NIOCore
import Shop

/// A form with a file, as it came: the file lies in the spool.
struct ReceivedFile {
    /// What the file is called, without folders.
    let name: String
    /// What it holds, where that was said.
    let kind: FilePreview.Kind?
    /// The file; `nil` where none was chosen.
    let file: SpooledFile?

    /// The most bytes of a field beside the file.
    private static let mostFieldBytes = 4_096
    private static let longestName = 120

    /// Receives it. Without the token of the visit before the file, nothing is kept.
    init(_ page: PageRequest, into spool: ImportSpool) async throws {
        guard var reader = MultipartReader(contentType: page.request.headers[.contentType]) else { throw PageFailure.unreadable }
        var fields: [String: [UInt8]] = [:]
        var spooled: SpooledFile?
        var name = ""
        var isTrusted = false
        try await page.request.content.forEach { chunk in
            try chunk.withUnsafeReadableBytes { bytes in
                try reader.feed(bytes) { part in
                    guard part.name == ImportsModel.fileField, let given = part.fileName, spooled == nil else { return }
                    let token = fields[FormToken.field].map { String(decoding: $0, as: UTF8.self) }
                    isTrusted = page.desk.visits.isRight(token, page.visit)
                    guard isTrusted else { throw PageFailure.formTooOld }
                    name = Self.plain(given)
                    if !name.isEmpty { spooled = try SpooledFile(spool) }
                } bytes: { part, bytes in
                    if part.name == ImportsModel.fileField, part.fileName != nil {
                        try spooled?.write(bytes)
                    } else {
                        fields[part.name, default: []] += bytes
                        guard fields.count <= 10, fields[part.name, default: []].count <= Self.mostFieldBytes else {
                            throw PageFailure.tooLarge
                        }
                    }
                }
            }
        }
        guard reader.isDone else { throw PageFailure.unreadable }
        guard isTrusted else { throw PageFailure.formTooOld }
        self.name = name
        kind = fields[ImportsModel.kindField].flatMap { FilePreview.Kind(rawValue: String(decoding: $0, as: UTF8.self)) }
        file = spooled
    }

    /// The last part of what may be a path, on one line. It is shown and kept as a proof, and never names anything on the disk.
    private static func plain(_ given: String) -> String {
        let last = given.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        return OutsideText(last, longest: longestName).shown
    }
}
