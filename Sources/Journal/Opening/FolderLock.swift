import Foundation
import Synchronization

/// Keeps a data folder for one process at a time, as long as it lives.
///
/// `flock` on a file of its own: the system lets go of it when the process ends, however it ends, so no lock is ever left behind.
final class FolderLock: Sendable {
    private let descriptor: Int32
    private let isHeld = Atomic(true)

    /// Takes the folder, or says who has it.
    init(folder: String) throws(JournalError) { descriptor = try FolderLock.take(folder) }

    /// All that may fail stands here, before there is an object whose end would close the descriptor a second time.
    private static func take(_ folder: String) throws(JournalError) -> Int32 {
        let path = folder + "/perennial.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(.cannotCreate, "The file \(path) cannot be created: \(SystemFailure.words(errno)).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let who = holder(descriptor).map { " (process \($0))" } ?? ""
            close(descriptor)
            guard reason == EWOULDBLOCK else {
                throw JournalError(.readOrWriteFailed, "The file \(path) cannot be locked: \(SystemFailure.words(reason)).")
            }
            throw JournalError(.inUse, "The folder \(folder) is in use by another program\(who). Stop it first, or name another folder.")
        }
        // Only for the message above: whether the folder is taken is never read from the file.
        let text = "\(getpid())\n"
        if ftruncate(descriptor, 0) == 0 { _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) } }
        return descriptor
    }

    deinit { release() }

    /// Lets go of the folder. Letting go again changes nothing.
    func release() {
        if isHeld.exchange(false, ordering: .relaxed) { close(descriptor) }
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 >= 48 && $0 <= 57 }, as: UTF8.self))
    }
}

/// What the system says about a failed call.
enum SystemFailure {
    /// The system's words for a number of `errno`.
    static func words(_ number: Int32) -> String { String(cString: strerror(number)) }
}
