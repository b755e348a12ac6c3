import CRegex

/// Why something is no regular expression that is taken. A part is the piece of it that is wrong.
public enum PatternFault: Error, Sendable, Equatable {
    case tooLong(mostBytes: Int)
    /// It repeats too much; without steps even that was not found out.
    case tooLarge(steps: Int?, mostSteps: Int)
    case badEscape(part: String)
    case badClass(part: String)
    case badRange(part: String)
    case missingBracket(part: String)
    case missingParenthesis
    case unexpectedParenthesis
    case trailingBackslash
    case nothingToRepeat(part: String)
    case repeatedTooOften(part: String)
    case badRepetition(part: String)
    case unknownGroup(part: String)
    case badUTF8
    case badGroupName(part: String)

    init(_ problem: regex_problem, mostSteps: Int) {
        let part = withUnsafeBytes(of: problem.part) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        self =
            switch problem.fault {
            case regex_bad_escape: .badEscape(part: part)
            case regex_bad_class: .badClass(part: part)
            // RE2 calls classes that it does not know ranges.
            case regex_bad_range: part.hasPrefix("[:") || part.lowercased().hasPrefix("\\p") ? .badClass(part: part) : .badRange(part: part)
            case regex_missing_bracket: .missingBracket(part: part)
            case regex_missing_parenthesis: .missingParenthesis
            case regex_unexpected_parenthesis: .unexpectedParenthesis
            case regex_trailing_backslash: .trailingBackslash
            case regex_nothing_to_repeat: .nothingToRepeat(part: part)
            case regex_repeated_too_often: .repeatedTooOften(part: part)
            case regex_bad_repetition: .badRepetition(part: part)
            case regex_unknown_group: .unknownGroup(part: part)
            case regex_bad_utf8: .badUTF8
            case regex_bad_group_name: .badGroupName(part: part)
            default: .tooLarge(steps: problem.steps > 0 ? Int(problem.steps) : nil, mostSteps: mostSteps)
            }
    }

    /// In English, as what follows "This".
    var detail: String {
        let why =
            switch self {
            case .tooLong(let most): "it has more than \(most) bytes"
            case .tooLarge(let steps?, let most): "written out it has \(steps) steps, and may have \(most)"
            case .tooLarge(nil, _): "it is too large once it is written out"
            case .badEscape(let part): "there is no escape \(part)"
            case .badClass(let part): "there is no class of characters \(part)"
            case .badRange(let part): "the range \(part) ends before it begins"
            case .missingBracket(let part): "\(part) has no closing ]"
            case .missingParenthesis: "a closing ) is missing"
            case .unexpectedParenthesis: "a ) closes nothing"
            case .trailingBackslash: "it ends with a \\ that escapes nothing"
            case .nothingToRepeat(let part): "there is nothing before \(part) to repeat"
            case .repeatedTooOften(let part):
                "with \(part) something repeats more than 1,000 times in all, or its maximum is below its minimum"
            case .badRepetition(let part): "\(part) repeats what repeats already"
            case .unknownGroup(let part): "a group that begins with \(part) is not known here"
            // A string always is UTF-8: it can only mean an escape that is not finished.
            case .badUTF8: "an escape is not finished"
            case .badGroupName(let part): "the name of a group is not finished in \(part)"
            }
        return "is no regular expression that is taken: \(why)"
    }
}
