import CustomerValue
import Facts
import JSON
import Journal
import Population
import Synchronization

// What is kept of predictions, to be compared later with what came: on the background thread.
extension ModelKeeper {
    /// Profiles whose numbers are written in one commit.
    private static let recordsAtOnce = 20_000
    /// The setting that names the last month for which the numbers of all customers were kept.
    private static let monthKey = "predictions_kept_for"
    /// Days that a month's forecast must cover to be worth keeping.
    private static let fewestDays = 7

    /// Writes what was noted of single customers.
    func writeNotes(_ shop: Shop) {
        for (day, records) in notes.take() {
            // Best effort: a full disk has other complaints.
            try? shop.writeAndWait(weight: records.count * 64) { (intake) throws(IntakeError) in
                // Whoever was erased since leaves no numbers; the joined are another by now.
                let records = records.filter { intake.canonical($0.profile) == $0.profile }
                if !records.isEmpty { intake.write(.predictions(day, records)) }
            }
        }
    }

    /// Once a month, as soon as there is a model: keeps the numbers of all customers, and what is expected of the month.
    func keepMonth(_ shop: Shop) {
        let standing = standing
        guard let number = standing.number, let asOf = standing.scoredAsOf, !standing.months.isEmpty else { return }
        let (year, month, _) = asOf.civil
        var json = JSONWriter()
        json.string("\(year)-\(month)")
        let name = json.text
        guard let kept = try? shop.journal.setting(Self.monthKey) ?? "", kept != name else { return }
        keepAll(shop)
        keepForecast(standing.months, number, asOf, shop)
        try? shop.writeAndWait { (intake) throws(IntakeError) in
            intake.write(.setting(SettingChange(key: Self.monthKey, value: name, at: intake.now, who: "perennial")))
        }
    }

    /// Keeps the numbers of all customers, as of today.
    func keepAll(_ shop: Shop) {
        guard let number = standing.number, standing.hasPredictions else { return }
        var row = 0
        var count = 1
        while row < count {
            let range = row..<row + Self.recordsAtOnce
            let scores = shop.read { population -> [(ProfileNumber, CustomerScore)] in
                count = population.profileCount
                return range.clamped(to: 0..<count).compactMap { row in
                    let profile = ProfileNumber(UInt32(row))
                    return population.scores[profile].map { (profile, $0) }
                }
            }
            for (profile, score) in scores { notes.note(score, of: profile, model: number) }
            writeNotes(shop)
            row = range.upperBound
        }
    }

    /// Keeps the forecast of what is left of the month; the first that is made for a month counts.
    private func keepForecast(_ months: [MonthForecast], _ number: UInt32, _ asOf: ShopDay, _ shop: Shop) {
        guard let month = months.first, month.firstDay.days(until: month.lastDay) + 1 >= Self.fewestDays,
            let known = try? shop.journal.forecasts(ForecastQuantity.revenue), !known.contains(where: { $0.lastDay == month.lastDay })
        else { return }
        let forecast = TotalsForecast(month)
        let (money, orders) = (forecast.rangeMinorUnits, forecast.rangeOrders)
        func row(_ quantity: String, _ expected: Double, _ low: Double, _ high: Double) -> ForecastRow {
            ForecastRow(
                quantity: quantity, madeOn: asOf, firstDay: month.firstDay, lastDay: month.lastDay, model: UInt64(number),
                expected: expected, low: low, high: high)
        }
        let rows = [
            row(ForecastQuantity.revenue, forecast.expectedMinorUnits, Double(money.lowerBound), Double(money.upperBound)),
            row(ForecastQuantity.orders, forecast.expectedOrders, orders.lowerBound, orders.upperBound),
        ]
        try? shop.writeAndWait { (intake) throws(IntakeError) in for row in rows { intake.write(.forecast(row)) } }
    }
}

/// What forecasts are kept of.
enum ForecastQuantity {
    /// Spend, in minor units of the shop's currency.
    static let revenue = "revenue"
    /// Orders.
    static let orders = "orders"
}
