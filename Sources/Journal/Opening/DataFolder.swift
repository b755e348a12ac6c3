import Foundation

/// The folder of a shop's data and the files in it.
struct DataFolder: Sendable {
    /// The folder's path.
    let path: String
    /// The name of the journal's file; another for one that was set aside.
    var name = "perennial.db"

    /// The journal's file.
    var journal: String { path + "/" + name }
    /// Its write-ahead log.
    var log: String { journal + "-wal" }
    /// The index of the log, shared by connections; made anew whenever it is missing.
    var sharedIndex: String { journal + "-shm" }

    /// A backup on its way to become the journal.
    var restoring: String { journal + ".restoring" }

    /// Whether a shop was ever begun here.
    var isBegun: Bool { access(journal, F_OK) == 0 || access(restoring, F_OK) == 0 }

    /// The bytes of a file; 0 where there is none.
    static func size(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Makes the folder where it is missing, for nobody but its owner, along with the folders above it.
    func create() throws(JournalError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw JournalError(.cannotCreate, "\(path) is a file, not a folder.") }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw JournalError(.cannotCreate, "The folder \(path) cannot be created: \(SystemFailure.words(errno)).")
        }
        // The name of a new folder stands in the folder above it.
        Durable.syncFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// What is said where a backup was on its way to become the journal and did not.
    var restoringBrokeOff: JournalError { JournalError(.damaged, "Restoring a backup broke off in \(path). Restore it again.") }

    /// Refuses an emptied file beside a log that is not.
    func requireNoLostLog() throws(JournalError) {
        guard Self.size(journal) == 0, Self.size(log) > 0 else { return }
        throw JournalError(
            .damaged, "\(journal) is empty, but its log \(log) is not: to begin a new shop there would destroy what is left in it.")
    }

    /// Makes an empty journal file where there is none, readable by nobody but its owner; SQLite gives the files beside it the same rights.
    func createJournalFile() throws(JournalError) {
        if access(journal, F_OK) != 0, access(restoring, F_OK) == 0 {
            throw restoringBrokeOff
        }
        // A copy that was not used any more; nothing that is erased later may stay in it.
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(restoring + suffix) }
        let descriptor = open(journal, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            Durable.syncFolder(path)
            return
        }
        guard errno == EEXIST else {
            throw JournalError(.cannotCreate, "The file \(journal) cannot be created: \(SystemFailure.words(errno)).")
        }
    }
}

/// Makes what was done to files outlast a power cut.
enum Durable {
    /// Brings a file's content to the disk. False where that failed.
    @discardableResult
    static func syncFile(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        #if canImport(Darwin)
            return fcntl(descriptor, F_FULLFSYNC) == 0 || fsync(descriptor) == 0
        #else
            return fsync(descriptor) == 0
        #endif
    }

    /// Brings a folder's names to the disk. Some file systems cannot, and need not.
    static func syncFolder(_ path: String) { syncFile(path) }
}
