import HTTPTypes
import JSON

/// A request that is refused: thrown by handlers, answered with JSON:API error objects.
struct APIError: Error, Sendable {
    var status: HTTPResponse.Status
    var errors: [ErrorObject]
    /// Seconds after which another try may succeed.
    var retryAfterInSeconds: Int?
    /// Methods that the path has, for 405.
    var allowed: [HTTPRequest.Method] = []
    /// Whether the connection cannot be used on, because a body was not read to its end.
    var closesConnection = false

    init(_ status: HTTPResponse.Status, _ errors: [ErrorObject], retryAfterInSeconds: Int? = nil) {
        self.status = status
        self.errors = errors
        self.retryAfterInSeconds = retryAfterInSeconds
    }

    /// 400 with several faults.
    static func invalid(_ faults: [ErrorObject]) -> APIError { APIError(.badRequest, faults) }

    /// 400 with one fault at a place of the body.
    static func invalid(_ detail: String, pointer: String) -> APIError {
        APIError(.badRequest, [ErrorObject(.invalid, detail, at: .pointer(pointer))])
    }

    /// 400 with one fault in a parameter of the query, or a header.
    static func invalid(_ detail: String, parameter: String) -> APIError {
        APIError(.badRequest, [ErrorObject(.invalid, detail, at: .parameter(parameter))])
    }

    /// 404: the path names something that is not there. An id of another kind, or one never given out, reads the same.
    static func notFound(_ kind: String, id: some StringProtocol) -> APIError {
        APIError(
            .notFound,
            [ErrorObject(.notFound, "\("aeio".contains(kind.prefix(1)) ? "An" : "A") \(kind) with id \(id.prefix(100)) does not exist.")])
    }

    /// 404 for a path that nothing answers.
    static var noSuchPath: APIError {
        APIError(.notFound, [ErrorObject(.notFound, "There is nothing at this path. /openapi.json lists what there is.")])
    }

    /// 400: a request names one host (RFC 9112, 3.2).
    static var oneHost: APIError {
        var error = invalid("A request has one header Host.", parameter: "Host")
        error.closesConnection = true
        return error
    }

    /// 409: another profile has one of the identifiers.
    static func duplicateProfile(id: String) -> APIError {
        APIError(
            .conflict,
            [
                ErrorObject(
                    .duplicateProfile, "A profile already exists with one of these identifiers.", at: .pointer("/data/attributes"),
                    meta: ["duplicate_profile_id": id])
            ])
    }

    /// 409: what is asked cannot be done as things are.
    static func conflict(_ detail: String, pointer: String = "/data/") -> APIError {
        APIError(.conflict, [ErrorObject(.conflict, detail, at: .pointer(pointer))])
    }

    /// 401.
    static func notAuthenticated(_ detail: String) -> APIError {
        APIError(.unauthorized, [ErrorObject(.notAuthenticated, detail)])
    }

    /// 403: the key is known, and lacks some scopes.
    static func missingScope(_ scopes: [Scope]) -> APIError {
        let names = scopes.map(\.rawValue).joined(separator: ", ")
        return APIError(.forbidden, [ErrorObject(.permissionDenied, "The key lacks the scope\(scopes.count == 1 ? "" : "s") \(names).")])
    }

    /// 403 for another reason.
    static func permissionDenied(_ detail: String) -> APIError {
        APIError(.forbidden, [ErrorObject(.permissionDenied, detail)])
    }

    /// 413.
    static func tooLarge(limitInBytes: Int) -> APIError {
        var error = APIError(
            .contentTooLarge,
            [ErrorObject(.payloadTooLarge, "The body is larger than the \(limitInBytes) bytes that are taken here.")])
        error.closesConnection = true
        return error
    }

    /// 415.
    static var unsupportedMediaType: APIError {
        APIError(
            .unsupportedMediaType,
            [
                ErrorObject(
                    .unsupportedMediaType, "Send the body as application/vnd.api+json or application/json, uncompressed, in UTF-8.",
                    at: .parameter("Content-Type"))
            ])
    }

    /// 429.
    static func throttled(retryAfterInSeconds seconds: Int) -> APIError {
        APIError(
            .tooManyRequests,
            [ErrorObject(.throttled, "Request was throttled. Expected available in \(seconds) second\(seconds == 1 ? "" : "s").")],
            retryAfterInSeconds: seconds)
    }

    /// 503: try again later.
    static func unavailable(_ detail: String, retryAfterInSeconds seconds: Int = 5) -> APIError {
        APIError(.serviceUnavailable, [ErrorObject(.unavailable, detail)], retryAfterInSeconds: seconds)
    }

    /// 500, which says nothing of the inside: the log has the rest under the request's id.
    static func internalError(requestID: String) -> APIError {
        APIError(
            .internalServerError,
            [ErrorObject(.error, "Something went wrong here. The server's log says more under the request id \(requestID).")])
    }

    /// The document, under the request's id.
    func document(requestID: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("errors")
        json.beginArray()
        for (place, error) in errors.enumerated() {
            error.write(to: &json, status: status.code, id: place == 0 ? requestID : "\(requestID)-\(place + 1)")
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}
