import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// The server: routes, who may call them, and the sockets.
public struct PerennialApp: Service {
    private let handler: RequestHandler
    private let options: ServerOptions
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    private let close: @Sendable () async -> Void

    /// A server of some resources.
    ///
    /// - Parameters:
    ///   - onListening: is told the port once connections are taken.
    ///   - close: runs after the last request is answered, and closes the shop.
    init(
        groups: [any RouteGroup], keys: any KeyStore, options: ServerOptions, logger: Logger, clock: ServerClock = .system,
        fallback: Route.Handler? = nil, onListening: @escaping @Sendable (Int) async -> Void = { _ in },
        close: @escaping @Sendable () async -> Void = {}
    ) throws {
        let table = try RouteTable(groups.flatMap(\.routes))
        self.options = options
        self.logger = logger
        self.onListening = onListening
        self.close = close
        handler = RequestHandler(
            table: table, gate: Gate(keys: keys, limiter: options.limitsRates ? RateLimiter() : nil),
            meters: RequestMeters(routeCount: table.entries.count), budget: ByteBudget(mostBytes: options.mostBodyBytes), options: options,
            clock: clock, logger: logger, fallback: fallback)
    }

    /// Serves until it is asked to stop: takes no more connections, finishes what is in flight, then closes.
    public func run() async throws {
        let handler = handler
        let channel = HTTP1Channel(
            responder: { request, writer, channel in try await handler.respond(to: request, writer, channel) },
            configuration: .init(idleTimeout: .seconds(Int64(options.idleTimeoutInSeconds))))
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname(options.host, port: options.port), backlog: 1024),
            onServerRunning: { [onListening] in await onListening($0.localAddress?.port ?? 0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
        do {
            try await server.run()
        } catch {
            await close()
            throw error
        }
        await close()
    }
}
