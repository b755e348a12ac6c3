public import Segments
import Wording

/// Of whom or what a clause says something.
private enum Subject {
    /// The person, who is left out.
    case person
    /// A number, a date or a property that the clause names; or nothing at all, as in the Polish "otwarto e-mail".
    case own
}

extension SegmentWords {
    /// A definition in one line, with brackets where they are needed.
    ///
    /// The person is left out of a clause, but named where the clause before says something of another subject: of the date in "the date of
    /// the last order is known and is in the list" nobody would know who is in it.
    public func sentence(_ condition: Condition) -> String {
        var last = Subject.person
        return sentence(condition.plain, isInside: false, after: &last)
    }

    /// A definition in one line after words that are not of the person: "the profiles for which".
    func sentenceOfPerson(_ condition: Condition) -> String {
        var last = Subject.own
        return sentence(condition.plain, isInside: false, after: &last)
    }

    private func sentence(_ condition: Condition, isInside: Bool, after last: inout Subject) -> String {
        func joined(_ parts: [Condition], _ word: String) -> String {
            var texts: [String] = []
            for part in parts { texts.append(sentence(part, isInside: true, after: &last)) }
            let text = texts.joined(separator: word)
            return isInside ? "(\(text))" : text
        }
        switch condition {
        case .all(let parts) where parts.isEmpty:
            last = .own
            return everybody
        case .any(let parts) where parts.isEmpty:
            last = .own
            return nobody
        case .all(let parts): return joined(parts, say(en: " and ", fr: " et ", pl: " i "))
        case .any(let parts): return joined(parts, say(en: " or ", fr: " ou ", pl: " lub "))
        case .not(let part):
            // French and Polish say "it is not so", which is not of the person either.
            if words.language != .en { last = .own }
            let text = sentence(part, isInside: false, after: &last)
            if words.language != .en { last = .own }
            return say(en: "not (\(text))", fr: "ce n'est pas le cas : (\(text))", pl: "nieprawda, że (\(text))")
        case .test(let test):
            let (line, subjects) = (line(test), subjects(of: test))
            let isUnclear = last == .own && subjects.first == .person
            last = subjects.last
            return isUnclear ? say(en: "the person \(line)", fr: "la personne \(line)", pl: "osoba \(line)") : line
        }
    }

    /// Of whom a clause begins to say something, and of whom it says something in the end.
    private func subjects(of test: Test) -> (first: Subject, last: Subject) {
        let deed: Subject = words.language == .pl ? .own : .person
        return switch test {
        case .property, .number, .moment, .word, .model: (.own, .own)
        case .metric(let test): test.measurement == .count ? (deed, deed) : (.own, .own)
        case .funnel: (deed, deed)
        case .top(let test): (.person, test.among == nil ? .person : .own)
        case .consent(let test):
            (.person, test.filters.contains { if case .moment = $0 { true } else { false } } ? .own : .person)
        case .membership, .overdue, .region, .distance, .sample: (.person, .person)
        }
    }
}
