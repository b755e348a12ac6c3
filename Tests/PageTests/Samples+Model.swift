import Facts
import Markup
import Wording

@testable import CustomerValue
@testable import PerennialServer
@testable import Shop

extension Samples {
    var modelPage: ModelPageModel {
        let forecasts = (1...6).map { place in
            ModelPageModel.Forecast(
                firstDay: day(in: place * 30 - 180), lastDay: day(in: place * 30 - 151), madeOn: day(in: place * 30 - 181),
                spend: MoneyEstimate(expected: 1_000_000, low: 800_000, high: 1_200_000),
                actualMinorUnits: place == 6 ? nil : Int64(700_000 + place * 120_000))
        }
        return ModelPageModel(
            hasNoOrders: false, inUse: home.model, conditions: home.conditions, forecasts: forecasts, model: nil, lookBack: lookBack,
            fitted: [
                .init(id: "01JM2", fittedAt: ago(days: 0), asOf: day(in: 0), isCurrent: false),
                .init(id: "01JM1", fittedAt: ago(days: 7), asOf: day(in: -7), isCurrent: true),
            ],
            refit: RefitReport(
                state: .waits, askedAt: ago(days: 0, minutes: 5), who: outside("ada@example.com"), modelID: "01JM2",
                before: .init(spendMinorUnits: 28_977_000, orders: 5_870, meanChurnProbability: 0.52, overdue: 612),
                after: .init(spendMinorUnits: 27_100_000, orders: 5_611, meanChurnProbability: 0.54, overdue: 640), customers: 10_308,
                changeClass: 311), token: FormToken("dmlzaXQ"))
    }

    /// A back-test of two days and the last quarter.
    private var lookBack: LookBack {
        var scores = ForecastScores()
        (scores.customers, scores.top10Capture, scores.valueBias) = (400, 0.37, 0.081)
        (scores.shareAboveHigh, scores.shareBelowLow, scores.valueRMSE, scores.valueGini, scores.auc) = (0.09, 0.03, 80, 0.6, 0.8)
        scores.deciles = (1...10).map {
            .init(
                number: $0, customers: 40, predictedValue: 400 / Double($0), actualValue: 380 / Double($0), probability: 0.5,
                orderedShare: 0.4)
        }
        let folds = [-730, -365].map { days in
            Backtest.Fold(
                cutoff: day(in: days), horizonInDays: 365, customers: 400,
                candidates: ["auto", "average", "pareto-nbd", "naive-rate"].map { .init(name: $0, scores: scores) },
                calibration: (0..<9).map {
                    .init(customers: 90 - 9 * $0, predicted: 0.05 + Double($0) / 10, ordered: 0.02 + Double($0) / 10)
                })
        }
        let quarter = ForecastCheck(
            cutoff: day(in: -91), horizonInDays: 91, customers: 380, expectedOrders: 120, actualOrders: 131, expectedMinorUnits: 600_000,
            rangeMinorUnits: 500_000...700_000, actualMinorUnits: 748_000,
            weeks: (0..<13).map {
                .init(firstDay: day(in: 7 * $0 - 90), expectedMinorUnits: 46_000, actualMinorUnits: Int64(40_000 + 1_000 * $0))
            })
        return LookBack(backtest: Backtest(folds: folds, sampledCustomers: 400, daysNeeded: nil), lastQuarter: quarter)
    }

    /// Nothing is known yet.
    var modelPageNotYet: ModelPageModel {
        ModelPageModel(
            hasNoOrders: false, inUse: nil, conditions: smallHome.conditions, forecasts: [], model: nil, lookBack: nil, fitted: [],
            refit: nil, token: nil)
    }

    /// Every state of a fit that was asked for.
    var refits: [ModelPageModel] {
        ([.running, .adopted, .notEligible, .failed] as [RefitReport.State]).map { state in
            var model = modelPage
            model.refit?.state = state
            return model
        }
    }
}
