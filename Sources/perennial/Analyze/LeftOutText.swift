import CustomerValue
import Facts

/// What of the files counts nowhere, or was converted, in words for a terminal.
struct LeftOutText {
    private let report: SummaryReport
    private let lastDay: String

    /// - Parameter lastDay: what the last day that counts is called.
    init(_ report: SummaryReport, lastDay: String = "as-of day") {
        self.report = report
        self.lastDay = lastDay
    }

    /// Of orders.
    var orders: [String] {
        var lines: [String] = []
        if report.zeroValueOrders > 0 {
            lines.append(
                "          \(counted(report.zeroValueOrders, "order", "orders")) of value zero left out (--count-zero-value-orders keeps them)."
            )
        }
        if report.ordersAfterAsOf > 0 {
            let future = report.ordersInFuture > 0 ? ", \(grouped(report.ordersInFuture)) of them in the future" : ""
            lines.append("          \(counted(report.ordersAfterAsOf, "order", "orders")) after the \(lastDay) left out\(future).")
        }
        for part in report.converted {
            lines.append("          \(counted(part.orders, "order", "orders")) in \(part.currency) converted by the given rates.")
        }
        for part in report.heldAside {
            let sum = groupedMoney(part.minorUnits, part.currency)
            let currency = part.currency == .none ? "without a currency" : "in \(part.currency)"
            lines.append(
                "          \(counted(part.orders, "order", "orders")) \(currency) (\(sum)) held aside: no rate. Give --rates FILE with "
                    + "date,from,to,rate.")
        }
        return lines
    }

    /// Of refunds.
    var refunds: [String] {
        guard report.refundsAfterAsOf > 0 else { return [] }
        return ["          \(counted(report.refundsAfterAsOf, "refund", "refunds")) after the \(lastDay) left out."]
    }
}
