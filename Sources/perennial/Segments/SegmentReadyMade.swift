import ArgumentParser
import Facts
import JSON
import PerennialServer
import Segments
import Shop
import Wording

/// `perennial segment ready-made`.
struct SegmentReadyMade: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready-made", abstract: "List the segments that are offered ready: id, how many are meant now, name, purpose.",
        discussion: """
            Amounts, lists and metrics in them are proposed from the shop's own data. Works while the server runs. Take one with perennial segment \
            create, or change its definition first and send it to POST /api/segments.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Option(help: "Of names and purposes: en, fr or pl.")
    var language = Language.en

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func run() async throws {
        let progress = Progress()
        let words = Words(language)
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let proposals = shop.segmentProposals
            print(format == .json ? json(shop, proposals, words) : table(shop, proposals, words))
        }
    }

    private func table(_ shop: Shop, _ proposals: SegmentProposals, _ words: Words) -> String {
        var rows = [["id", "members", "name and purpose"]]
        for segment in ReadyMadeSegment.allCases {
            let count = segment.condition(proposals).flatMap { shop.count($0) }
            let lacks = proposals.missing(for: segment).map { words($0.lack) }.joined(separator: " ")
            rows.append([
                segment.rawValue, count.map { grouped($0) } ?? "-",
                "\(words(segment.title)). \(words(segment.purpose))" + (lacks.isEmpty ? "" : " (\(lacks))"),
            ])
        }
        return aligned(rows, leftLast: true)
    }

    private func json(_ shop: Shop, _ proposals: SegmentProposals, _ words: Words) -> String {
        var json = JSONWriter()
        json.array { json in
            for segment in ReadyMadeSegment.allCases {
                let condition = segment.condition(proposals)
                json.object { json in
                    json.member("id", segment.rawValue)
                    json.member("theme", segment.theme.rawValue)
                    json.member("name", words(segment.title))
                    json.member("purpose", words(segment.purpose))
                    json.array("missing") { json in for need in proposals.missing(for: segment) { json.string(need.rawValue) } }
                    json.member("profile_count", condition.flatMap { shop.count($0) })
                    json.key("definition")
                    if let condition { condition.writeDefinition(to: &json) } else { json.null() }
                }
            }
        }
        return json.text
    }
}
