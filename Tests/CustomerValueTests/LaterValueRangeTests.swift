import Facts
import Testing

@testable import CustomerValue

@Suite("How sure later value is")
struct LaterValueRangeTests {
    private func group(_ later: [Int64], returned: Int) -> LaterValue.Group {
        var counter = LaterValueCounter(names: ["tea"])
        for (place, value) in later.enumerated() { counter.add(value, hasReturned: place < returned, rank: 1) }
        return counter.finish().all
    }

    private func isNear(_ a: Double?, _ b: Double, within reach: Double = 1e-4) -> Bool { a.map { abs($0 - b) < reach } ?? false }

    @Test("Wilson's interval is that of the tables")
    func wilson() throws {
        let tenth = try #require(Confidence.wilson(1, of: 10))
        #expect(isNear(tenth.lowerBound, 0.0178762) && isNear(tenth.upperBound, 0.404150))
        let half = try #require(Confidence.wilson(50, of: 100))
        #expect(isNear(half.lowerBound, 0.403832) && isNear(half.upperBound, 0.596168))
        #expect(Confidence.wilson(0, of: 0) == nil)
        #expect(Confidence.wilson(0, of: 10)?.lowerBound == 0 && isNear(Confidence.wilson(0, of: 10)?.upperBound, 0.277533))
        #expect(Confidence.wilson(10, of: 10)?.upperBound == 1)
    }

    @Test("Student's 97.5 % point is that of the tables")
    func student() {
        for (degrees, point) in [(9.0, 2.262157), (19, 2.093024), (99, 1.984217), (1e6, 1.959966)] {
            #expect(isNear(Confidence.student(degrees: degrees), point, within: 2e-4), "\(degrees)")
        }
    }

    @Test("The mean's range is by Student's distribution, and cut off at nothing")
    func mean() throws {
        // Ten with 10.00 and ten with nothing: deviation 512.989, and 2.093024 of them by the root of 20.
        let even = try #require(
            group(Array(repeating: 1_000, count: 10) + Array(repeating: 0, count: 10), returned: 10).laterMinorUnitsRange)
        #expect(isNear(even.lowerBound, 259.914, within: 0.05) && isNear(even.upperBound, 740.086, within: 0.05))
        let skewed = group([1, 1, 1, 1, 100_000], returned: 5)
        #expect(skewed.laterMinorUnitsRange?.lowerBound == 0)
        #expect(group([500, 500, 500, 500, 500], returned: 5).laterMinorUnitsRange == 500...500)
    }

    @Test("Where few came back that is said, and where hardly any did there is no range")
    func small() {
        #expect(group([100, 100, 100, 100, 0, 0], returned: 4).laterMinorUnitsRange == nil)
        #expect(group([], returned: 0).laterMinorUnitsRange == nil && group([], returned: 0).returnedShareRange == nil)
        #expect(group(Array(repeating: 1, count: 30), returned: 19).isSmall && !group(Array(repeating: 1, count: 30), returned: 20).isSmall)
    }

    @Test("Amounts beyond every shop's end at the largest number and stop nothing")
    func saturating() throws {
        let huge = group(Array(repeating: .max, count: 12), returned: 12)
        #expect(huge.laterMinorUnits == .max)
        let range = try #require(huge.laterMinorUnitsRange)
        #expect(range.lowerBound >= 0 && range.upperBound.isFinite)
    }
}
