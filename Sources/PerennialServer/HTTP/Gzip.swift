import CZlib
import HTTPTypes
import NIOCore

/// Makes answers smaller for clients that can undo it.
enum Gzip {
    /// Smaller answers fit in one packet as they are.
    static let fewestBytes = 1_400

    /// Compresses text of some size, where the client takes gzip. Level 1: pages and lists shrink to a fifth for little work.
    static func compress(_ response: inout APIResponse, accepted: String?) {
        guard case .bytes(let buffer) = response.content, buffer.readableBytes >= fewestBytes, response.headers[.contentEncoding] == nil,
            let type = response.headers[.contentType], isText(type)
        else { return }
        response.headers[.vary] = response.headers[.vary].map { $0 + ", Accept-Encoding" } ?? "Accept-Encoding"
        guard let accepted, accepts(accepted), let smaller = buffer.withUnsafeReadableBytes({ deflated($0) }),
            smaller.count < buffer.readableBytes
        else { return }
        response.content = .bytes(ByteBuffer(bytes: smaller))
        response.headers[.contentEncoding] = "gzip"
    }

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("application/vnd.api+json")
            || type.hasPrefix("image/svg+xml")
    }

    /// Whether `Accept-Encoding` names gzip, and not to refuse it.
    static func accepts(_ header: String) -> Bool {
        for part in header.split(separator: ",").prefix(20) {
            let sides = part.split(separator: ";")
            guard let name = sides.first?.trimmed.lowercased(), name == "gzip" || name == "*" else { continue }
            return !sides.dropFirst().contains { quality in
                let text = quality.trimmed.lowercased()
                return text.hasPrefix("q=") && Double(text.dropFirst(2)) == 0
            }
        }
        return false
    }

    /// The bytes as gzip; `nil` where zlib has no memory.
    static func deflated(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard bytes.count < Int(UInt32.max) / 2 else { return nil }
        var stream = z_stream()
        // 16 asks for the gzip wrapper, 15 for the largest window.
        let begun = deflateInit2_(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard begun == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, UInt(bytes.count)))
        var status = Z_STREAM_ERROR
        let result = [UInt8](unsafeUninitializedCapacity: most) { output, count in
            // zlib reads through a pointer that is not const, and does not write to it.
            stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.avail_in = UInt32(bytes.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(most)
            status = deflate(&stream, Z_FINISH)
            count = most - Int(stream.avail_out)
        }
        return status == Z_STREAM_END ? result : nil
    }
}
