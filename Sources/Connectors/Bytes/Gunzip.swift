import CZlib

/// Undoes gzip (RFC 1952) as the bytes come: any number of members one after another, zero bytes after the last are padding.
struct Gunzip: ~Copyable {
    /// The gzip magic number and its only method of compression.
    static let signature: [UInt8] = [0x1F, 0x8B, 0x08]

    private var stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var pending: Range<Int> = 0..<0
    /// Between two members, where the file may end.
    private var isBetweenMembers = false
    private var hasEnded = false

    /// `start` are bytes that were read to recognise the file.
    init(start: UnsafeRawBufferPointer, file: String) throws(ReadingError) {
        input = .allocate(byteCount: max(start.count, 1 << 17), alignment: 16)
        input.copyMemory(from: start)
        pending = 0..<start.count
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 16 asks for the gzip wrapper and its checksum, 15 for the largest window.
        let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw ReadingError(.inputFailed, file: file, "there is no memory to undo gzip") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Fills the buffer as far as the file reaches; fewer bytes than asked for means that the file has ended.
    mutating func read(from file: inout FileBytes, into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        guard let output = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
        var filled = 0
        while filled < buffer.count, !hasEnded {
            if pending.isEmpty {
                pending = 0..<(try file.read(into: input))
                if pending.isEmpty {
                    guard isBetweenMembers else { throw Self.truncated(file.path) }
                    hasEnded = true
                    break
                }
            }
            if isBetweenMembers {
                try beginMember(file.path)
                continue
            }
            filled += try inflateSome(into: output + filled, count: buffer.count - filled, path: file.path)
        }
        return filled
    }

    private mutating func inflateSome(into output: UnsafeMutablePointer<UInt8>, count: Int, path: String) throws(ReadingError) -> Int {
        let available = min(pending.count, Int(UInt32.max))
        let room = min(count, Int(UInt32.max))
        stream.pointee.next_in = input.baseAddress?.advanced(by: pending.lowerBound).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = output
        stream.pointee.avail_out = UInt32(room)
        let status = inflate(stream, Z_NO_FLUSH)
        pending = (pending.lowerBound + available - Int(stream.pointee.avail_in))..<pending.upperBound
        let written = room - Int(stream.pointee.avail_out)
        switch status {
        case Z_OK: break
        case Z_STREAM_END: isBetweenMembers = true
        // Neither input nor room was left: the next turn brings some.
        case Z_BUF_ERROR where pending.isEmpty: break
        default:
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "it cannot be decompressed"
            throw ReadingError(
                .badData, file: path, "the gzip data is damaged: \(reason)", advice: "Export or download the file again.",
                because: .gzipDamaged)
        }
        return written
    }

    /// What follows a member is another one, or padding with zeros.
    private mutating func beginMember(_ path: String) throws(ReadingError) {
        while let first = pending.first, input[first] == 0 { pending.removeFirst() }
        guard let first = pending.first else { return }
        guard input[first] == Self.signature[0] else {
            throw ReadingError(
                .badData, file: path, "after the end of the gzip data there are other bytes", advice: "Export or download the file again.",
                because: .gzipDamaged)
        }
        inflateReset(stream)
        isBetweenMembers = false
    }

    private static func truncated(_ path: String) -> ReadingError {
        ReadingError(
            .badData, file: path, "the file ends in the middle of its gzip data",
            advice: "Export or download the file again; it was cut off.", because: .cutOff)
    }
}
