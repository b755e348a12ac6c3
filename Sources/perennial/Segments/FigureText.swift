import Facts
import Foundation
import Population
import Wording

/// Figures in words for a terminal.
struct FigureText {
    let words: Words
    let currency: Currency

    func callAsFunction(_ phrase: Phrase) -> String { words(phrase) }

    /// An amount with its currency.
    func money(_ minorUnits: Double?) -> String {
        guard let minorUnits, minorUnits.magnitude < 9e18 else { return "-" }
        return words.format.money(Int64(minorUnits.rounded()), currency)
    }

    /// How many.
    func count(_ number: Int) -> String { words.format.number(number) }

    /// A change of a count, with its sign.
    func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + count(number) }

    /// A number with a decimal where it is small.
    func number(_ value: Double?) -> String {
        guard let value, value.magnitude < 9e18 else { return "-" }
        return words.format.decimal(value, decimals: value.magnitude < 100 ? 1 : 0)
    }

    /// A number with two decimals.
    func ratio(_ value: Double?) -> String { value.map { words.format.decimal($0, decimals: 2) } ?? "-" }

    /// A share in percent.
    func percent(_ share: Double?) -> String { share.map { words.format.percent($0, decimals: 1) } ?? "-" }

    /// A share of a whole as a bar of blocks, at most so many long.
    static func bar(_ count: Int, of whole: Int, width: Int = 24) -> String {
        guard whole > 0, count > 0 else { return "" }
        let eighths = max(1, Int((Double(count) / Double(whole) * Double(width * 8)).rounded()))
        let part = eighths % 8
        // The left eighths of a block stand in order after the full one.
        let last = part == 0 ? "" : Unicode.Scalar(UInt32(0x2590 - part)).map { String(Character($0)) } ?? ""
        return String(repeating: "\u{2588}", count: eighths / 8) + last
    }

    /// How many are in each class: name, count, share and bar.
    func mix(_ title: Phrase, _ counts: [(name: String, count: Int)]) -> String {
        let whole = counts.reduce(0) { $0 + $1.count }
        var rows = [[words(title), words(Phrase.Figures.members), words(Phrase.Figures.share), ""]]
        for (name, count) in counts {
            let share = whole > 0 ? Double(count) / Double(whole) : nil
            rows.append([name, self.count(count), percent(share), Self.bar(count, of: whole)])
        }
        return aligned(rows, leftLast: true)
    }
}
