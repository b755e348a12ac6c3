import CustomerValue
import Facts
import Markup
import Population
import Shop

/// Fills the page of order values: with what `GET /api/perennial/order-values` answers.
struct OrderValuesQuery {
    let desk: PageDesk

    private var shop: Shop { desk.shop }

    /// Segments and lists that are offered.
    private static let mostGroups = 500
    /// Up to so many orders they are counted for every page; of more the months are those that were counted when all were scored.
    private static let mostAtOnce = 50_000

    func model(_ question: OrderValueQuestion, form: BenchmarkForm? = nil, token: FormToken?) async throws -> OrderValuesModel {
        let group = try group(question.group)
        let (day, dayProblem) = question.day(today: shop.today)
        let (count, countProblem) = question.count
        let benchmark = shop.orderValueBenchmark
        var filled = form ?? BenchmarkForm()
        if form == nil, let benchmark {
            filled.value = Self.text(benchmark.value)
            filled.source = benchmark.source
        }
        var model = OrderValuesModel(
            question: question, groups: groups, dayProblem: dayProblem, countProblem: countProblem, months: [], asOf: shop.today,
            benchmark: benchmark, form: filled, token: token)
        let around = dayProblem == nil && countProblem == nil ? day : nil
        let standing = shop.models.standing
        if group == .everybody, around == nil, shop.read({ $0.orderEventCount }) > Self.mostAtOnce, let history = standing.history {
            model.months = history.months
            model.asOf = standing.scoredAsOf ?? shop.today
            return model
        }
        let shop = shop
        guard let values = await desk.countQueue.perform({ shop.orderValues(of: group, around: around, days: count) }) else {
            throw APIError.unavailable("Others are counting orders.", retryAfterInSeconds: 10)
        }
        model.months = values.months
        model.comparison = values.comparison
        return model
    }

    private func group(_ id: String) throws(PageFailure) -> FiguredGroup {
        guard !id.isEmpty else { return .everybody }
        if let segment = try? shop.segment(id) { return .segment(segment.number) }
        if let list = try? shop.list(id) { return .list(list.number) }
        throw .notFound
    }

    private var groups: [OrderValuesModel.Group] {
        let definitions = shop.definitions
        let segments = definitions.segments.map { OrderValuesModel.Group(id: shop.ids.id($0.number), name: $0.name, isSegment: true) }
        let lists = definitions.lists.map { OrderValuesModel.Group(id: shop.ids.id($0.number), name: $0.name, isSegment: false) }
        return Array((segments + lists).inAlphabet(by: \.name).prefix(Self.mostGroups))
    }

    /// A number as somebody would write it: without a point where it is whole.
    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e12 ? "\(Int64(value))" : "\(value)"
    }
}
