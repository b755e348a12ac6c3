import Facts
import Foundation
import JSON
import Synchronization

/// Files that are being looked at and taken in: how far they are, and what looking at them came to.
public final class ImportDesk: Sendable {
    /// How far a file is.
    public struct Progress: Sendable {
        /// Whether it is still being read; else its rows are being taken in.
        public var isReading: Bool
        /// How much of it is done, 0 to 1; `nil` where that is not known.
        public var share: Double?
        /// Rows so far.
        public var rows: Int
    }

    private struct State {
        var progress: [UInt64: Progress] = [:]
        var checks: [(key: String, check: FileCheck)] = []
        var isChecking: Set<String> = []
    }

    private let state = Mutex(State())
    /// Where files lie.
    public let spool: ImportSpool

    /// Bytes up to which all of a file is looked at before it is taken in; of a longer one its beginning.
    static let mostChecked = 64 << 20
    private static let headLength = 16 << 20
    private static let mostChecksKept = 8

    init(dataFolder: String) { spool = ImportSpool(dataFolder: dataFolder) }

    /// How far the import of a job is; `nil` while it waits, and once it is done.
    public func progress(of job: UInt64) -> Progress? { state.withLock { $0.progress[job] } }

    func note(_ progress: Progress?, of job: UInt64) { state.withLock { $0.progress[job] = progress } }

    /// What reading a file comes to, found out once for what was said about it. It takes as long as reading does.
    public func check(_ upload: ImportSpool.Upload, in shop: Shop) -> FileCheck {
        var json = JSONText()
        let key = upload.id + json.text(of: upload.file, shop.settings)
        if let known = state.withLock({ $0.checks.first { $0.key == key }?.check }) { return known }
        var check: FileCheck
        if upload.size <= Self.mostChecked {
            check = FileCheck(path: spool.path(upload.id), upload.file, in: shop)
        } else if let head = makeHead(upload.id) {
            check = FileCheck(path: head, upload.file, in: shop)
            check.isWhole = false
            unlink(head)
        } else {
            check = .notLooked
            check.isWhole = false
        }
        let made = check
        state.withLock { state in
            state.checks.append((key, made))
            if state.checks.count > Self.mostChecksKept { state.checks.removeFirst() }
        }
        return check
    }

    /// Forgets what a file came to.
    public func forget(_ id: String) { state.withLock { $0.checks.removeAll { $0.key.hasPrefix(id) } } }

    /// The beginning of a long file, up to the end of a line, as a file; `nil` for one that is packed.
    private func makeHead(_ id: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: spool.path(id)), let data = try? file.read(upToCount: Self.headLength),
            data.prefix(2) != Data([0x1F, 0x8B]), let end = data.lastIndex(of: 0x0A)
        else { return nil }
        let path = spool.headPath(id)
        let isMade = FileManager.default.createFile(
            atPath: path, contents: data[data.startIndex...end], attributes: [.posixPermissions: 0o600])
        return isMade ? path : nil
    }
}

/// What a check depends on, as text.
private struct JSONText {
    mutating func text(of file: FileToImport, _ settings: ShopSettings) -> String {
        var json = JSONWriter()
        json.object { json in
            file.write(to: &json)
            json.member("shop_currency", settings.currency?.code)
            json.member("shop_zone", settings.timeZone.identifier)
        }
        return json.text
    }
}
