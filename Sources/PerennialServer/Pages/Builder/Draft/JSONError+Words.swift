import JSON
import Wording

extension Words {
    /// Why something is no JSON: where, what was expected, and what stands there.
    func fault(_ error: JSONError, found: Character?) -> String {
        let reason = reason(error, found: found.map { "\($0)" })
        let place = error.line.flatMap { line in error.column.map { jsonPlace(line: line, column: $0) } }
        return labelled(self(Phrase.JSONFaults.title), place.map { "\($0): \(reason)" } ?? reason)
    }

    private func reason(_ error: JSONError, found: String?) -> String {
        if let expected = error.expected { return jsonExpected(self(expected.phrase), found: found) }
        return switch error.code {
        case .empty: self(Phrase.JSONFaults.empty)
        case .syntax, .trailing: self(Phrase.JSONFaults.syntax)
        case .invalidUTF8: self(Phrase.JSONFaults.notUnicode)
        case .numberOutOfRange: self(Phrase.JSONFaults.number)
        case .tooDeep: self(Phrase.JSONFaults.tooDeep)
        case .tooLarge, .outOfMemory: self(Phrase.JSONFaults.tooLarge)
        }
    }
}

extension JSONError.Expected {
    fileprivate var phrase: Phrase {
        switch self {
        case .value: Phrase.JSONFaults.value
        case .key: Phrase.JSONFaults.key
        case .colon: Phrase.JSONFaults.colon
        case .commaOrEnd(isObject: true): Phrase.JSONFaults.commaOrBrace
        case .commaOrEnd(isObject: false): Phrase.JSONFaults.commaOrBracket
        case .digit: Phrase.JSONFaults.digit
        case .quote: Phrase.JSONFaults.quote
        case .nothing: Phrase.JSONFaults.nothing
        }
    }
}
