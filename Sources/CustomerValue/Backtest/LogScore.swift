import BuyTillYouDie
import Foundation

extension Predictions {
    /// ln of the probability that was given to the purchase days that came, by the buyer's row.
    func logProbabilities(of outcomes: Outcomes, buyers: Buyers) -> [Double] {
        let weeks = Horizon(days: horizonInDays).weeks
        let models = model.components.map(\.fit.model)
        let weights = model.components.map(\.weight)
        let power = model.adjustment?.activityPower ?? 1
        let histories = buyers.histories
        let alive = models.map { $0.probabilitiesAlive(histories) }
        var result = [Double](repeating: 0, count: buyers.customers.count)
        // Members of equal frequency and age without intensities of their own share their distributions.
        var known: (frequency: Int, age: Double, logIntensity: Float, counts: [[Double]])?
        for group in 0..<histories.count {
            let history = histories[group]
            var active = 0.0
            for index in weights.indices { active += weights[index] * alive[index][group] }
            let factor = power != 1 && active > 0 ? pow(active, power - 1) : 1
            for place in buyers.members(ofGroup: group) {
                let row = Int(buyers.rowsByGroup[place])
                let customer = Int(buyers.customers[row])
                let intensity = logIntensity[customer]
                let counts: [[Double]]
                if let known, known.frequency == history.frequency, known.age == history.ageInWeeks, known.logIntensity == intensity {
                    counts = known.counts
                } else {
                    counts = models.map {
                        $0.outlook(of: history).scaled(intensity: exp(Double(intensity))).purchaseCountDistribution(withinWeeks: weeks)
                    }
                    known = (history.frequency, history.ageInWeeks, intensity, counts)
                }
                let came = Int(outcomes.purchaseDays[customer])
                var probability = came == 0 ? 1 - active * factor : 0
                for index in weights.indices where came < counts[index].count {
                    probability += weights[index] * alive[index][group] * factor * counts[index][came]
                }
                result[row] = log(max(probability, 1e-12))
            }
        }
        return result
    }
}
