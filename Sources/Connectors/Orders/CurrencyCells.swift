import Facts

/// The currencies of a file's rows: by code, by the sign that stands with an amount, or the file's own.
struct CurrencyCells {
    /// A currency with what a row needs of it.
    struct Known {
        var currency: Currency
        /// Its place in ``OrderTable/currencies``.
        var number: UInt8
        var decimals: Int
    }

    private var last: Known?
    private var lastCode: (UInt8, UInt8, UInt8) = (0, 0, 0)
    private var known: [Known] = []
    private let fallback: Currency
    /// A sign that several currencies share was met where nothing named one of them.
    private var sharedSign: CurrencySign.SharedSign?

    init(fallback: Currency) {
        self.fallback = fallback
    }

    /// The currency of a code in a cell; `nil` for what ISO 4217 does not know, or when there are more than 256.
    @inline(__always)
    mutating func of(code cell: UnsafeRawBufferPointer, in table: inout OrderTable) -> Known? {
        guard cell.count == 3 else { return nil }
        let code = (cell[0], cell[1], cell[2])
        if let last, lastCode == code { return last }
        guard let currency = Currency(code.0, code.1, code.2) else { return nil }
        let isKnown = known.contains { $0.currency == currency } || currency.isISO4217 || currency == .none
        guard isKnown, let found = number(of: currency, in: &table) else { return nil }
        last = found
        lastCode = code
        return found
    }

    /// Why a cell names no currency: three letters that ISO 4217 does not know, or something else.
    static func rejection(of cell: UnsafeRawBufferPointer, column: Int) -> Rejection {
        guard cell.count == 3, Currency(cell[0], cell[1], cell[2]) != nil else { return Rejection(.currency, column: column) }
        return Rejection(.unknownCurrency, column: column, detail: QuotedValue.quote(cell))
    }

    /// The currency of rows that name none.
    @inline(__always)
    mutating func ofFile(in table: inout OrderTable) -> Known? {
        number(of: fallback, in: &table)
    }

    /// The currency of a sign, where the row has no code; of a sign that several share, the one that rows without any have. `nil`
    /// where the sign is not written with that currency: dollars are not counted as euros.
    mutating func of(sign: CurrencySign, otherwise: Currency? = nil, in table: inout OrderTable) -> Known? {
        switch sign {
        case .currency(let currency): return number(of: currency, in: &table)
        case .severalCurrencies(let sign):
            let meant = otherwise ?? fallback
            if meant == .none {
                // One sign may stand for the currency that nobody named; two cannot stand for the same.
                guard sharedSign == nil || sharedSign == sign else { return nil }
                sharedSign = sign
                return number(of: meant, in: &table)
            }
            return sign.isSign(of: meant) ? number(of: meant, in: &table) : nil
        }
    }

    /// A currency that is known by other means than the row's cells; `nil` when there are more than 256.
    mutating func number(of currency: Currency, in table: inout OrderTable) -> Known? {
        for entry in known where entry.currency == currency { return entry }
        guard let number = table.number(of: currency) else { return nil }
        let entry = Known(currency: currency, number: number, decimals: currency.decimals)
        known.append(entry)
        return entry
    }

    /// What the reader should be told.
    var note: ReadingNote? {
        sharedSign.map { sign in
            ReadingNote(
                .sharedSign, ["\(sign)"],
                "Amounts carry \(sign), which several currencies share: --currency names the one that is meant.")
        }
    }
}
