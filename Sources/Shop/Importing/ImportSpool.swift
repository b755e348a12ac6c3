public import Facts
import Foundation
import JSON

/// Where files lie that came over the network until they are taken in: in the data folder, under names of ours, readable by nobody else.
public struct ImportSpool: Sendable {
    /// A file that was uploaded and waits to be taken in.
    public struct Upload: Sendable {
        /// By what it is found.
        public var id: String
        /// What was said about it.
        public var file: FileToImport
        /// Its length in bytes.
        public var size: Int
        /// Who sent it.
        public var who: String
        /// When it came.
        public var at: Instant
    }

    /// The most bytes of one file.
    public static let mostBytes = 1 << 30
    /// Files that may wait at once.
    public static let mostUploads = 20
    /// Bytes of the disk that no upload may take: what the shop itself needs to go on.
    static let bytesLeftFree = 1 << 30
    /// How long a file waits.
    static let secondsKept: Int64 = 86_400
    /// How long rejected rows are kept.
    static let secondsRejectsKept: Int64 = 7 * 86_400

    /// The folder.
    public let folder: String

    init(dataFolder: String) { folder = dataFolder + "/imports" }

    /// Whether a text can be the id of a file: letters and digits, of a length that ids have. It is part of a path.
    public static func isID(_ text: String) -> Bool {
        (20...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: false
                }
            }
    }

    /// A new id.
    public static func newID() -> String {
        var random = SystemRandomNumberGenerator()
        let (a, b) = (UInt64.random(in: .min ... .max, using: &random), UInt64.random(in: .min ... .max, using: &random))
        func text(_ number: UInt64) -> String {
            let digits = String(number, radix: 36)
            return String(repeating: "0", count: 13 - digits.count) + digits
        }
        return text(a) + text(b)
    }

    /// Where a file lies.
    public func path(_ id: String) -> String { "\(folder)/\(id).data" }

    /// Where the rows lie that were not understood.
    public func rejectsPath(_ id: String) -> String { "\(folder)/\(id).rejects.csv" }

    private func notePath(_ id: String) -> String { "\(folder)/\(id).json" }

    /// Makes the folder where it is missing.
    func makeFolder() -> Bool { mkdir(folder, 0o700) == 0 || errno == EEXIST }

    /// Bytes that an upload may take of the disk.
    public var freeBytes: Int {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return 0 }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        return max(0, Int(clamping: free) - Self.bytesLeftFree)
    }

    /// Notes a file that has come whole, or what was said about it since.
    public func keep(_ upload: Upload) -> Bool {
        var json = JSONWriter()
        json.object { json in
            json.object("file") { upload.file.write(to: &$0) }
            json.member("size", upload.size)
            json.member("who", upload.who)
            json.member("at", upload.at.secondsSince1970)
        }
        let aside = notePath(upload.id) + ".part"
        guard FileManager.default.createFile(atPath: aside, contents: Data(json.bytes), attributes: [.posixPermissions: 0o600]) else {
            return false
        }
        return rename(aside, notePath(upload.id)) == 0
    }

    /// A file that waits; `nil` where there is none of the id.
    public func upload(_ id: String) -> Upload? {
        guard Self.isID(id), access(path(id), R_OK) == 0, let bytes = FileManager.default.contents(atPath: notePath(id)),
            let root = (try? JSONDocument(Array(bytes)))?.root, let file = root["file"].flatMap({ FileToImport($0) }),
            let at = root["at"]?.int
        else { return nil }
        return Upload(
            id: id, file: file, size: Int(root["size"]?.int ?? 0), who: root["who"]?.string ?? "", at: Instant(secondsSince1970: at))
    }

    /// All that wait, the newest first.
    public func uploads() -> [Upload] {
        names.filter { $0.hasSuffix(".json") }.compactMap { upload(String($0.dropLast(5))) }.sorted { ($1.at, $0.id) < ($0.at, $1.id) }
    }

    /// Takes a file away; the rows that were not understood stay.
    public func remove(_ id: String) {
        guard Self.isID(id) else { return }
        for path in [path(id), notePath(id), headPath(id)] { unlink(path) }
    }

    /// The beginning of a long file.
    func headPath(_ id: String) -> String { "\(folder)/\(id).head" }

    /// Takes away what waited too long, but for files that are being taken in, and rows of long ago.
    func tidy(_ now: Instant, keeping busy: Set<String>) {
        for name in names {
            let path = folder + "/" + name
            guard let id = name.split(separator: ".").first.map(String.init), !busy.contains(id) else { continue }
            let most = name.contains(".rejects.csv") ? Self.secondsRejectsKept : Self.secondsKept
            if Self.changed(path) < now.secondsSince1970 - most { unlink(path) }
        }
    }

    /// Takes away the rows that were not understood: somebody may stand in them who was erased.
    func removeRejects() {
        for name in names where name.contains(".rejects.csv") { unlink(folder + "/" + name) }
    }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    private static func changed(_ path: String) -> Int64 {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .max }
        #if canImport(Darwin)
            return Int64(status.st_mtimespec.tv_sec)
        #else
            return Int64(status.st_mtim.tv_sec)
        #endif
    }
}

/// A file of the spool while it comes. Unchecked: the one request that receives it writes it, piece after piece, and hands it on to nobody.
public final class SpooledFile: @unchecked Sendable {
    /// By what it will be found.
    public let id: String
    /// Bytes that have come.
    public private(set) var size = 0
    private let spool: ImportSpool
    private let descriptor: Int32
    private var isKept = false

    /// Why a file cannot be kept.
    public enum Failure: Error, Sendable {
        /// More bytes than one may have.
        case tooLarge
        /// The disk has no room for it.
        case noRoom
    }

    /// Bytes after which the room on the disk is looked at again.
    private static let bytesBetweenLooks = 32 << 20
    private var lookAt = 0

    /// Begins a file. One at a time uses it.
    public init(_ spool: ImportSpool) throws(Failure) {
        self.spool = spool
        id = ImportSpool.newID()
        guard spool.makeFolder() else { throw .noRoom }
        descriptor = open(spool.path(id), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .noRoom }
    }

    deinit {
        close(descriptor)
        if !isKept { spool.remove(id) }
    }

    /// Adds what came.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        guard size + bytes.count <= ImportSpool.mostBytes else { throw .tooLarge }
        if size >= lookAt {
            guard spool.freeBytes > Self.bytesBetweenLooks else { throw .noRoom }
            lookAt = size + Self.bytesBetweenLooks
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written > 0 { rest = rest.dropFirst(written) } else if written == 0 || errno != EINTR { throw .noRoom }
        }
        size += bytes.count
    }

    /// All has come: the file waits to be looked at.
    public func finish(_ file: FileToImport, by who: String, at now: Instant) throws(Failure) -> ImportSpool.Upload {
        let upload = ImportSpool.Upload(id: id, file: file, size: size, who: who, at: now)
        guard fsync(descriptor) == 0, spool.keep(upload) else { throw .noRoom }
        isKept = true
        return upload
    }
}
