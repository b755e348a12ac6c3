import ArgumentParser
import Foundation
import Journal
import Logging
import PerennialServer
import ServiceLifecycle
import Shop
import Synchronization
import UnixSignals

/// `perennial serve`: the shop over HTTP.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the shop: its API, its pages, and the work in the background.",
        discussion: """
            Listens on this machine alone unless --host names another address; TLS is a reverse proxy's business (deploy/).
            Settings come from flags, else the environment, else --settings FILE (lines NAME=value), else as usual; \
            --print-settings shows them all and where each came from.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Option(help: ArgumentHelp("The address to listen at (127.0.0.1). Environment: PERENNIAL_HOST.", valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("The port (8080); 0 takes a free one. Environment: PERENNIAL_PORT.", valueName: "number"))
    var port: Int?

    @Option(help: ArgumentHelp("Where clients reach the server, for links. Environment: PERENNIAL_PUBLIC_URL.", valueName: "url"))
    var publicURL: String?

    @Option(
        help: ArgumentHelp(
            "Whether X-Forwarded-For of a proxy is believed: on, off, or auto: of one close by, where --public-url is set (auto). "
                + "Environment: PERENNIAL_BEHIND_PROXY.", valueName: "auto|on|off"))
    var behindProxy: String?

    @Option(help: ArgumentHelp("Limit how often a key may call: on or off (on). Environment: PERENNIAL_RATE_LIMITS.", valueName: "on|off"))
    var rateLimits: String?

    @Option(
        help: ArgumentHelp(
            "How much is logged: debug, info, warning or error (info). Environment: PERENNIAL_LOG_LEVEL.", valueName: "level"))
    var logLevel: String?

    @Option(help: ArgumentHelp("json, text, or auto: text on a terminal (auto). Environment: PERENNIAL_LOG_FORMAT.", valueName: "format"))
    var logFormat: String?

    @Option(
        help: ArgumentHelp(
            "The folder into which scheduled exports are written. Environment: PERENNIAL_EXPORT_FOLDER.", valueName: "folder"))
    var exportFolder: String?

    @Option(
        help: ArgumentHelp(
            "The server that takes mail to those who sign in: smtp://user@host:587 (STARTTLS) or smtps://user@host. Its password stands in "
                + "the environment or the file alone: PERENNIAL_MAIL_PASSWORD. Needs --public-url. Environment: PERENNIAL_MAIL_SERVER.",
            valueName: "url"))
    var mailServer: String?

    @Option(
        help: ArgumentHelp(
            "Whom that mail is from: \"Shop <shop@example.com>\". Environment: PERENNIAL_MAIL_FROM.", valueName: "address"))
    var mailFrom: String?

    @Option(help: ArgumentHelp("A file of settings.", valueName: "file"))
    var settings: String?

    @Flag(help: "Print the settings and where each came from, and stop.")
    var printSettings = false

    func run() async throws {
        let settings = try ServeSettings(flags: flags, file: settings)
        if printSettings { return print(settings.text) }
        let options = try settings.options()
        guard let logger = Logs.logger(level: settings["PERENNIAL_LOG_LEVEL"] ?? "info", format: settings["PERENNIAL_LOG_FORMAT"] ?? "auto")
        else {
            throw ServeSettings.wrong("PERENNIAL_LOG_LEVEL is debug, info, warning or error, and PERENNIAL_LOG_FORMAT json, text or auto.")
        }
        let path = settings["PERENNIAL_DATA"] ?? folder.path
        let isNew = !FileManager.default.fileExists(atPath: path)
        let shop: Shop
        do throws(JournalError) {
            shop = try Shop.open(folder: path)
        } catch {
            throw error.exit
        }
        try await Self.serve(shop, options, logger, newFolder: isNew ? path : nil)
    }

    /// Serves an open shop until it is asked to stop.
    ///
    /// - Parameter newFolder: the folder of a shop that was made for this: where the server cannot listen at all, nothing is left of it.
    static func serve(
        _ shop: Shop, _ options: ServerOptions, _ logger: Logger, newFolder: String? = nil,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    )
        async throws
    {
        let host = options.host
        let hasListened = Atomic(false)
        do {
            let server = try ShopServer(shop: shop, options: options, logger: logger, version: Version.text) { port in
                hasListened.store(true, ordering: .relaxed)
                logger.info("listening", metadata: ["host": "\(host)", "port": "\(port)"])
                Self.sayFirstOwner(shop, at: options.publicURL ?? Self.address(host, port))
                await onListening(port)
            }
            let group = ServiceGroup(
                configuration: .init(
                    services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)],
                    gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
            try await group.run()
        } catch {
            shop.close()
            if let newFolder, !hasListened.load(ordering: .relaxed) { try? FileManager.default.removeItem(atPath: newFolder) }
            guard let listening = ListenFailure(error, host: host, port: options.port) else {
                throw failure(.inUse, "The server cannot listen at \(host) port \(options.port): \(error)")
            }
            throw failure(listening.isTaken ? .inUse : .settings, listening.words)
        }
    }

    /// Where somebody at this machine reaches a server: one that listens at all addresses also listens at this one.
    static func address(_ host: String, _ port: Int) -> String {
        if ["0.0.0.0", "::", "[::]", ""].contains(host) { return "http://localhost:\(port)" }
        return host.contains(":") && !host.hasPrefix("[") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }

    /// Where nobody can sign in yet: the link by which the first owner sets a password. It is shown here and nowhere else.
    private static func sayFirstOwner(_ shop: Shop, at address: String) {
        guard let path = (try? OwnerLink.path(shop)) ?? nil else { return }
        say("The first owner signs in here (once, within a day):\n  \(address)\(path)")
    }

    private var flags: [String: String] {
        var flags: [String: String] = [:]
        flags["PERENNIAL_DATA"] = folder.data
        flags["PERENNIAL_HOST"] = host
        flags["PERENNIAL_PORT"] = port.map { "\($0)" }
        flags["PERENNIAL_PUBLIC_URL"] = publicURL
        flags["PERENNIAL_BEHIND_PROXY"] = behindProxy
        flags["PERENNIAL_RATE_LIMITS"] = rateLimits
        flags["PERENNIAL_LOG_LEVEL"] = logLevel
        flags["PERENNIAL_LOG_FORMAT"] = logFormat
        flags["PERENNIAL_EXPORT_FOLDER"] = exportFolder
        flags["PERENNIAL_MAIL_SERVER"] = mailServer
        flags["PERENNIAL_MAIL_FROM"] = mailFrom
        return flags
    }
}
