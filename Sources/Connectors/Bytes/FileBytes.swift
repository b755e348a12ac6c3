#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file or standard input, read in order; or bytes that are there already.
///
/// Never mapped into memory: a mapped file counts in the process' peak memory, and a file cut short while mapped kills the process.
struct FileBytes: ~Copyable {
    /// The name as given; empty where there is no file.
    let path: String
    /// The file's length where it has one.
    let length: Int?
    /// Where the system reads it; `nil` for bytes that are there.
    private let descriptor: Int32?
    /// Those that are there.
    private let held: [UInt8]
    /// How many bytes were read so far.
    private(set) var bytesRead = 0

    /// Opens a file; `-` is standard input.
    init(path: String) throws(ReadingError) {
        // Opened before anything is kept: a file that fails to open leaves nothing half made to be destroyed.
        let opened = try FileBytes.openForReading(path)
        self.path = path
        descriptor = opened
        held = []
        length = FileBytes.lengthOfRegularFile(opened)
        #if os(Linux)
            posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
        #endif
    }

    /// Bytes that are there, such as a text that was pasted.
    init(_ bytes: [UInt8]) {
        path = ""
        descriptor = nil
        held = bytes
        length = bytes.count
    }

    deinit {
        if let descriptor, descriptor != 0 { close(descriptor) }
    }

    /// Fills the buffer as far as the file reaches; fewer bytes than asked for means that the file has ended.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        guard let descriptor else {
            let part = held[bytesRead...].prefix(buffer.count)
            buffer.copyBytes(from: part)
            bytesRead += part.count
            return part.count
        }
        var filled = 0
        while filled < buffer.count {
            let count = systemRead(descriptor, start + filled, buffer.count - filled)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw ReadingError(.inputFailed, file: path, "reading broke off: \(FileBytes.text(ofError: errno))")
            }
            filled += count
        }
        bytesRead += filled
        return filled
    }

    private static func openForReading(_ path: String) throws(ReadingError) -> Int32 {
        if path == "-" { return 0 }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw ReadingError(.inputMissing, file: path, "the file cannot be opened: \(text(ofError: errno))")
        }
        var status = stat()
        if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw ReadingError(.inputMissing, file: path, "this is a folder, not a file")
        }
        return opened
    }

    private static func lengthOfRegularFile(_ descriptor: Int32) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// What the system says about an error number.
    static func text(ofError number: Int32) -> String {
        String(cString: strerror(number))
    }
}

/// `read(2)`, out of reach of the method of the same name.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
