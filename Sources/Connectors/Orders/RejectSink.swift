#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A CSV file `file,line,column,reason,row` of the rows that could not be counted.
///
/// Written beside its place and moved there by ``finish()``, so that a file of that name is always whole.
public struct RejectSink: ~Copyable {
    private let path: String
    private let partialPath: String
    private let descriptor: Int32
    private var buffer: [UInt8] = Array("file,line,column,reason,row\n".utf8)
    private var isFinished = false
    /// An error of writing, kept for ``finish()``.
    private var failure: ReadingError?

    private static let flushLength = 1 << 16

    /// A file to be made; what is there already is replaced at the end.
    public init(path: String) throws(ReadingError) {
        self.path = path
        partialPath = "\(path).\(getpid()).partial"
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            throw ReadingError(
                .outputFailed, file: path, "the file of rejected rows cannot be written: \(FileBytes.text(ofError: errno))")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if descriptor >= 0, !isFinished { unlink(partialPath) }
    }

    /// Adds a row.
    mutating func add(file: String, line: Int, column: String, reason: String, row: UnsafeRawBufferPointer) {
        append(Array(file.utf8))
        buffer.append(0x2C)
        buffer.append(contentsOf: String(line).utf8)
        buffer.append(0x2C)
        append(Array(column.utf8))
        buffer.append(0x2C)
        append(Array(reason.utf8))
        buffer.append(0x2C)
        append(TextEncoding.isUTF8(row) ? Array(row) : Array(String(decoding: row, as: UTF8.self).utf8))
        buffer.append(0x0A)
        if buffer.count >= Self.flushLength { flush() }
    }

    /// Puts the file in its place.
    consuming func finish() throws(ReadingError) {
        flush()
        if let failure { throw failure }
        if rename(partialPath, path) != 0 { throw failed() }
        isFinished = true
    }

    private mutating func append(_ text: [UInt8]) {
        guard text.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            buffer.append(contentsOf: text)
            return
        }
        buffer.append(0x22)
        for byte in text {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }

    private mutating func flush() {
        var written = 0
        while written < buffer.count, failure == nil {
            let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                failure = failed()
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private borrowing func failed() -> ReadingError {
        ReadingError(.outputFailed, file: path, "the file of rejected rows cannot be written: \(FileBytes.text(ofError: errno))")
    }
}
