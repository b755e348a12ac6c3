import Markup
import Wording

/// Why somebody is in a list or segment, or is not: each condition with what it saw.
struct ExplanationView {
    let setting: PageSetting
    let kind: ProfileGroup
    let explanation: GroupModel.Explanation

    private var words: Words { setting.words }

    var node: Node {
        switch explanation {
        case .nobody:
            .make(.p, [.css("problem"), Attribute(name: .role, value: "status")]) { Node.text(words(Phrase.GroupPage.nobodyFound)) }
        case .past(_, let problem):
            .make(.p, [.css("problem"), Attribute(name: .role, value: "status")]) { Node.text(words(problem)) }
        case .found(let found): answer(found)
        }
    }

    private func answer(_ found: GroupModel.Explained) -> Node {
        .make(.div, [.id("answer"), Attribute(name: .role, value: "status")]) {
            Node.make(.p) {
                found.profile.link(words)
                Node.text(" ")
                Node.strong(words(verdict(found)))
                if let day = found.day { Node.small(" " + words.asKnownOn(setting.format.date(day))) }
                if let since = found.since { Node.small(" " + words.since(setting.date(since))) }
            }
            if !found.lines.isEmpty { ReasonLinesView(setting: setting, lines: found.lines).node }
        }
    }

    private func verdict(_ found: GroupModel.Explained) -> Phrase {
        switch (kind, found.isIn) {
        case (.segment, true): Phrase.GroupPage.isInSegment
        case (.segment, false): Phrase.GroupPage.isNotInSegment
        case (.list, true): Phrase.GroupPage.isInList
        case (.list, false): Phrase.GroupPage.isNotInList
        }
    }
}

/// Conditions with what each saw of somebody.
struct ReasonLinesView {
    let setting: PageSetting
    let lines: [ProfileModel.Segment.Line]

    private var words: Words { setting.words }

    var node: Node {
        .make(.ul, [.css("reasons")]) {
            for line in lines {
                Node.make(.li, [.css((line.holds ? "met" : "unmet") + (line.depth > 0 ? " depth-\(min(line.depth, 4))" : ""))]) {
                    Node.element(
                        .span, [.css("unseen")], [.text(words(line.holds ? Phrase.Profile.holds : Phrase.Profile.holdsNot) + ": ")])
                    Node.outside(line.text, longest: 400)
                    if let seen = line.seen { Node.make(.small) { Node.outside(words.seen(seen), longest: 400) } }
                    if let change = line.mayChange { Node.small(words.mayChange(setting.date(change))) }
                }
            }
        }
    }
}
