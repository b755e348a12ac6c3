import Facts
import Foundation

/// How much more or less comes in a calendar month than in the year around it, from the shop's own months.
///
/// The ratio of a month's returning customers to their centred mean over twelve months (half of the first and of the thirteenth month, the ratio
/// to moving average of classical decomposition), so that growth and decline are no season. Averaged over years in logarithms, and drawn to none the
/// more, the smaller it is beside the usual difference between two years and the chance of so few customers (``ShopLevel``).
struct SeasonOfMonths {
    /// Factors by month, January first; `nil` where no year tells.
    private let factors: [Double?]

    /// - Parameter months: the shop's months, in order and without gaps.
    init(_ months: [MonthFigures]) {
        var logs = [[Double]](repeating: [], count: 12)
        var customers = [Double](repeating: 0, count: 12)
        for place in months.indices where place >= 6 && place + 6 < months.count {
            guard months[place - 6...place + 6].allSatisfy(\.isComplete) else { continue }
            var sum = 0.0
            for other in place - 6...place + 6 {
                let weight = abs(other - place) == 6 ? 0.5 : 1
                sum += weight * Double(months[other].returningCustomers)
            }
            let ratio = sum > 0 ? Double(months[place].returningCustomers) * 12 / sum : 0
            guard ratio > 0 else { continue }
            logs[months[place].month.month - 1].append(log(min(max(ratio, 0.3), 3)))
            customers[months[place].month.month - 1] += Double(months[place].returningCustomers)
        }
        factors = (0..<12).map { month in
            guard !logs[month].isEmpty else { return nil }
            let years = Double(logs[month].count)
            let mean = logs[month].reduce(0, +) / years
            return exp(ShopLevel.shrunk(mean, noise: ShopLevel.noise(years: years, purchases: customers[month])))
        }
    }

    /// The factor of a month, 1 to 12; `nil` where no year tells.
    func factor(_ month: Int) -> Double? { factors.indices.contains(month - 1) ? factors[month - 1] : nil }
}
