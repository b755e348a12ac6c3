public import Facts
import Foundation

/// Numbers, amounts, dates and durations as a language writes them.
///
/// From small tables of our own rather than from the system's, so that every machine prints the same bytes.
public struct LocalizedFormat: Sendable {
    /// The language.
    public let language: Language

    /// The forms of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// A whole number: EN 1,234; FR 1 234 (narrow no-break space); PL 1234 and 12 345.
    public func number(_ value: Int) -> String {
        sign(value < 0) + grouped(String(value.magnitude))
    }

    /// A number rounded to whole ones.
    public func rounded(_ value: Double) -> String { number(wholeNumber(value)) }

    /// A number with a fixed count of decimals; a dash for what is no number.
    public func decimal(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return value.isFinite ? number(wholeNumber(value)) : "–" }
        let text = String(format: "%.\(max(0, min(9, decimals)))f", abs(value))
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isZero = !text.contains { $0 != "0" && $0 != "." }
        let whole = sign(value < 0 && !isZero) + grouped(String(parts.first ?? "0"))
        return parts.count > 1 ? whole + decimalMark + parts[1] : whole
    }

    /// A share as a percentage. What is not nothing is never printed as 0 %, and what is not all never as 100 %.
    public func percent(_ share: Double, decimals: Int = 0) -> String {
        guard share.isFinite else { return "–" }
        let step = pow(10, -Double(decimals))
        let value = share * 100
        if value > 0, value < step / 2 { return "<\(Space.narrowNoBreak)" + withPercentSign(decimal(step, decimals: decimals)) }
        if value < 100, value > 100 - step / 2 {
            return ">\(Space.narrowNoBreak)" + withPercentSign(decimal(100 - step, decimals: decimals))
        }
        return withPercentSign(decimal(value, decimals: decimals))
    }

    /// A change as a percentage with its sign: +12 %.
    public func signedPercent(_ share: Double, decimals: Int = 0) -> String {
        guard share.isFinite else { return "–" }
        let text = decimal(share * 100, decimals: decimals)
        let isPositive = share > 0 && text.contains { ("1"..."9").contains($0) }
        return (isPositive ? "+" : "") + withPercentSign(text)
    }

    /// An exact amount: EN €1,234.50; FR 1 234,50 €; PL 1234,50 €.
    public func money(_ minorUnits: Int64, _ currency: Currency) -> String {
        let scale = currency.minorUnitsPerMajor.magnitude
        let magnitude = minorUnits.magnitude
        var digits = grouped(String(magnitude / scale))
        if currency.decimals > 0 {
            let fraction = String(magnitude % scale)
            digits += decimalMark + String(repeating: "0", count: max(0, currency.decimals - fraction.count)) + fraction
        }
        return sign(minorUnits < 0) + withCurrency(digits, currency)
    }

    /// An amount rounded to whole units of the currency, for estimates, in which cents would mean nothing.
    public func wholeMoney(_ minorUnits: Double, _ currency: Currency) -> String {
        let units = wholeNumber(minorUnits / Double(currency.minorUnitsPerMajor))
        return sign(units < 0) + withCurrency(grouped(String(units.magnitude)), currency)
    }

    /// An estimate: whole units, and from ten thousand of them on three digits that mean something.
    public func estimate(_ minorUnits: Double, _ currency: Currency) -> String {
        wholeMoney(Self.threeDigits(minorUnits / Double(currency.minorUnitsPerMajor)) * Double(currency.minorUnitsPerMajor), currency)
    }

    private static func threeDigits(_ value: Double) -> Double {
        guard value.isFinite, abs(value) >= 10_000 else { return value }
        let unit = pow(10, floor(log10(abs(value))) - 2)
        return (value / unit).rounded() * unit
    }

    /// An amount rounded to whole units of the currency.
    public func wholeMoney(_ minorUnits: Int64, _ currency: Currency) -> String { wholeMoney(Double(minorUnits), currency) }

    func grouped(_ digits: String) -> String {
        // Polish leaves numbers of four digits together.
        guard digits.count > (language == .pl ? 4 : 3) else { return digits }
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result += groupMark }
            result.append(digit)
        }
        return result
    }

    func sign(_ isNegative: Bool) -> String { isNegative ? "\u{2212}" : "" }

    var decimalMark: String { language == .en ? "." : "," }

    private var groupMark: String {
        switch language {
        case .en: ","
        case .fr: Space.narrowNoBreak
        case .pl: Space.noBreak
        }
    }

    func withPercentSign(_ digits: String) -> String {
        language == .fr ? digits + Space.narrowNoBreak + "%" : digits + "%"
    }

    func withCurrency(_ digits: String, _ currency: Currency) -> String {
        guard currency != .none else { return digits }
        let symbol = CurrencySymbol.of(currency, language)
        switch language {
        case .en: return symbol == currency.code ? symbol + Space.noBreak + digits : symbol + digits
        case .fr, .pl: return digits + Space.noBreak + symbol
        }
    }
}

/// The signs by which a language writes currencies; the code where it has none.
enum CurrencySymbol {
    static func of(_ currency: Currency, _ language: Language) -> String {
        switch (language, currency.code) {
        case (_, "EUR"): "€"
        case (_, "GBP"): "£"
        case (.en, "USD"): "$"
        case (.fr, "USD"): "$US"
        case (.en, "JPY"): "¥"
        case (.fr, "CAD"): "$CA"
        case (.pl, "PLN"): "zł"
        default: currency.code
        }
    }
}

/// Spaces at which no line is broken.
public enum Space {
    /// U+00A0.
    public static let noBreak = "\u{00A0}"
    /// U+202F, as French puts it between groups of digits and before a percent sign.
    public static let narrowNoBreak = "\u{202F}"
}
