public import Facts
import JSON
import Journal

/// The average order value of others, as somebody read it somewhere: told beside the shop's own, with where it is from.
public struct OrderValueBenchmark: Sendable, Equatable {
    /// How much.
    public var value: Double
    /// In which currency.
    public var currency: Currency
    /// Where it is from, for people to read.
    public var source: String

    /// A benchmark.
    public init(value: Double, currency: Currency, source: String) {
        self.value = value
        self.currency = currency
        self.source = source
    }

    /// The setting under which the journal keeps it.
    static let settingKey = "order_value_benchmark"
    /// The longest source, in bytes.
    public static let longestSource = 500

    init?(json: String) {
        guard let root = try? JSONDocument(json).root, let value = root["value"]?.double, let source = root["source"]?.string,
            let currency = root["currency"]?.string.flatMap({ Currency(code: $0) })
        else { return nil }
        self.init(value: value, currency: currency, source: source)
    }

    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("value", value)
            json.member("currency", currency.code)
            json.member("source", source)
        }
        return json.text
    }
}

extension Shop {
    /// What somebody entered; `nil` where nobody did.
    public var orderValueBenchmark: OrderValueBenchmark? {
        (try? journal.setting(OrderValueBenchmark.settingKey)).flatMap { $0 }.flatMap { OrderValueBenchmark(json: $0) }
    }

    /// Enters the average order value of others, or takes it away.
    public func setOrderValueBenchmark(_ benchmark: OrderValueBenchmark?, by who: String) async throws(IntakeError) {
        if let benchmark {
            guard benchmark.value > 0, benchmark.value <= 1e9 else {
                throw .invalid(
                    pointer: "/data/attributes/value", detail: "An average order value is above nothing, and at most 1,000,000,000.")
            }
            guard benchmark.source.contains(where: { !$0.isWhitespace }), benchmark.source.utf8.count <= OrderValueBenchmark.longestSource
            else {
                throw .invalid(
                    pointer: "/data/attributes/source",
                    detail:
                        "Say where it is from, in at most \(OrderValueBenchmark.longestSource) bytes: a number without a source is no benchmark."
                )
            }
        }
        let json = benchmark?.json
        try await write { (intake) throws(IntakeError) in
            intake.write(.setting(SettingChange(key: OrderValueBenchmark.settingKey, value: json, at: intake.now, who: who)))
            intake.audit("order-value-benchmark.set", "setting", OrderValueBenchmark.settingKey, by: who)
        }
    }
}
