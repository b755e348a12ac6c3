import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// What changed lately: who moved between groups, who entered and left segments, what somebody did.
struct NewsView {
    let setting: PageSetting
    let news: HomeModel.News

    private var words: Words { setting.words }
    private var isEmpty: Bool { moved.isEmpty && news.segments.isEmpty && news.done.isEmpty }
    private var moved: [(group: RFMGroup, added: Int, dropped: Int)] { news.moves?.groups.filter { $0.added + $0.dropped > 0 } ?? [] }

    var node: Node {
        setting.card(words(Phrase.News.title), id: "news", width: 6, .link(words(Phrase.Home.details), to: PagePaths.activity)) {
            if isEmpty { Node.p("empty", words(Phrase.News.nothing)) }
            if let moves = news.moves, !moved.isEmpty { table(moves) }
            if !news.segments.isEmpty { segments }
            if !news.done.isEmpty { done }
        }
    }

    private func table(_ moves: HomeModel.News.Moves) -> Node {
        Table<Served>(
            caption: words.movedSince(setting.format.date(moves.since)),
            headers: [words(Phrase.Groups.group), words(Phrase.RFM.added), words(Phrase.RFM.dropped)],
            rows: moved.map { row in
                [
                    .node(setting.badge(words(row.group.phrase), row.group.color)), .number("+" + setting.format.number(row.added)),
                    .number("−" + setting.format.number(row.dropped)),
                ]
            }
        ).node
    }

    private var segments: Node {
        Table<Served>(
            caption: words(Phrase.News.segments),
            headers: [words(Phrase.News.segment), words(Phrase.News.entered), words(Phrase.News.left), words(Phrase.News.members)],
            rows: news.segments.map { segment in
                [
                    .node(.element(.a, [.css("who"), .to(PagePaths.segment(segment.id))], [.outside(segment.name, longest: 60)])),
                    .number("+" + setting.format.number(segment.added)),
                    .number("−" + setting.format.number(segment.removed)), .number(setting.format.number(segment.members)),
                ]
            }
        ).node
    }

    private var done: [Node] {
        [
            .make(.h3, [.css("after")]) { Node.text(words(Phrase.News.done)) },
            .make(.ul, [.css("news")]) {
                for entry in news.done {
                    Node.make(.li) {
                        Node.make(.span) {
                            if let phrase = Phrase.Done.of(entry.action) {
                                Node.text(words(phrase))
                            } else {
                                Node.make(.code) { Node.outside(entry.action, longest: 60) }
                            }
                            if let name = entry.name, name != entry.who {
                                Node.text(": ")
                                Node.outside(name, longest: 60)
                            }
                            Node.element(.small, [.css("below")], [.outside(entry.who, longest: 60)])
                        }
                        setting.time(entry.at, shown: setting.ago(entry.at))
                    }
                }
            },
        ]
    }
}
