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
        let standing = shop.models.knownStanding()
        let basis = PredictionBasis(standing)
        // Of now, as the API tells it: so that each number leads to exactly as many people.
        let now = shop.reportByRFMGroup()
        let everybody = now.everybody.figures
        let orders = shop.read { $0.orderEventCount }
        return HomeModel(
            totals: HomeModel.Totals(
                customers: everybody.customers, orders: everybody.orders, revenueMinorUnits: everybody.historicMinorUnits,
                firstOrder: standing.report?.firstOrder),
            outlier: outlier(everybody.historicMinorUnits, customers: everybody.customers), profiles: everybody.members, ordersTold: orders,
            conditions: standing.eligibility?.findings ?? [], failure: standing.failure, forecast: forecast(everybody, basis),
            months: months(standing), mix: mix(everybody, basis), oneTime: oneTime(standing), orderValue: orderValue(standing),
            groups: Self.groups(now.groups, basis), rfmLevels: shop.shownRFMLevels, slipping: slipping(standing),
            model: try fitted(standing),
            overtaken: standing.isOvertaken ? standing.scoredAt : nil, isCounting: now.everybody.isProcessing,
            intake: try intake(), news: try NewsQuery(shop: shop).news())
    }

    /// Fewer customers may well differ so much; of more, one who brought a fifth of everything is looked at.
    private static let customersToStandOut = 50
    private static let shareToStandOut = 0.2

    private func outlier(_ revenue: Int64, customers: Int) -> HomeModel.Outlier? {
        guard customers >= Self.customersToStandOut, revenue > 0 else { return nil }
        return shop.read { population in
            let spent = population.scores.historicMinorUnits
            guard let row = spent.indices.max(by: { spent[$0] < spent[$1] }) else { return nil }
            let share = Double(spent[row]) / Double(revenue)
            let profile = ProfileNumber(UInt32(truncatingIfNeeded: row))
            guard share >= Self.shareToStandOut, share <= 1, population.isLive(profile) else { return nil }
            return HomeModel.Outlier(
                profile: ProfileName(profile, population, shop.ids), share: share, orders: Int(population.scores.numberOfOrders[row]),
                historicMinorUnits: spent[row])
        }
    }

    private func forecast(_ figures: ProfileFigures, _ basis: PredictionBasis?) -> HomeModel.Forecast? {
        guard let basis, let range = figures.predictedRangeMinorUnits else { return nil }
        func count(_ expected: Double, most: Double) -> CountEstimate {
            // Sums over many customers: chance between them is small beside the error that all of them share.
            let half = expected * figures.sharedError
            return CountEstimate(expected: expected, low: max(0, expected - half), high: min(most, expected + half))
        }
        let customers = Double(figures.predicted)
        return HomeModel.Forecast(
            basis: basis,
            revenue: MoneyEstimate(expected: figures.predictedMinorUnits, low: range.lowerBound, high: range.upperBound),
            orders: count(figures.predictedOrders, most: .greatestFiniteMagnitude),
            returning: count(figures.expectedReturningCustomers ?? 0, most: customers),
            ordering: count(figures.sumOfProbabilityOfOrder, most: customers))
    }

    private func mix(_ figures: ProfileFigures, _ basis: PredictionBasis?) -> HomeModel.Mix? {
        guard basis != nil, let churn = figures.averageChurnProbability else { return nil }
        return HomeModel.Mix(
            predicted: figures.predicted, value: figures.mix.byCLVCategory.map { ($0.category, $0.count) },
            likelihood: figures.mix.byPurchaseLikelihood.map { ($0.likelihood, $0.count) },
            risk: figures.mix.byChurnRisk.map { ($0.risk, $0.count) }, meanChurnProbability: churn)
    }

    private func oneTime(_ standing: ModelKeeper.Standing) -> HomeModel.OneTimeBuyers? {
        guard let history = standing.history, let share = history.oneTimeShare else { return nil }
        return HomeModel.OneTimeBuyers(
            customers: history.customers, oneTime: history.oneTimeBuyers, share: share,
            medianDaysToSecond: history.secondPurchase.medianInDays)
    }

    private func orderValue(_ standing: ModelKeeper.Standing) -> HomeModel.OrderValueTrend? {
        guard let history = standing.history, history.customers > 0 else { return nil }
        let trend = OrderValueYears(history)
        return HomeModel.OrderValueTrend(
            months: trend.complete.suffix(Int(Self.monthsBack) + 1).map { ($0.month, $0.averageOrderMinorUnits) },
            lastYear: trend.lastYear, yearBefore: trend.yearBefore)
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

    /// The groups with a customer, with their money.
    static func groups(_ groups: [(group: RFMGroup, figures: ProfileFigures)], _ basis: PredictionBasis?) -> [HomeModel.Group] {
        groups.filter { $0.figures.members > 0 }.map { group, figures in
            HomeModel.Group(
                group: group, customers: figures.members, revenueMinorUnits: figures.historicMinorUnits,
                averageOrderMinorUnits: figures.averageOrderMinorUnits,
                predicted: basis == nil
                    ? nil
                    : figures.predictedRangeMinorUnits.map {
                        MoneyEstimate(expected: figures.predictedMinorUnits, low: $0.lowerBound, high: $0.upperBound)
                    }, meanChurnProbability: basis == nil ? nil : figures.averageChurnProbability)
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

    /// The model in use, in short; `nil` where nothing is predicted.
    func fitted(_ standing: ModelKeeper.Standing) throws(JournalError) -> FittedModel? {
        guard let basis = PredictionBasis(standing), let model = standing.model, let fittedAt = standing.fittedAt else { return nil }
        var check = shop.models.knownDrift(shop)?.checks.last.map { check in
            let (forecast, range) = (check.checked.forecast, check.checked.forecast.rangeMinorUnits)
            return FittedModel.Check(
                cutoff: check.madeOn, days: forecast.firstDay.days(until: forecast.lastDay) + 1,
                expected: MoneyEstimate(
                    expected: Int64(clamping: forecast.expectedMinorUnits), low: range.lowerBound, high: range.upperBound),
                actualMinorUnits: check.checked.outcome.minorUnits)
        }
        // Until the first month of a kept forecast is over, the one that would have been made a quarter ago tells as much.
        if check == nil, let number = standing.number, let quarter = try shop.models.lookBack(of: number, shop)?.lastQuarter {
            check = FittedModel.Check(
                cutoff: quarter.cutoff, days: quarter.horizonInDays, expected: quarter.estimate,
                actualMinorUnits: quarter.actualMinorUnits, isAfterwards: true)
        }
        return FittedModel(
            basis: basis, fittedAt: fittedAt, asOf: model.fittedAsOf, customers: model.customers, check: check, nextFit: standing.nextFit)
    }

    /// What came in, and what did not.
    func intake() throws(JournalError) -> IntakeHealth {
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
