import Facts

/// Writes cells of CSV (RFC 4180) into bytes.
struct CellWriter {
    private(set) var bytes: [UInt8] = []
    private let style: ExportStyle
    private let timeZone: ShopTimeZone
    private var isFirst = true
    /// Where the row begins.
    private var start = 0

    /// - Parameter timeZone: the shop's, for styles that write its moments.
    init(_ style: ExportStyle, timeZone: ShopTimeZone = .utc) {
        self.style = style
        self.timeZone = timeZone
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        start = 0
    }

    mutating func byteOrderMark() {
        bytes += [0xEF, 0xBB, 0xBF]
        start = bytes.count
    }

    mutating func endRow() {
        // An empty line is no row for many readers: a lone empty cell is quoted.
        if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
        bytes += [0x0D, 0x0A]
        start = bytes.count
        isFirst = true
    }

    private mutating func next() {
        if !isFirst { bytes.append(style.separator) }
        isFirst = false
    }

    /// A cell without anything.
    mutating func empty() { next() }

    /// A text from outside; quoted where it must be, and with an apostrophe before what a spreadsheet would run.
    mutating func text(_ text: some Collection<UInt8>) {
        next()
        let isFormula = !style.isRaw && SpreadsheetFormula.begins(text)
        let needsQuotes = text.contains { $0 == style.separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A text of ours, of which nothing needs care.
    mutating func word(_ text: String) {
        next()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func instant(_ instant: Instant) {
        next()
        guard style.hasLocalMoments else { return instant.append(to: &bytes) }
        let local = Instant(secondsSince1970: instant.secondsSince1970 + timeZone.offsetInSeconds(at: instant))
        let start = bytes.count
        local.append(to: &bytes)
        // `2024-12-31T23:59:59Z` without the sign of UTC, which it is not.
        bytes.removeLast()
        if let sign = bytes[start...].firstIndex(of: UInt8(ascii: "T")) { bytes[sign] = UInt8(ascii: " ") }
    }

    mutating func day(_ day: ShopDay) {
        next()
        day.append(to: &bytes)
    }

    mutating func whole(_ number: Int64) {
        next()
        append(number)
    }

    /// A number with a fixed count of decimals, given in units of the last of them.
    mutating func fixed(_ scaled: Int64, decimals: Int) {
        next()
        var scale: UInt64 = 1
        for _ in 0..<decimals { scale *= 10 }
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        let (units, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
        append(units)
        guard decimals > 0 else { return }
        bytes.append(style.decimalMark)
        var place = scale / 10
        while place > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place % 10))
            place /= 10
        }
    }

    /// A fraction with so many decimals, rounded; empty where there is none.
    mutating func fraction(_ value: Double?, decimals: Int) {
        guard let value, value.isFinite else { return empty() }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        fixed(Int64(max(-9e18, min(9e18, (value * scale).rounded()))), decimals: decimals)
    }

    private mutating func append(_ number: Int64) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        append(number.magnitude)
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = number
            var place = 20
            repeat {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: digits[place...])
        }
    }
}
