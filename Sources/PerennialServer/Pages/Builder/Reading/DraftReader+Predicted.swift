import Segments

// What is known or predicted of a customer.
extension DraftReader {
    func predicted(_ test: Test) -> ConditionDraft? {
        var draft = ConditionDraft.new(.predicted)
        switch test {
        case .number(let dimension, let filter):
            draft[.what] = dimension.rawValue
            fill(&draft, filter, isShare: dimension.isShare)
        case .moment(let dimension, let filter):
            draft[.what] = dimension.rawValue
            fill(&draft, filter)
        case .word(let dimension, let filter):
            draft[.what] = dimension.rawValue
            guard let words = fill(&draft, filter) else { return nil }
            draft.set(.words, words.map { "\(dimension.rawValue):\($0)" })
        case .overdue(let isOverdue):
            draft[.what] = "overdue"
            draft[.yes] = isOverdue ? "yes" : "no"
        default: return nil
        }
        return draft
    }

    private func fill(_ draft: inout ConditionDraft, _ filter: TextFilter) -> [String]? {
        switch filter {
        case .equals(let word): return [word]
        case .among(let words): return words
        case .notEquals(let word):
            draft[.which] = "none"
            return [word]
        case .notAmong(let words):
            draft[.which] = "none"
            return words
        default: return nil
        }
    }

    func top(_ test: TopTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.top)
        draft[.what] = test.dimension.rawValue
        draft[.order] = test.isBottom ? "least" : "greatest"
        switch test.size {
        case .count(let count):
            draft[.size] = "count"
            draft[.n] = "\(count)"
        case .percent(let percent):
            draft[.size] = "percent"
            draft[.n] = DraftNumber.text(percent, comma: comma)
        }
        if let among = test.among { draft.parts = [self.draft(among)] }
        return draft
    }
}
