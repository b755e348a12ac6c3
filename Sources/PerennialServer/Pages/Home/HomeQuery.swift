import CustomerValue
import Facts
import Journal
import Population
import Shop

/// Fills the first page.
struct HomeQuery {
    let shop: Shop

    private static let monthsBack: Int32 = 12

    func model() throws(JournalError) -> HomeModel {
        let standing = shop.models.standing
        let totals = standing.totals
        let basis = PredictionBasis(standing)
        let read = shop.read { population in
            (profiles: population.liveProfileCount, orders: population.orderEventCount)
        }
        return HomeModel(
            totals: HomeModel.Totals(
                customers: totals?.customers ?? 0, orders: totals?.orders ?? 0, revenueMinorUnits: totals?.historicMinorUnits ?? 0,
                firstOrder: standing.report?.firstOrder),
            profiles: read.profiles, ordersTold: read.orders,
            conditions: standing.eligibility?.findings ?? [], failure: standing.failure, forecast: forecast(standing, basis),
            months: months(standing), groups: groups(standing), slipping: slipping(standing), model: fitted(standing, basis),
            intake: try intake(standing))
    }

    private func forecast(_ standing: ModelKeeper.Standing, _ basis: PredictionBasis?) -> HomeModel.Forecast? {
        guard let basis, let totals = standing.totals, totals.predicted > 0, let range = totals.predictedRangeMinorUnits else { return nil }
        func count(_ expected: Double, most: Double) -> CountEstimate {
            // Sums over many customers: chance between them is small beside the error that all of them share.
            let half = expected * totals.sharedError
            return CountEstimate(expected: expected, low: max(0, expected - half), high: min(most, expected + half))
        }
        let customers = Double(totals.predicted)
        return HomeModel.Forecast(
            basis: basis,
            revenue: MoneyEstimate(expected: totals.predictedMinorUnits, low: range.lowerBound, high: range.upperBound),
            orders: count(totals.predictedOrders, most: .greatestFiniteMagnitude),
            returning: count(totals.expectedReturningCustomers ?? 0, most: customers),
            ordering: count(totals.sumOfProbabilityOfOrder, most: customers))
    }

    private func months(_ standing: ModelKeeper.Standing) -> [HomeModel.Month] {
        guard let history = standing.history, let asOf = standing.scoredAsOf else { return [] }
        let now = ShopMonth(asOf)
        let first = ShopMonth(monthsSince1970: now.monthsSince1970 - Self.monthsBack)
        var months: [ShopMonth: HomeModel.Month] = [:]
        for month in history.months where month.month >= first && month.month <= now {
            months[month.month] = HomeModel.Month(month: month.month, revenueMinorUnits: month.revenueMinorUnits)
        }
        for forecast in standing.months {
            let month = ShopMonth(forecast.firstDay)
            // The horizon may end within a month: drawn beside whole ones its part would look like a fall.
            guard forecast.lastDay == month.lastDay else { continue }
            // Of the month under way its remaining days are expected: with what came already they make the whole month.
            let came = months[month]?.revenueMinorUnits ?? 0
            let estimate = MoneyEstimate(
                expected: came + Int64(clamping: forecast.expectedMinorUnits), low: came + forecast.rangeMinorUnits.lowerBound,
                high: came + forecast.rangeMinorUnits.upperBound)
            months[month, default: HomeModel.Month(month: month)].forecast = estimate
        }
        return months.values.sorted { $0.month < $1.month }
    }

    private func groups(_ standing: ModelKeeper.Standing) -> [HomeModel.Group] {
        standing.groups.compactMap { group, figures in
            guard figures.customers > 0 else { return nil }
            return HomeModel.Group(
                group: group, customers: figures.customers, revenueMinorUnits: figures.historicMinorUnits,
                averageOrderMinorUnits: figures.averageOrderMinorUnits,
                predicted: figures.predictedRangeMinorUnits.map {
                    MoneyEstimate(expected: figures.predictedMinorUnits, low: $0.lowerBound, high: $0.upperBound)
                }, meanChurnProbability: figures.meanChurnProbability)
        }
    }

