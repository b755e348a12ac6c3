import HTTPTypes
import HummingbirdCore
import NIOCore

/// What a handler answers.
struct APIResponse: Sendable {
    /// What follows the headers.
    enum Content: Sendable {
        case none
        case bytes(ByteBuffer)
        /// Written bit by bit: exports that are too large to hold.
        case stream(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    var status: HTTPResponse.Status
    var headers: HTTPFields
    var content: Content

    /// 204: done, and nothing to say.
    static var empty: APIResponse { .status(.noContent) }

    /// A status without content: 202 for what was taken and will be done.
    static func status(_ status: HTTPResponse.Status) -> APIResponse {
        APIResponse(status: status, headers: [:], content: .none)
    }

    init(status: HTTPResponse.Status, headers: HTTPFields, content: Content) {
        self.status = status
        self.headers = headers
        self.content = content
    }

    /// Content in whole.
    init(_ status: HTTPResponse.Status, bytes: [UInt8], mediaType: String) {
        self.init(status: status, headers: [.contentType: mediaType], content: .bytes(ByteBuffer(bytes: bytes)))
    }

    /// Text in whole, a page for example.
    init(_ status: HTTPResponse.Status, text: String, mediaType: String) {
        self.init(status: status, headers: [.contentType: mediaType], content: .bytes(ByteBuffer(string: text)))
    }

    /// On to another address, by GET.
    static func redirect(to address: String) -> APIResponse {
        APIResponse(status: .seeOther, headers: [.location: address], content: .none)
    }

    /// The bytes of the content, where they are known before it is sent.
    var byteCount: Int? {
        switch content {
        case .none: 0
        case .bytes(let buffer): buffer.readableBytes
        case .stream: nil
        }
    }
}
