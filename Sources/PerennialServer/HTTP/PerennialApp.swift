import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle
import UnixSignals

/// The server: routes, who may call them, and the sockets.
public struct PerennialApp: Service {
    private let handler: RequestHandler
    private let options: ServerOptions
    private let connections: OpenConnections
    private let health: Health
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    private let close: @Sendable () async -> Void

    /// A server of some resources.
    ///
    /// - Parameters:
    ///   - groups: the endpoints; those of operations are added.
    ///   - reasonsNotReady: what the shop says against taking work; empty when there is nothing.
    ///   - metrics: what the shop adds to the server's own.
    ///   - errorPage: tells people of errors on pages, and of paths that are not there.
    ///   - onListening: is told the port once connections are taken.
    ///   - close: runs after the last request is answered, and closes the shop.
    init(
        groups: [any RouteGroup], keys: any KeyStore, options: ServerOptions, logger: Logger, clock: ServerClock = .system,
        reasonsNotReady: @escaping @Sendable () -> [String] = { [] }, metrics: @escaping MetricSource = { _ in },
        errorPage: ErrorPage? = nil, onListening: @escaping @Sendable (Int) async -> Void = { _ in },
        close: @escaping @Sendable () async -> Void = {}
    ) throws {
        self.options = options
        self.logger = logger
        self.onListening = onListening
        self.close = close
        // The journal, logs and outgoing connections need some of the files too.
        let connections = OpenConnections(most: max(16, min(options.mostConnections, FileLimit.raise() - 128)))
        let budget = ByteBudget(mostBytes: options.mostBodyBytes)
        let health = Health(shopReasons: reasonsNotReady)
        let figures = ServerFigures(connections: connections, budget: budget, startedAt: clock.now(), others: metrics)
        var routes = groups.flatMap(\.routes)
        let operations = OperationsRoutes(
            health: health, metrics: figures.text, description: OpenAPIDocument(routes: routes, version: options.version))
        routes += operations.routes
        let table = try RouteTable(routes)
        let meters = RequestMeters(routeCount: table.entries.count)
        figures.watch(meters, table)
        handler = RequestHandler(
            table: table, gate: Gate(keys: keys, limiter: options.limitsRates ? RateLimiter() : nil), meters: meters, budget: budget,
            options: options, clock: clock, logger: logger, errorPage: errorPage)
        self.connections = connections
        self.health = health
    }

    /// Serves until it is asked to stop: takes no more connections, finishes what is in flight, then closes the shop.
    public func run() async throws {
        do {
            try await withGracefulShutdownHandler {
                try await server().run()
            } onGracefulShutdown: {
                logger.notice("stopping: no more connections, requests under way are answered")
                health.stop()
            }
        } catch {
            await close()
            throw error
        }
        await close()
        logger.notice("stopped")
    }

    /// Runs the server, and services beside it, until the process is told to stop (SIGTERM, SIGINT); then no longer than
    /// ``ServerOptions/stopTimeoutInSeconds`` for what is in flight, which is given up after it.
    public func runUntilStopped(beside services: [any Service] = []) async throws {
        try await group(services, signals: [.sigterm, .sigint]).run()
    }

    func group(_ services: [any Service], signals: [UnixSignal]) -> ServiceGroup {
        // Services stop in the order opposite to this one: the server first, as it uses the others.
        var configuration = ServiceGroupConfiguration(services: services + [self], gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(options.stopTimeoutInSeconds)
        return ServiceGroup(configuration: configuration)
    }

    private func server() -> Server<HTTP1Channel> {
        let handler = handler
        let times = ConnectionTimes(options)
        let connections = connections
        let channel = HTTP1Channel(
            responder: { request, writer, channel in try await handler.respond(to: request, writer, channel) },
            configuration: .init(
                additionalChannelHandlers: [ConnectionWatch(times: times, connections: connections)],
                httpDecoderConfiguration: .init(maxHeaderFieldSize: 32_768, maxHeaderListSize: 65_536, maxHeaderFieldCount: 100)))
        return Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname(options.host, port: options.port), backlog: 1024),
            onServerRunning: { [onListening] in await onListening($0.localAddress?.port ?? 0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    }
}
