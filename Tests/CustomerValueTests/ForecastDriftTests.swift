import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

@Suite("Whether forecasts come true")
struct ForecastDriftTests {
    private static func check(month: Int, spend: Int64, orders: Int = 10) throws -> CheckedForecast {
        let first = try #require(ShopDay(year: 2024, month: month, day: 1))
        let forecast = TotalsForecast(
            firstDay: first, lastDay: first.advanced(byDays: 27), expectedOrders: 10, expectedMinorUnits: 1_000,
            rangeMinorUnits: 800...1_200)
        return CheckedForecast(forecast, outcome: TotalsOutcome(orders: orders, minorUnits: spend))
    }

    @Test("Both ends of the range are within it")
    func sides() throws {
        #expect(
            try [799, 800, 1_000, 1_200, 1_201].map { try Self.check(month: 1, spend: $0).spend } == [
                .below, .within, .within, .within, .above,
            ])
        #expect(
            try [7, 8, 12, 13].map { try Self.check(month: 1, spend: 1_000, orders: $0).orders } == [.below, .within, .within, .above])
        let check = try Self.check(month: 1, spend: 900, orders: 5)
        #expect(check.spendRatio == 0.9 && check.orderRatio == 0.5)
        let nothing = TotalsForecast(
            firstDay: check.forecast.firstDay, lastDay: check.forecast.lastDay, expectedOrders: 0, expectedMinorUnits: 0,
            rangeMinorUnits: 0...0)
        let none = CheckedForecast(nothing, outcome: TotalsOutcome(orders: 0, minorUnits: 0))
        #expect(none.spend == .within && none.orders == .within && none.spendRatio == nil && none.orderRatio == nil)
        #expect(CheckedForecast(nothing, outcome: TotalsOutcome(orders: 1, minorUnits: 1)).orders == .above)
    }

    @Test(
        "Two of the last three to one side are drift; one, or one to either side, is chance",
        arguments: [
            ([], .tooFewChecks), ([500], .tooFewChecks), ([500, 1_000], .tooFewChecks), ([500, 600], .tooHigh),
            ([1_000, 500, 1_000], .holds), ([500, 1_000, 500], .tooHigh), ([1_300, 1_300, 1_000], .tooLow),
            ([500, 1_300, 1_000], .holds), ([500, 500, 1_000, 1_000], .holds), ([1_300, 500, 1_000, 1_300, 1_300], .tooLow),
        ] as [([Int64], ForecastDrift.Verdict)])
    func rule(spend: [Int64], verdict: ForecastDrift.Verdict) throws {
        let checks = try spend.enumerated().map { try Self.check(month: $0.offset + 1, spend: $0.element) }
        let drift = ForecastDrift(checks)
        #expect(drift.spend == verdict && drift == ForecastDrift(checks.reversed()))
        #expect(drift.isDrifting == (verdict == .tooHigh || verdict == .tooLow))
    }

    @Test("Orders drift by the same rule")
    func orders() throws {
        let drift = ForecastDrift(try [(1, 20), (2, 10), (3, 20)].map { try Self.check(month: $0.0, spend: 1_000, orders: $0.1) })
        #expect(drift.spend == .holds && drift.orders == .tooLow && drift.isDrifting)
    }

    @Test("What came is counted of the forecast's customers alone, in its days, refunds taken off")
    func outcome() throws {
        var book = OrderBook()
        for (name, day, value, id) in [
            ("a", "2024-01-05", 10.0, ""), ("b", "2024-01-20", 20, ""), ("a", "2024-02-01", 30, "a2"), ("a", "2024-02-01", 5, ""),
            ("b", "2024-02-29", 40, ""), ("b", "2024-03-01", 80, ""), ("new", "2024-02-10", 500, ""), ("later", "2024-03-10", 500, ""),
        ] { book.order(name, day, value, id: id) }
        book.refund("a", "2024-02-15", 4, of: "a2")
        let forecast = TotalsForecast(
            firstDay: try #require(ShopDay("2024-02-01")), lastDay: try #require(ShopDay("2024-02-29")), expectedOrders: 2,
            expectedMinorUnits: 5_000, rangeMinorUnits: 0...9_000)
        let options = SummaryOptions(today: KeptShop.today)
        let outcome = try TotalsOutcome(of: forecast, orders: book.table, refunds: book.refunds, options: options)
        #expect(outcome == TotalsOutcome(orders: 3, minorUnits: 7_100))
        // A forecast made earlier is of the customers of that day.
        let earlier = try TotalsOutcome(
            of: forecast, orders: book.table, refunds: book.refunds, options: options, madeOn: ShopDay("2024-01-10"))
        #expect(earlier == TotalsOutcome(orders: 2, minorUnits: 3_100))
        var quiet = forecast
        quiet.firstDay = try #require(ShopDay("2025-02-01"))
        quiet.lastDay = try #require(ShopDay("2025-02-28"))
        #expect(
            try TotalsOutcome(of: quiet, orders: book.table, refunds: book.refunds, options: options)
                == TotalsOutcome(orders: 0, minorUnits: 0))
        quiet.firstDay = try #require(ShopDay("2020-02-01"))
        #expect(throws: SummaryError.self) { try TotalsOutcome(of: quiet, orders: book.table, refunds: [], options: options) }
    }

    @Test("A month of an analysis is a forecast to keep")
    func month() throws {
        let month = try #require(try KeptShop.trees.get().analysis.months.first)
        let forecast = TotalsForecast(month)
        #expect(forecast.firstDay == month.firstDay && forecast.lastDay == month.lastDay)
        #expect(forecast.rangeMinorUnits == month.rangeMinorUnits && forecast.rangeOrders.contains(month.expectedOrders))
    }
}
