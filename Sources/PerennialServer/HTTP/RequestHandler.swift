import Facts
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes

/// Takes each request from its head to the last byte of the answer, in one pass.
final class RequestHandler: Sendable {
    private let table: RouteTable
    private let gate: Gate
    private let meters: RequestMeters
    private let budget: ByteBudget
    private let cursors: CursorCoding
    private let clock: ServerClock
    private let logger: Logger
    private let options: ServerOptions
    private let ids = RequestIDs()
    private let dates = DateHeader()
    /// How people are told of errors: on a page. Programs get JSON:API.
    private let errorPage: ErrorPage?

    init(
        table: RouteTable, gate: Gate, meters: RequestMeters, budget: ByteBudget, options: ServerOptions, clock: ServerClock,
        logger: Logger,
        errorPage: ErrorPage? = nil
    ) {
        self.table = table
        self.gate = gate
        self.meters = meters
        self.budget = budget
        self.options = options
        self.clock = clock
        self.logger = logger
        self.errorPage = errorPage
        cursors = CursorCoding(secret: options.secret)
    }

    /// What is known of a request while it is answered.
    private struct Exchange {
        let id: String
        let startedInNanoseconds: UInt64
        let now: Instant
        var entry: RouteTable.Entry?
        var key: APIKey?
        var verdict: RateLimiter.Verdict?
    }

    func respond(to request: Request, _ writer: consuming ResponseWriter, _ channel: any NIOCore.Channel) async throws {
        var exchange = Exchange(
            id: ids.id(given: request.headers[.requestID]), startedInNanoseconds: clock.uptimeInNanoseconds(), now: clock.now())
        meters.began()
        var response: APIResponse
        do {
            response = try await answer(request, channel, &exchange)
        } catch let error as APIError {
            response = refusal(error, request, exchange)
        } catch {
            // What went wrong inside is for the log alone.
            logger.error(
                "request failed",
                metadata: [
                    "request_id": "\(exchange.id)", "route": "\(exchange.entry?.route.path ?? "-")",
                    "error": "\(String(reflecting: error))",
                ])
            response = refusal(.internalError(requestID: exchange.id), request, exchange)
        }
        let isHead = request.method == .head
        if let count = response.byteCount, count >= Gzip.fewestBytes {
            Gzip.compress(&response, accepted: request.headers[.acceptEncoding])
        }
        finish(&response, exchange, isHead: isHead)
        let sent = isHead ? 0 : response.byteCount ?? 0
        do {
            try await write(response, isHead: isHead, writer)
        } catch {
            record(request, exchange, response, sent: 0)
            throw error
        }
        record(request, exchange, response, sent: sent)
    }

    private func answer(_ request: Request, _ channel: any NIOCore.Channel, _ exchange: inout Exchange) async throws -> APIResponse {
        // The first host that is named is the authority: a second one is left among the headers.
        guard request.head.authority != nil, request.headers[.host] == nil else { throw APIError.oneHost }
        let target = request.head.path ?? "/"
        let end = target.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? target.endIndex
        let path = target[..<end]
        switch table.match(request.method, path) {
        case .nothing:
            throw APIError.noSuchPath
        case .otherMethods(let methods):
            if request.method == .options { return options(methods, path) }
            var error = APIError(
                .methodNotAllowed,
                [ErrorObject(.methodNotAllowed, "Method \"\(request.method.rawValue.prefix(20))\" not allowed.")])
            error.allowed = methods
            throw error
        case .found(let entry, let parameters):
            exchange.entry = entry
            exchange.key = try gate.key(for: entry, request.headers, now: exchange.now)
            let text = end == target.endIndex ? .empty : try QueryString(Self.query(of: target[end...]))
            if entry.route.access != .open {
                try Self.checkRevision(request.headers)
                if entry.route.access == .company { try gate.checkCompany(text) }
            }
            let milliseconds = Int64(exchange.startedInNanoseconds / 1_000_000)
            exchange.verdict = try gate.count(entry, key: exchange.key, tier: entry.route.rate, atMilliseconds: milliseconds)
            let query = try entry.route.query.read(text, context: entry.route.path, cursors: cursors)
            if let slower = entry.route.slowerRate?(query) {
                exchange.verdict = try gate.count(entry, key: exchange.key, tier: slower, variant: 1, atMilliseconds: milliseconds)
            }
            return try await entry.route.handler(apiRequest(request, path, entry, parameters, query, channel, exchange))
        }
    }

