import ArgumentParser
import Facts
import JSON
import Population
import Segments
import Shop
import Wording

/// `perennial metric show`.
struct MetricShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what a custom metric counts, what looks odd about it, and what goes by it.",
        discussion: "Works while the server runs. With --format json the definition comes with it, as metric create takes it.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("The id or name of a custom metric.", valueName: "metric"))
    var metric: String

    @Option(help: "table or json.")
    var format: OutputFormat = .table

    func validate() throws {
        if format == .csv { throw ValidationError("--format is table or json.") }
    }

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            let number = try shop.customMetric(named: metric).number
            let report = try shop.report(on: number)
            progress.end()
            guard let report else { throw failure(.noInput, "There is no custom metric \(visible(metric)).") }
            print(format == .json ? Self.json(report, shop.ids) : Self.text(report, shop.ids))
        }
    }

    private static func text(_ report: CustomMetricReport, _ ids: PublicIDs) -> String {
        var lines = ["\(visible(report.entry.name)) (\(ids.id(report.entry.number))), \(report.entry.definition.method.rawValue)", ""]
        var rows = [["group", "events", "counted", "filters", "worth by"]]
        for (place, group) in report.entry.definition.groups.enumerated() {
            let figures = report.figures.groups[place]
            rows.append([
                visible(report.metricNames[place]), grouped(figures.events), grouped(figures.counted), "\(group.filters.count)",
                visible(group.valueProperty ?? "$value"),
            ])
        }
        lines.append(aligned(rows, leftLast: true))
        lines += ["", "Counted   \(grouped(report.figures.counted)) events of \(grouped(report.figures.profiles)) people"]
        for (currency, amount) in report.figures.amounts.sorted(by: { $0.key.code < $1.key.code }) {
            let whole = Double(amount.tenThousandths) / 10_000 * Double(currency.minorUnitsPerMajor)
            lines.append("Worth     \(FigureText(words: Words(.en), currency: currency).money(whole)) in \(grouped(amount.events)) events")
        }
        for use in report.uses { lines.append("Used by   \(use.kind.rawValue) \(visible(use.name))") }
        for warning in report.warnings { lines.append("Note      \(warning.pointer): \(visible(warning.detail))") }
        return lines.joined(separator: "\n")
    }

    private static func json(_ report: CustomMetricReport, _ ids: PublicIDs) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("id", ids.id(report.entry.number))
            json.key("definition")
            report.entry.definition.write(to: &json)
            for part in CustomMetricReport.Part.allCases {
                json.key(part.rawValue)
                report.write(part, to: &json)
            }
        }
        return json.text
    }
}
