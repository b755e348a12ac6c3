import ArgumentParser
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The names of files that a command reads and writes.
enum FileNames {
    /// Checks that nothing is written over what is read or over what is written too, and that standard input is read once.
    ///
    /// - Parameters:
    ///   - inputs: what is read.
    ///   - written: flags with the files that they name.
    static func check(read inputs: [String], written: [(flag: String, path: String?)]) throws {
        guard inputs.filter({ $0 == "-" }).count < 2 else { throw ValidationError("Standard input (-) can be read once only.") }
        for (flag, path) in written {
            guard let path, let identity = FileIdentity(path: path) else { continue }
            if let input = inputs.first(where: { FileIdentity(path: $0) == identity }) {
                throw ValidationError("\(flag) names \(input), which is read: it would be overwritten. Give another name.")
            }
            if flag == "--rejects", !identity.isOrdinary {
                throw ValidationError("\(flag) \(path) is no ordinary file. Give the name of a file.")
            }
        }
        for (place, first) in written.enumerated() {
            for second in written.dropFirst(place + 1) where areSame(first.path, second.path) {
                throw ValidationError("\(first.flag) and \(second.flag) name the same file. Give two names.")
            }
        }
    }

    /// Whether two paths lead to one file, or would if it were there.
    private static func areSame(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return false }
        if let identity = FileIdentity(path: first), identity == FileIdentity(path: second) { return true }
        return URL(fileURLWithPath: first).standardizedFileURL == URL(fileURLWithPath: second).standardizedFileURL
    }
}

/// Which file a path leads to, whatever its name.
private struct FileIdentity: Equatable {
    private let device: UInt64
    private let node: UInt64
    let isOrdinary: Bool

    init?(path: String) {
        var status = stat()
        guard path != "-", stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        node = UInt64(truncatingIfNeeded: status.st_ino)
        isOrdinary = status.st_mode & S_IFMT == S_IFREG
    }
}
