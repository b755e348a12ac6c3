import Facts
import Foundation
import HTTPTypes
import Logging
import ServiceLifecycle
import Synchronization

@testable import PerennialServer

/// A real server on a free port, and what a test needs to speak with it.
struct TestServer: Sendable {
    let port: Int
    let closed: Closed
    let log: Log
    private let stop: @Sendable () async -> Void

    /// Whether the shop was closed.
    final class Closed: Sendable {
        private let isClosed = Atomic<Bool>(false)
        var value: Bool { isClosed.load(ordering: .acquiring) }
        func set() { isClosed.store(true, ordering: .releasing) }
    }

    /// Lines that were logged.
    final class Log: Sendable {
        private let kept = Mutex<[String]>([])
        var text: String { kept.withLock { $0.joined(separator: "\n") } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    static let readKey = "pk_read"
    static let fullKey = "pk_full"

    /// Runs a server while `body` runs.
    static func run(
        _ options: ServerOptions = ServerOptions(), groups: [any RouteGroup] = [ThingRoutes()],
        clock: ServerClock = .system, reasonsNotReady: @escaping @Sendable () -> [String] = { [] },
        errorPage: @escaping ErrorPage = { error, request in
            APIResponse(.ok, text: "<p>\(error.status.code) \(request.id)</p>", mediaType: MediaType.html)
        },
        _ body: @Sendable (TestServer) async throws -> Void
    ) async throws {
        var options = options
        options.port = 0
        let ring = KeyRing(companyID: "SHOP42")
        ring.add(APIKey(number: 1, name: "reads", scopes: ScopeSet([.listsRead]), hash: KeyHash(secret: readKey)))
        ring.add(APIKey(number: 2, name: "all", scopes: .full, hash: KeyHash(secret: fullKey)))
        let (ports, tell) = AsyncStream<Int>.makeStream()
        let closed = Closed()
        let log = Log()
        var logger = Logger(label: "test") { _ in KeepingLogHandler(log: log) }
        logger.logLevel = .info
        let app = try PerennialApp(
            groups: groups, keys: ring, options: options, logger: logger, clock: clock, reasonsNotReady: reasonsNotReady,
            errorPage: errorPage,
            onListening: {
                tell.yield($0)
                tell.finish()
            }, close: { closed.set() })
        let group = app.group([], signals: [])
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else { throw RawClient.Failed(description: "the server did not start") }
            let server = TestServer(port: port, closed: closed, log: log) { await group.triggerGracefulShutdown() }
            do {
                try await body(server)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private init(port: Int, closed: Closed, log: Log, stop: @escaping @Sendable () async -> Void) {
        self.port = port
        self.closed = closed
        self.log = log
        self.stop = stop
    }

    /// Asks the server to stop, as a signal does.
    func triggerStop() async { await stop() }

    /// One request on a connection of its own.
    func request(
        _ method: String, _ target: String, key: String? = TestServer.fullKey, headers: [String] = [], body: String? = nil,
        type: String? = "application/vnd.api+json"
    ) async throws -> Answer {
        var lines = ["\(method) \(target) HTTP/1.1", "Connection: close"] + headers
        if !headers.contains(where: { $0.hasPrefix("Host:") }) { lines.append("Host: shop.example:\(port)") }
        if let key { lines.append("Authorization: Klaviyo-API-Key \(key)") }
        if let body {
            if let type { lines.append("Content-Type: \(type)") }
            lines.append("Content-Length: \(body.utf8.count)")
        }
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
        let port = port
        return try await RawClient.blocking {
            let client = try RawClient(port: port)
            client.send(text)
            return try client.answer(isHead: method == "HEAD")
        }
    }
}

/// Keeps what is logged.
struct KeepingLogHandler: LogHandler {
    let log: TestServer.Log
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    init(log: TestServer.Log) { self.log = log }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        log.add("\(event.level) \(event.message) \(metadata.merging(event.metadata ?? [:]) { _, new in new })")
    }
}
