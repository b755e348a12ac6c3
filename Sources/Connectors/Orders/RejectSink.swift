import Facts

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
    /// Below zero once it is closed.
    private var descriptor: Int32
    private var buffer: [UInt8] = Array("file,line,column,reason,row\n".utf8)
    private var isFinished = false
    private let isKeptEmpty: Bool
    private var isEmpty = true
    /// An error of writing, kept for ``finish()``.
    private var failure: ReadingError?

    private static let flushLength = 1 << 16
    /// Comma, semicolon, tab, quote and line ends: whatever a spreadsheet takes as separator, a cell stays one.
    private static let quoted: [UInt8] = [0x2C, 0x3B, 0x09, 0x22, 0x0A, 0x0D]

    /// A file to be made; what is there already is replaced at the end.
    ///
    /// - Parameter isKeptEmpty: whether there shall be a file also where no row was rejected.
    public init(path: String, isKeptEmpty: Bool = true) throws(ReadingError) {
        let made = try RejectSink.makePartialFile(beside: path)
        self.path = path
        partialPath = made.path
        descriptor = made.descriptor
        self.isKeptEmpty = isKeptEmpty
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished { unlink(partialPath) }
    }

    /// Makes a file of a name that nobody can foresee, and never through a link that lies there: in a folder that others write to,
    /// they cannot have the rows put elsewhere.
    private static func makePartialFile(beside path: String) throws(ReadingError) -> (path: String, descriptor: Int32) {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<16 {
            let name = "\(path).\(String(UInt64.random(in: .min ... .max, using: &random), radix: 36)).partial"
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 { return (name, descriptor) }
            if errno != EEXIST { break }
        }
        throw failed(path)
    }

    /// Adds a row.
    mutating func add(file: String, line: Int, column: String, reason: String, row: UnsafeRawBufferPointer) {
        isEmpty = false
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
        // What is not finished is taken away again.
        if isEmpty, !isKeptEmpty { return }
        flush()
        if let failure { throw failure }
        // A full disk may show only now; a name must never stand for rows that are not there.
        if fsync(descriptor) != 0 { throw RejectSink.failed(path) }
        let closing = close(descriptor)
        descriptor = -1
        if closing != 0 { throw RejectSink.failed(path) }
        if rename(partialPath, path) != 0 { throw RejectSink.failed(path) }
        isFinished = true
    }

    private mutating func append(_ text: [UInt8]) {
        // Opened in a spreadsheet, a cell that begins so would be a formula.
        let isFormula = SpreadsheetFormula.begins(text)
        guard text.contains(where: { Self.quoted.contains($0) }) else {
            if isFormula { buffer.append(0x27) }
            buffer.append(contentsOf: text)
            return
        }
        buffer.append(0x22)
        if isFormula { buffer.append(0x27) }
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
                failure = RejectSink.failed(path)
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failed(_ path: String) -> ReadingError {
        ReadingError(.outputFailed, file: path, "the file of rejected rows cannot be written: \(FileBytes.text(ofError: errno))")
    }
}
