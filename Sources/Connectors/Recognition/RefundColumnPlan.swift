import Facts

/// Which column of a refund file holds what.
struct RefundColumnPlan: Sendable {
    /// The customer's e-mail; wins over ``customerID`` wherever it is filled.
    var email: Int?
    /// The customer's number. One of e-mail, number and order is there.
    var customerID: Int?
    /// The refund's own number, by which a repeated row is known.
    var refundID: Int?
    /// When the money was given back.
    var refundedAt: Int?
    /// How much.
    var value: Int
    /// The ISO code of the currency.
    var currency: Int?
    /// The order that was refunded.
    var orderID: Int?
    /// The currency that the name of the value's column tells.
    var defaultCurrency: Currency?
    /// The order of day and month that the header's language implies.
    var dateOrder: DateOrder?
    /// What the reader should be told about how the file was understood.
    var notes: [ReadingNote] = []

    /// Understands the header of a refund file: `customer_id,refund_id,refunded_at,value,currency[,order_id]` or names that mean
    /// the same.
    ///
    /// Flags that name columns are meant for order files; one that names a column of this file wins here too, others are not missed.
    static func recognize(header names: [String], file: String, options: ReadingOptions) throws(ReadingError) -> RefundColumnPlan {
        let header = Header(names)
        var options = options
        for (column, name) in options.columns where !header.columns.contains(where: { $0.text == name || $0.key == FoldedText.fold(name) })
        {
            options.columns[column] = nil
        }
        let search = try ColumnSearch(header: header, file: file, export: KnownExport(dialect: .generic), options: options)
        let isCustomerByHand = search.byHand[.customer] != nil
        let email = isCustomerByHand && search.byHand[.email] == nil ? nil : try search.unambiguous(.email)
        let customerID = try search.unambiguous(.customerID)
        let orderID = try search.unambiguous(.orderID)
        guard let value = try search.unambiguous(.refundValue), email != nil || customerID != nil || orderID != nil else {
            throw ReadingError(
                .badData, file: file, line: 1,
                "A file of refunds needs what was given back (value, refund_amount, montant remboursé, kwota zwrotu) and whose it was "
                    + "(customer_id, email or order_id). The header has \(header.listing()).",
                advice: "Name the columns by hand: --value-column NAME --customer-column NAME, or write them as "
                    + "customer_id,refund_id,refunded_at,value,currency,order_id.",
                question: .columns, because: .refundsNeed)
        }
        var plan = RefundColumnPlan(
            email: email, customerID: customerID, refundID: try search.unambiguous(.refundID),
            refundedAt: try search.unambiguous(.refundedAt), value: value, currency: try search.unambiguous(.currency), orderID: orderID)
        if plan.refundedAt == nil, plan.refundID == nil, try search.unambiguous(.orderedAt) != nil {
            throw ReadingError(
                .badData, file: file, line: 1,
                "This has the header of a file of orders, not of refunds: taken as refunds, every order would be given back. The header has "
                    + "\(header.listing()).",
                advice: "Give it where orders are given. A file of refunds says refund_id or refunded_at: "
                    + "customer_id,refund_id,refunded_at,value,currency,order_id.", because: .ordersAsRefunds)
        }
        if plan.refundedAt == nil, plan.orderID == nil {
            throw ReadingError(
                .badData, file: file, line: 1,
                "A file of refunds needs a date (refunded_at) or the order that was refunded (order_id): without either it is not known what "
                    + "was given back. The header has \(header.listing()).",
                advice: "Add one of the two columns, or name the date's with --date-column NAME.", question: .columns,
                because: .refundsUndated)
        }
        plan.defaultCurrency = header.columns[value].currency
        plan.dateOrder = options.dateOrder ?? header.impliedDateOrder
        if plan.refundedAt == nil {
            plan.notes.append(
                ReadingNote(.refundsWithoutDate, "No column holds the date: refunds count from their orders' own time."))
        }
        return plan
    }
}
