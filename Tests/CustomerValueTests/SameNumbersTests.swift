import BuyTillYouDie
import Testing

@testable import CustomerValue

/// What is worked out a shorter way is the same number, to the last bit, as the long way gives.
@Suite("Short ways to the same numbers")
struct SameNumbersTests {
    /// Forty halvings, each tried.
    private func halved(_ cubic: CubicThroughFour, _ level: Double, after start: Int) -> Double {
        var low = Double(start)
        var high = Double(start + 1)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if cubic(middle) < level { low = middle } else { high = middle }
        }
        return high
    }

    @Test("A cubic is inverted as by forty halvings, whether it rises or not")
    func cubic() {
        var generator = SeededGenerator(seed: 11)
        for round in 0..<4_000 {
            var values = (0..<4).map { _ in Double.random(in: 0..<1, using: &generator) }
            // Mostly what distributions are: rising, and often hardly.
            if round % 4 > 0 { values.sort() }
            if round % 4 == 2 { values = values.map { 0.3 + $0 * 1e-7 } }
            if round % 4 == 3 { values = values.indices.map { values[0] * Double($0 + 1) * 1e-3 } }
            let cubic = CubicThroughFour(values[0], values[1], values[2], values[3])
            for start in 0..<3 {
                let part = Double.random(in: 0...1, using: &generator)
                for level in [values[start] + part * (values[start + 1] - values[start]), values[start], values[start + 1]] {
                    let found = cubic.firstAtLeast(level, after: start)
                    #expect(found == halved(cubic, level, after: start), "\(values) \(level) \(start)")
                }
            }
        }
    }

    @Test("Trees filled up to one depth give the sum of the trees, also for what is not a number")
    func trees() throws {
        var generator = SeededGenerator(seed: 12)
        func tree(depth: Int) -> RegressionTree {
            var nodes = [RegressionTree.Node()]
            var open = [(place: 0, level: 0)]
            while let (place, level) = open.popLast() {
                nodes[place].value = Float.random(in: -1...1, using: &generator)
                guard level < depth, level == 0 || Bool.random(using: &generator) else { continue }
                nodes[place].feature = Int32.random(in: 0..<4, using: &generator)
                nodes[place].border = Float.random(in: -1...1, using: &generator)
                nodes[place].left = Int32(nodes.count)
                open += [(nodes.count, level + 1), (nodes.count + 1, level + 1)]
                nodes += [RegressionTree.Node(), RegressionTree.Node()]
            }
            return RegressionTree(nodes: nodes)
        }
        for depth in 0...5 {
            let trees = (0..<30).map { _ in tree(depth: depth) }
            let complete = try #require(CompleteTrees(trees))
            for round in 0..<200 {
                var row = (0..<4).map { _ in Float.random(in: -1...1, using: &generator) }
                if round % 3 == 0 { row[round % 4] = [.nan, .infinity, -.infinity][round % 9 / 3] }
                row.withUnsafeBufferPointer { row in
                    let expected = trees.reduce(Float(0)) { $0 + $1.value(row) }
                    #expect(complete.sum(row).bitPattern == expected.bitPattern)
                }
            }
        }
        #expect(CompleteTrees([]) != nil && CompleteTrees((0..<40).map { _ in tree(depth: 9) }) == nil)
    }
}
