import Facts
import Foundation
import Population

/// Figures in words for a terminal.
struct FigureText {
    let currency: Currency

    /// An amount with its currency: `1,234.50 EUR`.
    func money(_ minorUnits: Double?) -> String {
        guard let minorUnits, minorUnits.magnitude < 9e18 else { return "-" }
        return "\(groupedMoney(Int64(minorUnits.rounded()), currency)) \(currency.code)"
    }

    /// A number with a decimal where it is small.
    func number(_ value: Double?) -> String {
        guard let value, value.magnitude < 9e18 else { return "-" }
        return value.magnitude < 100 ? String(format: "%.1f", value) : grouped(Int64(value.rounded()))
    }

    /// A share in percent.
    func percent(_ share: Double?) -> String { share.map { String(format: "%.1f %%", $0 * 100) } ?? "-" }

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
    func mix(_ title: String, _ counts: [(name: String, count: Int)]) -> String {
        let whole = counts.reduce(0) { $0 + $1.count }
        var rows = [[title, "members", "share", ""]]
        for (name, count) in counts {
            let share = whole > 0 ? Double(count) / Double(whole) : nil
            rows.append([name, grouped(count), percent(share), Self.bar(count, of: whole)])
        }
        return aligned(rows, leftLast: true)
    }
}
