import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

/// A file as an answer, read as it is sent: memory stays flat however large it is.
enum FileResponse {
    private static let bytesAtOnce = 256 << 10

    /// The answer; `nil` where there is no such file.
    static func response(_ path: String, mediaType: String, name: DownloadName) -> APIResponse? {
        guard let file = OpenFile(path) else { return nil }
        let headers: HTTPFields = [
            .contentType: mediaType, .contentLength: String(file.size), .contentDisposition: name.disposition,
            .cacheControl: "no-store",
        ]
        return APIResponse(
            status: .ok, headers: headers,
            content: .stream { writer in
                var rest = file.size
                while rest > 0 {
                    // It was whole when it was opened: one that ends before was cut, and the connection is closed on an answer that is short.
                    guard let bytes = file.read(min(rest, bytesAtOnce)), !bytes.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
                    rest -= bytes.count
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
                try await writer.finish(nil)
            })
    }

    /// A file that stays readable while it is open, also once it was removed.
    private final class OpenFile: Sendable {
        let descriptor: Int32
        let size: Int

        init?(_ path: String) {
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                return nil
            }
            self.descriptor = descriptor
            size = Int(status.st_size)
        }

        deinit { close(descriptor) }

        func read(_ most: Int) -> [UInt8]? {
            var got = -1
            let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
                repeat { got = Foundation.read(descriptor, buffer.baseAddress, most) } while got < 0 && errno == EINTR
                count = max(0, got)
            }
            return got < 0 ? nil : bytes
        }
    }
}
