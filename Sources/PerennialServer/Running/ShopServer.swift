import Crypto
import Foundation
public import Logging
public import ServiceLifecycle
public import Shop

/// The server of a shop: its API, its pages, and the work in the background.
public struct ShopServer: Service {
    private let shop: Shop
    private let app: PerennialApp

    /// A server; nothing listens before ``run()``.
    ///
    /// - Parameters:
    ///   - shop: an open shop, which is closed when the server has stopped.
    ///   - version: of the program, for pages.
    ///   - onListening: is told the port once connections are taken.
    public init(
        shop: Shop, options: ServerOptions, logger: Logger, version: String, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        self.shop = shop
        Self.watchExports(shop, options, logger)
        var options = options
        if options.secret.isEmpty { options.secret = Array(SHA256.hash(data: Data("cursors \(shop.secret)".utf8))) }
        let isSecure = options.publicURL?.hasPrefix("https://") ?? false
        let desk = PageDesk(
            shop: shop, visits: Visits(shop: shop, isSecure: isSecure), devices: KnownDevice(shop: shop, isSecure: isSecure),
            postman: options.mail.map { Postman(options: $0, logger: logger) }, version: version)
        app = try PerennialApp(
            groups: Self.groups(shop) + Self.pages(desk), keys: JournalKeys(shop), options: options, logger: logger,
            errorPage: { desk.errorPage($0, $1) }, onListening: onListening,
            close: {
                // Closing waits for the disk: not on the threads that serve.
                await withCheckedContinuation { continuation in
                    Thread.detachNewThread {
                        shop.close()
                        continuation.resume()
                    }
                }
            })
    }

    /// Says in the log which scheduled export was not written, and why; at the start, that none will be.
    static func watchExports(_ shop: Shop, _ options: ServerOptions, _ logger: Logger) {
        shop.scheduledExports.folder = options.exportFolder
        shop.scheduledExports.onFault = { schedule, reason in
            logger.error("scheduled export failed", metadata: ["schedule": "\(schedule)", "reason": "\(reason)"])
        }
        let schedules = shop.definitions.exportSchedules
        guard options.exportFolder == nil, !schedules.isEmpty else { return }
        logger.warning(
            "scheduled exports are not written: start the server with --export-folder",
            metadata: ["schedules": "\(schedules.map(\.name).joined(separator: ", "))"])
    }

    /// Serves until it is asked to stop.
    public func run() async throws {
        Self.registerJobs(shop)
        try shop.jobs.start(shop)
        // Neither is worth not serving for: a full disk is said to whoever wants something stored.
        try? await shop.models.endUnfinishedRefits(shop)
        try? await shop.makeOrderMetrics()
        try await app.run()
    }

    /// The endpoints, resource by resource.
    static func groups(_ shop: Shop) -> [any RouteGroup] {
        [
            Accounts(shop: shop),
            CreateEvent(shop: shop), CreateEvents(shop: shop), ReadEvents(shop: shop), EventRelations(shop: shop),
            ProfileRoutes(shop: shop), ProfileImportRoutes(shop: shop), SubscriptionRoutes(shop: shop), SuppressionRoutes(shop: shop),
            DeletionRoutes(shop: shop), ExportJobRoutes(shop: shop), ClientEventRoutes(shop: shop), ClientProfileRoutes(shop: shop),
            NotOffered(),
            ChangeLists(shop: shop), ListMembers(shop: shop), ChangeSegments(shop: shop), SegmentReports(shop: shop),
            ReadMetrics(shop: shop), MetricProperties(shop: shop), MappedMetrics(shop: shop), ChooseMappedMetric(shop: shop),
            QueryMetricAggregates(shop: shop), ReadCustomMetrics(shop: shop), ChangeCustomMetrics(shop: shop),
            ReadTags(shop: shop), ChangeTags(shop: shop), TagGroups(shop: shop), ChangeTagGroups(shop: shop), TagCarriers(shop: shop),
            PerennialRoutes(shop: shop),
        ]
            + [ProfileGroup.list, .segment].flatMap { kind -> [any RouteGroup] in
                [
                    ReadGroups(shop: shop, kind: kind), GroupProfiles(shop: shop, kind: kind), GroupRelations(shop: shop, kind: kind),
                ]
            }
    }

    /// The pages.
    static func pages(_ desk: PageDesk) -> [any RouteGroup] {
        [
            HomeRoutes(desk: desk), ProfilesPageRoutes(desk: desk), ProfilePageRoutes(desk: desk), ProfileRightsRoutes(desk: desk),
            ShopSettingsRoutes(desk: desk), GateRoutes(desk: desk), RatesRoutes(desk: desk), PeopleRoutes(desk: desk),
            KeysRoutes(desk: desk), AccountRoutes(desk: desk),
            WelcomeRoutes(desk: desk), ImportRoutes(desk: desk), ExportsRoutes(desk: desk), ActivityRoutes(desk: desk),
            IntakeRoutes(desk: desk),
            CustomerValuePageRoutes(desk: desk), ModelPageRoutes(desk: desk), RFMPageRoutes(desk: desk), RFMSettingsPageRoutes(desk: desk),
            OrderValuesPageRoutes(desk: desk), MetricsPageRoutes(desk: desk), CustomMetricPageRoutes(desk: desk),
            GroupPageRoutes(desk: desk), GroupActionRoutes(desk: desk), GroupExportRoutes(desk: desk),
            BuilderRoutes(desk: desk),
            SignInRoutes(desk: desk), ForgottenPasswordRoutes(desk: desk), AssetRoutes(),
        ]
    }

    /// The kinds of work in the background that the API takes.
    static func registerJobs(_ shop: Shop) {
        shop.jobs.register(ProfileImport.job(shop.ids))
        for kind in SubscriptionJobs.jobs(shop.ids) + SuppressionJobs.jobs() { shop.jobs.register(kind) }
    }
}
