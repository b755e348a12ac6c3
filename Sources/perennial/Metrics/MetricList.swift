import ArgumentParser
import Facts
import Population
import Shop

/// `perennial metric list`.
struct MetricList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List metrics and custom metrics: id, kind, how many events, what they mean, name.",
        discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            var rows = [["id", "kind", "events", "means", "name"]]
            let (metrics, custom, mapping) = shop.read { population in
                (
                    population.allMetrics.map { ($0, population.eventCount($0.number)) },
                    population.allCustomMetrics.map { ($0, population.figures(of: $0).counted) }, population.mapping
                )
            }
            for (metric, count) in metrics {
                let meaning = mapping.meaning(metric.number).map { mapping.custom[$0] == nil ? $0.rawValue : "part of \($0.rawValue)" }
                rows.append([
                    shop.ids.id(.metric, UInt64(metric.number.value)), "metric", grouped(count), meaning ?? "", visible(metric.name),
                ])
            }
            for (metric, count) in custom {
                let meanings = mapping.custom.filter { $0.value.number == metric.number }.keys.map(\.rawValue).sorted()
                rows.append([shop.ids.id(metric.number), "custom", grouped(count), meanings.joined(separator: " "), visible(metric.name)])
            }
            guard rows.count > 1 else { return say("There are no metrics: they come with events.") }
            print(aligned(rows, leftLast: true))
        }
    }
}
