import BuyTillYouDie
import Foundation

/// The 10 % and 90 % points of what a customer will really spend in the horizon: chance of orders and amounts, and the error of the
/// parameters, together.
///
/// Given activity, spend divided by the customer's scale `v + n m` has a distribution that depends on frequency and age alone; it is tabulated once
/// per pair and model. P(alive) then thins it out, and the error of the parameters is a mixture over weighted points of them.
struct SpendRanges {
    /// One model at one point of its parameters, with the spend model at one point of its own.
    private struct Term {
        /// Its place in ``SpendRanges/models``.
        var model: Int
        /// Its place in ``SpendRanges/tables``.
        var spend: Int
        var weight: Double
        /// Weight times P(alive) of the present group.
        var share = 0.0
    }

    private let horizonInWeeks: Double
    private let basis: SpendModel.Basis
    /// Whether all terms have the same spend parameters: then members of a group share their points but for the scale.
    private let sharesScale: Bool
    private var terms: [Term] = []
    /// The models of purchases, those of the components first, then points around them.
    private var models: [any PurchaseModel]
    /// P(alive) of each group under each of them.
    private var alive: [[Double]] = []
    /// What is tabulated of each point of the spend model; the estimate comes first.
    private var tables: [SpendCurves]
    /// The parameters of each of these points.
    private var parameters: [Parameters]
    /// P(spend above the high point).
    private let survivalAtHigh: Double
    /// P(spend above the low point).
    private let survivalAtLow = 0.9

    /// The distributions of one frequency, age and intensity, an entry per term.
    struct Prepared {
        fileprivate var curves: [SpendCurve]
        /// E[n] and E[n^2] of purchases in the horizon given activity.
        fileprivate var moments: [(first: Double, second: Double)]
    }

    /// Parameters of gamma-gamma.
    private struct Parameters {
        let p: Double
        let q: Double
        let v: Double

        init(_ model: GammaGamma) { (p, q, v) = (model.p, model.q, model.v) }

        /// The unit of money of a customer of whom so much was seen.
        @inline(__always)
        func scale(_ observed: (count: Int, mean: Double)) -> Double { v + Double(observed.count) * observed.mean }
    }

    /// Spend by scale at the low and the high point of a group's members; `nil` where it is nothing.
    struct Points {
        fileprivate var low: Double?
        fileprivate var high: Double?
    }

    /// What does not depend on customers; ``take(_:alive:)`` brings them.
    init(_ model: PredictionModel, horizon: Horizon) {
        horizonInWeeks = horizon.weeks
        basis = model.spend.basis
        sharesScale = !model.includesParameterError
        tables = [SpendCurves(spend: model.spend.gammaGamma)]
        models = model.components.map(\.fit.model)
        survivalAtHigh = model.adjustment?.survivalAtHigh ?? 0.1
        for (number, component) in model.components.enumerated() {
            var points: [Term] = []
            if model.includesParameterError {
                // Sigma points over the parameters of both models together: each pair moves one of them, the other stands still.
                let dimension = component.fit.parameters.count + GammaGamma.parameterNames.count
                for pair in component.fit.parameterPairs {
                    points.append(Term(model: models.count, spend: 0, weight: pair.weight))
                    models.append(pair.model)
                }
                for (index, pair) in model.spend.parameterPairs(jointDimension: dimension).enumerated() {
                    // All purchase models have equally many parameters, so the points of spend are the same for each.
                    if tables.count == index + 1 { tables.append(SpendCurves(spend: pair.model)) }
                    points.append(Term(model: number, spend: index + 1, weight: pair.weight))
                }
            }
            let left = 1 - points.reduce(0) { $0 + $1.weight }
            points.append(Term(model: number, spend: 0, weight: left))
            for index in points.indices { points[index].weight *= component.weight }
            terms += points
        }
        parameters = tables.map { Parameters($0.spend) }
    }

    /// Takes up customers.
    ///
    /// - Parameter known: P(alive) of each group under each component of the model.
    mutating func take(_ histories: PurchaseHistories, alive known: [[Double]]) {
        alive = known
        for model in models.dropFirst(known.count) { alive.append(model.probabilitiesAlive(histories)) }
    }

    /// Tabulates the distributions of a frequency and age, at so many times the rate of purchases.
    mutating func prepare(frequency: Int, ageInWeeks: Double, intensity: Double) -> Prepared {
        let observedCount = basis == .allPurchases ? frequency + 1 : frequency
        let counts = models.map {
            $0.outlook(frequency: frequency, ageInWeeks: ageInWeeks).scaled(intensity: intensity)
                .purchaseCountDistribution(withinWeeks: horizonInWeeks)
        }
        let moments = counts.map { counts in
            var moments = (first: 0.0, second: 0.0)
            for (count, probability) in counts.enumerated() {
                let first = probability * Double(count)
                moments.first += first
                moments.second += first * Double(count)
            }
            return moments
        }
        var prepared = Prepared(curves: [], moments: [])
        for term in terms {
            prepared.moments.append(moments[term.model])
            prepared.curves.append(tables[term.spend].curve(observedCount: observedCount, counts: counts[term.model]))
        }
        return prepared
    }

