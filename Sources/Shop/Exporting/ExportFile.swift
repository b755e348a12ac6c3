import CZlib
import Foundation

/// A file that appears whole or not at all: it is written aside, synced and renamed. Readable by nobody but its owner.
final class ExportFile {
    /// Why it could not be written.
    struct Failure: Error, Equatable {
        var fault: ExportFault
        /// In English, with what the system says.
        var detail: String

        init(_ fault: ExportFault, _ detail: String) {
            self.fault = fault
            self.detail = detail
        }
    }

    private let path: String
    private let aside: String
    private let descriptor: Int32
    private let zip: gzFile?
    private var isFinished = false

    /// Begins a file; what stands at its place stays until ``finish()``.
    ///
    /// - Parameter isZipped: whether it is written as gzip.
    init(path: String, isZipped: Bool) throws(Failure) {
        self.path = path
        aside = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
        descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(.notWritable, Self.words(path)) }
        // zlib closes what it is given: it gets a second name of the same open file. Level 1: a table shrinks to a quarter for little work.
        zip = isZipped ? gzdopen(dup(descriptor), "wb1") : nil
        if isZipped, zip == nil {
            close(descriptor)
            unlink(aside)
            isFinished = true
            throw Failure(.notWritable, "\(path) cannot be written: there is no memory left.")
        }
    }

    deinit {
        guard !isFinished else { return }
        if let zip { gzclose(zip) }
        close(descriptor)
        unlink(aside)
    }

    /// Writes some bytes.
    func write(_ bytes: [UInt8]) throws(Failure) {
        let isWritten = bytes.withUnsafeBytes { bytes -> Bool in
            var rest = bytes[...]
            while !rest.isEmpty {
                let some = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
                let written =
                    if let zip { Int(gzwrite(zip, some.baseAddress, UInt32(some.count))) } else {
                        Foundation.write(descriptor, some.baseAddress, some.count)
                    }
                if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR || zip != nil { return false }
            }
            return true
        }
        guard isWritten else { throw Failure(.notWritable, Self.words(path)) }
    }

    /// Lets the file appear at its place.
    func finish() throws(Failure) {
        let isUnzipped = zip.map { gzclose($0) == Z_OK } ?? true
        let isSynced = fsync(descriptor) == 0
        let isClosed = close(descriptor) == 0
        isFinished = true
        guard isUnzipped, isSynced, isClosed, rename(aside, path) == 0 else {
            let words = Self.words(path)
            unlink(aside)
            throw Failure(.notWritable, words)
        }
    }

    private static func words(_ path: String) -> String { "\(path) cannot be written: \(String(cString: strerror(errno)))." }
}
