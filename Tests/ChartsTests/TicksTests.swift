import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
    @Test("steps of a tenth give tenths, without the rests of binary fractions")
    func tenths() {
        #expect(Ticks(covering: 0, 0.5, steps: 5).values == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    }
}
