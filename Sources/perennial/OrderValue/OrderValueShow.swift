import ArgumentParser
import CustomerValue
import Facts
import JSON
import Shop
import Wording

/// `perennial order-value show`.
struct OrderValueShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the average order value by month, and before and after a day.",
        discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    @Option(help: ArgumentHelp("Of the members of a segment, by id or name.", valueName: "segment"))
    var segment: String?

    @Option(help: ArgumentHelp("Of the members of a list, by id or name.", valueName: "list"))
    var list: String?

    @Option(help: ArgumentHelp("A day to compare around: 2026-01-31.", valueName: "day"))
    var around: String?

    @Option(help: ArgumentHelp("Days before it and from it on; by default as many as have passed since.", valueName: "n"))
    var days: Int?

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func validate() throws {
        if segment != nil, list != nil { throw ValidationError("--segment or --list, not both.") }
        if let around, ShopDay(around) == nil { throw ValidationError("--around is a day such as 2026-01-31.") }
        if days != nil, around == nil { throw ValidationError("--days goes with --around.") }
        if let days, !(1...3_660).contains(days) { throw ValidationError("--days is from 1 to 3660.") }
    }

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            var group = FiguredGroup.everybody
            if let segment { group = .segment(try shop.segment(named: segment).number) }
            if let list { group = .list(try shop.list(named: list)) }
            let day = around.flatMap { ShopDay($0) }
            if let day, day > shop.today { throw failure(.usage, "\(day) is still to come: today is \(shop.today) in the shop's zone.") }
            let values = shop.orderValues(of: group, around: day, days: days)
            print(format == .json ? Self.json(values) : Self.text(values, Words(tongue.language(of: shop))))
        }
    }

    private static func json(_ values: OrderValues) -> String {
        var json = JSONWriter()
        json.object { json in
            for part in OrderValues.Part.allCases {
                json.key(part.rawValue)
                values.write(part, to: &json)
            }
        }
        return json.text
    }

    private static func text(_ values: OrderValues, _ words: Words) -> String {
        let figures = FigureText(words: words, currency: values.currency)
        let more = [Phrase.Metrics.orders, .Metrics.revenue, .Metrics.averageShort].map { words($0) }
        var rows = [[words(Phrase.Metrics.month)] + more]
        for month in values.months {
            let name = String("\(month.month.firstDay)".prefix(7))
            rows.append([
                month.isComplete ? name : words.part(of: name), figures.count(month.orders),
                figures.money(Double(month.revenueMinorUnits)), figures.money(month.averageOrderMinorUnits),
            ])
        }
        var lines = [aligned(rows)]
        if let comparison = values.comparison {
            var table = [[words(Phrase.Metrics.days)] + more]
            for span in [comparison.before, comparison.after] {
                table.append([
                    "\(span.first) – \(span.last)", figures.count(span.orders), figures.money(Double(span.revenueMinorUnits)),
                    figures.money(span.averageMinorUnits),
                ])
            }
            lines += ["", aligned(table), "", words.changeOf(figures.percent(comparison.change))]
        }
        if let benchmark = values.benchmark {
            let text = FigureText(words: words, currency: benchmark.currency)
            let money = text.money(benchmark.value * Double(benchmark.currency.minorUnitsPerMajor))
            lines += ["", words.benchmark(money, from: visible(benchmark.source))]
        }
        return lines.joined(separator: "\n")
    }
}
