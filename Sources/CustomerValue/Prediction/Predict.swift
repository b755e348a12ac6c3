import BuyTillYouDie
import Facts
import Foundation

extension Predictions {
    /// Fits the chosen models to a shop's summaries and predicts each customer.
    ///
    /// Models see purchase days; expected orders and spend follow from expected purchase days by the customer's shrunken orders per
    /// purchase day and expected spend per purchase day.
    ///
    /// - Parameters:
    ///   - summaries: the shop's customers.
    ///   - options: which model, how far ahead.
    ///   - sample: orders from which earlier days can be counted, so that `auto` can learn from them; `nil`: it averages models in equal parts.
    ///   - stage: told in a word what is being done, for progress.
    public init(
        _ summaries: CustomerSummaries, options: PredictionOptions, sample: OrderSample? = nil, stage: (String) -> Void = { _ in }
    ) throws(PredictionFailure) {
        stage("Fitting")
        let buyers = Buyers(summaries)
        guard !buyers.customers.isEmpty else { throw .noPurchases }
        let model = try PredictionModel(summaries, buyers: buyers, options: options, sample: sample, stage: stage)
        stage("Predicting")
        self.init(summaries, buyers: buyers, model: model, horizonInDays: options.horizonInDays, courseInDays: options.courseInDays)
        if let ofYear = model.ofYear.first {
            let year = Predictions(summaries, buyers: buyers, model: ofYear, horizonInDays: Horizon.yearInDays)
            commonFactorsOfYear = year.commonFactors
            takeClasses(of: year)
        }
    }

    /// Takes the classes from predictions of a year: they mean the same whatever horizon is predicted.
    mutating func takeClasses(of year: Predictions) {
        thresholds = year.thresholds
        clvClass = year.clvClass
        likelihoodClass = year.likelihoodClass
    }

    /// Predicts each customer by a fitted model.
    ///
    /// - Parameter courseInDays: days ahead for which totals of all customers are wanted, within the horizon.
    init(
        _ summaries: CustomerSummaries, buyers: Buyers, model: PredictionModel, horizonInDays: Int, courseInDays: [Int] = []
    ) {
        var forecaster = GroupForecaster(model, histories: buyers.histories, horizon: Horizon(days: horizonInDays))
        self.init(
            summaries, buyers: buyers, model: model, horizonInDays: horizonInDays, courseInDays: courseInDays, settled: nil,
            forecaster: &forecaster)
    }

