import Facts
import Testing

@testable import CustomerValue

@Suite("Later value by what customers began with")
struct LaterValueTests {
    private func history(_ book: OrderBook, asOf: String = "2024-12-31") throws -> ShopHistory {
        let day = try #require(ShopDay(asOf))
        return try book.summaries { $0.asOf = day }.history
    }

    @Test("Later value counts what came within 90 days after the first purchase day, of customers so old")
    func window() throws {
        var book = OrderBook()
        for number in 0..<10 {
            book.order("c\(number)", "2024-01-01", 10, product: "tea")
            book.order("c\(number)", "2024-01-01", 11, product: "mug")  // the same day: not later
        }
        book.order("c0", "2024-03-31", 5, product: "mug")  // 90 days after
        book.order("c1", "2024-04-01", 7, product: "mug")  // 91 days after
        book.order("young", "2024-10-03", 10, product: "tea")  // 89 days before the as-of day
        book.order("young", "2024-10-04", 10, product: "tea")
        let later = try #require(try history(book).byFirstProduct)
        let tea = LaterValue.Group(customers: 10, laterMinorUnits: 500, returnedCustomers: 1, laterSquares: 250_000)
        #expect(later.groups == [LaterValue.Named(name: "tea", group: tea)])
        #expect(later.all == tea && later.other == LaterValue.Group() && later.without == LaterValue.Group())
        #expect(tea.laterMinorUnitsPerCustomer == 50 && tea.returnedShare == 0.1)
        #expect(LaterValue.Group().returnedShare == nil && LaterValue.Group().laterMinorUnitsPerCustomer == nil)
        #expect(try history(book, asOf: "2025-01-01").byFirstProduct?.all.customers == 11)
    }

    @Test("Small groups, texts without a place and customers without a label are summed apart")
    func otherAndWithout() throws {
        var book = OrderBook()
        for number in 0..<10 { book.order("a\(number)", "2024-01-01", 10, discount: "WELCOME") }
        for number in 0..<9 { book.order("b\(number)", "2024-01-01", 10, discount: "SUMMER") }
        for number in 0..<12 { book.order("d\(number)", "2024-01-01", 10) }
        book.order("e", "2024-01-01", 10)
        book.table.discounts[book.table.count - 1] = OrderLabels.other
        let later = try #require(try history(book).byFirstDiscount)
        #expect(later.groups.map(\.name) == ["WELCOME"] && later.groups.map(\.group.customers) == [10])
        #expect(later.other.customers == 10 && later.without.customers == 12 && later.all.customers == 32)
        #expect(try history(book).byFirstProduct == nil)
    }

    @Test("At most fifteen groups are named, the largest first and equal ones by name")
    func largest() throws {
        var book = OrderBook()
        for group in (0..<17).reversed() {
            let name = "p\(group < 10 ? "0" : "")\(group)"
            for number in 0..<(group == 16 ? 11 : 10) { book.order("\(name)-\(number)", "2024-01-01", 10, product: name) }
        }
        let later = try #require(try history(book).byFirstProduct)
        #expect(later.groups.map(\.name) == ["p16"] + (0..<14).map { "p\($0 < 10 ? "0" : "")\($0)" })
        #expect(later.other.customers == 20)
    }

    @Test("The first order is the first that was not given back, whatever the order of rows")
    func afterRefunds() throws {
        func later(isReversed: Bool) throws -> LaterValue? {
            var book = OrderBook()
            for number in 0..<10 {
                let orders: [(String, Double, String, String)] = [
                    ("2024-01-01T10:00:00", 10, "returned", "r"), ("2024-02-01T10:00:00", 20, "kept", "k"),
                    ("2024-02-01T10:00:00", 30, "dearer at the same moment", "m"), ("2024-03-01T10:00:00", 40, "late", "l"),
                ]
                for order in isReversed ? orders.reversed() : orders {
                    book.order("c\(number)", order.0, order.1, product: order.2, id: "\(order.3)\(number)")
                }
                book.refund("c\(number)", nil, nil, of: "r\(number)")
            }
            return try history(book).byFirstProduct
        }
        let forwards = try later(isReversed: false)
        #expect(forwards?.groups.map(\.name) == ["kept"] && forwards?.all.laterMinorUnits == 40_000)
        #expect(try later(isReversed: true) == forwards)
    }

    @Test("Orders of rows after the last labelled one have no label")
    func shorterLabels() throws {
        var book = OrderBook()
        for number in 0..<10 { book.order("a\(number)", "2024-01-01", 10, product: "tea") }
        for number in 0..<10 { book.order("b\(number)", "2024-01-01", 10) }
        let later = try #require(try history(book).byFirstProduct)
        #expect(later.groups.map(\.group.customers) == [10] && later.without.customers == 10)
    }
}
