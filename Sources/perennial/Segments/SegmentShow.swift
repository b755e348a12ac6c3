import ArgumentParser
import Facts
import JSON
import Population
import Shop
import Wording

/// `perennial segment show`.
struct SegmentShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show how many a segment or list has, how that changed, and what they are worth.",
        discussion: "Works while the server runs. With --compare two of them stand beside each other, with whoever is in both.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("The id or name of a segment or list.", valueName: "segment-or-list"))
    var segment: String

    @Option(help: ArgumentHelp("The id or name of another one, to compare with.", valueName: "segment-or-list"))
    var compare: String?

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let first = try shop.group(named: segment)
            let words = Words(tongue.language(of: shop))
            guard let compare else {
                let report = shop.report(on: first.group, name: first.name)
                return print(format == .json ? Self.json(report, shop.ids) : SegmentText(report, words).text)
            }
            let comparison = shop.compare(first, try shop.group(named: compare))
            print(format == .json ? Self.json(comparison, shop.ids) : ComparisonText(comparison, words).text)
        }
    }

    private static func json(_ report: GroupReport, _ ids: PublicIDs) -> String {
        var json = JSONWriter()
        report.write(to: &json) { $0.member("id", id(report.group, ids)) }
        return json.text
    }

    private static func json(_ comparison: GroupComparison, _ ids: PublicIDs) -> String {
        var json = JSONWriter()
        json.object { json in
            for part in GroupComparison.Part.allCases {
                json.key(part.rawValue)
                comparison.write(part, to: &json) { id($0, ids) }
            }
        }
        return json.text
    }

    private static func id(_ group: FiguredGroup, _ ids: PublicIDs) -> String? {
        switch group {
        case .everybody: nil
        case .list(let list): ids.id(.list, UInt64(list.value))
        case .segment(let segment): ids.id(segment)
        }
    }
}
