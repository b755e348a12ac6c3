import Foundation
import Synchronization

/// A descriptor on the journal's file, for looking at its raw bytes beside SQLite.
///
/// When a process closes any descriptor of a file, POSIX takes away all locks that the process has on the file, also those that SQLite took by descriptors of
/// its own. Another process could then think that nobody uses the journal, and remove its log. So a descriptor is opened once per journal, and closed only when
/// no journal of this process has the file open any more.
final class RawFile: Sendable {
    private struct Holders {
        var count = 0
        var descriptors: [Int32] = []
    }

    private struct FileIdentity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    private static let holders = Mutex<[FileIdentity: Holders]>([:])

    /// The descriptor, for reading only.
    let descriptor: Int32
    private let identity: FileIdentity
    private let isHeld = Atomic(true)

    /// Opens a file that is there.
    init(path: String) throws(JournalError) {
        (descriptor, identity) = try RawFile.open(path)
        RawFile.holders.withLock { all in all[identity, default: Holders()].count += 1 }
    }

    private static func open(_ path: String) throws(JournalError) -> (Int32, FileIdentity) {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw JournalError(.notWritable, "The file \(path) cannot be opened: \(SystemFailure.words(errno)).")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let reason = errno
            close(descriptor)
            throw JournalError(.readOrWriteFailed, "The file \(path) cannot be read: \(SystemFailure.words(reason)).")
        }
        let device = UInt64(truncatingIfNeeded: status.st_dev)
        return (descriptor, FileIdentity(device: device, number: UInt64(truncatingIfNeeded: status.st_ino)))
    }

    deinit { release() }

    /// Says that SQLite has closed the file. Saying it again changes nothing.
    func release() {
        guard isHeld.exchange(false, ordering: .relaxed) else { return }
        RawFile.holders.withLock { all in
            var holders = all[identity] ?? Holders()
            holders.count -= 1
            holders.descriptors.append(descriptor)
            guard holders.count <= 0 else {
                all[identity] = holders
                return
            }
            for descriptor in holders.descriptors { close(descriptor) }
            all[identity] = nil
        }
    }
}
