import JSON

/// One thing that is wrong with a request, as JSON:API writes it.
struct ErrorObject: Sendable, Equatable {
    /// Where the fault stands.
    enum Source: Sendable, Equatable {
        /// A place in the body, as a JSON pointer: `/data/attributes/email`.
        case pointer(String)
        /// A parameter of the query, or a header: `filter`.
        case parameter(String)
    }

    var code: ErrorCode
    /// What is wrong here, and what to do.
    var detail: String
    var source: Source
    /// What programs need to go on, such as the id of the profile that is already there.
    var meta: [String: String]

    init(_ code: ErrorCode, _ detail: String, at source: Source = .pointer("/data/"), meta: [String: String] = [:]) {
        self.code = code
        self.detail = detail
        self.source = source
        self.meta = meta
    }

    func write(to json: inout JSONWriter, status: Int, id: String) {
        json.beginObject()
        json.member("id", id)
        json.member("status", status)
        json.member("code", code.rawValue)
        json.member("title", code.title)
        json.member("detail", detail)
        json.key("source")
        json.beginObject()
        switch source {
        case .pointer(let place): json.member("pointer", place)
        case .parameter(let name): json.member("parameter", name)
        }
        json.endObject()
        json.key("links")
        json.beginObject()
        json.endObject()
        json.key("meta")
        json.beginObject()
        for (key, value) in meta.sorted(by: { $0.key < $1.key }) { json.member(key, value) }
        json.endObject()
        json.endObject()
    }
}

/// What kinds of faults there are: Klaviyo's words, on which clients decide what to do.
enum ErrorCode: String, Sendable, CaseIterable {
    case invalid
    case notAuthenticated = "not_authenticated"
    case permissionDenied = "permission_denied"
    case notFound = "not_found"
    case methodNotAllowed = "method_not_allowed"
    case notAcceptable = "not_acceptable"
    case requestTimeout = "request_timeout"
    case conflict = "conflict"
    case duplicateProfile = "duplicate_profile"
    case payloadTooLarge = "payload_too_large"
    case unsupportedMediaType = "unsupported_media_type"
    case throttled
    case error
    case unavailable = "service_unavailable"

    /// The same for every error of this code.
    var title: String {
        switch self {
        case .invalid: "Invalid input."
        case .notAuthenticated: "Authentication credentials were not provided or are incorrect."
        case .permissionDenied: "You do not have permission to perform this action."
        case .notFound: "Not found."
        case .methodNotAllowed: "Method not allowed."
        case .notAcceptable: "Not acceptable."
        case .requestTimeout: "The request took too long to arrive."
        case .conflict, .duplicateProfile: "Conflict."
        case .payloadTooLarge: "Payload too large."
        case .unsupportedMediaType: "Unsupported media type."
        case .throttled: "Request was throttled."
        case .error: "A server error occurred."
        case .unavailable: "The server cannot take this request right now."
        }
    }
}
