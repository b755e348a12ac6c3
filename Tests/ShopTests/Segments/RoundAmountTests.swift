import BuyTillYouDie
import Testing

@testable import Shop

@Suite("Round amounts")
struct RoundAmountTests {
    private let euro = RoundAmount(minorUnits: 100)
    private let yen = RoundAmount(minorUnits: 1)

    @Test("As a person would choose them")
    func chosen() {
        #expect(euro.nearest(500) == 500)
        #expect(euro.nearest(473) == 500)
        #expect(euro.nearest(1_880) == 2_000)
        #expect(euro.nearest(4_731) == 5_000)
        #expect(euro.nearest(1_500) == 1_500)
        #expect(euro.nearest(23_456) == 25_000)
        #expect(yen.nearest(4_731) == 5_000)
        #expect(yen.nearest(0) == 1)
    }

    @Test("The article's bands stay as they are, others get borders of the same kind")
    func bands() {
        #expect(euro.bands(5_000, 10_000) == (5_000, 10_000))
        #expect(euro.bands(4_212, 6_530) == (4_000, 7_000))
        #expect(yen.bands(3_120, 8_900) == (2_500, 10_000))
        // Where all orders bring about the same, they are standard.
        #expect(euro.bands(2_000, 2_000) == (1_500, 2_500))
    }

    @Test("Near, positive and in order, whatever the amounts", arguments: 1...20 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let round = Bool.random(using: &random) ? euro : yen
            let amount = Double.random(in: 4...1e9, using: &random)
            #expect(abs(Double(round.nearest(amount)) - amount) <= amount / 6 + 1e-6)
            let high = Double.random(in: 0...1e6, using: &random)
            let bands = round.bands(Double.random(in: 0...1, using: &random) * high, high)
            #expect(0 < bands.low && bands.low < bands.high)
            #expect(Double(bands.high) <= 1.5 * high + 2)
        }
    }
}