    /// Takes up P(alive) of a group, corrected by a factor.
    mutating func prepare(group: Int, activityFactor: Double) {
        for index in terms.indices { terms[index].share = terms[index].weight * alive[terms[index].model][group] * activityFactor }
    }

    /// The points that members of the present group share but for their scale; `nil` where each has its own.
    func points(_ prepared: Prepared) -> Points? {
        guard sharesScale else { return nil }
        return Points(
            low: logPoint(prepared, survival: survivalAtLow, shift: nil).map { exp($0) },
            high: logPoint(prepared, survival: survivalAtHigh, shift: nil).map { exp($0) })
    }

    /// The two points for a member, in major units.
    func range(_ points: Points, _ observed: (count: Int, mean: Double)) -> (low: Double, high: Double) {
        let scale = parameters[0].scale(observed)
        return (points.low.map { scale * $0 } ?? 0, points.high.map { scale * $0 } ?? 0)
    }

    /// The two points for a member who has points of their own, in major units.
    func range(_ prepared: Prepared, _ observed: (count: Int, mean: Double)) -> (low: Double, high: Double) {
        let low = logPoint(prepared, survival: survivalAtLow, shift: observed).map { exp($0) }
        let high = logPoint(prepared, survival: survivalAtHigh, shift: observed).map { exp($0) }
        return range(Points(low: low, high: high), observed)
    }

    /// The variance of a member's spend, in squared major units; `nil` where it is infinite (`q + p n <= 2`).
    ///
    /// Spend of n purchases is the scale V times a beta prime with parameters p n and q' = q + p n_observed, so that E[S | n] =
    /// V p n / (q' - 1) and E[S^2 | n] = V^2 p n (p n + 1) / ((q' - 1) (q' - 2)).
    func variance(_ prepared: Prepared, _ observed: (count: Int, mean: Double)) -> Double? {
        var first = 0.0
        var second = 0.0
        var known = -1
        var model = parameters[0]
        var meanOfOne = 0.0
        var square = 0.0
        for index in terms.indices {
            let term = terms[index]
            if term.spend != known {
                known = term.spend
                model = parameters[known]
                let scale = model.scale(observed)
                let shape = model.q + model.p * Double(observed.count)
                guard shape > 2 else { return nil }
                meanOfOne = scale * model.p / (shape - 1)
                square = scale * scale / ((shape - 1) * (shape - 2))
            }
            let counts = prepared.moments[index]
            first += term.share * meanOfOne * counts.first
            second += term.share * square * (model.p * model.p * counts.second + model.p * counts.first)
        }
        return max(0, second - first * first)
    }

    /// P(a member spends more than an amount), in major units.
    func survival(_ prepared: Prepared, _ amount: Double, _ observed: (count: Int, mean: Double)) -> Double {
        var sum = 0.0
        for (index, term) in terms.enumerated() {
            let scale = parameters[term.spend].scale(observed)
            sum += term.share * prepared.curves[index].survival(logScaledSpend: log(max(amount, 1e-300) / scale)).value
        }
        return sum
    }

    /// ln(spend / scale) that is exceeded with a probability; `nil` where even spending nothing is not exceeded so often.
    private func logPoint(_ prepared: Prepared, survival level: Double, shift observed: (count: Int, mean: Double)?) -> Double? {
        if terms.count == 1 {
            return terms[0].share > level ? prepared.curves[0].logScaledSpend(survival: level / terms[0].share) : nil
        }
        let scale = observed.map { parameters[0].scale($0) } ?? 1
        let shifts = observed.map { observed in parameters.map { log($0.scale(observed) / scale) } }
        func survival(_ y: Double) -> (value: Double, slope: Double) {
            var sum = (value: 0.0, slope: 0.0)
            for index in terms.indices {
                let term = terms[index]
                let part = prepared.curves[index].survival(logScaledSpend: shifts.map { y - $0[term.spend] } ?? y)
                sum.value += term.share * part.value
                sum.slope += term.share * part.slope
            }
            return sum
        }
        // Newton's method inside a bracket: the survival function falls from P(any spend) to zero.
        var low = -40.0
        var high = 40.0
        guard survival(low).value > level else { return nil }
        var y = 0.0
        for _ in 0..<100 {
            let here = survival(y)
            if here.value > level { low = y } else { high = y }
            let step = here.slope < 0 ? y - (here.value - level) / here.slope : .nan
            let next = step > low && step < high ? step : (low + high) / 2
            if abs(next - y) < 1e-8 { return next }
            y = next
        }
        return y
    }
}
