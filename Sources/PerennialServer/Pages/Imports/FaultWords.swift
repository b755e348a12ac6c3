import Connectors
import Journal
import Markup
import Shop
import Wording

/// Why a file cannot be read, in the words of whoever reads it; in English where a reason has no others.
struct FaultWords {
    let cause: ReadingError.Cause?
    let values: [String]
    let wanted: [OrderColumn]
    let english: String

    func node(_ words: Words) -> Node {
        if let text = text(words) { return .make(.p) { Node.outside(text, longest: 600) } }
        return .element(.p, [.css("note"), Attribute(name: .lang, value: "en")], [.outside(english, longest: 600)])
    }

    /// The reason; `nil` where it has English words only.
    func text(_ words: Words) -> String? {
        // What is wanted comes before what was found.
        let names = wanted.map { words($0.phrase) }
        let isListed = cause == .columnsMissing || cause == .partMissing
        let all = (isListed ? [names.joined(separator: ", ")] : names) + values
        return cause.flatMap { words.readingFault($0.rawValue, all) }
    }
}

extension ImportJobModel {
    /// What waits for what: jobs are done one after another, in the order of their numbers.
    mutating func tell(of unfinished: [JobRow], besides number: UInt64) {
        let before = unfinished.filter { $0.number < number }
        ahead = before.map { $0.importedFile?.name }
        behind = unfinished.count { $0.number > number }
    }
}
