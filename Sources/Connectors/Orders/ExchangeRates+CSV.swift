public import Facts

/// Rates as a CSV file `date,from,to,rate`: one unit of `from` is worth `rate` units of `to` from the date on.
extension ExchangeRates {
    /// Reads a file of rates; `-` is standard input. Any row that is not understood is an error with its line and column.
    public static func read(path: String) throws(ReadingError) -> ExchangeRates { try read(FileBytes(path: path)) }

    /// Reads rates out of a text, such as one that was pasted, as a file of them is read.
    public static func read(text: String) throws(ReadingError) -> ExchangeRates { try read(FileBytes(Array(text.utf8))) }

    private static func read(_ file: consuming FileBytes) throws(ReadingError) -> ExchangeRates {
        let path = file.path
        var table = try OpenedTable<[Int]>(file, options: ReadingOptions(), blockLength: RecordBlocks.usualBlockLength) {
            header throws(ReadingError) in
            let columns = try findColumns(header, path)
            return Understood(plan: columns, usedColumns: columns)
        }
        let columns = table.plan
        var result = ExchangeRates()
        while try table.blocks.next() {
            let records = table.blocks.records
            for record in 0..<records.count {
                let cells = RowCells(records, record)
                let raw = records.text(of: record)
                if raw.allSatisfy({ $0 <= 0x20 }) { continue }
                let line = table.blocks.line(of: cells)
                try result.add(cells, columns, path, line)
            }
        }
        guard !result.isEmpty else {
            throw ReadingError(.badData, file: path, "the file has no rates", advice: expected, because: .ratesNone)
        }
        return result
    }

    private static let names = ["date", "from", "to", "rate"]
    private static let expected = "Expected is a CSV file with the header date,from,to,rate and rows such as 2024-12-31,USD,EUR,0.9626."

    private static func findColumns(_ header: [String], _ path: String) throws(ReadingError) -> [Int] {
        let cells = header.map { $0.trimmedLowercase }
        var columns: [Int] = []
        for name in names {
            guard let column = cells.firstIndex(of: name) else {
                throw ReadingError(
                    .badData, file: path, column: name, "the file of rates has no column \(name)", advice: expected,
                    because: .ratesColumn, values: [name])
            }
            columns.append(column)
        }
        return columns
    }

    private mutating func add(_ cells: RowCells, _ columns: [Int], _ path: String, _ line: Int) throws(ReadingError) {
        var texts: [String] = []
        for (column, name) in zip(columns, Self.names) {
            guard column < cells.count else {
                throw ReadingError(
                    .badData, file: path, line: line, column: name, "the row has too few columns", advice: Self.expected,
                    because: .rowTooShort, values: [name])
            }
            texts.append(String(decoding: FieldText.plain(cells.raw(column)), as: UTF8.self))
        }
        func wrong(_ place: Int, _ what: String, _ cause: ReadingError.Cause) -> ReadingError {
            let message = "\(QuotedValue.quote(texts[place])) is \(what)"
            return ReadingError(
                .badData, file: path, line: line, column: Self.names[place], message, advice: Self.expected, because: cause,
                values: [String(texts[place].prefix(100))])
        }
        guard let day = ShopDay(texts[0]) else { throw wrong(0, "no date written as 2024-12-31", .rateDate) }
        guard let from = Currency(code: texts[1]), from.isISO4217 else { throw wrong(1, "no currency code of ISO 4217", .rateCurrency) }
        guard let to = Currency(code: texts[2]), to.isISO4217 else { throw wrong(2, "no currency code of ISO 4217", .rateCurrency) }
        guard from != to else { throw wrong(2, "the same currency twice", .rateSame) }
        guard let rate = Rate(texts[3]) else { throw wrong(3, "no rate above zero of at most 18 digits", .rateNumber) }
        // Which of two is right is not for a program to say.
        if let given = rateGiven(from: from, to: to, for: day), !given.isWorth(rate) {
            throw wrong(3, "another rate than \(given.text), which a row before gives for the same day", .rateTwice)
        }
        add(rate, from: from, to: to, on: day)
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
