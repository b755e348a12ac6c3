/// The columns that make an order's value under the wanted basis.
///
/// The rule for the reader of rows is: value, less tax if ``tax`` is set and the basis is net, less shipping if ``shipping`` is set and
/// the basis is net or without shipping. Where the value column is without tax already, ``tax`` is `nil`.
struct ValueColumns {
    var value: Int?
    var quantity: Int?
    var unitPrice: Int?
    var shipping: Int?
    var tax: Int?
    /// What the amounts say about the rows; `nil` where an order's total stands in one row.
    var rows: RowMeaning?
    var notes: [ReadingNote] = []

    /// The columns; `nil` where the file has no amount at all.
    static func find(_ search: ColumnSearch, basis: ValueBasis) throws(ReadingError) -> ValueColumns? {
        var columns = ValueColumns()
        guard try columns.findValue(search, basis: basis) else { return nil }
        try columns.findParts(search, basis: basis)
        return columns
    }

    // MARK: - The amount

    private mutating func findValue(_ search: ColumnSearch, basis: ValueBasis) throws(ReadingError) -> Bool {
        let isValueByHand = search.byHand[.value] != nil
        let areLinesByHand = !isValueByHand && search.byHand[.quantity] != nil && search.byHand[.unitPrice] != nil
        if basis == .net, !isValueByHand, !areLinesByHand, let exclusive = try search.unambiguous(.valueWithoutTax) {
            value = exclusive
            return true
        }
        let total = areLinesByHand || search.export.rows == .lineToSum && !isValueByHand ? nil : try search.unambiguous(.value)
        if let total {
            try refuseUnclearLines(search, total: total)
            value = total
            return true
        }
        if let line = search.optional(.lineTotal), !areLinesByHand {
            value = line
            rows = .lineToSum
            return true
        }
        if let count = search.optional(.quantity), let price = try search.unambiguous(.unitPrice), count != price {
            quantity = count
            unitPrice = price
            rows = .lineToSum
            return true
        }
        if let exclusive = search.optional(.valueWithoutTax) {
            let name = search.header.columns[exclusive].text
            throw ReadingError(
                .needsAnswer, file: search.file, line: 1, column: name,
                "The only total in the file is without tax, and what was paid is asked for.",
                advice: "Count without tax and shipping with --value net, or take it as what was paid with --value-column "
                    + "\(ColumnSearch.quoteForShell(name)).", question: .columns, because: .onlyWithoutTax, values: [name], wanted: [.value]
            )
        }
        // `price` alone is an order's price where no quantity stands beside it.
        if search.optional(.quantity) == nil, let price = search.optional(.unitPrice) {
            value = price
            return true
        }
        return false
    }

    /// A `total` beside quantity and unit price is the order's in some exports and the line's in others.
    private mutating func refuseUnclearLines(_ search: ColumnSearch, total: Int) throws(ReadingError) {
        if let known = search.export.rows {
            rows = known
            return
        }
        let header = search.header
        let hasProducts = header.hasAny(
            "sku", "product", "product name", "product id", "item name", "item number", "name product", "lineitem name", "produit",
            "nom du produit", "produkt", "nazwa produktu", "stock code")
        guard hasProducts else { return }
        let name = header.columns[total].text
        if search.byHand[.value] != nil || ColumnRole.value.tiers[0].contains(header.columns[total].amountKey) {
            rows = .lineRepeatingTotal
            notes.append(
                ReadingNote(
                    .totalOncePerOrder, [name],
                    "Rows are lines of orders; \(QuotedValue.quote(name)) is taken as the order's total and counts once per order."))
            return
        }
        guard let count = search.optional(.quantity), let price = search.optional(.unitPrice), count != total, price != total else {
            return
        }
        let names = [count, price].map { ColumnSearch.quoteForShell(header.columns[$0].text) }
        throw ReadingError(
            .needsAnswer, file: search.file, line: 1, column: name,
            "Rows are lines of orders, and \(QuotedValue.quote(name)) may be the order's total or the line's.",
            advice:
                "If it is the order's: --value-column \(ColumnSearch.quoteForShell(name)). If lines are to be added up: --quantity-column "
                + "\(names[0]) --unit-price-column \(names[1]).", question: .columns, because: .linesOrOrders, values: [name],
            wanted: [.value, .quantity, .unitPrice])
    }

    // MARK: - Tax and shipping within it

    private mutating func findParts(_ search: ColumnSearch, basis: ValueBasis) throws(ReadingError) {
        // Lines hold goods alone: there is no shipping within them to take off.
        let hasLines = rows == .lineToSum
        switch basis {
        case .gross:
            shipping = hasLines ? nil : search.optional(.shipping)
            tax = hasLines ? nil : search.optional(.tax)
        case .withoutShipping:
            shipping = hasLines ? nil : try needed(.shipping, search, basis: basis)
        case .net:
            if let value, isWithoutTax(value, search) {
                shipping = search.optional(.shippingWithoutTax)
                if shipping == nil { shipping = try needed(.shipping, search, basis: basis) }
                return
            }
            tax = try needed(.tax, search, basis: basis)
            shipping = hasLines ? nil : try needed(.shipping, search, basis: basis)
            if shipping != nil {
                notes.append(
                    ReadingNote(
                        .shippingTaxTwice,
                        "Where the cost of shipping includes its tax, that tax is taken off twice: with shipping and with the tax."))
            }
        }
    }

    /// Whether the name of the value's column says that tax is not in it, be it named by hand or found.
    private func isWithoutTax(_ index: Int, _ search: ColumnSearch) -> Bool {
        let column = search.header.columns[index]
        let names = (search.export.names[.valueWithoutTax] ?? []) + ColumnRole.valueWithoutTax.tiers.joined()
        return names.contains(column.key) || names.contains(column.amountKey)
    }

    private func needed(_ role: ColumnRole, _ search: ColumnSearch, basis: ValueBasis) throws(ReadingError) -> Int {
        if let index = try search.unambiguous(role) { return index }
        let flag = role.column?.flag ?? ""
        throw ReadingError(
            .needsAnswer, file: search.file, line: 1,
            "--value \(basis.rawValue) needs \(role.meaning), and no column of the file is known to hold it.",
            advice:
                "Name the column with \(flag) NAME, or count what was paid with --value gross. The header has \(search.header.listing()).",
            question: .columns, because: .partMissing, wanted: role.column.map { [$0] } ?? [])
    }
}
