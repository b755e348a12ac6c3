public import Facts

/// An exchange rate as it was written, exact.
public struct ExchangeRate: Hashable, Sendable {
    /// The rate without its decimal mark.
    public var numerator: Int64
    /// How many of the numerator's digits stand after the mark: the rate is numerator / 10^decimals.
    public var decimals: Int

    /// The rate numerator / 10^decimals.
    public init(numerator: Int64, decimals: Int) {
        self.numerator = numerator
        self.decimals = decimals
    }

    /// An amount in another currency at this rate, rounded once, half away from zero; `nil` beyond ± 2^63 minor units.
    public func convert(_ money: Money, to currency: Currency) -> Money? {
        // minor units of `to` = minor units of `from` * rate * 10^(decimals of to - decimals of from)
        var product = Int128(money.minorUnits) * Int128(numerator)
        var divisor: Int128 = 1
        for _ in 0..<decimals + money.currency.decimals { divisor *= 10 }
        for _ in 0..<currency.decimals {
            let (scaled, overflows) = product.multipliedReportingOverflow(by: 10)
            if overflows { return nil }
            product = scaled
        }
        let half = product < 0 ? -(divisor / 2) : divisor / 2
        let (sum, overflows) = product.addingReportingOverflow(half)
        guard !overflows, let units = Int64(exactly: sum / divisor) else { return nil }
        return Money(minorUnits: units, currency: currency)
    }
}

/// Dated exchange rates that the shop gives: a CSV file `date,from,to,rate`.
///
/// One unit of `from` is worth `rate` units of `to` from the date on, until the pair's next date. Only pairs that are given are known:
/// the inverse of a rate is another rate.
public struct ExchangeRates: Sendable {
    private struct Pair: Hashable {
        var from: Currency
        var to: Currency
    }

    private struct Dated {
        var day: ShopDay
        var rate: ExchangeRate
    }

    private var rates: [Pair: [Dated]] = [:]

    /// No rates: every other currency is without one.
    public init() {}

    /// The rate of a day: the latest dated on or before it; `nil` where there is none. One currency to itself is 1.
    public func rate(from: Currency, to: Currency, on day: ShopDay) -> ExchangeRate? {
        if from == to { return ExchangeRate(numerator: 1, decimals: 0) }
        guard let dated = rates[Pair(from: from, to: to)] else { return nil }
        var low = 0
        var high = dated.count
        while low < high {
            let middle = (low + high) / 2
            if dated[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : dated[low - 1].rate
    }

    /// Reads a file of rates; `-` is standard input. Any row that is not understood is an error with its line and column.
    public static func read(path: String) throws(ReadingError) -> ExchangeRates {
        let table = try OpenedTable<[Int]>(path: path, options: ReadingOptions(), blockLength: RecordBlocks.usualBlockLength) {
            header throws(ReadingError) in
            let columns = try findColumns(header, path)
            return Understood(plan: columns, usedColumns: columns)
        }
        let columns = table.plan
        var blocks = table.intoBlocks()
        var result = ExchangeRates()
        while try blocks.next() {
            let records = blocks.records
            for record in 0..<records.count {
                let cells = RowCells(records, record)
                let raw = records.text(of: record)
                if raw.allSatisfy({ $0 <= 0x20 }) { continue }
                let line = blocks.line(of: cells)
                try result.add(cells, columns, path, line)
            }
        }
        guard !result.rates.isEmpty else {
            throw ReadingError(.badData, file: path, "the file has no rates", advice: expected)
        }
        result.sort()
        return result
    }

    private static let names = ["date", "from", "to", "rate"]
    private static let expected = "Expected is a CSV file with the header date,from,to,rate and rows such as 2024-12-31,USD,EUR,0.9626."

    private static func findColumns(_ header: [String], _ path: String) throws(ReadingError) -> [Int] {
        let cells = header.map { $0.trimmedLowercase }
        var columns: [Int] = []
        for name in names {
            guard let column = cells.firstIndex(of: name) else {
                throw ReadingError(.badData, file: path, column: name, "the file of rates has no column \(name)", advice: expected)
            }
            columns.append(column)
        }
        return columns
    }

    private mutating func add(_ cells: RowCells, _ columns: [Int], _ path: String, _ line: Int) throws(ReadingError) {
        var texts: [String] = []
        for (column, name) in zip(columns, Self.names) {
            guard column < cells.count else {
                throw ReadingError(.badData, file: path, line: line, column: name, "the row has too few columns", advice: Self.expected)
            }
            texts.append(String(decoding: FieldText.plain(cells.raw(column)), as: UTF8.self))
        }
        func wrong(_ place: Int, _ what: String) -> ReadingError {
            let message = "\(QuotedValue.quote(texts[place])) is \(what)"
            return ReadingError(.badData, file: path, line: line, column: Self.names[place], message, advice: Self.expected)
        }
        guard let day = ShopDay(texts[0]) else { throw wrong(0, "no date written as 2024-12-31") }
        guard let from = Currency(code: texts[1]) else { throw wrong(1, "no currency code") }
        guard let to = Currency(code: texts[2]) else { throw wrong(2, "no currency code") }
        guard let rate = Self.rate(texts[3]) else { throw wrong(3, "no rate above zero of at most 18 digits") }
        rates[Pair(from: from, to: to), default: []].append(Dated(day: day, rate: rate))
    }

    /// Digits with a point or a comma before the decimals.
    private static func rate(_ text: String) -> ExchangeRate? {
        var numerator: Int64 = 0
        var digits = 0
        var decimals: Int?
        for byte in text.utf8 {
            if byte == 0x2E || byte == 0x2C {
                guard decimals == nil else { return nil }
                decimals = 0
                continue
            }
            guard byte >= 0x30, byte <= 0x39, digits < 18 else { return nil }
            digits += 1
            numerator = numerator * 10 + Int64(byte - 0x30)
            decimals = decimals.map { $0 + 1 }
        }
        return numerator > 0 ? ExchangeRate(numerator: numerator, decimals: decimals ?? 0) : nil
    }

    /// By day; of two rates of one day the later in the file counts.
    private mutating func sort() {
        for pair in rates.keys {
            guard let dated = rates[pair] else { continue }
            let order = dated.indices.sorted { (dated[$0].day, $0) < (dated[$1].day, $1) }
            rates[pair] = order.map { dated[$0] }
        }
    }
}

extension String {
    /// Without outer white space and case.
    fileprivate var trimmedLowercase: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text.lowercased()
    }
}
