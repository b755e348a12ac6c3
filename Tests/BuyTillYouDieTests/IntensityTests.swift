import Foundation
import Testing

@testable import BuyTillYouDie

/// An outlook at so many times the rate of purchases.
@Suite struct IntensityTests {
    private static func outlooks(seed: UInt64) -> [Outlook] {
        var draws = Draws(seed: seed)
        return (0..<25).flatMap { _ in
            let history = draws.history()
            return draws.models().map { $0.outlook(of: history) }
        }
    }

    @Test("Once the rate, or no usable factor, is the same outlook") func identity() {
        for outlook in Self.outlooks(seed: 1) {
            for intensity in [1, 0, -1, .infinity, .nan] as [Double] { #expect(outlook.scaled(intensity: intensity) == outlook) }
        }
    }

    @Test("Scaling twice is scaling by the product, and the manner of stopping stays") func product() {
        for outlook in Self.outlooks(seed: 2) {
            let twice = outlook.scaled(intensity: 1.7).scaled(intensity: 0.4)
            let once = outlook.scaled(intensity: 1.7 * 0.4)
            #expect(
                abs(twice.rateInWeeks / once.rateInWeeks - 1) < 1e-12 && twice.shape == outlook.shape && twice.dropout == outlook.dropout)
        }
    }

    @Test("Who stops at a random time buys twice as much at twice the rate") func linear() {
        for outlook in Self.outlooks(seed: 3) {
            guard case .atRandomTime = outlook.dropout else { continue }
            for weeks in [1.0, 13, 52, 200] {
                let plain = outlook.expectedPurchases(withinWeeks: weeks)
                for intensity in [0.1, 0.5, 2, 7] {
                    let scaled = outlook.scaled(intensity: intensity).expectedPurchases(withinWeeks: weeks)
                    #expect(abs(scaled - intensity * plain) <= 1e-9 * max(scaled, 1e-12), "\(outlook) \(intensity)")
                }
            }
        }
    }

    @Test("More intensity: more purchases and a likelier one, never a certain one; who stops at purchases gains no more than in proportion")
    func rises() {
        for outlook in Self.outlooks(seed: 4) {
            var before: (expected: Double, any: Double)?
            for intensity in [0.05, 0.3, 1, 1.5, 4, 20] {
                let scaled = outlook.scaled(intensity: intensity)
                let expected = scaled.expectedPurchases(withinWeeks: 20)
                let any = scaled.probabilityOfPurchase(withinWeeks: 20)
                #expect((0...1).contains(any) && expected >= any * (1 - 1e-9))
                if case .atPurchase = outlook.dropout {
                    #expect(expected <= max(1, intensity) * outlook.expectedPurchases(withinWeeks: 20) * (1 + 1e-9))
                }
                if let before { #expect(expected >= before.expected * (1 - 1e-9) && any >= before.any * (1 - 1e-9)) }
                before = (expected, any)
            }
        }
        let usual = Outlook(shape: 1.2, rateInWeeks: 30, dropout: .atRandomTime(shape: 0.6, rateInWeeks: 12))
        let chances = [0.1, 1, 10, 100, 1e4].map { usual.scaled(intensity: $0).probabilityOfPurchase(withinWeeks: 52) }
        #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 < $1 } && chances.allSatisfy { $0 < 1 })
    }

    @Test("The distribution of counts at an intensity has that expectation") func counts() {
        for intensity in [0.4, 2.5] {
            let outlook = Outlook(shape: 3, rateInWeeks: 25, dropout: .atRandomTime(shape: 0.6, rateInWeeks: 12)).scaled(
                intensity: intensity)
            let counts = outlook.purchaseCountDistribution(withinWeeks: 30)
            let mean = counts.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
            #expect(abs(mean - outlook.expectedPurchases(withinWeeks: 30)) < 1e-8)
            #expect(abs(1 - counts[0] - outlook.probabilityOfPurchase(withinWeeks: 30)) < 1e-9)
        }
    }
}
