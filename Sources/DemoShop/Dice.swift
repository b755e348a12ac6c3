import BuyTillYouDie

/// Chance, for one purpose of one person: so that another number of mails does not change what somebody buys.
struct Dice {
    /// What is decided. Each has chances of its own.
    enum Purpose: UInt64 {
        case person = 1
        case purchases, baskets, browsing, mail, consent, campaigns, telling
    }

    private var generator: SeededGenerator

    /// The chances of a purpose and a number: a person's, an event's.
    init(seed: UInt64, _ purpose: Purpose, _ number: Int) {
        // Two rounds of mixing: sequences of neighbouring numbers must not be shifts of each other.
        var first = SeededGenerator(seed: seed ^ purpose.rawValue << 56)
        var second = SeededGenerator(seed: first.next() ^ UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
        generator = SeededGenerator(seed: second.next())
    }

    /// 64 bits.
    mutating func bits() -> UInt64 { generator.next() }

    /// Uniform on (0, 1).
    mutating func uniform() -> Double { generator.uniform() }

    /// True so often.
    mutating func chance(_ probability: Double) -> Bool { generator.uniform() < probability }

    /// A whole number from 0 up to, not including, a count of at least one.
    mutating func below(_ count: Int) -> Int { min(Int(generator.uniform() * Double(count)), count - 1) }

    /// A whole number of a range.
    mutating func between(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// A number of a range.
    mutating func between(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + generator.uniform() * (range.upperBound - range.lowerBound)
    }

    /// Standard normal.
    mutating func normal() -> Double { generator.normal() }

    /// Exponential with a mean.
    mutating func exponential(mean: Double) -> Double { generator.exponential(rate: 1 / mean) }

    /// Gamma with a shape and a mean.
    mutating func gamma(shape: Double, mean: Double) -> Double { generator.gammaVariate(shape: shape, rate: shape / mean) }

    /// Beta with a mean; the larger the strength, the closer to it.
    mutating func beta(mean: Double, strength: Double) -> Double { generator.betaVariate(mean * strength, (1 - mean) * strength) }

    /// Poisson with a small mean, by inversion; at most a hundred.
    mutating func poisson(mean: Double) -> Int {
        var left = generator.exponential(rate: 1)
        var count = 0
        while left < mean, count < 100 {
            count += 1
            left += generator.exponential(rate: 1)
        }
        return count
    }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// A place of a list of running sums of weights, by weight.
    mutating func place(inRunningSums sums: [Double]) -> Int {
        guard let total = sums.last else { return 0 }
        let aim = generator.uniform() * total
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > aim { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Array where Element == Double {
    /// The running sums, for ``Dice/place(inRunningSums:)``.
    var runningSums: [Double] {
        var sum = 0.0
        return map { weight in
            sum += weight
            return sum
        }
    }
}
