import Facts
import Foundation
import GRDB

/// A block's row as it stands in the file, before anything was verified.
struct StoredBlock {
    /// What is wrong with a block, in plain words.
    enum Damage: String {
        case extent = "says a wrong number of facts"
        case checksum = "is not what was written: its checksum differs"
        case spans = "does not say when they were taken in"
        case facts = "cannot be read as facts"
    }

    let first: UInt64
    let count: Int
    let recordedAt: Instant
    let checksum: UInt64
    let packedSpans: [UInt8]?
    let bytes: [UInt8]

    /// Of a row of ``BlockTable/columns``.
    init(_ row: Row) throws {
        first = try row.at(0)
        count = try row.at(1)
        recordedAt = try row.instant(2)
        checksum = UInt64(bitPattern: try row.at(3))
        packedSpans = try row.optionalBytes(4)
        bytes = try row.bytes(5)
    }

    private var spans: RecordedSpans? {
        guard let packedSpans else { return RecordedSpans(count: count, at: recordedAt) }
        return RecordedSpans(packedSpans, count: count, recordedAt: recordedAt)
    }

    /// What is wrong with it, its facts left unread; `nil` where nothing is.
    private var damage: Damage? {
        // A fact is a byte at least.
        guard first > 0, count > 0, count <= bytes.count else { return .extent }
        guard bytes.withUnsafeBytes({ Fingerprint($0).value }) == checksum else { return .checksum }
        return nil
    }

    /// The block, verified.
    func block() throws(JournalError) -> JournalBlock {
        if let damage { throw error(damage) }
        guard let spans else { throw error(.spans) }
        return JournalBlock(firstSequence: first, count: count, bytes: bytes, spans: spans)
    }

    /// What is wrong with it, every fact read; `nil` where nothing is.
    func thoroughDamage() -> Damage? {
        if let damage { return damage }
        guard spans != nil else { return .spans }
        var reader = FactReader(bytes)
        var found = 0
        do {
            while try reader.next() != nil { found += 1 }
        } catch {
            return .facts
        }
        return found == count ? nil : .extent
    }

    private func error(_ damage: Damage) -> JournalError {
        JournalError(.damaged, "The block of facts from \(first) on \(damage.rawValue). Restore a backup.")
    }
}
