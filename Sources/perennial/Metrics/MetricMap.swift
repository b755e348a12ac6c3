import ArgumentParser
import Facts
import Population
import Shop
import Wording

/// `perennial metric map`.
struct MetricMap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Choose which metric, or custom metric, has a meaning, and see what that changes for whom.",
        discussion: """
            The server must be stopped. While it runs, its API does it: PATCH /api/mapped-metrics/{id}. Customers are counted anew, and a \
            model is fitted on what are orders now; the old one stays, and can be put to use again. metric preview says what would change.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("Which meaning: revenue, refunded_sales, cancelled_sales, ...", valueName: "meaning"))
    var meaning: String

    @Argument(
        help: ArgumentHelp(
            "The id or name of a metric or custom metric; without one the usual metric has the meaning.", valueName: "metric"))
    var metric: String?

    @OptionGroup var tongue: SegmentLanguageFlag

    func run() async throws {
        let known = try MetricMapping.Meaning(argument: meaning)
        let progress = Progress()
        try await OpenShop.with(folder, keepsModels: true, progress) { shop in
            let mapped = try metric.map { try shop.mapped(named: $0) } ?? .usual
            progress.stage("Counting customers anew")
            let job = try await shop.map(known, to: mapped, by: OpenShop.who)
            try await OrdersChangeText.print(job, shop, Words(tongue.language(of: shop)), progress)
            progress.end()
            say("Mapped    \(known.rawValue) to \(visible(metric ?? known.usualName))\(job == nil ? ". Nothing changes for orders" : "")")
        }
    }
}
