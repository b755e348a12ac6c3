import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// A map of scores to groups: a table for each score of recency, with the frequency down and the monetary score across.
struct RFMMapTables {
    let words: Words
    let levels: Int
    /// What stands in the cell of three scores, and its group.
    let cell: (_ recency: Int, _ frequency: Int, _ monetary: Int) -> (RFMGroup, Node)

    /// A map to be looked at: the group's name and its scores in each cell.
    init(words: Words, map: RFMGroupMap) {
        self.init(words: words, levels: map.levels.rawValue) { recency, frequency, monetary in
            let group = map.group(recency: UInt8(recency), frequency: UInt8(frequency), monetary: UInt8(monetary))
            return (group, .group([.text(words(group.phrase)), .small("\(recency)\(frequency)\(monetary)")]))
        }
    }

    /// A map with cells of any kind.
    init(words: Words, levels: Int, cell: @escaping (Int, Int, Int) -> (RFMGroup, Node)) {
        self.words = words
        self.levels = levels
        self.cell = cell
    }

    private var scores: [Int] { (1...levels).reversed() }

    var node: Node {
        .div(levels > 3 ? "map-panels five" : "map-panels") { for recency in scores { panel(recency) } }
    }

    private func panel(_ recency: Int) -> Node {
        .make(.table, [.css("map-cells")]) {
            Node.make(.caption) { Node.text(words.recencyScore(recency)) }
            Node.make(.thead) {
                Node.make(.tr) {
                    Node.make(.th, [.scope("col")]) { Node.element(.small, [], [.text(words(Phrase.RFMPage.axes))]) }
                    for monetary in scores { Node.make(.th, [.scope("col")]) { Node.text("\(monetary)") } }
                }
            }
            Node.make(.tbody) {
                for frequency in scores {
                    Node.make(.tr) {
                        Node.make(.th, [.scope("row")]) { Node.text("\(frequency)") }
                        for monetary in scores {
                            let (group, content) = cell(recency, frequency, monetary)
                            Node.make(.td, [.css("m-\(group.color.rawValue)")]) { content }
                        }
                    }
                }
            }
        }
    }
}
