import Facts

/// Reads the amounts of one file exactly, in units of 10^-decimals.
///
/// Which of `.` and `,` stands before the decimals is a property of the file, so the first value that decides it decides for all:
///
/// - both marks in one value: the later one, which must stand once, is the decimal mark (`1,234.50`, `1.234,50`);
/// - one mark, twice or more: it separates thousands, so the other is the decimal mark (`1.234.567`);
/// - one mark, once, after thousands separated by spaces or apostrophes: it is the decimal mark (`1 234,500`);
/// - one mark, once, before other than three digits: it is the decimal mark (`12,5`, `3.1415`);
/// - one mark, once, before three digits, where thousands cannot be meant (`0,125`, `1234.567`, `1.125e3`): the decimal mark;
/// - one mark, once, before three digits otherwise (`1,234`): whatever the file has shown; until then
///   ``Outcome/ambiguous(ifThousands:ifDecimals:)``.
///
/// A value that contradicts what the file has shown is rejected, never read the other way.
struct AmountParser: Sendable {
    /// What a value says.
    enum Outcome: Sendable, Equatable {
        /// In units of 10^-decimals, rounded half away from zero.
        case amount(scaled: Int64, sign: CurrencySign?)
        /// Two readings while the file has not shown its decimal mark; ``AmountParser/currencySign(in:)`` still tells the sign.
        case ambiguous(ifThousands: Int64, ifDecimals: Int64)
        case empty
        case rejected(Reason)
    }

    /// Why a value is no usable amount.
    enum Reason: Sendable, Equatable, CaseIterable {
        /// Text, NaN, infinity, a lone minus, misplaced separators.
        case notANumber
        /// Above the limit either way.
        case tooLarge
        /// Other amounts of the file prove the other decimal mark.
        case contradictsMark
    }

    /// The character before the decimals; `nil` until a value decides.
    private(set) var mark: DecimalMark?

    /// A parser for one file, with the mark that a flag gives.
    init(mark: DecimalMark?) {
        self.mark = mark
    }

    /// What one value says, with so many decimals kept: 0 to 4 for the currencies there are, a few more for prices that are
    /// multiplied before they are rounded. The limit, at most 10^18, is in the same units as the result.
    mutating func parse(
        _ bytes: UnsafeRawBufferPointer, decimals: Int, limit: Int64 = OrderRecord.largestMinorUnits
    ) -> Outcome {
        if let scaled = parsePlain(bytes, decimals: decimals, limit: limit) { return .amount(scaled: scaled, sign: nil) }
        guard bytes.count <= AmountText.longest else { return .rejected(.notANumber) }
        var text = AmountText()
        switch text.read(bytes) {
        case .empty: return .empty
        case .notANumber: return .rejected(.notANumber)
        case .number: return decide(text, decimals: decimals, limit: limit)
        }
    }

    /// The sign or code of a currency that stands with an amount.
    static func currencySign(in bytes: UnsafeRawBufferPointer) -> CurrencySign? {
        guard bytes.count <= AmountText.longest else { return nil }
        var text = AmountText()
        guard case .number = text.read(bytes) else { return nil }
        return text.currency
    }

    // MARK: - `123.45`, the short path

    /// Digits with at most one point, so few that they fit with their decimals; `nil` where the general reader must look.
    @inline(__always)
    private mutating func parsePlain(_ bytes: UnsafeRawBufferPointer, decimals: Int, limit: Int64) -> Int64? {
        let count = bytes.count
        guard count > 0, count + decimals <= 18 else { return nil }
        var value: Int64 = 0
        var point = -1
        var index = 0
        while index < count {
            let digit = bytes[index] &- 48
            if digit < 10 {
                value = value * 10 + Int64(digit)
            } else {
                guard bytes[index] == 0x2E, point < 0, index > 0 else { return nil }
                point = index
            }
            index += 1
        }
        if point < 0 {
            var scaled = value
            for _ in 0..<decimals { scaled *= 10 }
            return scaled <= limit ? scaled : nil
        }
        let fraction = count - 1 - point
        // Three digits may be thousands; more than the currency has must be rounded: both go the long way.
        guard fraction > 0, fraction <= decimals, mark == .point || mark == nil && fraction != 3 else { return nil }
        var scaled = value
        for _ in fraction..<decimals { scaled *= 10 }
        guard scaled <= limit else { return nil }
        mark = .point
        return scaled
    }

    // MARK: - The decision

    private mutating func decide(_ text: AmountText, decimals: Int, limit: Int64) -> Outcome {
        let separators = text.separators
        switch separators {
        case .none:
            return amount(text, decimalsFrom: nil, decimals: decimals, limit: limit)
        case .decisive(let shown, let decimalsFrom):
            if let mark, mark != shown { return .rejected(.contradictsMark) }
            let outcome = amount(text, decimalsFrom: decimalsFrom, decimals: decimals, limit: limit)
            if case .amount = outcome { mark = shown }
            return outcome
        case .trailing(let shown):
            // `12.` keeps a mark without decimals: right under either, it teaches nothing.
            if let mark, mark != shown { return .rejected(.contradictsMark) }
            return amount(text, decimalsFrom: nil, decimals: decimals, limit: limit)
        case .threeDigits(let written, let decimalsFrom):
            let thousands = amount(text, decimalsFrom: nil, decimals: decimals, limit: limit)
            let decimal = amount(text, decimalsFrom: decimalsFrom, decimals: decimals, limit: limit)
            if let mark { return mark == written ? decimal : thousands }
            guard case .amount(let ifThousands, _) = thousands, case .amount(let ifDecimals, _) = decimal else { return thousands }
            return .ambiguous(ifThousands: ifThousands, ifDecimals: ifDecimals)
        case .malformed:
            return .rejected(.notANumber)
        }
    }

    private func amount(_ text: AmountText, decimalsFrom: Int?, decimals: Int, limit: Int64) -> Outcome {
        guard let scaled = text.scaled(integerDigits: decimalsFrom ?? text.digitCount, decimals: decimals, limit: limit) else {
            return .rejected(.tooLarge)
        }
        return .amount(scaled: scaled, sign: text.currency)
    }
}

extension AmountParser.Reason: CustomStringConvertible {
    /// The reason without the value.
    var description: String {
        switch self {
        case .notANumber: "no amount that is understood"
        case .tooLarge: "larger than any order can be"
        case .contradictsMark: "other amounts of the file prove the other decimal mark"
        }
    }

    /// The reason with the value, cut to 40 characters.
    func message(quoting bytes: UnsafeRawBufferPointer) -> String {
        "\(QuotedValue.quote(bytes)): \(description)"
    }
}
