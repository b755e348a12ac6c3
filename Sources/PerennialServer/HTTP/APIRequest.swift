import Facts
import HTTPTypes
import JSON
import Logging
import NIOCore

/// A request that has passed the gate: its endpoint is known, its key may call it, its query is read.
struct APIRequest: Sendable {
    let method: HTTPRequest.Method
    /// The path as it was sent, without the query.
    let path: String
    /// The template of the endpoint: `/api/lists/{id}`.
    let template: String
    let parameters: PathParameters
    let query: Query
    let headers: HTTPFields
    /// Names the request in logs and errors.
    let id: String
    /// The key that calls; `nil` where none is needed.
    let key: APIKey?
    /// When the request began.
    let now: Instant
    let baseLogger: Logger
    let peer: Peer
    /// Where links point to: `https://shop.example`.
    let baseURL: String
    let cursors: CursorCoding
    let content: RequestContent

    /// Writes lines that carry the request's id.
    var logger: Logger {
        var logger = baseLogger
        logger[metadataKey: "request_id"] = "\(id)"
        return logger
    }

    /// Where the request came from, for audit and proofs of consent; `nil` where that is not known.
    var clientAddress: String? { peer.address(headers) }

    /// The network that the request came from, for limits.
    var network: Network { peer.network(headers) }

    // The body

    /// The body's bytes. 413 beyond the endpoint's limit.
    func bytes() async throws(APIError) -> ByteBuffer {
        try await content.collect()
    }

    /// The body as JSON. 415 for another type, 400 for what is no JSON.
    func json() async throws(APIError) -> JSONDocument {
        try RequestContent.checkIsJSON(headers)
        let buffer = try await content.collect()
        return try buffer.withUnsafeReadableBytes { (bytes) throws(APIError) -> JSONDocument in
            guard !bytes.isEmpty else { throw .invalid("A body is required.", pointer: "/data") }
            do throws(JSONError) {
                return try JSONDocument(bytes)
            } catch {
                throw .invalid("The body is not JSON that can be read: \(error.description)", pointer: "/data")
            }
        }
    }

    /// The body as a JSON:API document with one resource of a type. `id` is the path's, where the body must repeat it.
    func resource(type: String, id: String? = nil, attributesRequired: Bool = true) async throws(APIError) -> ResourceBody {
        try ResourceBody(try await json(), type: type, id: id, attributesRequired: attributesRequired)
    }

    /// The body as a JSON:API document with many references; their ids.
    func references(type: String, least: Int = 1, most: Int) async throws(APIError) -> [String] {
        let root = BodyReader(root: try await json().root)
        var ids: [String]?
        if root.isObject() { ids = root.references("data", type: type, least: least, most: most) }
        try root.check()
        return ids ?? []
    }

    // Answers

    /// A JSON:API document.
    func document<E: Error>(
        _ status: HTTPResponse.Status = .ok, _ write: (inout DocumentWriter) throws(E) -> Void
    ) throws(E) -> APIResponse {
        var writer = DocumentWriter(query: query, baseURL: baseURL)
        try write(&writer)
        return APIResponse(status, bytes: writer.finish(), mediaType: MediaType.jsonAPI)
    }

    /// JSON of another form.
    func jsonAnswer<E: Error>(_ status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) throws(E) -> Void) throws(E) -> APIResponse {
        var writer = JSONWriter()
        try write(&writer)
        return APIResponse(status, bytes: writer.bytes, mediaType: MediaType.json)
    }

    /// The links of a page: itself, the next and the one before, with the query that was sent.
    func pageLinks(next: Cursor? = nil, previous: Cursor? = nil) -> PageLinks {
        PageLinks(
            own: link(cursor: nil, keepsCursor: true), next: next.map { link(cursor: $0) }, previous: previous.map { link(cursor: $0) })
    }

    private func link(cursor: Cursor?, keepsCursor: Bool = false) -> String {
        var parts: [String] = []
        for (name, value) in query.text.pairs {
            if !keepsCursor, name == "page[cursor]" || name == "page_cursor" { continue }
            parts.append(PercentCoding.encode(name) + "=" + PercentCoding.encode(value))
        }
        if let cursor {
            parts.append(
                PercentCoding.encode("page[cursor]") + "=" + cursors.text(cursor, context: QueryRules.context(template, query.sort)))
        }
        return baseURL + path + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

/// Where a page of a collection lies.
struct PageLinks: Sendable {
    var own: String
    var next: String?
    var previous: String?
}
