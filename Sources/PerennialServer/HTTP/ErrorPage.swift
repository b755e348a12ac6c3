import Facts
import HTTPTypes

/// A request that was refused before a page took it, as far as it is known.
struct RefusedRequest: Sendable {
    /// By which the server's log names it.
    let id: String
    /// The path and query that were asked for.
    let target: String
    let headers: HTTPFields
    let now: Instant
}

/// Tells people of an error on a page.
typealias ErrorPage = @Sendable (APIError, RefusedRequest) -> APIResponse
