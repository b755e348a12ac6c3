import Markup
import Wording

/// A parameter of an address that says something that is not there.
struct Complaint: Sendable, Equatable {
    var parameter: String
    var found: String
    /// What there is; empty where that cannot be listed.
    var known: [String]
}

/// Says which parameters of the address mean nothing here, and what there is instead.
struct ComplaintsView {
    let words: Words
    let complaints: [Complaint]

    /// By which pages were numbered before.
    static let oldPage = "page"

    var node: Node {
        guard !complaints.isEmpty else { return .nothing }
        return .make(.aside, [.css("notice"), .id("complaints"), Attribute(name: .role, value: "status")]) {
            Node.make(.ul) {
                for complaint in complaints {
                    Node.make(.li) {
                        Node.make(.code) { Node.text(complaint.parameter + "=") }
                        Node.make(.code) { Node.outside(complaint.found, longest: 60) }
                        Node.text(" " + said(complaint))
                    }
                }
            }
        }
    }

    private func said(_ complaint: Complaint) -> String {
        switch complaint.parameter {
        case RowCursor.afterParameter, RowCursor.beforeParameter, Self.oldPage: words(Phrase.Profiles.noSuchPage)
        case ProfileQuery.withinParameter: words(Phrase.Profiles.noSuchGroup)
        default: words.thereAre(complaint.known)
        }
    }
}
