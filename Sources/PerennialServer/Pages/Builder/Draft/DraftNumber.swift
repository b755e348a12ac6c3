import Foundation

/// Numbers as people type and read them.
enum DraftNumber {
    /// Reads "1234.5", "1 234,5" or "1,234.50"; `nil` for anything else.
    ///
    /// - Parameter comma: whether decimals stand after a comma where the reader lives: then "1,234" is a little more than one, else it is more
    ///   than a thousand.
    static func value(_ text: String, comma: Bool) -> Double? {
        guard let plain = plain(text, comma: comma), let value = Double(plain), value.isFinite else { return nil }
        return value
    }

    /// A percentage as a share: "45" is 0.45, to the digit.
    static func share(_ text: String, comma: Bool) -> Double? {
        guard let plain = plain(text, comma: comma), Double(plain)?.isFinite == true, let decimal = Decimal(string: plain) else {
            return nil
        }
        return Double((decimal / 100).description)
    }

    /// A whole number.
    static func whole(_ text: String, comma: Bool) -> Int? { value(text, comma: comma).flatMap { Int(exactly: $0) } }

    /// A number as a field shows it.
    static func text(_ value: Double, comma: Bool) -> String {
        let text = Int64(exactly: value).map { "\($0)" } ?? "\(value)"
        return comma ? text.replacing(".", with: ",") : text
    }

    /// A share as a percentage, to the digit.
    static func percentText(_ share: Double, comma: Bool) -> String {
        guard let decimal = Decimal(string: "\(share)") else { return text(share * 100, comma: comma) }
        let text = (decimal * 100).description
        return comma ? text.replacing(".", with: ",") : text
    }

    /// Digits with a point before the decimals.
    private static func plain(_ text: String, comma isDecimal: Bool) -> String? {
        var digits = text.filter { !$0.isWhitespace && $0 != "\u{202F}" && $0 != "\u{A0}" }
        if !isDecimal, isGrouped(digits) { digits = digits.replacing(",", with: "") }
        let (comma, point) = (digits.lastIndex(of: ","), digits.lastIndex(of: "."))
        if let comma, let point {
            // The last of both stands before the decimals.
            digits = comma > point ? digits.replacing(".", with: "").replacing(",", with: ".") : digits.replacing(",", with: "")
        } else if comma != nil {
            guard digits.count(where: { $0 == "," }) == 1 else { return nil }
            digits = digits.replacing(",", with: ".")
        }
        guard !digits.isEmpty, digits.utf8.count <= 40, digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }) else {
            return nil
        }
        return digits
    }

    /// Whether commas set thousands apart, as in "1,234" and "-12,345,678".
    private static func isGrouped(_ text: String) -> Bool {
        let groups = text.drop { $0 == "-" || $0 == "+" }.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), first.first != "0" else { return false }
        return groups.dropFirst().allSatisfy { $0.count == 3 } && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
