/// The columns of products and discount codes. No order depends on them: where they are not clear one is taken, and nothing is asked.
struct LabelColumns: Sendable {
    /// The name of a line's or an order's product.
    var product: Int?
    /// The code that took something off the order.
    var discount: Int?
    /// What tells how much a line is worth, to find the most valuable one of an order: its total, or else price and quantity.
    var lineTotal: Int?
    /// See ``lineTotal``.
    var unitPrice: Int?
    /// See ``lineTotal``.
    var quantity: Int?
    /// Which column was taken where there are several.
    var notes: [ReadingNote] = []

    /// No such column.
    init() {}

    /// The columns of a header.
    ///
    /// - Parameters:
    ///   - search: the header with what is known of it.
    ///   - taken: columns that hold something else.
    ///   - rows: what a row stands for.
    init(_ search: ColumnSearch, taken: Set<Int>, rows: RowMeaning) {
        product = find(.product, search, taken: taken)
        discount = find(.discount, search, taken: taken)
        guard product != nil else { return }
        switch rows {
        case .order, .lineToSum: break
        case .lineWithTotalOnFirst, .lineRepeatingTotal:
            lineTotal = search.preferred(.lineTotal).first { $0 != product && !taken.contains($0) }
            unitPrice = search.preferred(.unitPrice).first { $0 != product && !taken.contains($0) }
            quantity = search.preferred(.quantity).first { $0 != product && $0 != unitPrice }
        }
    }

    /// The most specific column of those that may hold it; said where neither the export nor the person names it.
    private mutating func find(_ role: ColumnRole, _ search: ColumnSearch, taken: Set<Int>) -> Int? {
        if let column = role.column, let index = search.byHand[column] { return index }
        let found = search.preferred(role).filter { !taken.contains($0) }
        guard let first = found.first else { return nil }
        let isKnown = search.export.names[role]?.contains(search.header.columns[first].key) ?? false
        if !isKnown, let second = found.dropFirst().first, let flag = role.column?.flag {
            let names = [first, second].map { QuotedValue.quote(search.header.columns[$0].text) }
            let isSameName = names[0] == names[1]
            let place = isSameName ? " (column \(first + 1), not \(second + 1))" : ", not \(names[1])"
            let columns = search.header.columns
            notes.append(
                ReadingNote(
                    role == .discount ? .discountTaken : .productTaken,
                    [columns[first].text, "\(first + 1)", columns[second].text, "\(second + 1)"],
                    "\(names[0])\(place) is taken as \(role.meaning); \(flag) names another."))
        }
        return first
    }
}
