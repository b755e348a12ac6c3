import Foundation

@testable import BuyTillYouDie

/// Models, customers and horizons that the property tests draw with fixed seeds.
struct Draws {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func logUniform(_ low: Double, _ high: Double) -> Double {
        low * exp(generator.uniform() * log(high / low))
    }

    /// Parameters as real shops have them, or, every third time, far from there.
    mutating func parameters() -> [Double] {
        let isExtreme = generator.uniform() < 0.33
        return (0..<4).map { index in
            if isExtreme { return logUniform(1e-4, 1e4) }
            return index == 1 ? logUniform(1, 40) : logUniform(0.2, 6)
        }
    }

    mutating func models() -> [any PurchaseModel] {
        let parameters = parameters()
        let models: [(any PurchaseModel)?] = [
            BGNBD(parameters: parameters), MBGNBD(parameters: parameters), ParetoNBD(parameters: parameters),
        ]
        return models.compactMap { $0 }
    }

    mutating func history() -> PurchaseHistory {
        let frequencies = [0, 0, 0, 1, 2, 3, 7, 30, 3_000]
        let frequency = frequencies[Int(generator.uniform() * Double(frequencies.count))]
        let age = generator.uniform() < 0.05 ? 0 : logUniform(0.1, 300)
        let recency = frequency == 0 ? 0 : generator.uniform() < 0.2 ? age : age * generator.uniform()
        return PurchaseHistory(frequency: frequency, recencyInWeeks: recency, ageInWeeks: age)
    }

    mutating func weeks() -> Double { logUniform(0.1, 200) }
}
