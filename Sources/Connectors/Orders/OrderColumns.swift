/// The columns of a plan as the row loop wants them: an index, or -1 where the file has none.
struct OrderColumns {
    let email: Int
    let customerID: Int
    let orderID: Int
    let orderedAt: Int
    let value: Int
    let quantity: Int
    let unitPrice: Int
    let currency: Int
    let status: Int
    let cancelledAt: Int
    let test: Int
    let paymentMethod: Int
    let refunded: Int
    /// What is taken off the value: shipping, tax, or nothing.
    let deductions: [Int]
    let source: Int
    let tags: Int
    let product: Int
    let discount: Int
    /// What tells how much a line is worth, where another line of the order may be worth more.
    let lineTotal: Int
    let linePrice: Int
    let lineQuantity: Int
    /// How many cells a row must have at least.
    let least: Int
    /// Every column that an order depends on: labels are read where a row has them.
    let used: [Int]

    init(_ plan: ColumnPlan, basis: ValueBasis) {
        email = plan.email ?? -1
        customerID = plan.customerID ?? -1
        orderID = plan.orderID ?? -1
        orderedAt = plan.orderedAt
        value = plan.value ?? -1
        quantity = plan.value == nil ? plan.quantity ?? -1 : -1
        unitPrice = plan.value == nil ? plan.unitPrice ?? -1 : -1
        currency = plan.currency ?? -1
        status = plan.status ?? -1
        cancelledAt = plan.cancelledAt ?? -1
        test = plan.test ?? -1
        paymentMethod = plan.paymentMethod ?? -1
        refunded = plan.refunded ?? -1
        source = plan.source ?? -1
        tags = plan.tags ?? -1
        product = plan.labels.product ?? -1
        discount = plan.labels.discount ?? -1
        lineTotal = plan.labels.lineTotal ?? -1
        linePrice = plan.labels.unitPrice ?? -1
        lineQuantity = plan.labels.quantity ?? -1
        switch basis {
        case .gross: deductions = []
        case .withoutShipping: deductions = [plan.shipping].compactMap { $0 }
        case .net: deductions = [plan.shipping, plan.tax].compactMap { $0 }
        }
        let single = [
            email, customerID, orderID, orderedAt, value, quantity, unitPrice, currency, status, cancelledAt, test, paymentMethod,
            refunded, source, tags,
        ]
        used = (single + deductions).filter { $0 >= 0 }
        least = (used.max() ?? 0) + 1
    }

    /// Whether orders have products or discount codes.
    var hasLabels: Bool { product >= 0 || discount >= 0 }
}
