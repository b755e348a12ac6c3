import ArgumentParser
import Facts
import Population
import Shop
import Wording

/// `perennial metric list`.
struct MetricList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List metrics and custom metrics: id, kind, how many events, what they mean, name.",
        discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    @OptionGroup var tongue: SegmentLanguageFlag

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let words = Words(tongue.language(of: shop))
            let header = [Phrase.Metrics.id, .Metrics.kind, .Metrics.events, .Metrics.means, .Metrics.name].map { words($0) }
            var rows = [header]
            let (metrics, custom, mapping) = shop.read { population in
                (
                    population.allMetrics.map { ($0, population.eventCount($0.number)) },
                    population.allCustomMetrics.map { ($0, population.figures(of: $0).counted) }, population.mapping
                )
            }
            for (metric, count) in metrics {
                let meaning = mapping.meaning(metric.number).map { mapping.custom[$0] == nil ? $0.rawValue : words.partOf($0.rawValue) }
                rows.append([
                    shop.ids.id(.metric, UInt64(metric.number.value)), words(Phrase.Metrics.metric), words.format.number(count),
                    meaning ?? "", visible(metric.name),
                ])
            }
            for (metric, count) in custom {
                let meanings = mapping.custom.filter { $0.value.number == metric.number }.keys.map(\.rawValue).sorted()
                rows.append([
                    shop.ids.id(metric.number), words(Phrase.Metrics.custom), words.format.number(count), meanings.joined(separator: " "),
                    visible(metric.name),
                ])
            }
            guard rows.count > 1 else { return say(words(Phrase.Metrics.none)) }
            print(aligned(rows, leftLast: true))
        }
    }
}
