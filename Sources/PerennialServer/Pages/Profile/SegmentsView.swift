import Markup
import Wording

/// The segments that a person is in, each with why: its conditions in words, with what they saw.
struct SegmentsView {
    let setting: PageSetting
    let segments: [ProfileModel.Segment]

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Profile.segmentsTitle), id: "segments", width: 12) {
            if segments.isEmpty {
                Node.p("note", words(Phrase.Profile.noSegments))
            } else {
                Node.make(.ul, [.css("segments")]) { for segment in segments { Node.make(.li) { entry(segment) } } }
            }
        }
    }

    private func entry(_ segment: ProfileModel.Segment) -> [Node] {
        [
            .element(.a, [.css("segment-name"), .to(PagePaths.segment(segment.id))], [.outside(segment.name)]),
            .small(words.since(setting.date(segment.since))),
            why(segment.why),
        ]
    }

    private func why(_ lines: [ProfileModel.Segment.Line]) -> Node {
        guard !lines.isEmpty else { return .nothing }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Profile.why)) }
            ReasonLinesView(setting: setting, lines: lines).node
        }
    }
}
