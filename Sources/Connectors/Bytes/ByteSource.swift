/// The bytes of a file or of standard input, gzip undone.
struct ContentBytes: ~Copyable {
    private var file: FileBytes
    private var gunzip: Gunzip?
    /// What was read to see whether the file is compressed, and is not.
    private var start: [UInt8]

    /// The content of a file.
    init(_ file: consuming FileBytes) throws(ReadingError) {
        // All that can fail comes before the first assignment: a value that is never copied must be whole or not be at all.
        var opened = file
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Gunzip.signature.count, alignment: 1)
        defer { buffer.deallocate() }
        let filled = try opened.read(into: buffer)
        let beginning = Array(buffer[0..<filled])
        let isGzip = beginning == Gunzip.signature
        let decoder = isGzip ? try Gunzip(start: UnsafeRawBufferPointer(buffer), file: opened.path) : nil
        self.file = opened
        gunzip = decoder
        start = isGzip ? [] : beginning
    }

    /// The name as given.
    var path: String { file.path }
    /// Whether gzip is undone.
    var isGzip: Bool { gunzip != nil }
    /// Bytes read of the file, as it lies on the disk.
    var bytesRead: Int { file.bytesRead }
    /// The file's length on the disk, where it has one.
    var length: Int? { file.length }

    /// Fills the buffer as far as the content reaches; fewer bytes than asked for means that it has ended.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        if gunzip != nil { return try gunzip?.read(from: &file, into: buffer) ?? 0 }
        let first = min(start.count, buffer.count)
        guard first > 0 else { return try file.read(into: buffer) }
        buffer.copyBytes(from: start[0..<first])
        start.removeFirst(first)
        return first + (try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[first...])))
    }
}

/// The bytes of a file with a sample of the beginning at hand.
struct ByteSource: ~Copyable {
    /// How much of the beginning is looked at to understand a file.
    static let sampleLength = 1 << 20

    private var content: ContentBytes
    /// The beginning of the content, as long as it is not handed out.
    private(set) var sample: [UInt8]
    /// Whether the sample is all there is.
    let isWhole: Bool

    /// Looks at a file and refuses what is plainly no text.
    init(_ file: consuming FileBytes) throws(ReadingError) {
        var opened = try ContentBytes(file)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteSource.sampleLength, alignment: 16)
        defer { buffer.deallocate() }
        let filled = try opened.read(into: buffer)
        let start = UnsafeRawBufferPointer(rebasing: buffer[0..<filled])
        if let refusal = FileSignature.refusal(of: start, file: opened.path) { throw refusal }
        content = opened
        sample = Array(start)
        isWhole = filled < ByteSource.sampleLength
    }

    /// The name as given.
    var path: String { content.path }
    /// Whether gzip is undone.
    var isGzip: Bool { content.isGzip }
    /// Bytes read of the file, as it lies on the disk.
    var bytesRead: Int { content.bytesRead }
    /// The file's length on the disk, where it has one.
    var length: Int? { content.length }

    /// Fills the buffer with what follows the sample; fewer bytes than asked for means that the content has ended.
    mutating func readPastSample(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        isWhole ? 0 : try content.read(into: buffer)
    }

    /// Hands the sample over, so that it is kept in one place only.
    mutating func takeSample() -> [UInt8] {
        let taken = sample
        sample = []
        return taken
    }
}
