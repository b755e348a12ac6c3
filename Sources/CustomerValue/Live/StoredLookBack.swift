import Facts
import Foundation

/// The form in which a ``LookBack`` is kept beside its model: plain numbers, apart from the types that are shown.
struct StoredLookBack: Codable {
    static let format = "perennial look back"
    static let version = 1

    struct Candidate: Codable {
        var name: String
        /// In the order of ``ForecastScores/names``.
        var scores: [Double?]
        var deciles: [Decile]?
    }

    struct Decile: Codable {
        var number: Int
        var customers: Int
        /// Predicted orders, orders that came, predicted value, value that came, mean probability, share that ordered.
        var means: [Double]
    }

    struct Bin: Codable {
        var customers: Int
        var predicted: Double
        var ordered: Double
    }

    struct Fold: Codable {
        /// Days since 1970, as all days here.
        var cutoff: Int32
        var horizonInDays: Int
        var customers: Int
        var candidates: [Candidate]
        var calibration: [Bin]
    }

    struct Week: Codable {
        var firstDay: Int32
        var expected: Double
        var actual: Int64
    }

    struct Quarter: Codable {
        var cutoff: Int32
        var horizonInDays: Int
        var customers: Int
        var expectedOrders: Double
        var actualOrders: Int
        /// Amounts are in minor units.
        var expected: Double
        var low: Int64
        var high: Int64
        var actual: Int64
        var weeks: [Week]
    }

    var format = Self.format
    var version = Self.version
    var folds: [Fold]
    var sampledCustomers: Int?
    var daysNeeded: Int?
    var lastQuarter: Quarter?
}

extension LookBack {
    /// The look back as it is kept: JSON.
    public var encoded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every number is one (``ForecastScores/values`` that are none are left out), so there is nothing that can fail; were there, an
        // empty object is read as none.
        return (try? encoder.encode(StoredLookBack(self))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// A kept look back; `nil` where there is none, of another version, or with numbers that cannot be.
    public init?(decoding json: String) {
        guard let stored = try? JSONDecoder().decode(StoredLookBack.self, from: Data(json.utf8)), stored.format == StoredLookBack.format,
            stored.version == StoredLookBack.version, let restored = stored.lookBack
        else { return nil }
        self = restored
    }
}

extension StoredLookBack {
    init(_ found: LookBack) {
        folds = found.backtest.folds.map { fold in
            Fold(
                cutoff: fold.cutoff.daysSince1970, horizonInDays: fold.horizonInDays, customers: fold.customers,
                candidates: fold.candidates.map { Candidate($0) },
                calibration: fold.calibration.map { Bin(customers: $0.customers, predicted: $0.predicted, ordered: $0.ordered) })
        }
        sampledCustomers = found.backtest.sampledCustomers
        daysNeeded = found.backtest.daysNeeded
        lastQuarter = found.lastQuarter.map { check in
            Quarter(
                cutoff: check.cutoff.daysSince1970, horizonInDays: check.horizonInDays, customers: check.customers,
                expectedOrders: check.expectedOrders, actualOrders: check.actualOrders, expected: check.expectedMinorUnits,
                low: check.rangeMinorUnits.lowerBound, high: check.rangeMinorUnits.upperBound, actual: check.actualMinorUnits,
                weeks: check.weeks.map {
                    Week(firstDay: $0.firstDay.daysSince1970, expected: $0.expectedMinorUnits, actual: $0.actualMinorUnits)
                })
        }
    }

    private static let most = 100

    fileprivate var lookBack: LookBack? {
        guard folds.count <= Self.most else { return nil }
        var backtest = Backtest(folds: [], sampledCustomers: sampledCustomers, daysNeeded: daysNeeded)
        for fold in folds {
            guard let fold = fold.fold else { return nil }
            backtest.folds.append(fold)
        }
        guard let lastQuarter else { return LookBack(backtest: backtest, lastQuarter: nil) }
        return lastQuarter.check.map { LookBack(backtest: backtest, lastQuarter: $0) }
    }
}

extension StoredLookBack.Candidate {
    fileprivate init(_ candidate: Backtest.Candidate) {
        name = candidate.name
        scores = candidate.scores.values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
        // Tenths are shown of what predicts.
        guard candidate.name == Backtest.predicting else { return }
        deciles = candidate.scores.deciles.map { decile in
            StoredLookBack.Decile(
                number: decile.number, customers: decile.customers,
                means: [
                    decile.predictedOrders, decile.actualOrders, decile.predictedValue, decile.actualValue, decile.probability,
                    decile.orderedShare,
                ])
        }
    }

    fileprivate var candidate: Backtest.Candidate? {
        var restored: [ForecastScores.Decile] = []
        for decile in deciles ?? [] {
            guard decile.means.count == 6, decile.means.allSatisfy(\.isFinite), (1...10).contains(decile.number) else { return nil }
            restored.append(
                ForecastScores.Decile(
                    number: decile.number, customers: decile.customers, predictedOrders: decile.means[0], actualOrders: decile.means[1],
                    predictedValue: decile.means[2], actualValue: decile.means[3], probability: decile.means[4],
                    orderedShare: decile.means[5]))
        }
        return ForecastScores(values: scores, deciles: restored).map { Backtest.Candidate(name: name, scores: $0) }
    }
}

extension StoredLookBack.Fold {
    fileprivate var fold: Backtest.Fold? {
        guard (1...100_000).contains(horizonInDays), candidates.count <= 100, calibration.count <= 10 else { return nil }
        let bins = calibration.map { Backtest.CalibrationBin(customers: $0.customers, predicted: $0.predicted, ordered: $0.ordered) }
        guard bins.allSatisfy({ $0.customers >= 0 && (0...1).contains($0.predicted) && (0...1).contains($0.ordered) }) else { return nil }
        let restored = candidates.compactMap(\.candidate)
        guard restored.count == candidates.count else { return nil }
        return Backtest.Fold(
            cutoff: ShopDay(daysSince1970: cutoff), horizonInDays: horizonInDays, customers: customers, candidates: restored,
            calibration: bins)
    }
}

extension StoredLookBack.Quarter {
    fileprivate var check: ForecastCheck? {
        let numbers = [expectedOrders, expected] + weeks.map(\.expected)
        guard low <= high, weeks.count <= 100, numbers.allSatisfy({ $0.magnitude <= 1e18 }) else { return nil }
        return ForecastCheck(
            cutoff: ShopDay(daysSince1970: cutoff), horizonInDays: horizonInDays, customers: customers, expectedOrders: expectedOrders,
            actualOrders: actualOrders, expectedMinorUnits: expected, rangeMinorUnits: low...high, actualMinorUnits: actual,
            weeks: weeks.map {
                ForecastCheck.Week(
                    firstDay: ShopDay(daysSince1970: $0.firstDay), expectedMinorUnits: $0.expected, actualMinorUnits: $0.actual)
            })
    }
}
