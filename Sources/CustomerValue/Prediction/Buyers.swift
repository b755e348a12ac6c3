import BuyTillYouDie
import Facts

/// Customers with a purchase, grouped by equal frequency, recency and age.
struct Buyers {
    /// The number of each buyer in the summaries.
    let customers: [UInt32]
    /// The groups, as the models see them.
    let histories: PurchaseHistories
    /// Places in ``customers``, those of one group next to each other.
    let rowsByGroup: [UInt32]
    /// Where each group begins in ``rowsByGroup``; one more entry than groups.
    private let starts: [Int]

    init(_ summaries: CustomerSummaries) {
        let buying = (0..<UInt32(summaries.count)).filter { summaries.hasPurchase(Int($0)) }
        let grouped = PurchaseHistories.grouping(
            frequency: buying.map { summaries.frequency[Int($0)] }, recencyInDays: buying.map { summaries.recencyInDays[Int($0)] },
            ageInDays: buying.map { summaries.ageInDays[Int($0)] })
        customers = buying
        histories = grouped.histories
        var starts = [Int](repeating: 0, count: histories.count + 1)
        for group in grouped.groupOfRow { starts[Int(group) + 1] += 1 }
        for group in 0..<histories.count { starts[group + 1] += starts[group] }
        var places = starts
        var rows = [UInt32](repeating: 0, count: buying.count)
        for (row, group) in grouped.groupOfRow.enumerated() {
            rows[places[Int(group)]] = UInt32(row)
            places[Int(group)] += 1
        }
        rowsByGroup = rows
        self.starts = starts
    }

    /// The places in ``rowsByGroup`` of a group.
    func members(ofGroup group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }
}
