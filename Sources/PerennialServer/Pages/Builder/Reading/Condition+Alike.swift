import Segments

extension Condition {
    /// The same, in the form in which fields say it: without groups of one, and with lists of one word as that word.
    var alike: Condition {
        switch self {
        case .all(let parts): parts.count == 1 ? parts[0].alike : .all(parts.map(\.alike))
        case .any(let parts): parts.count == 1 ? parts[0].alike : .any(parts.map(\.alike))
        case .not(let part): .not(part.alike)
        case .test(let test): .test(test.alike)
        }
    }
}

extension Test {
    fileprivate var alike: Test {
        switch self {
        case .word(let dimension, let filter): return .word(dimension, filter.alike(dimension))
        case .model(let test):
            guard case .group(let dimension, let filter) = test.question else { return self }
            return .model(RFMModelTest(model: test.model, question: .group(dimension, filter.alike(dimension))))
        case .top(var test):
            test.among = test.among?.alike
            return .top(test)
        default: return self
        }
    }
}

extension TextFilter {
    /// The words that are meant, in the order in which there are any.
    fileprivate func alike(_ dimension: WordDimension) -> TextFilter {
        switch self {
        case .equals(let word): .among([word])
        case .notEquals(let word): .notAmong([word])
        case .among(let words): .among(dimension.words.filter { words.contains($0) })
        case .notAmong(let words): .notAmong(dimension.words.filter { words.contains($0) })
        default: self
        }
    }
}
