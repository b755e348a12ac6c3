import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

/// Shops of every kind that predictions meet, small, each from a fixed seed.
enum ShopKind: String, CaseIterable, CustomTestStringConvertible {
    case seasonal, wholesale, leftTruncated, tiny, cohort, equalPrices, oneGiant, yearsGap, closedLongAgo, noRepeatBuyer, oneCustomer,
        oneDay

    var testDescription: String { rawValue }

    var asOf: ShopDay { self == .closedLongAgo ? SimulatedLog.asOf.advanced(byDays: 700) : SimulatedLog.asOf }

    /// Whether ranges with the error of parameters, which are slow, are tried too.
    var isSmall: Bool { [.tiny, .equalPrices, .seasonal, .noRepeatBuyer, .oneCustomer].contains(self) }

    func book() throws -> OrderBook {
        var plan = SimulatedLog.Plan()
        plan.customers = 30
        // Few different ages: customers alike are forecast together, which keeps this fast.
        plan.begins = { _, generator in 45 + 110 * Int(generator.next() % 8) }
        plan.seed = 40 + UInt64(rawValue.utf8.count)
        switch self {
        case .seasonal:
            plan.factor = { abs($0) % 365 < 90 ? 2 : 0.7 }
            plan.most = 2
        case .wholesale: plan.customers = 220
        case .leftTruncated:
            plan.begins = { _, generator in 10 + 120 * Int(generator.next() % 17) }
            plan.logBeginsDaysBefore = 700
        case .tiny: plan.customers = 6
        case .cohort: plan.begins = { number, _ in 600 + number % 5 }
        default: break
        }
        var book = OrderBook()
        let asOf = SimulatedLog.asOf
        switch self {
        case .noRepeatBuyer:
            for number in 0..<80 { book.order("c\(number)", asOf.advanced(byDays: -number * 9).description, Double(10 + number % 7)) }
        case .oneCustomer:
            for number in 0..<20 { book.order("only", asOf.advanced(byDays: -number * 30).description, 12.5) }
        case .oneDay:
            for number in 0..<80 { book.order("c\(number)", asOf.advanced(byDays: -400).description, Double(10 + number % 7)) }
        default: book = try SimulatedLog(plan).book
        }
        switch self {
        case .wholesale:
            for number in 0..<2 {
                for month in 0..<15 { book.order("wholesale\(number)", asOf.advanced(byDays: -40 * month - number).description, 40_000) }
            }
        case .oneGiant:
            for day in 0..<600 { book.order("giant", asOf.advanced(byDays: -day).description, 1e9) }
        case .equalPrices, .yearsGap:
            let table = book.table
            let customers = table.customers
            book = OrderBook()
            for row in 0..<table.count {
                let order = table[row]
                let day = ShopDay(daysSince1970: Int32(order.secondsSince1970 / 86_400))
                let before = day.days(until: asOf)
                if self == .yearsGap, (250..<615).contains(before) { continue }
                let value = self == .equalPrices ? 19.99 : Double(order.minorUnits) / 100
                book.order(customers.text(of: order.customer), day.description, value)
            }
        default: break
        }
        return book
    }
}
