import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

/// Shops with an analysis, each made once: what kept models are tried on.
struct KeptShop: Sendable {
    let book: OrderBook
    let analysis: Analysis
    let model: ShopModel

    static let today = ShopDay(daysSince1970: 20_454)

    init(_ book: OrderBook, model choice: ModelChoice = .auto, horizonInDays: Int = 365) throws {
        self.book = book
        var prediction = PredictionOptions()
        prediction.model = choice
        prediction.horizonInDays = horizonInDays
        analysis = try Analysis(
            orders: book.table, refunds: book.refunds, summary: Self.summaryOptions(), prediction: prediction, minimumCustomers: 1,
            orderSource: "test")
        model = try #require(ShopModel(analysis))
    }

    static func summaryOptions(asOf: ShopDay = SimulatedLog.asOf) -> SummaryOptions {
        var options = SummaryOptions(today: today)
        options.asOf = asOf
        options.currency = Currency(code: "EUR")
        return options
    }

    /// The summaries of one customer, counted from that customer's orders alone.
    func summaries(ofCustomer customer: UInt32, asOf: ShopDay = SimulatedLog.asOf) throws -> CustomerSummaries {
        var only = OrderBook()
        only.table.currencies = book.table.currencies
        let number = only.customer(book.table.customers.text(of: customer))
        for row in 0..<book.table.count where book.table[row].customer == customer {
            var order = book.table[row]
            order.customer = number
            only.table.append(order, orderID: book.table.orderIDs[row / OrderTable.blockLength][row % OrderTable.blockLength])
        }
        for refund in book.refunds where refund.customer == customer {
            var own = refund
            own.customer = number
            only.refunds.append(own)
        }
        return try CustomerSummaries(orders: only.table, refunds: only.refunds, options: Self.summaryOptions(asOf: asOf))
    }

    /// Two kinds of customers whom the models cannot tell apart and trees can: those who come every thirty days, and those of ``SimulatedLog``.
    static let trees = Result {
        var plan = SimulatedLog.Plan()
        plan.customers = 260
        plan.seed = 21
        plan.begins = { _, generator in 30 + 45 * Int(generator.next() % 20) }
        var book = try SimulatedLog(plan).book
        var generator = SeededGenerator(seed: 3)
        for number in 0..<140 {
            let begins = 60 + 45 * Int(generator.next() % 18)
            let stays = 1 + Int(generator.next() % 25)
            for visit in 0..<stays where begins - 30 * visit >= 0 {
                book.order(
                    "regular\(number)", SimulatedLog.asOf.advanced(byDays: 30 * visit - begins).description, 20, id: "r\(number)-\(visit)")
            }
        }
        // Refunds of every sort, and one customer who has nothing left.
        book.refund("c3", nil, nil, of: "3-0")
        book.refund("c5", SimulatedLog.asOf.description, 3)
        book.order("returned", SimulatedLog.asOf.advanced(byDays: -9).description, 12, id: "all")
        book.refund("returned", nil, nil, of: "all")
        book.refund("regular7", SimulatedLog.asOf.description, 4_000)
        return try KeptShop(book)
    }

    /// The same shop over another horizon than a year.
    static let quarter = Result { try KeptShop(trees.get().book, horizonInDays: 91) }
    /// The same by a named model.
    static let named = Result { try KeptShop(trees.get().book, model: .bgNBD) }
    /// Few customers: priors decide, and the error of parameters is in the ranges.
    static let tiny = Result { try KeptShop(ShopKind.tiny.book()) }
    static let onePrice = Result { try KeptShop(ShopKind.equalPrices.book()) }
    static let season = Result { try KeptShop(ShopKind.seasonal.book(), horizonInDays: 30) }

    /// Which of them, for tests with arguments.
    enum Kind: String, CaseIterable {
        case trees, quarter, named, tiny, onePrice, season

        func shop() throws -> KeptShop {
            switch self {
            case .trees: try KeptShop.trees.get()
            case .quarter: try KeptShop.quarter.get()
            case .named: try KeptShop.named.get()
            case .tiny: try KeptShop.tiny.get()
            case .onePrice: try KeptShop.onePrice.get()
            case .season: try KeptShop.season.get()
            }
        }
    }
}

extension Result where Failure == any Error {
    /// What was made, or why not; made once.
    init(_ make: () throws -> Success) { self.init(catching: make) }
}
