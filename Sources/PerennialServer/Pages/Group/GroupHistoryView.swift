import Charts
import Markup
import Wording

/// How many were in a segment day by day, and who entered and left lately.
struct GroupHistoryView {
    let setting: PageSetting
    /// Oldest first.
    let days: [GroupModel.Day]

    /// Days of the table of entries and exits.
    private static let listed = 14

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.GroupPage.history), id: "history", width: 12) {
            setting.figure(chart, id: "figure-history", width: PageSetting.widest, medium: 700)
            Node.make(.details, [.css("data")]) {
                Node.make(.summary) { Node.text(words(Phrase.GroupPage.entriesAndExits)) }
                movement
            }
        }
    }

    private var chart: LineChart {
        let format = setting.format
        return LineChart(
            words: FigureWords(
                title: words(Phrase.GroupPage.history), description: words(Phrase.GroupPage.historyDescription),
                empty: words(Phrase.GroupPage.historyEmpty), drawsTitle: false),
            periodTitle: words(Phrase.GroupPage.day), periods: days.map { format.date($0.day) },
            lines: [.init(name: words(Phrase.Audience.members), values: days.map { Double($0.members) })],
            valueAxis: ValueAxis(title: words(Phrase.Audience.members), smallestStep: 1, tick: { format.rounded($0) }))
    }

    private var movement: Node {
        Table<Served>(
            caption: words(Phrase.GroupPage.entriesAndExits),
            headers: [
                words(Phrase.GroupPage.day), words(Phrase.News.entered), words(Phrase.News.left), words(Phrase.Audience.members),
            ],
            rows: days.suffix(Self.listed).reversed().map { day in
                [
                    .text(setting.format.date(day.day)), .number("+" + setting.format.number(day.added)),
                    .number("−" + setting.format.number(day.removed)), .number(setting.format.number(day.members)),
                ]
            }
        ).node
    }
}
