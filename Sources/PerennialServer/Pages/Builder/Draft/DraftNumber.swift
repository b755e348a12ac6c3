import Foundation

/// Numbers as people type and read them.
enum DraftNumber {
    /// Reads "1234.5", "1 234,5" or "1,234.50"; `nil` for anything else.
    static func value(_ text: String) -> Double? {
        guard let plain = plain(text), let value = Double(plain), value.isFinite else { return nil }
        return value
    }

    /// A percentage as a share: "45" is 0.45, to the digit.
    static func share(_ text: String) -> Double? {
        guard let plain = plain(text), Double(plain)?.isFinite == true, let decimal = Decimal(string: plain) else { return nil }
        return Double((decimal / 100).description)
    }

    /// A whole number.
    static func whole(_ text: String) -> Int? { value(text).flatMap { Int(exactly: $0) } }

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
    private static func plain(_ text: String) -> String? {
        var digits = text.filter { !$0.isWhitespace && $0 != "\u{202F}" && $0 != "\u{A0}" }
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
}
