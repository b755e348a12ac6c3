import BuyTillYouDie

/// Draws from a fixed seed. For tests only.
public struct Dice {
    private var random: SeededGenerator

    /// The same draws for the same seed.
    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A whole number of a range.
    public mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Whether something happens that happens so many times in a hundred.
    public mutating func chance(_ percent: Int) -> Bool { whole(1...100) <= percent }

    /// Either.
    public mutating func bool() -> Bool { Bool.random(using: &random) }

    /// A number from 0 up to 1.
    public mutating func fraction() -> Double { Double.random(in: 0..<1, using: &random) }

    /// One of some.
    public mutating func pick<Element>(_ choices: [Element]) -> Element { choices[whole(0...choices.count - 1)] }

    /// Several draws.
    public mutating func many<Element>(_ count: ClosedRange<Int>, _ draw: (inout Dice) -> Element) -> [Element] {
        var drawn: [Element] = []
        for _ in 0..<whole(count) { drawn.append(draw(&self)) }
        return drawn
    }
}
