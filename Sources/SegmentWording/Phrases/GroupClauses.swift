import Facts
import Segments
import Wording

extension SegmentWords {
    /// Being in lists and segments, or in none of them.
    func membership(_ test: MembershipTest) -> String {
        let groups = test.groups.map { names.group($0) }
        var text: String
        if test.groups.count == 1 {
            text = member(of: test.groups[0], groups[0], test.isMember)
        } else {
            let list = listed(zip(test.groups, groups).map { name($0, $1) })
            text =
                test.isMember
                ? say(
                    en: "is in at least one of (\(list))", fr: "fait partie d'au moins un de ces groupes (\(list))",
                    pl: "należy do co najmniej jednej z grup (\(list))")
                : say(
                    en: "is in none of (\(list))", fr: "ne fait partie d'aucun de ces groupes (\(list))",
                    pl: "nie należy do żadnej z grup (\(list))")
        }
        if let joined = test.joined {
            let when = eventTime(joined)
            text += say(en: ", joined \(when)", fr: ", entrée \(when)", pl: ", dołączenie \(when)")
        }
        return text
    }

    private func member(of reference: GroupReference, _ group: SegmentNames.Group?, _ isMember: Bool) -> String {
        switch (group, isMember) {
        case (.list(let name), true):
            say(en: "is in the list \(quoted(name))", fr: "est dans la liste \(quoted(name))", pl: "należy do listy \(quoted(name))")
        case (.list(let name), false):
            say(
                en: "is not in the list \(quoted(name))", fr: "n'est pas dans la liste \(quoted(name))",
                pl: "nie należy do listy \(quoted(name))")
        case (.segment(let name), true):
            say(
                en: "is in the segment \(quoted(name))", fr: "est dans le segment \(quoted(name))", pl: "należy do segmentu \(quoted(name))"
            )
        case (.segment(let name), false):
            say(
                en: "is not in the segment \(quoted(name))", fr: "n'est pas dans le segment \(quoted(name))",
                pl: "nie należy do segmentu \(quoted(name))")
        case (nil, true):
            say(
                en: "is in: \(self.name(reference, group))", fr: "est dans : \(self.name(reference, group))",
                pl: "należy do: \(self.name(reference, group))")
        case (nil, false):
            say(
                en: "is not in: \(self.name(reference, group))", fr: "n'est pas dans : \(self.name(reference, group))",
                pl: "nie należy do: \(self.name(reference, group))")
        }
    }

    private func name(_ reference: GroupReference, _ group: SegmentNames.Group?) -> String {
        switch group {
        case .list(let name): return say(en: "list \(quoted(name))", fr: "liste \(quoted(name))", pl: "lista \(quoted(name))")
        case .segment(let name): return say(en: "segment \(quoted(name))", fr: "segment \(quoted(name))", pl: "segment \(quoted(name))")
        case nil:
            let text =
                switch reference {
                case .id(let id): quoted(id)
                case .name(let name): quoted(name)
                }
            return say(en: "\(text) (not found)", fr: "\(text) (introuvable)", pl: "\(text) (nie znaleziono)")
        }
    }
}
