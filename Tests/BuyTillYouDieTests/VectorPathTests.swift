import CVectorMath
import Foundation
import Testing

@testable import BuyTillYouDie

/// The vector loops give what the scalar loops give, and both the integral that they are for.
@Suite struct VectorPathTests {
    /// 0 to 9 rows more than full vectors and chunks, times from 0 to 100 weeks, some with recency = age.
    static func columns(_ count: Int, seed: UInt64) -> (age: [Double], recency: [Double], weight: [Double]) {
        var generator = SeededGenerator(seed: seed)
        let age = (0..<count).map { _ in 100 * generator.uniform() }
        let recency = age.map { generator.uniform() < 0.1 ? $0 : $0 * generator.uniform() }
        let weight = age.map { _ in (10 * generator.uniform()).rounded() }
        return (age, recency, weight)
    }

    static func expectAlike(_ vector: [Double], _ scalar: [Double], _ comment: Comment) {
        for (a, b) in zip(vector, scalar) { #expect(abs(a - b) <= 2e-10 * max(abs(b), 1), comment) }
    }

    static let settings: [[Double]] = [
        [0.24, 4.4, 0.6, 11.7], [0.55, 10.6, 0.6, 10.6], [1e-4, 1e-4, 1e-4, 1e4], [1e4, 1e4, 1e-4, 1e-4], [2, 1e4, 3, 1e-3],
        [2_000, 3, 0.5, 900], [0.1, 1e-3, 40, 1e3],
    ]

    @Test(.enabled(if: cvm_best_path() == CVM_PATH_VECTOR), arguments: [0, 1, 3, 4, 7, 1_023, 1_024, 2_053], settings)
    func pathsAgree(count: Int, setting: [Double]) {
        let columns = Self.columns(count, seed: UInt64(count) + 1)
        let both = [CVM_PATH_VECTOR, CVM_PATH_SCALAR]
        let comment: Comment = "\(count) rows, \(setting)"
        for odds in [-.infinity, log(setting[2] / setting[3])] {
            let sums = both.map {
                cvm_beta_geometric_run(columns.age, columns.recency, columns.weight, count, setting[1], setting[0], odds, $0)
            }
            let values = sums.map { [$0.value, $0.by_shape, $0.by_rate, $0.dropped] }
            Self.expectAlike(values[0], values[1], comment)
        }
        let pareto = both.map {
            cvm_pareto_run(columns.age, columns.recency, columns.weight, count, setting[0], setting[1], setting[2], setting[3], $0)
        }
        let paretoValues = pareto.map { [$0.value, $0.by_shape, $0.by_alpha, $0.by_s, $0.by_beta] }
        Self.expectAlike(paretoValues[0], paretoValues[1], comment)
        let spend = both.map { cvm_gamma_gamma_run(columns.age, columns.weight, count, setting[1], 3, $0) }
        Self.expectAlike([spend[0].log_total, spend[0].inverse_total], [spend[1].log_total, spend[1].inverse_total], comment)
    }

    @Test func combinationsOfRowsAgree() {
        let width = 37
        let columns = Self.columns(5 * width, seed: 9)
        let combined = [CVM_PATH_VECTOR, CVM_PATH_SCALAR].map { path in
            var out = [Double](repeating: .nan, count: width)
            cvm_combine_rows([0.1, 0.2, 0.3, 0, 2], columns.age, 5, width, &out, path)
            return out
        }
        Self.expectAlike(combined[0], combined[1], "rows")
        let first = 0.1 * columns.age[0] + 0.2 * columns.age[width] + 0.3 * columns.age[2 * width] + 2 * columns.age[4 * width]
        #expect(abs(combined[1][0] - first) < 1e-12 * first)
    }

    @Test func powerIntegral() throws {
        for row in try Fixture.rows("reference_power_integral") {
            let numbers = try ReferenceValueTests.numbers(row, ["near", "far", "ratio", "length"])
            for path in [CVM_PATH_VECTOR, CVM_PATH_SCALAR] {
                let value = cvm_power_integral(numbers[0], numbers[1], numbers[2], numbers[3], path)
                #expect(ReferenceValueTests.error(value, row["value"], floor: 1e-300) < 1e-10, "\(row)")
            }
        }
    }
}
