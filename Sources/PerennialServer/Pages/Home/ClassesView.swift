import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// Customers by predicted value and by purchase likelihood: each word opens exactly the people it counts.
struct ClassesView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }

    var node: Node {
        guard let mix = model.mix else { return .nothing }
        return .group {
            setting.card(words(Phrase.Home.byValue), id: "by-value", width: 6) {
                Node.p("lead", words(Phrase.Home.byValueLead))
                bars(mix.value.map { Entry(words($0.word.valuePhrase), $0.customers, $0.word.color, ProfileQuery(value: $0.word)) }, mix)
            }
            setting.card(words(Phrase.Home.byLikelihood), id: "by-likelihood", width: 6) {
                Node.p("lead", words(Phrase.Home.byLikelihoodLead))
                bars(
                    mix.likelihood.map {
                        Entry(words($0.word.likelihoodPhrase), $0.customers, $0.word.color, ProfileQuery(likelihood: $0.word))
                    }, mix)
            }
        }
    }

    private func bars(_ entries: [Entry], _ mix: HomeModel.Mix) -> Node { setting.bars(entries, of: mix.predicted) }

    typealias Entry = PageSetting.BarEntry
}

extension PageSetting {
    /// A group of people, how many they are, and the list that shows them.
    struct BarEntry {
        var name: String
        var customers: Int
        var color: ChartColor
        var query: ProfileQuery

        init(_ name: String, _ customers: Int, _ color: ChartColor, _ query: ProfileQuery) {
            self.name = name
            self.customers = customers
            self.color = color
            self.query = query
        }
    }

    /// Groups of people, one below the other, each a link to them.
    func bars(_ entries: [BarEntry], of all: Int) -> Node {
        .make(.ul, [.css("bars")]) {
            for entry in entries {
                let share = all > 0 ? Double(entry.customers) / Double(all) : 0
                Node.make(.li) {
                    Node.make(.a, [.to(entry.query.path)]) {
                        Node.element(.span, [.css("name")], [.text(entry.name.prefix(1).uppercased() + entry.name.dropFirst())])
                        Node.element(.span, [.css("bar")], [.bar(share, entry.color)])
                        Node.element(.span, [.css("count")], [.text(format.number(entry.customers))])
                        Node.element(.span, [.css("share")], [.text(all > 0 ? format.percent(share) : "–")])
                    }
                }
            }
        }
    }
}

extension CustomerClass {
    /// Its colour on every page: the better, the stronger.
    var color: ChartColor {
        switch self {
        case .high: .blue
        case .moderate: .sky
        case .low: .grey
        case .new: .green
        }
    }
}