    private func apiRequest(
        _ request: Request, _ path: Substring, _ entry: RouteTable.Entry, _ parameters: PathParameters, _ query: Query,
        _ channel: any NIOCore.Channel, _ exchange: Exchange
    ) -> APIRequest {
        let announced = request.headers[.contentLength].flatMap(Int.init)
        var sayContinue: (@Sendable () async throws -> Void)?
        if let expected = request.headers[.expect], expected.lowercased() == "100-continue" {
            sayContinue = { try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue))) }
        }
        return APIRequest(
            method: request.method, path: String(path), template: entry.route.path, parameters: parameters, query: query,
            headers: request.headers, id: exchange.id, key: exchange.key, now: exchange.now, baseLogger: logger,
            peer: Peer(channel: channel, trustsProxy: options.trustsProxy, trustsNearProxy: options.trustsNearProxy),
            baseURL: baseURL(request), cursors: cursors,
            content: RequestContent(
                body: request.body, announced: announced, mostBytes: entry.route.body.mostBytes, budget: budget,
                sayContinue: sayContinue))
    }

    /// Where links point to.
    private func baseURL(_ request: Request) -> String {
        if let publicURL = options.publicURL { return publicURL }
        guard let host = request.head.authority, Self.isHost(host) else { return "http://\(options.host):\(options.port)" }
        if options.trustsProxy, request.headers[.forwardedProto] == "https" { return "https://" + host }
        return "http://" + host
    }

    /// Letters, digits and what else a host with a port has: nothing that ends a link.
    private static func isHost(_ text: String) -> Bool {
        guard (1...255).contains(text.utf8.count) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x3A, 0x41...0x5B, 0x5D, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
            default: false
            }
        }
    }

    private static func query(of rest: Substring) -> Substring {
        guard rest.utf8.first == UInt8(ascii: "?") else { return "" }
        return rest.dropFirst().prefix { $0 != "#" }
    }

    /// Any day is accepted as a revision, with a suffix such as `.pre`; what is no day is a mistake.
    static func checkRevision(_ headers: HTTPFields) throws(APIError) {
        guard let revision = headers[.revision] else { return }
        let day = revision.prefix(10)
        let suffix = revision.dropFirst(10)
        guard ShopDay(day) != nil, suffix.isEmpty || (suffix.first == "." && suffix.utf8.count <= 20) else {
            throw .invalid("The revision must be a day such as 2026-07-15.", parameter: "revision")
        }
    }

    // Answers

    private func refusal(_ error: APIError, _ request: Request, _ exchange: Exchange) -> APIResponse {
        var response: APIResponse
        if let errorPage, exchange.entry?.route.isHidden ?? true, request.headers[.accept]?.contains("text/html") == true {
            response = errorPage(
                error, RefusedRequest(id: exchange.id, target: request.head.path ?? "/", headers: request.headers, now: exchange.now))
            response.status = error.status
        } else {
            response = APIResponse(error.status, bytes: error.document(requestID: exchange.id), mediaType: MediaType.jsonAPI)
        }
        if let seconds = error.retryAfterInSeconds { response.headers[.retryAfter] = String(seconds) }
        if !error.allowed.isEmpty { response.headers[.allow] = error.allowed.map(\.rawValue).joined(separator: ", ") }
        if error.status == .unauthorized { response.headers[.wwwAuthenticate] = "Klaviyo-API-Key" }
        if error.closesConnection { response.headers[.connection] = "close" }
        return response
    }

    private func options(_ methods: [HTTPRequest.Method], _ path: Substring) -> APIResponse {
        var response = APIResponse.empty
        let names = (methods + [.options]).map(\.rawValue).joined(separator: ", ")
        response.headers[.allow] = names
        if path.hasPrefix("/client/") {
            Self.allowOrigins(&response)
            response.headers[.accessControlAllowMethods] = names
            response.headers[.accessControlAllowHeaders] = "content-type, revision, x-klaviyo-user-agent, x-request-id"
            response.headers[.accessControlMaxAge] = "86400"
        }
        return response
    }

    private static func allowOrigins(_ response: inout APIResponse) {
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = "x-request-id, retry-after"
    }

    /// The headers that every answer has.
    private func finish(_ response: inout APIResponse, _ exchange: Exchange, isHead: Bool) {
        response.headers[.date] = dates.text(exchange.now)
        response.headers[.requestID] = exchange.id
        response.headers[.contentTypeOptions] = "nosniff"
        if let count = response.byteCount {
            if response.status != .noContent, response.status != .notModified { response.headers[.contentLength] = String(count) }
        } else if isHead, response.headers[.contentLength] == nil {
            // The encoder would mark the end of a body that a HEAD does not have.
            response.headers[.contentLength] = "0"
        }
        if response.status != .tooManyRequests, case .go(let limit, let remaining, let reset) = exchange.verdict {
            response.headers[.rateLimit] = String(limit)
            response.headers[.rateLimitRemaining] = String(remaining)
            response.headers[.rateLimitReset] = String(reset)
        }
        if exchange.entry?.route.access == .company { Self.allowOrigins(&response) }
        if let type = response.headers[.contentType], type.hasPrefix("text/html") { PageHeaders.add(to: &response.headers) }
    }

    private func write(_ response: APIResponse, isHead: Bool, _ writer: consuming ResponseWriter) async throws {
        let head = HTTPResponse(status: response.status, headerFields: response.headers)
        guard !isHead else { return try await writer.writeResponse(head) }
        switch response.content {
        case .none: try await writer.writeResponse(head)
        case .bytes(let buffer): try await writer.write(response: head, body: ResponseBody(byteBuffer: buffer))
        case .stream(let write): try await writer.write(response: head, body: ResponseBody(write))
        }
    }

    private func record(_ request: Request, _ exchange: Exchange, _ response: APIResponse, sent: Int) {
        let nanoseconds = clock.uptimeInNanoseconds() - exchange.startedInNanoseconds
        meters.ended(route: exchange.entry?.number, status: response.status.code, nanoseconds: nanoseconds, sent: sent)
        guard options.logsRequests, logger.logLevel <= .info else { return }
        // The template, never the path: ids and e-mail addresses stand in paths and queries.
        logger.info(
            "request",
            metadata: [
                "request_id": "\(exchange.id)", "method": "\(request.method.rawValue.prefix(20))",
                "route": "\(exchange.entry?.route.path ?? "-")", "status": "\(response.status.code)",
                "microseconds": "\(nanoseconds / 1_000)", "bytes": "\(sent)", "key": "\(exchange.key.map { String($0.number) } ?? "-")",
            ])
    }
}
