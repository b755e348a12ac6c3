import CustomerValue
import Facts
import Markup
import Shop

/// What the page of order values says.
struct OrderValuesModel: Sendable {
    /// A segment or list that can be looked at.
    struct Group: Sendable {
        var id: String
        /// From outside.
        var name: String
        var isSegment: Bool
    }

    var question: OrderValueQuestion
    var groups: [Group]
    var dayProblem: OrderValueQuestion.Problem?
    var countProblem: OrderValueQuestion.Problem?
    /// Every month from that of the first purchase, earliest first.
    var months: [MonthFigures]
    /// The day up to whose end months are counted.
    var asOf: ShopDay
    /// Around the day that was asked for.
    var comparison: OrderValues.Comparison?
    var benchmark: OrderValueBenchmark?
    /// A benchmark as it was filled in, and what is wrong with it.
    var form: BenchmarkForm
    var isSaved = false
    var token: FormToken?
}

/// A benchmark as it is filled in.
struct BenchmarkForm: Sendable {
    enum Problem: Sendable {
        case noAmount, sourceMissing, sourceTooLong
    }

    var value = ""
    /// From outside.
    var source = ""
    var valueProblem: Problem?
    var sourceProblem: Problem?

    static let valueField = "value"
    static let sourceField = "source"
    private static let most = 1e9

    /// Whether something is wrong.
    var isRefused: Bool { valueProblem != nil || sourceProblem != nil }

    /// The benchmark that was filled in, in a currency; `nil` where something is wrong, which is noted.
    mutating func benchmark(_ currency: Currency) -> OrderValueBenchmark? {
        // A comma stands for a point, as in French and Polish; spaces group digits.
        let plain = value.filter { !$0.isWhitespace && $0 != "\u{202F}" }.map { $0 == "," ? "." : $0 }
        guard let amount = Double(String(plain)), amount.isFinite, amount > 0, amount <= Self.most else {
            valueProblem = .noAmount
            return noteSource()
        }
        _ = noteSource()
        return sourceProblem == nil ? OrderValueBenchmark(value: amount, currency: currency, source: source) : nil
    }

    private mutating func noteSource() -> OrderValueBenchmark? {
        if !source.contains(where: { !$0.isWhitespace }) { sourceProblem = .sourceMissing }
        if source.utf8.count > OrderValueBenchmark.longestSource { sourceProblem = .sourceTooLong }
        return nil
    }
}
