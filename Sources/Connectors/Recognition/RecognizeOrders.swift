import Facts

extension ColumnPlan {
    /// Understands the header of an order file, with columns named by hand winning.
    ///
    /// - Parameters:
    ///   - header: The names, decoded to UTF-8.
    ///   - file: The file, for messages.
    ///   - options: What the person says about the file.
    /// - Throws: ``ReadingError``: `badData` where no column can be the customer, the date or the value, where a flag names a column
    ///   that is not there, and for exports that hold no identity; `needsAnswer` where two columns are equally good.
    static func recognize(header names: [String], file: String, options: ReadingOptions) throws(ReadingError) -> ColumnPlan {
        let header = Header(names)
        let isCustomerByHand = options.columns[.customer] != nil || options.columns[.email] != nil
        if !isCustomerByHand { try RefusedExport.check(header, file: file) }
        let export = KnownExport.of(header)
        let search = try ColumnSearch(header: header, file: file, export: export, options: options)

        let customer = try CustomerColumns.find(search)
        let orderedAt = try search.unambiguous(.orderedAt)
        let value = try ValueColumns.find(search, basis: options.valueBasis)
        guard let customer, let orderedAt, let value else {
            throw MissingColumns(search, hasCustomer: customer != nil, hasDate: orderedAt != nil, hasValue: value != nil).error
        }
        let orderID = try search.unambiguous(.orderID)
        let lines: RowMeaning? = value.rows == .lineToSum && orderID == nil ? .order : value.rows

        var plan = ColumnPlan(
            dialect: export.dialect, rows: lines ?? export.rows ?? .order, email: customer.email, customerID: customer.customerID,
            orderID: orderID, orderedAt: orderedAt, value: value.value, quantity: value.quantity, unitPrice: value.unitPrice)
        plan.currency = try search.unambiguous(.currency)
        plan.status = try search.unambiguous(.status)
        plan.cancelledAt = search.optional(.cancelledAt)
        plan.test = search.optional(.test)
        plan.paymentMethod = search.optional(.paymentMethod)
        plan.refunded = try search.unambiguous(.refunded)
        plan.shipping = value.shipping
        plan.tax = value.tax
        plan.source = try search.unambiguous(.source)
        plan.tags = search.optional(.tags)
        plan.dateOrder = options.dateOrder ?? export.dateOrder ?? header.impliedDateOrder
        plan.zonelessTimesAreUTC = export.timesAreUTC
        plan.notes = export.notes + customer.notes + value.notes
        plan.setDefaultCurrency(export, header)
        plan.addNotes(export)
        let taken = OrderColumns(plan, basis: options.valueBasis).used
        plan.labels = LabelColumns(search, taken: Set(taken), rows: plan.rows)
        plan.notes += plan.labels.notes
        return plan
    }

    /// The currency that the export or the name of the value's column tells, for rows without one.
    private mutating func setDefaultCurrency(_ export: KnownExport, _ header: Header) {
        defaultCurrency = export.defaultCurrency
        guard let named = (value ?? unitPrice).flatMap({ header.columns[$0].currency }) else { return }
        defaultCurrency = named
        if currency == nil, let index = value ?? unitPrice {
            let name = header.columns[index].text
            notes.append(
                ReadingNote(
                    .amountsIn, [named.code, name], "Amounts are taken as \(named), as the column \(QuotedValue.quote(name)) says."))
        }
    }

    private mutating func addNotes(_ export: KnownExport) {
        if dialect.isAssumed {
            notes.append(
                ReadingNote(
                    .assumedForm, [dialect.title],
                    "The columns are those that \(dialect.title) is assumed to have: check the totals below against the shop's own."))
        }
        if orderID == nil {
            notes.append(
                ReadingNote(
                    .noOrderNumber,
                    "No column holds the order's number: each row is an order, and a repeated row cannot be told from a second order."))
        }
    }
}

extension Header {
    /// All of them but English write the day first; English headers say nothing.
    var impliedDateOrder: DateOrder? {
        switch language {
        case .french, .polish, .other: .dayFirst
        case .english: nil
        }
    }
}

/// The columns that tell who ordered.
struct CustomerColumns {
    var email: Int?
    var customerID: Int?
    var notes: [ReadingNote] = []

    /// The columns; `nil` where there are none; a question where the only one may hold names.
    static func find(_ search: ColumnSearch) throws(ReadingError) -> CustomerColumns? {
        var columns = CustomerColumns()
        let isCustomerByHand = search.byHand[.customer] != nil
        // A customer named by hand is not to be overruled by an e-mail that was not.
        if !isCustomerByHand || search.byHand[.email] != nil { columns.email = try search.unambiguous(.email) }
        columns.customerID =
            isCustomerByHand || columns.email == nil ? try search.unambiguous(.customerID) : search.optional(.customerID)
        if let index = columns.customerID, !isCustomerByHand, search.header.columns[index].key == "customer" {
            if columns.email != nil {
                // Beside an e-mail, `customer` is as often the name.
                columns.customerID = nil
            } else {
                let name = search.header.columns[index].text
                columns.notes.append(
                    ReadingNote(
                        .customerMayBeName, [name],
                        "\(QuotedValue.quote(name)) is taken as the customer's number; if it holds names, give another with "
                            + "--customer-column."))
            }
        }
        if columns.email != nil || columns.customerID != nil { return columns }
        try askAboutNames(search)
        return nil
    }

    /// `Client`, `Klient`: a name in most exports, a number in some.
    private static func askAboutNames(_ search: ColumnSearch) throws(ReadingError) {
        let bare: Set<String> = [
            "client", "klient", "kupujacy", "nabywca", "acheteur", "buyer", "shopper", "kunde", "kunden", "kaufer", "cliente", "comprador",
            "klant", "koper",
        ]
        guard let column = search.header.columns.first(where: { bare.contains($0.key) }) else { return }
        throw ReadingError(
            .needsAnswer, file: search.file, line: 1, column: column.text,
            "No column is known to hold the customer's e-mail or number; \(QuotedValue.quote(column.text)) may hold names, which do not tell "
                + "people apart.",
            advice: "If it holds numbers or e-mails, say so with --customer-column \(ColumnSearch.quoteForShell(column.text)); else export "
                + "the file with the e-mail.", question: .columns, because: .customerMayBeName, values: [column.text], wanted: [.customer])
    }
}
