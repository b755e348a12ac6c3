import Markup
import Wording

/// Says which parameters of the address mean nothing here, and what there is instead.
struct ProfileComplaintsView {
    let words: Words
    let complaints: [ProfileQuery.Complaint]

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

    private func said(_ complaint: ProfileQuery.Complaint) -> String {
        switch complaint.parameter {
        case RowCursor.afterParameter, RowCursor.beforeParameter: words(Phrase.Profiles.noSuchPage)
        case ProfileQuery.withinParameter: words(Phrase.Profiles.noSuchGroup)
        default: words.thereAre(complaint.known)
        }
    }
}
