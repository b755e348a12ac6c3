import Facts

/// An amount taken apart: its digits, where separators stand between them, its sign, its exponent, its currency.
///
/// Everything is in fixed storage: reading one allocates nothing.
struct AmountText {
    /// What a text is at all.
    enum Kind {
        case number
        case empty
        case notANumber
    }

    /// What the separators say about the decimal mark.
    enum Separators: Equatable {
        /// There are none, or only spaces and apostrophes.
        case none
        /// The mark is shown; the decimals begin at this digit, or there are none.
        case decisive(DecimalMark, decimalsFrom: Int?)
        /// A mark at the very end.
        case trailing(DecimalMark)
        /// One mark before exactly three digits.
        case threeDigits(DecimalMark, decimalsFrom: Int)
        /// Groups that are not of three digits.
        case malformed
    }

    /// Longer texts are no amounts.
    static let longest = 64
    /// As many digits as always fit into the 64 bits of ``leading``.
    private static let storedDigits = 19
    private static let largestExponent = 99

    private(set) var digitCount = 0
    private(set) var isNegative = false
    private(set) var exponent = 0
    private(set) var hasExponent = false
    private(set) var currency: CurrencySign?

    /// The first nineteen digits as a number: the rest lie below what can change an amount.
    private var leading: UInt64 = 0
    private var startsWithZero = false

    /// Per kind of separator: how often it stands, and after how many digits it stood last.
    private var points = Marks()
    private var commas = Marks()
    private var spaces = Marks()

    private struct Marks {
        var count = 0
        var first = 0
        var last = 0
        /// Whether all stand three digits apart.
        var areThousands = true

        mutating func add(at digits: Int) {
            if count == 0 { first = digits } else if digits - last != 3 { areThousands = false }
            count += 1
            last = digits
        }

        /// Whether the groups between `1...3` leading digits and the end (or the decimal mark) are of three digits.
        func groupThousands(until end: Int) -> Bool {
            count == 0 || first >= 1 && first <= 3 && areThousands && end - last == 3
        }
    }

    // MARK: - Reading

    mutating func read(_ bytes: UnsafeRawBufferPointer) -> Kind {
        var cursor = AmountCursor(bytes)
        cursor.skipSpaces()
        if cursor.isAtEnd { return .empty }
        let isInParentheses = cursor.take(0x28)
        var signs = readSign(&cursor)
        if let sign = CurrencySign.read(&cursor) {
            currency = sign
            signs += readSign(&cursor)
        }
        guard readDigits(&cursor), readExponent(&cursor) else { return .notANumber }
        cursor.skipSpaces()
        signs += readSign(&cursor)
        if currency == nil, let sign = CurrencySign.read(&cursor) {
            currency = sign
            signs += readSign(&cursor)
        }
        cursor.skipSpaces()
        if isInParentheses {
            guard signs == 0, cursor.take(0x29) else { return .notANumber }
            isNegative = true
            cursor.skipSpaces()
        }
        return cursor.isAtEnd && signs <= 1 ? .number : .notANumber
    }

    /// A plus or minus, with spaces around; how many were read.
    private mutating func readSign(_ cursor: inout AmountCursor) -> Int {
        cursor.skipSpaces()
        if cursor.take(0x2B) {
            cursor.skipSpaces()
            return 1
        }
        guard cursor.takeMinus() else { return 0 }
        isNegative = true
        cursor.skipSpaces()
        return 1
    }

    private mutating func readDigits(_ cursor: inout AmountCursor) -> Bool {
        while true {
            if let digit = cursor.takeDigit() {
                if digitCount == 0 { startsWithZero = digit == 0 }
                if digitCount < AmountText.storedDigits { leading = leading * 10 + UInt64(digit) }
                digitCount += 1
            } else if cursor.take(0x2E) {
                points.add(at: digitCount)
            } else if cursor.take(0x2C) {
                commas.add(at: digitCount)
            } else if digitCount > 0, cursor.takeGroupSeparator() {
                spaces.add(at: digitCount)
            } else {
                return digitCount > 0
            }
        }
    }

    /// `e3`, `E-02`: what spreadsheets make of long numbers.
    private mutating func readExponent(_ cursor: inout AmountCursor) -> Bool {
        guard cursor.isExponentAhead else { return true }
        _ = cursor.take(0x65) || cursor.take(0x45)
        let isBelow = cursor.take(0x2D)
        if !isBelow { _ = cursor.take(0x2B) }
        var value = 0
        while let digit = cursor.takeDigit() {
            value = value * 10 + digit
            if value > AmountText.largestExponent { return false }
        }
        hasExponent = true
        exponent = isBelow ? -value : value
        return true
    }

    // MARK: - What the separators say

    var separators: Separators {
        if points.count > 0, commas.count > 0 {
            let isPointLast = points.last > commas.last
            let decimal = isPointLast ? points : commas
            let groups = isPointLast ? commas : points
            guard points.last != commas.last, decimal.count == 1, spaces.count == 0, groups.groupThousands(until: decimal.last)
            else { return .malformed }
            return .decisive(isPointLast ? .point : .comma, decimalsFrom: decimal.last)
        }
        let marks = points.count > 0 ? points : commas
        let written: DecimalMark = points.count > 0 ? .point : .comma
        if marks.count == 0 { return spaces.groupThousands(until: digitCount) ? .none : .malformed }
        if marks.count > 1 {
            guard marks.groupThousands(until: digitCount), spaces.count == 0, !hasExponent else { return .malformed }
            return .decisive(written == .point ? .comma : .point, decimalsFrom: nil)
        }
        guard spaces.groupThousands(until: marks.last) else { return .malformed }
        let decimals = digitCount - marks.last
        if decimals == 0 { return .trailing(written) }
        let mayBeThousands = decimals == 3 && marks.last >= 1 && marks.last <= 3 && spaces.count == 0 && !hasExponent && !startsWithZero
        return mayBeThousands ? .threeDigits(written, decimalsFrom: marks.last) : .decisive(written, decimalsFrom: marks.last)
    }

    // MARK: - The value

    /// The amount in units of 10^-decimals with so many digits before the decimal mark, rounded half away from zero;
    /// `nil` above the limit, which is at most 10^18.
    func scaled(integerDigits: Int, decimals: Int, limit: Int64) -> Int64? {
        let limit = limit.magnitude
        let stored = min(digitCount, AmountText.storedDigits)
        // So many leading digits count in whole units; the one after them alone decides the rounding of halves away from zero.
        let kept = integerDigits + exponent + decimals
        // The digits that are not stored would be kept: too large for any order.
        guard kept < stored || digitCount == stored else { return nil }
        var value = leading
        if kept >= stored {
            for _ in stored..<kept where value != 0 && value <= limit { value *= 10 }
        } else if kept < 0 {
            value = 0
        } else {
            for _ in (kept + 1)..<stored { value /= 10 }
            value = value / 10 + (value % 10 >= 5 ? 1 : 0)
        }
        guard value <= limit else { return nil }
        return isNegative ? -Int64(value) : Int64(value)
    }
}
