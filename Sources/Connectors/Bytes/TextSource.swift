/// The text of a file in UTF-8, from some place in its sample on.
struct TextSource: ~Copyable {
    private var bytes: ByteSource
    private let encoding: TextEncoding
    private var utf16: UTF16Decoder?
    /// What of the sample is left to hand out: still to be decoded where the encoding is of one byte a character.
    private var pending: [UInt8]
    private var pendingStart = 0
    private let raw: UnsafeMutableRawBufferPointer
    private var hasEnded = false

    private static let rawLength = 1 << 16

    /// Text in some encoding. `pending` is what follows the header in the sample, UTF-16 already decoded by `decoder`.
    init(_ bytes: consuming ByteSource, encoding: TextEncoding, decoder: UTF16Decoder?, pending: [UInt8]) {
        self.bytes = bytes
        self.encoding = encoding
        self.pending = pending
        utf16 = decoder
        raw = .allocate(byteCount: TextSource.rawLength, alignment: 16)
    }

    deinit {
        raw.deallocate()
    }

    /// The name of the file as given.
    var path: String { bytes.path }
    /// Bytes read of the file, as it lies on the disk.
    var bytesRead: Int { bytes.bytesRead }
    /// The file's length on the disk, where it has one.
    var length: Int? { bytes.length }

    /// How much more than asked for ``read(into:count:)`` may write: what one character can grow by.
    static let slack = 16

    /// Reads about `count` bytes of text, and never more than ``slack`` beyond; 0 means that the text has ended.
    mutating func read(into output: UnsafeMutablePointer<UInt8>, count: Int) throws(ReadingError) -> Int {
        while !hasEnded {
            let written = pendingStart < pending.count ? handOutPending(output, count) : try readOn(output, count)
            if written > 0 { return written }
        }
        return 0
    }

    private mutating func handOutPending(_ output: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var written = 0
        pending.withUnsafeBytes { all in
            switch encoding {
            case .utf8, .utf16:
                written = min(count, all.count - pendingStart)
                UnsafeMutableRawBufferPointer(start: output, count: written)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[pendingStart..<pendingStart + written]))
                pendingStart += written
            case .singleByte(let table):
                let taken = min(max(1, count / SingleByteTable.largestGrowth), all.count - pendingStart)
                let part = UnsafeRawBufferPointer(rebasing: all[pendingStart..<pendingStart + taken])
                written = table.decode(part, into: output)
                pendingStart += taken
            }
        }
        if pendingStart == pending.count {
            pending = []
            pendingStart = 0
        }
        return written
    }

    private mutating func readOn(_ output: UnsafeMutablePointer<UInt8>, _ count: Int) throws(ReadingError) -> Int {
        if case .utf8 = encoding {
            let filled = try bytes.readPastSample(into: UnsafeMutableRawBufferPointer(start: output, count: count))
            hasEnded = filled == 0
            return filled
        }
        let wanted = max(1, min(TextSource.rawLength, count / 4))
        let part = UnsafeMutableRawBufferPointer(rebasing: raw[0..<wanted])
        let filled = try bytes.readPastSample(into: part)
        hasEnded = filled == 0
        if hasEnded, utf16?.isInsideCharacter == true {
            throw ReadingError(
                .badData, file: path, "the file ends in the middle of a character of UTF-16: it was cut off",
                advice: "Export or copy the file again.", because: .cutOff)
        }
        return decode(UnsafeRawBufferPointer(rebasing: raw[0..<filled]), into: output)
    }

    private mutating func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>) -> Int {
        switch encoding {
        case .utf8: return 0
        case .singleByte(let table):
            return table.decode(input, into: output)
        case .utf16(let isLittleEndian):
            var decoder = utf16 ?? UTF16Decoder(isLittleEndian: isLittleEndian)
            defer { utf16 = decoder }
            return decoder.decode(input, into: output)
        }
    }
}
