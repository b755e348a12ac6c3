import Facts

/// Text of rows as bytes, with the number formats of the contract. Numbers are formatted by hand: a million rows of twenty cells
/// cost a quarter of a second instead of half a minute.
struct ByteBuffer {
    private(set) var bytes = ContiguousArray<UInt8>()

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var count: Int { bytes.count }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    @inline(__always)
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(_ raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

    /// A whole number.
    mutating func append(integer value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        append(magnitude: value.magnitude, atLeastDigits: 1)
    }

    /// A number given in units of 10^-decimals: `(123456, 2)` is `1234.56`.
    mutating func append(scaled value: Int64, decimals: Int) {
        guard decimals > 0 else {
            append(integer: value)
            return
        }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var scale: UInt64 = 1
        for _ in 0..<decimals { scale *= 10 }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: scale)
        append(magnitude: whole, atLeastDigits: 1)
        bytes.append(UInt8(ascii: "."))
        append(magnitude: fraction, atLeastDigits: decimals)
    }

    /// A number rounded to six decimals; nothing where it is not finite.
    mutating func append(sixDecimals value: Double) {
        guard value.isFinite, abs(value) < 9e12 else {
            if value.isFinite { append("\(value)") }
            return
        }
        append(scaled: Int64((value * 1e6).rounded()), decimals: 6)
    }

    private mutating func append(magnitude: UInt64, atLeastDigits: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var place = 20
            var rest = magnitude
            while rest > 0 || 20 - place < atLeastDigits {
                place -= 1
                digits[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[place..<20]))
        }
    }

    /// A calendar day: `2024-12-31`.
    mutating func append(day: ShopDay) {
        let (year, month, dayOfMonth) = day.civil
        append(magnitude: UInt64(max(0, year)), atLeastDigits: 4)
        bytes.append(UInt8(ascii: "-"))
        append(magnitude: UInt64(month), atLeastDigits: 2)
        bytes.append(UInt8(ascii: "-"))
        append(magnitude: UInt64(dayOfMonth), atLeastDigits: 2)
    }

    /// A moment in RFC 3339: `2024-12-31T23:59:59Z`.
    mutating func append(secondsSince1970 seconds: UInt32) {
        append(day: ShopDay(daysSince1970: Int32(seconds / 86_400)))
        let second = UInt64(seconds % 86_400)
        bytes.append(UInt8(ascii: "T"))
        append(magnitude: second / 3600, atLeastDigits: 2)
        bytes.append(UInt8(ascii: ":"))
        append(magnitude: second / 60 % 60, atLeastDigits: 2)
        bytes.append(UInt8(ascii: ":"))
        append(magnitude: second % 60, atLeastDigits: 2)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// A text cell of a CSV file (RFC 4180), made harmless for spreadsheets unless `isRaw`.
    ///
    /// A cell that begins with `=`, `@`, tab or carriage return, or with a sign that no number follows, would run as a formula when the file is
    /// opened: it gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10).
    mutating func append(csvText text: UnsafeRawBufferPointer, isRaw: Bool) {
        let needsGuard = !isRaw && Self.isFormula(text)
        let needsQuotes = text.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if needsGuard { bytes.append(UInt8(ascii: "'")) }
        if needsQuotes {
            for byte in text {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        } else {
            bytes.append(contentsOf: text)
        }
    }

    private static func isFormula(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13, 0: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !text.dropFirst().allSatisfy { $0 >= 46 && $0 <= 57 && $0 != 47 || $0 == 32 }
        default: return false
        }
    }

    /// A string of JSON with what must be escaped escaped.
    mutating func append(jsonText text: UnsafeRawBufferPointer) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<32:
                append("\\u00")
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
