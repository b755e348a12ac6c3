import ArgumentParser
import Shop

/// `perennial metric delete`.
struct MetricDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a custom metric that nothing goes by.",
        discussion: "The server must be stopped. While it runs, its API deletes custom metrics: DELETE /api/custom-metrics/{id}.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("The id or name of a custom metric.", valueName: "metric"))
    var metric: String

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, progress) { shop in
            let entry = try shop.customMetric(named: metric)
            try await shop.deleteCustomMetric(entry.number, by: OpenShop.who)
            progress.end()
            say("Deleted   \(visible(entry.name))")
        }
    }
}
