import Facts

/// The cells with amounts.
extension OrderRows {
    /// Value and currency of an order; `nil` when all is well.
    @inline(__always)
    mutating func readValue(
        _ cells: RowCells, _ order: inout PendingOrder, _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks
    ) -> Rejection? {
        var isNamed = false
        var found: CurrencyCells.Known?
        if columns.currency >= 0 {
            let code = cells.text(columns.currency, &scratch)
            isNamed = !code.isEmpty
            if isNamed { found = money.of(code: code, in: &ledger.table) }
        }
        if !isNamed { found = money.ofFile(in: &ledger.table) }
        guard var currency = found else {
            return CurrencyCells.rejection(of: cells.text(columns.currency, &scratch), column: columns.currency)
        }
        guard columns.value >= 0 else { return readProduct(cells, currency, isNamed: isNamed, &order, &ledger, &blocks) }

        let cell = cells.text(columns.value, &scratch)
        var value: ReadAmount
        switch values.amount(cell, decimals: currency.decimals, cells, &blocks) {
        case .amount(let read): value = read
        case .empty: return Rejection(.noValue, column: columns.value)
        case .rejected(let reason): return Rejection(.value, column: columns.value, detail: reason.message(quoting: cell))
        }
        if let sign = value.sign {
            guard let agreed = agree(sign, currency, isNamed: isNamed, &ledger) else { return Rejection(.currency, column: columns.value) }
            if agreed.decimals != currency.decimals,
                case .amount(let again) = values.amount(cell, decimals: agreed.decimals, cells, &blocks)
            {
                value = again
            }
            currency = agreed
        }
        for column in columns.deductions {
            let cell = cells.text(column, &scratch)
            switch values.amount(cell, decimals: currency.decimals, cells, &blocks) {
            case .amount(let read):
                value.point -= read.point
                value.comma -= read.comma
            case .empty: break
            case .rejected(let reason): return Rejection(.value, column: column, detail: reason.message(quoting: cell))
            }
        }
        order.currency = currency.number
        order.minorUnits = value.point
        order.commaDifference = value.comma - value.point
        return nil
    }

    /// The currency of a row whose amount carries a sign; `nil` where sign and code contradict.
    private mutating func agree(
        _ sign: CurrencySign, _ currency: CurrencyCells.Known, isNamed: Bool, _ ledger: inout OrderLedger
    ) -> CurrencyCells.Known? {
        guard isNamed else { return money.of(sign: sign, in: &ledger.table) }
        if case .currency(let signed) = sign, signed != currency.currency { return nil }
        return currency
    }

    /// Quantity times unit price, exact, rounded once (half away from zero).
    private mutating func readProduct(
        _ cells: RowCells, _ found: CurrencyCells.Known, isNamed: Bool, _ order: inout PendingOrder, _ ledger: inout OrderLedger,
        _ blocks: inout RecordBlocks
    ) -> Rejection? {
        guard columns.quantity >= 0, columns.unitPrice >= 0 else { return Rejection(.noValue) }
        let quantityCell = cells.text(columns.quantity, &scratch)
        let priceCell = cells.text(columns.unitPrice, &scratch)
        let quantity: ReadAmount
        switch values.amount(quantityCell, decimals: Self.quantityDecimals, cells, &blocks) {
        case .amount(let read): quantity = read
        case .empty: return Rejection(.quantity, column: columns.quantity, detail: "empty")
        case .rejected(let reason):
            return Rejection(.quantity, column: columns.quantity, detail: reason.message(quoting: quantityCell))
        }
        var currency = found
        var price: ReadAmount
        switch values.amount(priceCell, decimals: currency.decimals + Self.extraPriceDecimals, limit: Self.largestPrice, cells, &blocks) {
        case .amount(let read): price = read
        case .empty: return Rejection(.noValue, column: columns.unitPrice)
        case .rejected(let reason):
            return Rejection(.value, column: columns.unitPrice, detail: reason.message(quoting: priceCell))
        }
        if let sign = price.sign {
            guard let agreed = agree(sign, currency, isNamed: isNamed, &ledger) else {
                return Rejection(.currency, column: columns.unitPrice)
            }
            let decimals = agreed.decimals + Self.extraPriceDecimals
            if agreed.decimals != currency.decimals,
                case .amount(let again) = values.amount(priceCell, decimals: decimals, limit: Self.largestPrice, cells, &blocks)
            {
                price = again
            }
            currency = agreed
        }
        guard let point = Self.rounded(quantity.point, price.point), let comma = Self.rounded(quantity.comma, price.comma) else {
            return Rejection(.value, column: columns.unitPrice, detail: "quantity times price is larger than any order")
        }
        order.currency = currency.number
        order.minorUnits = point
        order.commaDifference = comma - point
        return nil
    }

    private static let quantityDecimals = 4
    private static let extraPriceDecimals = 4
    /// The largest order, in the finer units of prices.
    private static let largestPrice = OrderRecord.largestMinorUnits * 10_000

    private static func rounded(_ quantity: Int64, _ price: Int64) -> Int64? {
        let unit: Int128 = 100_000_000  // ten to the quantity's decimals and the price's extra ones
        let product = Int128(quantity) * Int128(price)
        let half = product < 0 ? -unit / 2 : unit / 2
        let result = (product + half) / unit
        guard result.magnitude <= UInt128(OrderRecord.largestMinorUnits) else { return nil }
        return Int64(result)
    }

    /// What was given back of an order.
    mutating func readRefund(
        _ cells: RowCells, _ isRefunded: Bool, _ order: inout PendingOrder, _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks
    ) -> Rejection? {
        if isRefunded { order.refund = .whole }
        guard columns.refunded >= 0 else { return nil }
        let cell = cells.text(columns.refunded, &scratch)
        let decimals = ledger.table.currencies[Int(order.currency)].decimals
        switch values.amount(cell, decimals: decimals, cells, &blocks) {
        case .empty: return nil
        case .rejected(let reason): return Rejection(.refundedAmount, column: columns.refunded, detail: reason.message(quoting: cell))
        case .amount(var read):
            // Some exports write what was given back as a negative amount.
            if read.point < 0 || read.comma < 0 { read = ReadAmount(point: -read.point, comma: -read.comma, sign: read.sign) }
            if read.point == 0, read.comma == 0 { return nil }
            order.refund = .amount(minorUnits: read.point, commaDifference: read.comma - read.point)
            return nil
        }
    }
}
