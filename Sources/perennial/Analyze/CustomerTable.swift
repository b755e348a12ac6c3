import CustomerValue
import Facts

/// The twenty customers from whom most is expected, as a table for people; without predictions the twenty who brought most.
struct CustomerTable {
    let analysis: Analysis

    static let rows = 20

    var text: String {
        let summaries = analysis.summaries
        let listed = (0..<summaries.count).filter { summaries.isListed($0) }
        let top = listed.largest(Self.rows) { customer in
            analysis.predictions.map { $0[customer]?.clvMinorUnits ?? .min } ?? summaries.historicMinorUnits[customer]
        }
        let isPredicted = analysis.predictions != nil
        var table = [isPredicted ? Self.predictedHeader : Self.historicHeader]
        for customer in top { table.append(cells(customer)) }
        let most = isPredicted ? "highest predicted CLV" : "highest historic CLV"
        let horizon = analysis.predictions.map { ", next \($0.horizonInDays) days" } ?? ""
        let shown = min(Self.rows, listed.count)
        let who = shown == 1 ? "The customer" : "The \(shown) customers"
        let title = "\(who) with the \(most), of \(grouped(listed.count)) (\(summaries.currency)\(horizon))"
        return title + "\n\n" + aligned(table, leftLast: true) + "\n"
    }

    private static let predictedHeader = [
        "customer", "orders", "last order", "historic", "predicted", "80 % range", "churn", "will order", "next order", "group",
    ]
    private static let historicHeader = ["customer", "orders", "last order", "historic", "per order", "group"]

    private func cells(_ customer: Int) -> [String] {
        let summaries = analysis.summaries
        let name = visible(summaries.customers.text(of: UInt32(customer)))
        let hasPurchase = summaries.hasPurchase(customer)
        let last = summaries.timeZone.day(of: Instant(secondsSince1970: Int64(summaries.lastOrderSeconds[customer])))
        var cells = [
            String(name.prefix(28)), "\(summaries.numberOfOrders[customer])", hasPurchase ? "\(last)" : "",
            money(summaries.historicMinorUnits[customer]),
        ]
        if let predictions = analysis.predictions {
            if let row = predictions[customer] {
                let range =
                    row.clvHighMinorUnits == 0
                    ? "most probably nothing" : "\(money(row.clvLowMinorUnits)) – \(money(row.clvHighMinorUnits))"
                cells += [
                    money(row.clvMinorUnits), range, percent(row.churnProbability), percent(row.probabilityOfOrder),
                    row.isOverdue ? "overdue" : "\(row.expectedDateOfNextOrder)",
                ]
            } else {
                cells += ["", "", "", "", ""]
            }
        } else {
            cells.append(summaries.averageOrderMinorUnits(customer).map { money(Int64($0.rounded())) } ?? "")
        }
        return cells + [analysis.rfm.group(customer)?.rawValue ?? ""]
    }

    private func money(_ minorUnits: Int64) -> String {
        groupedMoney(minorUnits, analysis.summaries.currency, wholeUnits: true)
    }

    /// A probability in whole percent; what is not quite 0 or 1 does not look like it.
    private func percent(_ share: Double) -> String {
        if share > 0, share < 0.005 { return "<1 %" }
        if share < 1, share >= 0.995 { return ">99 %" }
        return "\(Int((share * 100).rounded())) %"
    }
}

/// An amount with commas between thousands, and with or without its decimals: `1,234` or `1,234.50`.
func groupedMoney(_ minorUnits: Int64, _ currency: Currency, wholeUnits: Bool = false) -> String {
    let scale = currency.minorUnitsPerMajor
    if wholeUnits {
        let rounded = (minorUnits.magnitude + UInt64(scale) / 2) / UInt64(scale)
        return (minorUnits < 0 && rounded > 0 ? "-" : "") + grouped(rounded)
    }
    let text = Money(minorUnits: minorUnits, currency: currency).decimalText
    guard let point = text.firstIndex(of: ".") else { return grouped(minorUnits) }
    let sign = minorUnits < 0 ? "-" : ""
    return sign + grouped(minorUnits.magnitude / UInt64(scale)) + text[point...]
}

extension [Int] {
    /// The elements with the largest keys, largest first; equal keys in their order.
    func largest(_ count: Int, by key: (Int) -> Int64) -> [Int] {
        var best: [(key: Int64, element: Int)] = []
        for element in self {
            let value = key(element)
            if best.count == count, let last = best.last, value <= last.key { continue }
            let place = best.firstIndex { $0.key < value } ?? best.count
            best.insert((value, element), at: place)
            if best.count > count { best.removeLast() }
        }
        return best.map(\.element)
    }
}
