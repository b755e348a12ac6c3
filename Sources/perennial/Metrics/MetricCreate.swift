import ArgumentParser
import Facts
import Population
import Segments
import Shop
import Wording

/// `perennial metric create`.
struct MetricCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a custom metric of a definition in a file, or change one; its id is printed.",
        discussion: """
            The server must be stopped. While it runs, its API takes custom metrics: POST /api/custom-metrics.
            The file holds {"name": ..., "definition": {"aggregation_method": "value", "metric_groups": [...]}}, or the definition alone. \
            Instead of metric_id a group may have metric_name.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("A file with a definition as JSON.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("What to call it; by default as the file says, or is called.", valueName: "name"))
    var name: String?

    @Flag(help: "Change the custom metric of this name.")
    var replace = false

    @OptionGroup var tongue: SegmentLanguageFlag

    func run() async throws {
        let read = try MetricDefinitionFile(file)
        let name = name ?? read.name
        let progress = Progress()
        try await OpenShop.with(folder, keepsModels: replace, progress) { shop in
            let old = shop.definitions.customMetrics.first { $0.name == name }
            if replace, old == nil { _ = try shop.customMetric(named: name) }
            let checked: CustomMetricDefinition
            do throws(SegmentFaults) {
                checked = try shop.checked(read.definition, of: old?.number)
            } catch {
                progress.end()
                throw read.failure(error)
            }
            progress.stage("Reading events")
            if replace, let old {
                let job = try await shop.changeCustomMetric(old.number, name: nil, checked, by: OpenShop.who)
                try await OrdersChangeText.print(job, shop, Words(tongue.language(of: shop)), progress)
                progress.end()
                print(shop.ids.id(old.number))
                say("Changed   \(visible(name))")
                return try Self.warn(old.number, shop)
            }
            let number = try await shop.makeCustomMetric(named: name, checked, by: OpenShop.who)
            progress.end()
            print(shop.ids.id(number))
            let report = try shop.report(on: number)
            say("Made      \(visible(name)). It counts \(grouped(report?.figures.counted ?? 0)) events")
            for warning in report?.warnings ?? [] { Self.note(warning) }
        }
    }

    private static func warn(_ number: CustomMetricNumber, _ shop: Shop) throws {
        for warning in try shop.report(on: number)?.warnings ?? [] { note(warning) }
    }

    private static func note(_ warning: CustomMetricReport.Warning) {
        say("Note      \(warning.pointer): \(visible(warning.detail))")
    }
}