    private func slipping(_ standing: ModelKeeper.Standing) -> HomeModel.Slipping? {
        guard let slipping = standing.slipping, let range = slipping.figures.predictedRangeMinorUnits else { return nil }
        let half = slipping.atStakeMinorUnits * slipping.figures.sharedError
        let top = shop.read { population in
            slipping.top.prefix(HomeModel.Slipping.longestList).compactMap { entry -> HomeModel.Slipping.Entry? in
                guard let reason = entry.reason, let score = population.scores[entry.profile], let prediction = score.prediction,
                    let last = score.lastOrder
                else { return nil }
                return HomeModel.Slipping.Entry(
                    profile: ProfileName(entry.profile, population, shop.ids), reason: reason, lastOrder: last,
                    historicMinorUnits: score.historicMinorUnits, predicted: MoneyEstimate(prediction),
                    churnProbability: prediction.churnProbability, atStakeMinorUnits: entry.atStakeMinorUnits)
            }
        }
        return HomeModel.Slipping(
            customers: slipping.figures.customers,
            predicted: MoneyEstimate(expected: slipping.figures.predictedMinorUnits, low: range.lowerBound, high: range.upperBound),
            atStake: MoneyEstimate(
                expected: Int64(clamping: slipping.atStakeMinorUnits), low: Int64(clamping: max(0, slipping.atStakeMinorUnits - half)),
                high: Int64(clamping: slipping.atStakeMinorUnits + half)), top: top)
    }

    private func fitted(_ standing: ModelKeeper.Standing, _ basis: PredictionBasis?) -> FittedModel? {
        guard let basis, let model = standing.model, let fittedAt = standing.fittedAt else { return nil }
        return FittedModel(
            basis: basis, fittedAt: fittedAt, asOf: model.fittedAsOf, customers: model.customers, check: nil, nextFit: standing.nextFit)
    }

    private func intake(_ standing: ModelKeeper.Standing) throws(JournalError) -> IntakeHealth {
        let now = shop.clock()
        let refusals = try shop.journal.refusalCounts()
        let held = shop.ordersAside().byCurrency
        let (sequence, tally) = shop.read { ($0.sequence, $0.tally) }
        return IntakeHealth(
            taken: Int(clamping: sequence), takenInLastDay: tally.lastDay(before: now), last: tally.last,
            refusals: refusals.map { IntakeHealth.Refusal(door: $0.door, code: $0.code, count: $0.rowCount, last: $0.lastAt) },
            heldAside: held.map { currency, held in
                IntakeHealth.HeldAside(currency: currency, orders: held.orders, minorUnits: held.minorUnits)
            },
            sources: tally.doors.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { source, door in
                door.last.map { IntakeHealth.Source(source: source, taken: door.events, last: $0) }
            },
            unconfirmed: shop.read { population in Channel.allCases.reduce(0) { $0 + population.pendingCount($1) } })
    }
}

extension PredictionBasis {
    /// What the predictions of a shop are; `nil` where there are none.
    init?(_ standing: ModelKeeper.Standing) {
        guard let model = standing.model, let asOf = standing.scoredAsOf, standing.eligibility?.isEligible == true else { return nil }
        self.init(
            horizonInDays: model.horizonInDays, asOf: asOf, models: model.model.components.map { ($0.fit.name, $0.weight) },
            isCorrected: model.model.steps.contains { $0.isUsed })
    }
}

extension MoneyEstimate {
    /// What one customer is expected to spend.
    init(_ prediction: CustomerScore.Prediction) {
        self.init(expected: prediction.clvMinorUnits, low: prediction.clvLowMinorUnits, high: prediction.clvHighMinorUnits)
    }
}

extension Int64 {
    /// A number of minor units, rounded and held within what fits.
    init(clamping value: Double) {
        self = value.isFinite ? Int64(Swift.max(-9e18, Swift.min(9e18, value.rounded()))) : 0
    }
}
