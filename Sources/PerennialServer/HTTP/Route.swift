import HTTPTypes

/// One endpoint: where it is, who may call it, what it takes and gives, and what answers it.
///
/// How to add an endpoint. A folder `API/<Resource>/` holds one type per resource, which builds its routes from what it needs (the shop) and is
/// named in the list that the server is started with:
///
/// ```swift
/// struct ListRoutes: RouteGroup {
///     let shop: Shop
///
///     var routes: [Route] {
///         [
///             Route(
///                 .get, "/api/lists/{id}", "Get List", access: .key(.listsRead), rate: .large,
///                 query: QueryRules(fields: ["list": ["name", "created", "updated"]]),
///                 answers: [.document(.ok, .resource("list", id: true, attributes: Self.attributes))],
///                 handler: get),
///             Route(
///                 .post, "/api/lists", "Create List", access: .key(.listsWrite), rate: .medium,
///                 body: .json(.document(.resource("list", attributes: [.init("name", .string(longest: 100), isRequired: true)]))),
///                 answers: [.document(.created, .resource("list", id: true, attributes: Self.attributes))],
///                 handler: create),
///         ]
///     }
///
///     func create(_ request: APIRequest) async throws -> APIResponse {
///         let body = try await request.resource(type: "list")
///         body.attributes.allow(only: ["name"])
///         let name = body.attributes.string("name", isRequired: true, longest: 100, shortest: 1)
///         try body.check()
///         guard let name else { return .empty }                      // check() has thrown where it is missing
///         let list = try await shop.createList(name: name)
///         return request.document(.created) { document in
///             document.data { $0.write(list) }
///         }
///     }
/// }
/// ```
///
/// Whatever the handler needs has been checked before: the key and its scope, the rate, the query by `query`, the type and size of the body by
/// `body`. It throws an `APIError` for what it refuses; anything else that is thrown becomes a 500 with the request's id, and a line in the log.
/// Paths are written without a slash at the end; requests may have one. What `/openapi.json` says of the endpoint comes from here and nowhere
/// else.
struct Route: Sendable {
    /// Who may call.
    enum Access: Sendable, Equatable {
        /// Whoever holds a key with the scope, and with others where the endpoint speaks of more than one kind of thing.
        case key(Scope, and: [Scope] = [])
        /// Browsers: `company_id` in the query names the shop. Gets the headers that let pages of other origins call it.
        case company
        /// Everybody.
        case open

        /// The scopes that a key must have; none where no key is needed.
        var scopes: [Scope] {
            switch self {
            case .key(let first, let others): [first] + others
            case .company, .open: []
            }
        }
    }

    /// What a request's body may be.
    enum Body: Sendable {
        /// None: what is sent is not read.
        case none
        /// JSON of this form, up to a size.
        case json(Schema, mostBytes: Int = 100_000)
        /// Bytes of any type, which the handler checks: signed webhooks, forms.
        case bytes(mostBytes: Int)

        var mostBytes: Int {
            switch self {
            case .none: 0
            case .json(_, let most), .bytes(let most): most
            }
        }
    }

    /// What success looks like.
    enum Answer: Sendable {
        /// Nothing but the status.
        case empty(HTTPResponse.Status)
        /// A JSON:API document whose `data` is one resource.
        case document(HTTPResponse.Status, Schema)
        /// A JSON:API document whose `data` is a list of resources, with links.
        case collection(Schema)
        /// JSON of another form.
        case json(HTTPResponse.Status, Schema)
        /// Anything else, by its media type.
        case other(HTTPResponse.Status, mediaType: String)
    }

    typealias Handler = @Sendable (APIRequest) async throws -> APIResponse

    var method: HTTPRequest.Method
    /// `/api/lists/{id}`: segments in braces are parameters.
    var path: String
    /// A few words, as Klaviyo calls the operation.
    var summary: String
    var access: Access
    var rate: RateTier
    var query: QueryRules
    var body: Body
    var answers: [Answer]
    var handler: Handler
    /// Another tier where a query asks for more than usual, such as predictive analytics.
    var slowerRate: (@Sendable (Query) -> RateTier?)?
    /// Whether the endpoint is left out of `/openapi.json`: pages.
    var isHidden: Bool

    init(
        _ method: HTTPRequest.Method, _ path: String, _ summary: String, access: Access, rate: RateTier = .none, query: QueryRules = .none,
        body: Body = .none, answers: [Answer], slowerRate: (@Sendable (Query) -> RateTier?)? = nil, isHidden: Bool = false,
        handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.access = access
        self.rate = rate
        self.query = query
        self.body = body
        self.answers = answers
        self.slowerRate = slowerRate
        self.isHidden = isHidden
        self.handler = handler
        if access == .company {
            self.query.parameters.append(
                .init(name: "company_id", schema: .string(longest: 100), isRequired: true, description: "The shop's public id."))
        }
    }
}

/// The endpoints of a resource.
protocol RouteGroup: Sendable {
    var routes: [Route] { get }
}
