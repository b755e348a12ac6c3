import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
    @Test("steps of a tenth give tenths, without the rests of binary fractions")
    func tenths() {
        #expect(Ticks(covering: 0, 0.5, steps: 5).values == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
        #expect(Ticks(covering: 0, 1.1, steps: 11).values.last == 1.1)
    }

    @Test(
        "known ranges get the ticks that a person would draw",
        arguments: [
            (0.0, 97.0, [0.0, 20, 40, 60, 80, 100]), (0, 1203, [0, 500, 1000, 1500]), (-80, 120, [-100, -50, 0, 50, 100, 150]),
            (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 48_210, [0, 10_000, 20_000, 30_000, 40_000, 50_000]),
        ])
    func known(low: Double, high: Double, expected: [Double]) {
        #expect(Ticks(covering: low, high, steps: 5).values == expected)
    }

    @Test("counted things get whole ticks")
    func whole() {
        #expect(Ticks(covering: 0, 1, steps: 5, smallestStep: 1).values == [0, 1])
        #expect(Ticks(covering: 0, 3, steps: 5, smallestStep: 1).values == [0, 1, 2, 3])
    }

    @Test("ticks cover their range, rise evenly by 1, 2 or 5 times a power of ten, and are few")
    func property() {
        var random = SeededRandom(seed: 20_240_301)
        for _ in 0..<4000 {
            let magnitude = Double("1e\(Int.random(in: -9...14, using: &random))") ?? 1
            let a = Double.random(in: -1...1, using: &random) * magnitude
            let b = Bool.random(using: &random) ? 0 : Double.random(in: -1...1, using: &random) * magnitude
            let steps = Int.random(in: 1...12, using: &random)
            let values = Ticks(covering: a, b, steps: steps).values
            guard let first = values.first, let last = values.last, values.count >= 2 else {
                Issue.record("fewer than two ticks for \(a) and \(b)")
                return
            }
            let step = (last - first) / Double(values.count - 1)
            #expect(first <= min(a, b) + step * 1e-8 && last >= max(a, b) - step * 1e-8)
            // Both ends may be rounded outwards by almost a step.
            #expect(values.count <= steps + 3)
            for (one, next) in zip(values, values.dropFirst()) {
                #expect(abs(next - one - step) <= step * 1e-6, "\(a) \(b) \(values)")
            }
            #expect(isNeat(step), "\(a) \(b) \(step)")
        }
    }

    private func isNeat(_ step: Double) -> Bool {
        (-20...20).contains { exponent in
            let unit = Double("1e\(exponent)") ?? 1
            return [1.0, 2, 5].contains { abs(step / unit - $0) < 1e-6 }
        }
    }

    @Test("values that no axis can show still give finite, rising ticks")
    func hostile() {
        let values = HostileValues.all
        for low in values {
            for high in values {
                for smallest in [0, 1, -1, Double.nan, .infinity, 1e300] {
                    let ticks = Ticks(covering: low, high, steps: 5, smallestStep: smallest).values
                    #expect(ticks.count >= 2 && ticks.count <= 45)
                    #expect(ticks.allSatisfy { $0.isFinite })
                    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 }, "\(low) \(high) \(smallest) \(ticks)")
                }
            }
        }
    }
}
