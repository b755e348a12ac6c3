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

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            let number = try shop.customMetric(named: metric).number
            let report = try shop.report(on: number)
            progress.end()
            guard let report else { throw failure(.noInput, "There is no custom metric \(visible(metric)).") }
            print(format == .json ? Self.json(report, shop.ids) : Self.text(report, shop.ids, Words(tongue.language(of: shop))))
        }
    }

    private static func text(_ report: CustomMetricReport, _ ids: PublicIDs, _ words: Words) -> String {
        let method = report.entry.definition.method == .value ? Phrase.Metrics.value : .Metrics.count
        var lines = ["\(visible(report.entry.name)) (\(ids.id(report.entry.number))): \(words(method))", ""]
        let header = [Phrase.Metrics.group, .Metrics.events, .Metrics.counted, .Metrics.filters, .Metrics.worthBy].map { words($0) }
        var rows = [header]
        for (place, group) in report.entry.definition.groups.enumerated() {
            let figures = report.figures.groups[place]
            rows.append([
                visible(report.metricNames[place]), words.format.number(figures.events), words.format.number(figures.counted),
                "\(group.filters.count)", visible(group.valueProperty ?? "$value"),
            ])
        }
        lines.append(aligned(rows, leftLast: true))
        lines += ["", words.counted(words.format.number(report.figures.counted), of: words.format.number(report.figures.profiles))]
        for (currency, amount) in report.figures.amounts.sorted(by: { $0.key.code < $1.key.code }) {
            let whole = Double(amount.tenThousandths) / 10_000 * Double(currency.minorUnitsPerMajor)
            lines.append(
                words.worth(FigureText(words: words, currency: currency).money(whole), in: words.format.number(amount.events)))
        }
        for use in report.uses { lines.append(words.usedBy("\(use.kind.rawValue) \(visible(use.name))")) }
        for warning in report.warnings { lines.append(words.note("\(warning.pointer): \(visible(warning.detail))")) }
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
