/// Makes the page that tells people of an error: what was refused, and the request's id.
typealias ErrorPage = @Sendable (APIError, _ requestID: String) -> APIResponse
