public import ArgumentParser
import Facts
import Foundation
import Journal
public import Segments
import Shop

/// `perennial segment sql`.
struct SegmentSQL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Write whom a definition means as SQL for another engine.",
        discussion: """
            The query gives one row for each person: profile_id. Tables and columns are described in docs/segments.md. Custom metrics \
            are those of the shop. Zone and currency are the shop's where there is one in the folder, else those of the flags.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("A file that holds a definition, or the id or name of a segment.", valueName: "file-or-segment"))
    var definition: String

    @Option(help: ArgumentHelp("The first moment that is not known yet, such as 2025-01-01T00:00:00Z.", valueName: "instant"))
    var asOf: String

    @Option(help: "duckdb or spark (4 or later, with the session's zone UTC).")
    var dialect = SQLDialect.duckdb

    @Option(help: "The zone of the shop's days.")
    var timeZone: String?

    @Option(help: "The shop's currency.")
    var currency: String?

    func validate() throws {
        try PastMoment.check(asOf)
        if let timeZone, ShopTimeZone(identifier: timeZone) == nil {
            throw ValidationError("--time-zone \(timeZone) is no zone such as Europe/Paris.")
        }
        if let currency, Currency(code: currency) == nil { throw ValidationError("--currency \(currency) is no code such as EUR.") }
    }

    func run() async throws {
        let files = try NamedDefinition.files([definition])
        if let file = files.compactMap({ $0 }).first, let zone = timeZone.flatMap({ ShopTimeZone(identifier: $0) }),
            let currency = currency.flatMap({ Currency(code: $0) }), !Journal.exists(in: folder.path)
        {
            // All is said, and there is no shop that could know of custom metrics.
            return try write(file, zone, currency, [:])
        }
        let progress = Progress()
        try folder.requireShop()
        let shop = try OpenShop.toLook(folder, known: nil, conditions: [], progress)
        defer { shop.close() }
        progress.end()
        guard let asked = try NamedDefinition.all([definition], files, in: shop).first else { return }
        do throws(SegmentFaults) {
            // What names something that the shop does not have would be a query that finds nobody.
            _ = try shop.plan(asked.condition)
        } catch {
            throw asked.fault(error)
        }
        let zone = timeZone.flatMap { ShopTimeZone(identifier: $0) } ?? shop.settings.timeZone
        try write(
            asked, zone, currency.flatMap { Currency(code: $0) } ?? shop.settings.currency ?? .none, shop.customMetrics(in: asked.condition)
        )
    }

    private func write(
        _ asked: NamedDefinition, _ zone: ShopTimeZone, _ currency: Currency,
        _ customMetrics: [MetricReference: CustomMetricDefinition]
    ) throws {
        guard let end = Timestamp.parse(asOf) else { return }
        do throws(SegmentFaults) {
            let sql = try asked.condition.sql(dialect, before: end, zone: zone, currency: currency, customMetrics: customMetrics)
            print(sql, terminator: "")
        } catch {
            throw asked.fault(error)
        }
    }
}

extension SQLDialect: ExpressibleByArgument {}
