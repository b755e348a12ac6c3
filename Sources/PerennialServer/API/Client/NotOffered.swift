import HTTPTypes

/// What browsers can ask of Klaviyo and not of this server: each answers what is not offered, so that nobody looks for a mistake.
struct NotOffered: RouteGroup {
    private static let endpoints: [(method: HTTPRequest.Method, path: String, what: String)] = [
        (.get, "/client/reviews", "Reviews are"), (.post, "/client/reviews", "Reviews are"),
        (.get, "/client/review-values-reports", "Reports on reviews are"), (.get, "/client/geofences", "Geofences are"),
        (.post, "/client/push-tokens", "Push notifications are"), (.post, "/client/push-token-unregister", "Push notifications are"),
        (.post, "/client/back-in-stock-subscriptions", "Subscriptions to products that are back in stock are"),
        (.get, "/client/ip-allowlists/{id}", "Lists of allowed addresses are"),
    ]

    var routes: [Route] {
        Self.endpoints.map { method, path, what in
            Route(method, path, "Not offered", access: .company, rate: .medium, query: .anything, answers: [], isHidden: true) { _ in
                throw APIError(.notImplemented, [ErrorObject(.notFound, "\(what) not offered by this server.")])
            }
        }
    }
}
