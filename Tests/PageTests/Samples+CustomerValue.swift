import Facts
import Markup
import Wording

@testable import CustomerValue
@testable import PerennialServer
@testable import Shop

extension Samples {
    private func group(_ customers: Int) -> LaterValue.Group {
        var group = LaterValue.Group()
        group.customers = customers
        group.returnedCustomers = customers / 3
        group.laterMinorUnits = Int64(customers) * 2_210
        group.laterSquares = Int128(customers) * 9_000_000
        return group
    }

    private func later(_ names: [String]) -> LaterValue {
        var later = LaterValue()
        later.groups = names.enumerated().map { .init(name: $0.element, group: group(400 - $0.offset * 110)) }
        (later.other, later.without, later.all) = (group(20), group(31), group(1_200))
        return later
    }

    func customerValue(by dimension: LaterValues.Dimension = .product) -> CustomerValuePageModel {
        var second = SecondPurchase()
        second.customers = 402
        (second.firstQuartileInDays, second.medianInDays, second.thirdQuartileInDays) = (24, 52, 109)
        second.returned = .init(minimumAgeInDays: 365, customers: 800, returnedCustomers: 400)
        second.returnedWithin = [30, 90, 180, 365].map { .init(days: $0, customers: 900 - $0, returnedCustomers: $0) }
        let values = LaterValues(
            asOf: day(in: 0), currency: currency, customers: 10_308, oneTimeBuyers: 5_114, secondPurchase: second,
            values: [
                .product: later([outside("House Espresso 1 kg"), outside("Tea"), outside("Mug")]),
                .month: later(["2025-01", "2025-02", outside("2025-03")]), .channel: LaterValue(),
            ])
        let examples = ExampleRule.allCases.enumerated().map { place, rule in
            CustomerValuePageModel.Example(
                rule: rule,
                customer: place == 3
                    ? nil
                    : .init(
                        profile: name(place), orders: 5 - place, lastOrder: ago(days: place * 31), historicMinorUnits: 70_000,
                        predicted: MoneyEstimate(expected: 24_300, low: 1_700, high: 48_000), churnProbability: 0.2))
        }
        return CustomerValuePageModel(
            home: home, histogram: .init(stepMinorUnits: 2_000, counts: [5_120, 900, 400, 210, 190, 90, 60, 30, 20, 12, 9, 7, 140]),
            examples: examples, dimension: dimension,
            later: .init(computedAt: ago(days: 0, minutes: 12), values: values), second: second,
            uses: [
                .init(
                    kind: .segment, name: outside("Low value, engaged"), path: PagePaths.segment("SEG1"),
                    numbers: ["predicted_clv", "money_at_stake"], updated: ago(days: 9)),
                .init(
                    kind: .exportSchedule, name: outside("weekly-excel"), path: PagePaths.exports, numbers: [outside("total_clv")],
                    updated: ago(days: 2)),
            ])
    }

    /// Nothing is known yet.
    var customerValueNotYet: CustomerValuePageModel {
        var model = customerValue(by: .discountCode)
        model.home = smallHome
        (model.histogram, model.later) = (nil, nil)
        (model.examples, model.uses) = ([], [])
        model.second = SecondPurchase()
        return model
    }

    // MARK: Order values

    var orderValues: OrderValuesModel {
        let first = ShopMonth(day(in: 0)).monthsSince1970 - 25
        let months = (0..<26).map { place in
            var month = MonthFigures(month: ShopMonth(monthsSince1970: first + Int32(place)))
            month.orders = place == 7 ? 0 : 400 + place
            month.revenueMinorUnits = place == 7 ? 0 : Int64(2_000_000 + place * 31_000)
            month.isComplete = place < 25
            return month
        }
        var span = OrderValues.Span(first: day(in: -60), last: day(in: -31))
        (span.orders, span.revenueMinorUnits) = (300, 1_500_000)
        return OrderValuesModel(
            question: OrderValueQuestion { ["group": "Sg1", "around": "2025-05-14"][$0] },
            groups: [
                .init(id: "Sg1", name: outside("Slipping VIPs"), isSegment: true),
                .init(id: "Ls1", name: outside("Newsletter"), isSegment: false),
            ], months: months, asOf: day(in: 0),
            comparison: .init(before: span, after: OrderValues.Span(first: day(in: -30), last: day(in: -1))),
            benchmark: currency == .none ? nil : OrderValueBenchmark(value: 55.5, currency: currency, source: outside("A trade paper")),
            form: BenchmarkForm(value: outside("55.5"), source: outside("A trade paper")), isSaved: true, token: FormToken("dmlzaXQ"))
    }

    var orderValuesRefused: OrderValuesModel {
        var model = orderValues
        model.question = OrderValueQuestion { [self] in ["around": outside("yesterday"), "days": outside("many")][$0] }
        (model.dayProblem, model.countProblem) = (.noDay, .noNumber)
        (model.form.valueProblem, model.form.sourceProblem) = (.noAmount, .sourceMissing)
        model.comparison = nil
        model.benchmark = nil
        model.months = []
        model.isSaved = false
        return model
    }
}
