import Facts

/// Text of rows as bytes, with the number formats of the contract. Numbers are formatted by hand into raw memory: a million rows of
/// twenty cells cost a fifth of a second instead of half a minute.
final class ByteBuffer {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes there are.
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// What was appended.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    func removeAll() { count = 0 }

    func removeLast(_ bytes: Int) { count -= min(bytes, count) }

    /// Room for more bytes, and where they go.
    @inline(__always)
    private func reserve(_ more: Int) -> UnsafeMutablePointer<UInt8> {
        if count + more > capacity { grow(more) }
        return start + count
    }

    @inline(never)
    private func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    @inline(__always)
    func append(_ byte: UInt8) {
        reserve(1).pointee = byte
        count += 1
    }

    func append(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    func append(_ raw: UnsafeRawBufferPointer) {
        guard let base = raw.baseAddress else { return }
        UnsafeMutableRawPointer(reserve(raw.count)).copyMemory(from: base, byteCount: raw.count)
        count += raw.count
    }

    /// A whole number.
    func append(integer value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(magnitude: value.magnitude)
    }

    /// A number given in units of 10^-decimals: `(123456, 2)` is `1234.56`.
    func append(scaled value: Int64, decimals: Int) {
        guard decimals > 0 else {
            append(integer: value)
            return
        }
        if value < 0 { append(UInt8(ascii: "-")) }
        var scale: UInt64 = 1
        for _ in 0..<decimals { scale *= 10 }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: scale)
        append(magnitude: whole)
        append(UInt8(ascii: "."))
        append(fraction, digits: decimals)
    }

    /// A number rounded to six decimals; nothing where it is not finite.
    func append(sixDecimals value: Double) {
        guard value.isFinite, abs(value) < 9e12 else {
            if value.isFinite { append("\(value)") }
            return
        }
        append(scaled: Int64((value * 1e6).rounded()), decimals: 6)
    }

    private func append(magnitude: UInt64) {
        var digits = 1
        var limit: UInt64 = 10
        while digits < 19, magnitude >= limit {
            digits += 1
            limit *= 10
        }
        append(magnitude, digits: magnitude >= 10_000_000_000_000_000_000 ? 20 : digits)
    }

    /// The last digits of a number, with zeros before it where it is shorter.
    @inline(__always)
    private func append(_ magnitude: UInt64, digits: Int) {
        let place = reserve(digits)
        var rest = magnitude
        var index = digits - 1
        while index >= 0 {
            let quotient = rest / 10
            place[index] = 48 + UInt8(truncatingIfNeeded: rest - quotient * 10)
            rest = quotient
            index -= 1
        }
        count += digits
    }

    /// A calendar day: `2024-12-31`.
    func append(day: ShopDay) {
        let (year, month, dayOfMonth) = day.civil
        append(UInt64(max(0, year)), digits: 4)
        append(UInt8(ascii: "-"))
        append(UInt64(month), digits: 2)
        append(UInt8(ascii: "-"))
        append(UInt64(dayOfMonth), digits: 2)
    }

    /// A moment in RFC 3339: `2024-12-31T23:59:59Z`.
    func append(secondsSince1970 seconds: UInt32) {
        append(day: ShopDay(daysSince1970: Int32(seconds / 86_400)))
        let second = UInt64(seconds % 86_400)
        append(UInt8(ascii: "T"))
        append(second / 3600, digits: 2)
        append(UInt8(ascii: ":"))
        append(second / 60 % 60, digits: 2)
        append(UInt8(ascii: ":"))
        append(second % 60, digits: 2)
        append(UInt8(ascii: "Z"))
    }

    /// A text cell of a CSV file (RFC 4180), made harmless for spreadsheets unless `isRaw`.
    ///
    /// A cell that begins like a formula would run when the file is opened, but for a sign that a number follows: it gets an apostrophe before it.
    func append(csvText text: UnsafeRawBufferPointer, isRaw: Bool) {
        let needsGuard = !isRaw && Self.isFormula(text)
        // Quotes also where a spreadsheet set to semicolons or tabs would cut the cell in two.
        let needsQuotes = text.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ";") || $0 == 9 || $0 == 10 || $0 == 13
        }
        if needsQuotes { append(UInt8(ascii: "\"")) }
        if needsGuard { append(UInt8(ascii: "'")) }
        if needsQuotes {
            for byte in text {
                if byte == UInt8(ascii: "\"") { append(byte) }
                append(byte)
            }
            append(UInt8(ascii: "\""))
        } else {
            append(text)
        }
    }

    private static func isFormula(_ text: UnsafeRawBufferPointer) -> Bool {
        guard SpreadsheetFormula.begins(text) else { return false }
        guard text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") else { return true }
        return !text.dropFirst().allSatisfy { $0 >= 46 && $0 <= 57 && $0 != 47 || $0 == 32 }
    }

    /// A string of JSON with what must be escaped escaped.
    func append(jsonText text: UnsafeRawBufferPointer) {
        append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<32:
                append("\\u00")
                let digits = Array("0123456789abcdef".utf8)
                append(digits[Int(byte >> 4)])
                append(digits[Int(byte & 15)])
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