    /// Predicts each customer by a fitted model, with a forecaster that has taken up the buyers.
    ///
    /// - Parameter settled: what was settled over all customers when the model was fitted; `nil`: it is settled over these.
    init(
        _ summaries: CustomerSummaries, buyers: Buyers, model: PredictionModel, horizonInDays: Int, courseInDays: [Int],
        settled: Settled?, forecaster: inout GroupForecaster
    ) {
        let minorUnitsPerMajor = Double(summaries.currency.minorUnitsPerMajor)

        var clvInYear = ContiguousArray<Double>(repeating: 0, count: summaries.count)
        var probabilityInYear = ContiguousArray<Double>(repeating: 0, count: summaries.count)
        var columns = Predictions(
            count: summaries.count, horizonInDays: horizonInDays, asOf: summaries.asOf, model: model,
            thresholds: settled?.thresholds ?? ClassThresholds())

        var factors: [CustomerFactors] = []
        if let adjustment = model.adjustment {
            if let settled {
                columns.commonFactors = settled.commonFactors
                factors = adjustment.factors(
                    summaries, buyers: buyers, model: model, forecaster: &forecaster, common: settled.commonFactors)
            } else {
                (factors, columns.commonFactors) = adjustment.factors(
                    summaries, buyers: buyers, model: model, forecaster: &forecaster)
            }
        }
        var course = Course(days: courseInDays, model: model)
        for group in 0..<buyers.histories.count {
            forecaster.prepare(group: group)
            course.take(frequency: forecaster.frequency, ageInWeeks: forecaster.ageInWeeks, outlooks: forecaster.outlooks)
            for place in buyers.members(ofGroup: group) {
                if let soon = buyers.customerSoon(after: place) {
                    summaries.prefetch(soon)
                    columns.prefetch(soon)
                }
                let customer = Int(buyers.customers[Int(buyers.rowsByGroup[place])])
                let observed = model.spend.observed(summaries, customer)
                let modelSpend = model.spend.expectedSpend(count: observed.count, mean: observed.mean)
                let factors = factors.isEmpty ? CustomerFactors() : factors[Int(buyers.rowsByGroup[place])]
                let forecast = forecaster.forecast(logIntensity: factors.logIntensity)
                let spendUnit = exp(factors.logSpend) * minorUnitsPerMajor
                let spendPerDay = modelSpend * spendUnit
                let ordersPerDay = model.ordersPerPurchaseDay(
                    orders: summaries.numberOfOrders[customer], purchaseDays: summaries.frequency[customer] + 1)
                let points = forecaster.spendRange(observed, logIntensity: factors.logIntensity)
                let range = (low: points.low * spendUnit, high: points.high * spendUnit)
                course.add(
                    shares: forecaster.shares, logIntensity: factors.logIntensity, ordersPerDay: ordersPerDay,
                    minorUnitsPerDay: spendPerDay)
                columns.hasPrediction[customer] = true
                columns.logIntensity[customer] = Float(factors.logIntensity)
                columns.numberOfOrders[customer] = forecast.expectedPurchases * ordersPerDay
                columns.clvMinorUnits[customer] = minorUnits(forecast.expectedPurchases * spendPerDay)
                columns.clvLowMinorUnits[customer] = minorUnits(range.low)
                columns.clvHighMinorUnits[customer] = max(minorUnits(range.low), minorUnits(range.high))
                // Where the variance is infinite, that of a normal distribution with the same 10 % and 90 % points stands in.
                let width = (range.high - range.low) / normalRangeWidth
                columns.spendVariance[customer] =
                    forecaster.spendVariance(observed, logIntensity: factors.logIntensity).map { $0 * spendUnit * spendUnit } ?? width
                    * width
                columns.probabilityAlive[customer] = forecast.probabilityAlive
                columns.probabilityOfOrder[customer] = forecast.probabilityOfOrder
                columns.daysToNextOrder[customer] = Int32(max(1, min(Double(horizonInDays), forecast.daysToNextOrder.rounded(.up))))
                columns.isOverdue[customer] = Double(summaries.daysSinceLastOrder(customer)) > forecast.overdueAfterDays
                clvInYear[customer] = forecast.expectedPurchasesInYear * spendPerDay
                probabilityInYear[customer] = forecast.probabilityOfOrderInYear
            }
        }
        columns.course = course.totals(orders: columns.numberOfOrders, minorUnits: columns.clvMinorUnits, horizonInDays: horizonInDays)
        if settled == nil {
            columns.thresholds = ClassThresholds(
                summaries: summaries, clvMinorUnits: { clvInYear[$0] }, probabilityOfOrder: { probabilityInYear[$0] })
        }
        for customer in buyers.customers.map({ Int($0) }) {
            let isNew = ClassThresholds.isNew(
                frequency: summaries.frequency[customer], ageInDays: summaries.ageInDays[customer],
                underDays: columns.thresholds.newUnderDays)
            columns.clvClass[customer] = isNew ? .new : columns.thresholds.clvClass(clvInYear[customer])
            columns.likelihoodClass[customer] = isNew ? .new : columns.thresholds.likelihoodClass(probabilityInYear[customer])
        }
        self = columns
    }
}

/// What was settled over all customers of a shop when a model was fitted.
struct Settled: Sendable, Equatable {
    /// The factors that everybody's predictions hold.
    var commonFactors: CustomerFactors
    /// The borders between classes.
    var thresholds: ClassThresholds
}

/// From the 10 % to the 90 % point of a normal distribution, in standard deviations.
let normalRangeWidth = 2.563

/// An amount rounded to minor units, held within the range that prints.
private func minorUnits(_ value: Double) -> Int64 {
    value.isFinite ? Int64(max(-9e15, min(9e15, value)).rounded()) : 0
}
