import CustomerValue
import Facts
import JSON

/// What forecasts of earlier days were worth, as answers show it: the form of `perennial backtest --format json`. Amounts are in major units.
struct LookBackAnswer {
    let found: LookBack
    let currency: Currency

    func writeBacktest(to json: inout JSONWriter) {
        let backtest = found.backtest
        json.object { json in
            json.member("sampled_customers", backtest.sampledCustomers)
            json.member("days_needed", backtest.daysNeeded)
            json.array("folds") { json in
                for fold in backtest.folds {
                    json.object { json in
                        json.member("cutoff", fold.cutoff.description)
                        json.member("horizon_days", fold.horizonInDays)
                        json.member("customers", fold.customers)
                        json.array("models") { json in for candidate in fold.candidates { write(candidate, to: &json) } }
                        json.array("calibration") { json in
                            for bin in fold.calibration {
                                json.object { json in
                                    json.member("customers", bin.customers)
                                    json.member("predicted", bin.predicted)
                                    json.member("ordered", bin.ordered)
                                }
                            }
                        }
                    }
                }
            }
            json.array("means") { json in for candidate in backtest.means { write(candidate, to: &json) } }
        }
    }

    private func write(_ candidate: Backtest.Candidate, to json: inout JSONWriter) {
        json.object { json in
            json.member("name", candidate.name)
            json.object("scores") { json in
                for (name, value) in zip(ForecastScores.names, candidate.scores.values) { json.member(name, value) }
                guard !candidate.scores.deciles.isEmpty else { return }
                json.array("deciles") { json in
                    for tenth in candidate.scores.deciles {
                        json.object { json in
                            json.member("decile", tenth.number)
                            json.member("customers", tenth.customers)
                            json.member("predicted_orders", tenth.predictedOrders)
                            json.member("actual_orders", tenth.actualOrders)
                            json.member("predicted_value", tenth.predictedValue)
                            json.member("actual_value", tenth.actualValue)
                            json.member("probability", tenth.probability)
                            json.member("ordered_share", tenth.orderedShare)
                        }
                    }
                }
            }
        }
    }

    func writeLastQuarter(to json: inout JSONWriter) {
        guard let check = found.lastQuarter else { return json.null() }
        let unit = Double(currency.minorUnitsPerMajor)
        json.object { json in
            json.member("cutoff", check.cutoff.description)
            json.member("horizon_days", check.horizonInDays)
            json.member("customers", check.customers)
            json.member("expected_orders", check.expectedOrders)
            json.member("actual_orders", check.actualOrders)
            json.member("expected_revenue", check.expectedMinorUnits / unit)
            json.member("low", Double(check.rangeMinorUnits.lowerBound) / unit)
            json.member("high", Double(check.rangeMinorUnits.upperBound) / unit)
            json.member("actual_revenue", Double(check.actualMinorUnits) / unit)
            json.array("weeks") { json in
                for week in check.weeks {
                    json.object { json in
                        json.member("first_day", week.firstDay.description)
                        json.member("expected_revenue", week.expectedMinorUnits / unit)
                        json.member("actual_revenue", Double(week.actualMinorUnits) / unit)
                    }
                }
            }
        }
    }
}
