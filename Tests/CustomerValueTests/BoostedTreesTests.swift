import BuyTillYouDie
import Foundation
import Testing

@testable import CustomerValue

@Suite("Trees that multiply a mean")
struct BoostedTreesTests {
    private struct Rows {
        var table: FeatureTable
        var target: [Double] = []
        var mean: [Double] = []

        /// Rows of random features; targets are Poisson with the mean times a factor of the features.
        init(_ count: Int, width: Int = 4, seed: UInt64, factor: ([Float]) -> Double) {
            var generator = SeededGenerator(seed: seed)
            table = FeatureTable(width: width)
            for _ in 0..<count {
                let row = (0..<width).map { _ in Float.random(in: 0..<1, using: &generator) }
                table.append(row)
                let given = Double.random(in: 0.5..<3, using: &generator)
                mean.append(given)
                let limit = exp(-given * factor(row))
                var events = 0
                var product = Double.random(in: 0..<1, using: &generator)
                while product > limit, events < 1_000 {
                    events += 1
                    product *= Double.random(in: 0..<1, using: &generator)
                }
                target.append(Double(events))
            }
        }
    }

    private static let limit = 1.5

    @Test("A factor that hangs on two features is found, and with it the loss of rows never seen falls")
    func pattern() {
        func factor(_ row: [Float]) -> Double { (row[0] > 0.5 ? 2 : 0.5) * (row[2] > 0.7 ? 1.5 : 1) }
        let known = Rows(2_000, seed: 1, factor: factor)
        let unseen = Rows(500, seed: 2, factor: factor)
        let trees = BoostedTrees.train(known.table, target: known.target, mean: known.mean, loss: .counts(dispersion: 0.1))
        var error = 0.0
        var loss = (without: 0.0, with: 0.0)
        let measure = BoostedTrees.Loss.counts(dispersion: 0.1)
        for row in 0..<unseen.table.count {
            let found = trees.logFactor(unseen.table, row: row)
            error += abs(found - log(factor(Array(unseen.table.row(row))))) / 500
            loss.without += measure.value(target: unseen.target[row], mean: unseen.mean[row])
            loss.with += measure.value(target: unseen.target[row], mean: unseen.mean[row] * exp(found))
        }
        #expect(error < 0.15, "mean error of the log factor \(error)")
        #expect(loss.with < loss.without * 0.95, "\(loss)")
    }

    @Test("Amounts: the same pattern is found in sums of money")
    func amounts() {
        var rows = Rows(1_500, seed: 3) { $0[1] > 0.5 ? 2 : 0.7 }
        var generator = SeededGenerator(seed: 4)
        for row in rows.target.indices { rows.target[row] *= Double.random(in: 0.5..<1.5, using: &generator) }
        let trees = BoostedTrees.train(rows.table, target: rows.target, mean: rows.mean, loss: .amounts)
        let high = trees.logFactor(rows.table, row: (0..<1_500).first { rows.table.row($0).dropFirst().first ?? 0 > 0.9 } ?? 0)
        let low = trees.logFactor(rows.table, row: (0..<1_500).first { rows.table.row($0).dropFirst().first ?? 1 < 0.1 } ?? 0)
        #expect(abs(high - log(2)) < 0.25 && abs(low - log(0.7)) < 0.25, "\(high) \(low)")
    }

    @Test("Where features say nothing, what they add is next to nothing")
    func noise() {
        let rows = Rows(1_500, width: CustomerFeatures.count, seed: 5) { _ in 1 }
        var training = RankerTraining(loss: .counts(dispersion: 0.5))
        training.add(
            rows.table, rows: Array(0..<rows.table.count), halves: (0..<rows.table.count).map { $0 % 2 }, mean: rows.mean,
            target: rows.target, fold: 0)
        let factors = training.outOfSample()
        let best = training.bestShare(factors, most: 1)
        let spread = factors.reduce(0) { $0 + abs($1) } / Double(factors.count)
        #expect(best.share * spread < 0.03, "share \(best.share), mean factor \(spread)")
        #expect(best.with <= best.without)
    }

