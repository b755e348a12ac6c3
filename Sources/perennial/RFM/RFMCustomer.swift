import CustomerValue
import Facts
import Foundation
import JSON
import Reports
import Wording

/// One customer's groups from the first purchase on.
struct RFMCustomer {
    private let name: String
    private let history: RFMHistory
    private let customer: Int

    /// A customer by the e-mail or number of the files; `nil` where there is nobody.
    init?(named name: String, in history: RFMHistory) {
        let trimmed = name.trimmingCharacters(in: .whitespaces)
        let found = [name, trimmed, trimmed.lowercased()].lazy.compactMap { spelling in
            var spelling = spelling
            return spelling.withUTF8 { history.customers.existingIndex(of: UnsafeRawBufferPointer($0)) }
        }.first
        guard let found else { return nil }
        customer = Int(found)
        self.history = history
        self.name = history.customers.text(of: found)
    }

    func text(_ words: Words) -> String {
        let standing = history.standing(of: customer)
        var lines = [visible(name)]
        if let current = standing.current {
            lines.append(
                words.groupStanding(
                    words(current.phrase), since: standing.changedOn.map { words.format.date($0) },
                    previous: standing.previous.map { words($0.phrase) }))
        } else {
            lines.append(words(Phrase.RFM.noPurchase))
        }
        let changes = history.changes(of: customer)
        guard !changes.isEmpty else { return lines.joined(separator: "\n") }
        var table = [[words(Phrase.RFM.day), words(Phrase.Groups.group), words(Phrase.RFM.scores), words(Phrase.RFM.cause)]]
        for change in changes {
            let scores = change.group == nil ? "" : "\(change.recency)\(change.frequency)\(change.monetary)"
            table.append([
                words.format.date(change.day), words(change.group?.phrase ?? Phrase.RFM.nothingLeft), scores, words(change.cause.phrase),
            ])
        }
        return lines.joined(separator: "\n") + "\n\n" + aligned(table, leftLast: true)
    }

    var json: String {
        let standing = history.standing(of: customer)
        var json = JSONWriter()
        json.object { json in
            json.member("customer_id", name)
            json.member("as_of", history.lastDay.description)
            json.member("current_group", standing.current?.rawValue)
            json.member("previous_group", standing.previous?.rawValue)
            json.member("changed_on", standing.changedOn?.description)
            json.array("changes") { json in
                for change in history.changes(of: customer) {
                    json.object { json in
                        json.member("day", change.day.description)
                        json.member("group", change.group?.rawValue)
                        json.member("cause", change.cause.name)
                        json.member("recency", change.group == nil ? nil : change.recency)
                        json.member("frequency", change.group == nil ? nil : change.frequency)
                        json.member("monetary", change.group == nil ? nil : change.monetary)
                    }
                }
            }
        }
        return json.text
    }
}
