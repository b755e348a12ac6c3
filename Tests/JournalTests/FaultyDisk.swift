import CFaultVFS
import Foundation

@testable import Journal

/// A folder on a disk that loses what was not synced when the power is cut, fills up or fails when told to.
final class FaultyDisk: @unchecked Sendable {
    let folder: TemporaryFolder
    private let watch: OpaquePointer

    init() throws {
        fault_vfs_install()
        folder = try TemporaryFolder()
        watch = fault_folder_watch(folder.path)
    }

    deinit { fault_folder_forget(watch) }

    /// The number of syncs that the disk confirmed.
    var syncs: UInt64 { fault_folder_syncs(watch) }
    /// The number of operations that could be the one at which the power is cut.
    var operations: UInt64 { fault_folder_operations(watch) }
    /// What was written and could be lost.
    var unsyncedBytes: UInt64 { fault_folder_unsynced_bytes(watch) }
    /// Whether the power is cut.
    var isCut: Bool { fault_folder_is_cut(watch) != 0 }

    func cut(afterOperations count: UInt64) { fault_folder_cut_after(watch, count) }
    func limit(bytes: UInt64) { fault_folder_limit(watch, bytes) }
    func failSyncs(_ count: UInt64) { fault_folder_fail_syncs(watch, count) }
    func setReadOnly(_ isReadOnly: Bool) { fault_folder_read_only(watch, isReadOnly ? 1 : 0) }

    /// The bytes of the folder's files.
    var usedBytes: UInt64 {
        let files = DataFolder(path: folder.path)
        return UInt64(DataFolder.size(files.journal) + DataFolder.size(files.log))
    }

    /// A folder as it might be found when the power is back: synced content, some of the rest, and rubbish in the index of the log.
    func afterPowerCut(seed: UInt64) throws -> TemporaryFolder {
        struct NotWritten: Error {}
        let image = try TemporaryFolder()
        guard fault_folder_write_image(watch, image.path, seed) == 0 else { throw NotWritten() }
        var random = SeededRandom(seed)
        let rubbish = Data((0..<32_768).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        try rubbish.write(to: URL(fileURLWithPath: image("perennial.db-shm")))
        return image
    }
}
