import Facts
import Markup
import Population
import Segments
import Shop
import Wording

@testable import PerennialServer

extension Samples {
    var ordersEffect: OrdersEffect {
        OrdersEffect(
            changed: 812, gained: 12, lost: 301,
            before: .init(
                customers: 10_308, orders: 24_771, historicMinorUnits: 115_910_000, averageMinorUnits: 4_679, predicted: 10_308,
                predictedMinorUnits: 28_977_000),
            after: .init(
                customers: 10_019, orders: 21_110, historicMinorUnits: 96_010_000, averageMinorUnits: nil, predicted: 10_019,
                predictedMinorUnits: 22_100_000), groupsChanged: 540)
    }

    var metrics: MetricsModel {
        MetricsModel(
            mappings: [
                .init(meaning: .revenue, name: outside("Online orders"), id: "Cm1", isCustom: true),
                .init(meaning: .refundedSales, name: outside("Refunded Order"), id: "Mt2", isCustom: false),
                .init(meaning: .cancelledSales, name: nil, id: nil, isCustom: false),
            ],
            metrics: [
                .init(
                    id: "Mt1", name: outside("Placed Order"), events: 24_771, last: ago(days: 1), meaning: .revenue, isInPart: true),
                .init(
                    id: "Mt2", name: outside("Refunded Order"), events: 199, last: ago(days: 3), meaning: .refundedSales, isInPart: false),
                .init(id: "Mt3", name: outside("Quiz"), events: 0, last: nil, meaning: nil, isInPart: false),
            ], custom: [.init(id: "Cm1", name: outside("Online orders"), counted: 24_771, meanings: [.revenue])],
            lastChange: .init(who: outside("ada@example.com"), at: ago(days: 2), isRunning: true, effect: ordersEffect), notice: .mapped)
    }

    var noMetrics: MetricsModel { MetricsModel(mappings: [], metrics: [], custom: [], lastChange: nil, notice: .deleted) }

    func metric(by interval: MetricPageModel.Interval, isCustom: Bool) -> MetricPageModel {
        let parts = (0..<12).map { place in
            MetricPageModel.Part(
                first: day(in: place * 30 - 340), events: place * 17, people: place * 11, worth: isCustom ? Double(place) * 1_234.5 : nil)
        }
        let tests = [
            EventPropertyTest(property: outside("source_name"), filter: .text(.notEquals(outside("pos")))),
            EventPropertyTest(property: outside("tags"), filter: .list(.length(.greaterThan(2)))),
            EventPropertyTest(property: outside("gift"), filter: .isSet(false)),
        ]
        let custom = MetricPageModel.Custom(
            isWorth: true,
            groups: [
                .init(
                    metric: outside("Placed Order"), filters: tests, valueProperty: outside("receipt.total"),
                    events: 900, counted: 700, withoutValue: 12, unseen: [outside("gift")]),
                .init(metric: outside("Till"), filters: [], valueProperty: nil, events: 0, counted: 0, withoutValue: 0, unseen: []),
                .init(metric: outside("Fair"), filters: [], valueProperty: nil, events: 10, counted: 0, withoutValue: 0, unseen: []),
            ], people: 400, currenciesWithoutRate: [(Currency(code: "USD") ?? .none, 7)],
            uses: [(.segment, outside("Buys online")), (.meaning, "revenue"), (.rfmModel, outside("Online only"))])
        return MetricPageModel(
            id: isCustom ? "Cm1" : "Mt1", name: outside(isCustom ? "Online orders" : "Placed Order"), interval: interval, parts: parts,
            events: 1_122, last: ago(days: 1), meanings: [.revenue], custom: isCustom ? custom : nil,
            properties: isCustom ? [] : [(outside("source_name"), "string"), ("$value", "number")], isSaved: isCustom)
    }

    /// Nothing happened, and nothing is odd.
    var quietMetric: MetricPageModel {
        var model = metric(by: .day, isCustom: true)
        model.parts = model.parts.map { .init(first: $0.first, events: 0, people: 0, worth: nil) }
        model.custom?.groups = []
        model.custom?.currenciesWithoutRate = []
        model.custom?.uses = []
        model.last = nil
        return model
    }

    var mapping: MappingModel {
        MappingModel(
            mapping: metrics.mappings[0],
            choices: [
                .init(value: "custom:Cm1", name: outside("Online orders"), isCustom: true),
                .init(value: "metric:Mt1", name: outside("Placed Order"), isCustom: false),
            ], chosen: "metric:Mt1", refusal: nil, effect: ordersEffect, token: FormToken("dmlzaXQ"))
    }

    var mappingRefused: MappingModel {
        var model = mapping
        model.effect = nil
        model.mapping = metrics.mappings[2]
        model.refusal = .metric(.onlyCounts(outside("Quiz")))
        return model
    }

    func customMetricForm(isRefused: Bool) -> CustomMetricFormModel {
        var form = CustomMetricForm()
        form.draft.name = isRefused ? "" : outside("Online orders")
        var (group, text, number) = (ConditionDraft.new(.counted), ConditionDraft.new(.event), ConditionDraft.new(.event))
        group[.what] = "id:Mt1"
        group[.text] = outside("receipt.total")
        text[.text] = outside("source_name")
        text[.op] = "string:not-equals"
        text[.value] = outside("pos")
        number[.op] = "numeric:greater-than"
        number[.n] = outside("a lot")
        let asSpelled = ConditionDraft.spelled(Array(outside("{}").prefix(300).utf8))
        group.parts = [text, number, asSpelled]
        form.draft.groups = [[group, .new(.counted)]]
        if isRefused {
            form.problems.name = Phrase.RFMSetup.nameMissing
            form.problems.general = [.needsGroup]
            form.problems.fields = [
                .init([0, 0]): [.text: .tooLong], .init([0, 0, 1]): [.text: .needsText, .n: .needsNumber],
                .init([0, 1]): [.what: .needsChoice, .kind: .sameGroup],
            ]
        }
        return CustomMetricFormModel(
            form: form, id: isRefused ? nil : "Cm1", metrics: [("id:Mt1", outside("Placed Order")), ("id:Mt2", outside("Till"))],
            isOfOrders: !isRefused, first: .init([0, 1]), refusal: isRefused ? .metric(.onlyCounts(outside("Quiz"))) : nil,
            effect: isRefused ? nil : ordersEffect, token: FormToken("dmlzaXQ"))
    }
}
