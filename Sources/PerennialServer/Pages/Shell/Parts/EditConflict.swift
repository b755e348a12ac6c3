import Facts
import Journal
import Shop
import Wording

/// The state of a thing that a form was made of. What is saved over another state would take somebody's change back without a word.
struct FormState: Sendable, Equatable {
    /// As the form carries it.
    let mark: String

    /// The name of the field that holds it.
    static let field = "made-of"

    /// - Parameter text: everything of the thing that the form changes.
    init(_ text: String) { mark = String(Fingerprint(text).value, radix: 36) }

    /// Whether a form was made of another state. One that does not say was not made by a page.
    func isNewer(than fields: QueryString) -> Bool { fields[Self.field].map { !$0.isEmpty && $0 != mark } ?? false }
}

/// Two versions of one thing: the one that was saved while somebody edited another.
struct EditConflict: Sendable {
    typealias Line = (depth: Int, text: String)

    /// One of the things that a form changes, in words.
    struct Fact: Sendable {
        var label: String
        var newer: [Line]
        var mine: [Line]

        init(_ label: String, newer: [Line], mine: [Line]) {
            self.label = label
            self.newer = newer
            self.mine = mine
        }

        init(_ label: String, newer: String, mine: String) { self.init(label, newer: [(0, newer)], mine: [(0, mine)]) }

        var isSame: Bool { newer.map(\.depth) == mine.map(\.depth) && newer.map(\.text) == mine.map(\.text) }
    }

    /// What it is about: text from outside.
    var name: String
    /// Who saved the newer one, and when, where that is known.
    var last: (at: Instant, who: String)?
    var facts: [Fact]
    /// Of what is there now.
    var state: FormState
    /// The fields that were sent.
    var fields: [(name: String, value: String)]

    /// The last change of a thing that the audit log tells.
    static func lastChange(of kind: String, _ id: String, _ shop: Shop) -> (at: Instant, who: String)? {
        (try? shop.journal.audit(objectKind: kind, objectID: id, limit: 1))?.first.map { ($0.entry.at, $0.entry.who) }
    }
}
