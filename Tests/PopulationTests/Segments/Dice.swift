import BuyTillYouDie

/// Draws from a fixed seed.
struct Dice {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Whether something happens that happens so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { whole(1...100) <= percent }

    mutating func bool() -> Bool { Bool.random(using: &random) }

    mutating func fraction() -> Double { Double.random(in: 0..<1, using: &random) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[whole(0...choices.count - 1)] }

    mutating func many<Element>(_ count: ClosedRange<Int>, _ draw: (inout Dice) -> Element) -> [Element] {
        var drawn: [Element] = []
        for _ in 0..<whole(count) { drawn.append(draw(&self)) }
        return drawn
    }
}