    @Test("A ranker keeps each day's total: shares of it are compared at the total that came")
    func totals() {
        let rows = Rows(400, width: CustomerFeatures.count, seed: 6) { _ in 3 }
        var training = RankerTraining(loss: .counts(dispersion: 0.5))
        training.add(
            rows.table, rows: Array(0..<400), halves: (0..<400).map { $0 % 2 }, mean: rows.mean, target: rows.target, fold: 0)
        #expect(abs(training.mean.reduce(0, +) - training.target.reduce(0, +)) < 1e-6)
        // A day on which nothing came teaches nothing.
        var empty = training
        empty.add(
            rows.table, rows: Array(0..<400), halves: (0..<400).map { $0 % 2 }, mean: rows.mean,
            target: [Double](repeating: 0, count: 400), fold: 1)
        #expect(empty.table.count == training.table.count)
    }

    @Test("The same rows give the same trees, another seed others")
    func deterministic() {
        let rows = Rows(600, seed: 7) { $0[0] > 0.5 ? 2 : 0.5 }
        func factors(_ seed: UInt64) -> [Double] {
            var options = BoostedTrees.Options()
            options.trees = 20
            options.seed = seed
            let trees = BoostedTrees.train(
                rows.table, target: rows.target, mean: rows.mean, loss: .counts(dispersion: 0.5), options: options)
            return (0..<600).map { trees.logFactor(rows.table, row: $0) }
        }
        #expect(factors(7) == factors(7))
        #expect(factors(7) != factors(8))
    }

    @Test("Features that are no numbers, endless, constant or missing: an answer within the limit, never a crash")
    func hostile() {
        var generator = SeededGenerator(seed: 9)
        var table = FeatureTable(width: 6)
        var target: [Double] = []
        for number in 0..<600 {
            let odd: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude]
            table.append([
                odd[number % odd.count], 7, .nan, Float(number % 2), Float.random(in: -1e30...1e30, using: &generator), .infinity,
            ])
            target.append(number % 2 == 0 ? 1e6 : 0)
        }
        let trees = BoostedTrees.train(
            table, target: target, mean: [Double](repeating: 1, count: 600), loss: .counts(dispersion: 0.5))
        for row in 0..<600 { #expect(abs(trees.logFactor(table, row: row)) <= Self.limit) }
        #expect(trees.logFactor(table, row: 0) > trees.logFactor(table, row: 1))
        // A row of another length: what is missing counts as 0, what is too much is not looked at.
        table.append([1])
        table.append([1, 2, 3, 4, 5, 6, 7, 8])
        #expect(table.count == 602 && Array(table.row(600)) == [1, 0, 0, 0, 0, 0] && Array(table.row(601)) == [1, 2, 3, 4, 5, 6])
    }

    @Test("No row, one row, no feature: trees that say nothing", arguments: [0, 1])
    func empty(rows: Int) {
        for width in [0, 3] {
            var table = FeatureTable(width: width)
            for _ in 0..<rows { table.append([Float](repeating: 1, count: width)) }
            let ones = [Double](repeating: 1, count: table.count)
            let trees = BoostedTrees.train(table, target: ones, mean: ones, loss: .amounts)
            let none = [Float](repeating: 5, count: width)
            #expect(none.withUnsafeBufferPointer { trees.logFactor($0) } == 0)
        }
        var training = RankerTraining(loss: .amounts)
        training.add(FeatureTable(width: CustomerFeatures.count), rows: [], halves: [], mean: [], target: [], fold: 0)
        #expect(training.outOfSample().isEmpty && training.bestShare([], most: 1).share == 0)
    }

    @Test("A tree splits where the gradient turns, and its leaves take Newton's step against a prior of thirty")
    func oneTree() {
        var table = FeatureTable(width: 2)
        for number in 0..<64 { table.append([Float(number), Float(number % 3)]) }
        let gradient = (0..<64).map { Float($0 < 32 ? -1 : 1) }
        let grower = TreeGrower(features: BinnedFeatures(table), depth: 1, rate: 0.5)
        let tree = grower.grow(
            rows: (0..<64).map { Int32($0) }, chosen: [0, 1], gradient: gradient, curvature: [Float](repeating: 1, count: 64))
        #expect(tree.nodes.count == 3 && tree.nodes[0].feature == 0 && (31..<32).contains(tree.nodes[0].border))
        // 0.5 x 32 / (32 + 30)
        #expect(abs(tree.nodes[1].value + 16.0 / 62) < 1e-6 && abs(tree.nodes[2].value - 16.0 / 62) < 1e-6)
        let few = grower.grow(
            rows: (27..<37).map { Int32($0) }, chosen: [0, 1], gradient: gradient, curvature: [Float](repeating: 1, count: 64))
        #expect(!few.hasSplits, "a leaf needs a curvature of ten")
    }
}
