import CustomerValue

/// Scores under their names in JSON and CSV. Names, units and definitions are those of public yardsticks; biases are in per cent.
struct ScoresDocument: Encodable {
    struct Decile: Encodable {
        var decile: Int
        var customers: Int
        var predictedOrders: Double
        var actualOrders: Double
        var predictedValue: Double
        var actualValue: Double
        var probability: Double
        var orderedShare: Double
    }

    private let scores: ForecastScores
    private let deciles: [Decile]

    init(_ scores: ForecastScores) {
        self.scores = scores
        deciles = scores.deciles.map { decile in
            Decile(
                decile: decile.number, customers: decile.customers, predictedOrders: decile.predictedOrders,
                actualOrders: decile.actualOrders, predictedValue: decile.predictedValue, actualValue: decile.actualValue,
                probability: decile.probability, orderedShare: decile.orderedShare)
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, value) in zip(ForecastScores.names, scores.values) {
            if let value, value.isFinite {
                try container.encode(value, forKey: Key(stringValue: name))
            } else {
                try container.encodeNil(forKey: Key(stringValue: name))
            }
        }
        if !deciles.isEmpty { try container.encode(deciles, forKey: Key(stringValue: "deciles")) }
    }
}
