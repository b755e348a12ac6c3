import Facts

/// An order within its customer's row.
struct CustomerOrder {
    /// Seconds of UTC since 1970.
    var seconds: UInt32
    /// Whether a refund took part or all of it.
    var isReduced: Bool
    /// What is left of it, in minor units of the shop's currency.
    var minorUnits: Int64
}

/// All orders that may count, those of one customer next to each other and in order of time.
struct OrdersByCustomer {
    /// Where each customer's orders begin in ``orders``; one more entry than customers.
    private(set) var starts: ContiguousArray<UInt32>
    /// The orders.
    var orders: ContiguousArray<CustomerOrder>
    /// What each of them was labelled with; empty where no file has labels.
    private(set) var labels: ContiguousArray<LabelRanks> = []
    /// Which row of the table each of them was; empty where nobody asks.
    private(set) var rows: ContiguousArray<UInt32> = []
    /// The names of the products in ``labels``.
    let products: LabelNames?
    /// The names of the discount codes in ``labels``.
    let discounts: LabelNames?

    /// Sorts orders by customer with two passes over the table (count, then place), freeing it block by block.
    ///
    /// - Parameters:
    ///   - reduced: the rows that a refund took part or all of.
    ///   - keepsRows: whether it is to be known which row each order was.
    ///   - keep: gives the amount of an order in the shop's currency, or `nil` when it does not count.
    init(_ table: inout OrderTable, reduced: Set<Int>, keepsRows: Bool = false, keep: (OrderRecord) -> Int64?) {
        let customers = table.customers.count
        var counts = ContiguousArray<UInt32>(repeating: 0, count: customers + 1)
        for block in table.blocks {
            for order in block { counts[Int(order.customer) + 1] += 1 }
        }
        for customer in 0..<customers { counts[customer + 1] += counts[customer] }
        var places = counts
        let total = Int(counts[customers])
        let (products, discounts) = (LabelNames(table.firstProducts), LabelNames(table.discounts))
        let isLabelled = products != nil || discounts != nil
        var labels = ContiguousArray(repeating: LabelRanks(), count: isLabelled ? total : 0)
        var rows = ContiguousArray<UInt32>(repeating: 0, count: keepsRows ? total : 0)
        orders = ContiguousArray(unsafeUninitializedCapacity: total) { buffer, initialized in
            // Each place is written exactly once: there are as many places as rows.
            var row = 0
            for number in table.blocks.indices {
                let block = table.blocks[number]
                let labelBlock = isLabelled ? LabelBlock(table, number, products: products, discounts: discounts) : nil
                let firstRow = row
                for order in block {
                    let customer = Int(order.customer)
                    let amount = keep(order) ?? .min
                    buffer.initializeElement(
                        at: Int(places[customer]),
                        to: CustomerOrder(
                            seconds: order.secondsSince1970, isReduced: !reduced.isEmpty && reduced.contains(row), minorUnits: amount))
                    if keepsRows { rows[Int(places[customer])] = UInt32(row) }
                    if let labelBlock { labels[Int(places[customer])] = labelBlock[row - firstRow] }
                    places[customer] += 1
                    row += 1
                }
                table.blocks[number] = []
            }
            initialized = total
        }
        table.blocks = []
        table.firstProducts = OrderLabels()
        table.discounts = OrderLabels()
        starts = counts
        self.labels = labels
        self.rows = rows
        self.products = products
        self.discounts = discounts
    }

    /// The places of a customer's orders, sorted by time; orders that do not count have the amount `Int64.min`.
    mutating func sortedRange(of customer: Int) -> Range<Int> {
        let range = Int(starts[customer])..<Int(starts[customer + 1])
        guard range.count > 1 else { return range }
        if !labels.isEmpty || !rows.isEmpty {
            sortWithLabels(range)
            return range
        }
        orders.withUnsafeMutableBufferPointer { buffer in
            var slice = UnsafeMutableBufferPointer(rebasing: buffer[range])
            // Equal times are ordered by amount, so that the file's order cannot matter to which of them a refund takes.
            for index in 1..<slice.count where slice[index].seconds <= slice[index - 1].seconds {
                slice.sort { $0.seconds != $1.seconds ? $0.seconds < $1.seconds : $0.minorUnits < $1.minorUnits }
                break
            }
        }
        return range
    }

    /// The same order of time, labels and rows kept beside their orders. Labels decide last, by their texts' order and not by the file's;
    /// the file's decides where all else is alike.
    private mutating func sortWithLabels(_ range: Range<Int>) {
        guard range.dropFirst().contains(where: { orders[$0].seconds <= orders[$0 - 1].seconds }) else { return }
        let entries = range.map { place in
            (
                order: orders[place], label: labels.isEmpty ? LabelRanks() : labels[place], row: rows.isEmpty ? 0 : rows[place]
            )
        }
        let sorted = entries.sorted { a, b in
            if a.order.seconds != b.order.seconds { return a.order.seconds < b.order.seconds }
            if a.order.minorUnits != b.order.minorUnits { return a.order.minorUnits < b.order.minorUnits }
            return (a.label.product, a.label.discount, a.row) < (b.label.product, b.label.discount, b.row)
        }
        for (place, entry) in zip(range, sorted) {
            orders[place] = entry.order
            if !labels.isEmpty { labels[place] = entry.label }
            if !rows.isEmpty { rows[place] = entry.row }
        }
    }
}
