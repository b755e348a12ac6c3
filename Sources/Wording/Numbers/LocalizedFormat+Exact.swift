public import Facts

// Numbers as somebody wrote them: nothing is rounded away.
extension LocalizedFormat {
    /// A number with all of its decimals: 1234.5 is EN 1,234.5; FR 1 234,5; PL 1234,5. What is too large or too small to be written out is
    /// written with a power of ten.
    public func exact(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let text = "\(value.magnitude)"
        guard let power = text.firstIndex(of: "e") else { return sign(value < 0) + digits(text) }
        let exponent = text[text.index(after: power)...]
        return "\(sign(value < 0))\(digits(String(text[..<power])))\(Space.noBreak)×\(Space.noBreak)10^\(Int(exponent) ?? 0)"
    }

    /// An amount in whole units of a currency, with all of its decimals, and at least those of its minor unit.
    public func exactMoney(_ units: Double, _ currency: Currency) -> String {
        let minorUnits = (units * Double(currency.minorUnitsPerMajor)).rounded()
        if abs(minorUnits) < 1e15, minorUnits / Double(currency.minorUnitsPerMajor) == units { return money(Int64(minorUnits), currency) }
        guard units.isFinite else { return "–" }
        return sign(units < 0) + withCurrency(exact(units.magnitude), currency)
    }

    /// A share as a percentage with all of its decimals: 0.125 is 12.5 %.
    public func exactPercent(_ share: Double) -> String {
        // What a binary fraction adds in the last places is not meant.
        let rounded = (share * 1e12).rounded() / 1e10
        let isMeant = rounded / 100 == share || abs(rounded / 100 - share) <= share.magnitude * 1e-14
        return withPercentSign(exact(isMeant ? rounded : share * 100))
    }

    private func digits(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let whole = grouped(String(parts.first ?? "0"))
        return parts.count > 1 && parts[1] != "0" ? whole + decimalMark + parts[1] : whole
    }
}
