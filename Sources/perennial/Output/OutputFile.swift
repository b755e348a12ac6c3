import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where results are written: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place under another name, synced, and renamed at the end: a full disk or a kill leaves the old
/// file as it was. Devices and pipes (`/dev/stdout`) are written directly.
final class OutputFile {
    private let descriptor: Int32
    private let path: String?
    private let temporaryPath: String?
    private var isFinished = false
    /// Whether the file has no name yet: a program that is interrupted then leaves nothing behind.
    private var isUnnamed = false

    /// Standard output.
    init() {
        descriptor = STDOUT_FILENO
        path = nil
        temporaryPath = nil
    }

    /// A file at a path, replaced when ``finish()`` is called. A symbolic link is followed: what it points to is replaced.
    ///
    /// - Parameter isPrivate: whether nobody but its owner may read it.
    init(path named: String, isPrivate: Bool = false) throws(Failure) {
        guard !named.isEmpty else { throw .cannotBeMade("the name of the output file is empty") }
        var status = stat()
        let exists = stat(named, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw .cannotBeMade("\(named) is a folder; give the name of a file.") }
        if exists, Self.isDatabase(named) {
            throw .cannotBeMade(
                "\(named) is a database, perhaps the shop's own: it is not overwritten. Give another name, or remove it first.")
        }
        let path = exists ? URL(fileURLWithPath: named).resolvingSymlinksInPath().path : named
        self.path = path
        if exists, status.st_mode & S_IFMT != S_IFREG {
            temporaryPath = nil
            descriptor = open(named, O_WRONLY | O_CLOEXEC)
        } else {
            // A name that nobody can foresee, never one that exists: nothing planted in a shared folder is written through.
            let temporary = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
            temporaryPath = temporary
            let mode = isPrivate ? 0o600 : exists ? status.st_mode & 0o777 : 0o644
            if let unnamed = Self.openUnnamed(inFolderOf: path, mode: mode) {
                descriptor = unnamed
                isUnnamed = true
                return
            }
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        guard descriptor >= 0 else { throw .cannotBeMade("\(named) cannot be written: \(String(cString: strerror(errno))).") }
    }

    deinit {
        guard !isFinished, let temporaryPath else { return }
        close(descriptor)
        if !isUnnamed { unlink(temporaryPath) }
    }

    /// Writes what a buffer holds and empties it.
    func write(_ buffer: ByteBuffer) throws(Failure) {
        let bytes = buffer.bytes
        var offset = 0
        while offset < bytes.count {
            let written = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if written >= 0 {
                offset += written
            } else if errno == EPIPE {
                throw .readerLeft
            } else if errno != EINTR {
                throw .failed("\(path ?? "Standard output") cannot be written: \(String(cString: strerror(errno))).")
            }
        }
        buffer.removeAll()
    }

    /// Makes the file appear at its place, synced to the disk.
    func finish() throws(Failure) {
        guard let path, let temporaryPath else {
            isFinished = true
            return
        }
        let isSynced = fsync(descriptor) == 0
        let isNamed = !isUnnamed || Self.name(descriptor, temporaryPath)
        let isClosed = close(descriptor) == 0
        isFinished = true
        guard isSynced, isNamed, isClosed, rename(temporaryPath, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporaryPath)
            throw .failed("\(path) cannot be written: \(reason).")
        }
    }

    /// Whether a file begins as SQLite's do, or belongs to one that does.
    private static func isDatabase(_ path: String) -> Bool {
        let owner = ["-wal", "-shm", "-journal"].first { path.hasSuffix($0) }.map { String(path.dropLast($0.utf8.count)) } ?? path
        guard let file = FileHandle(forReadingAtPath: owner) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    /// A file without a name in a folder, where the system and the file system have such; `nil` otherwise.
    private static func openUnnamed(inFolderOf path: String, mode: mode_t) -> Int32? {
        #if os(Linux)
            // O_TMPFILE, which is no plain constant of the C library.
            let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let descriptor = open(folder, O_WRONLY | O_CLOEXEC | unnamed, mode)
            return descriptor >= 0 ? descriptor : nil
        #else
            return nil
        #endif
    }

    /// Gives a file without a name one.
    private static func name(_ descriptor: Int32, _ path: String) -> Bool {
        #if os(Linux)
            return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
        #else
            return false
        #endif
    }

    /// Why nothing could be written.
    enum Failure: Error {
        /// The file cannot be made at that place.
        case cannotBeMade(String)
        /// Writing broke off.
        case failed(String)
        /// The reader of a pipe has left: not an error of ours.
        case readerLeft
    }
}
