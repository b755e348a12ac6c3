import Markup
import SegmentWording
import Segments
import Wording

/// Segments and exports that ask for CLV.
struct CLVUsesView {
    let setting: PageSetting
    let uses: [CustomerValuePageModel.Use]

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.CustomerValuePage.uses), id: "uses", width: 12) {
            Node.p("lead", words(Phrase.CustomerValuePage.usesLead))
            if uses.isEmpty {
                Node.p("empty", words(Phrase.CustomerValuePage.noUses))
            } else {
                Table<Served>(
                    under: "uses-heading",
                    headers: [
                        words(Phrase.RFMSetup.name), words(Phrase.CustomerValuePage.what), words(Phrase.CustomerValuePage.numbers),
                        words(Phrase.CustomerValuePage.updated),
                    ], rows: uses.map { row($0) }
                ).node
            }
        }
    }

    private func row(_ use: CustomerValuePageModel.Use) -> [Cell] {
        let kind = use.kind == .segment ? Phrase.CustomerValuePage.segment : Phrase.CustomerValuePage.export
        return [
            .node(.element(.a, [.to(use.path)], [.outside(use.name, longest: 60)])), .text(words(kind)),
            .node(.outside(use.numbers.map(name).joined(separator: ", "), longest: 160)), .number(setting.date(use.updated)),
        ]
    }

    /// What a number is called.
    private func name(_ number: String) -> String {
        let labels = SegmentWords(words.language, names: SegmentNames(currency: setting.currency, zone: setting.timeZone))
        if let dimension = NumberDimension(rawValue: number) { return labels.label(dimension) }
        return WordDimension(rawValue: number).map { labels.label($0) } ?? number
    }
}
