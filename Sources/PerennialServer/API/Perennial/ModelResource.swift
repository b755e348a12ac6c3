import BuyTillYouDie
import CustomerValue
import Facts
import JSON
import Journal
import Shop

/// A fitted model as answers show it.
enum ModelResource {
    static let fields = ["id"] + short.map(\.name) + whole.map(\.name)

    /// What lists of models show.
    static let short: [Schema.Property] = [
        .init("kind", .text), .init("fitted_at", .string(format: .instant)), .init("as_of", .text), .init("is_current", .bool),
        .init("note", .text),
    ]

    /// What one model shows besides.
    static let whole: [Schema.Property] = [
        .init("horizon_days", .integer(least: 1)), .init("currency", .text), .init("time_zone", .text), .init("customers", .integer()),
        .init("components", .array(of: .anyObject)), .init("spend_model", .anyObject), .init("orders_per_purchase_day", .number()),
        .init("ranges_include_parameter_error", .bool), .init("steps", .array(of: .anyObject)), .init("tried_on", .array(of: .text)),
        .init("tried_horizon_days", .nullable(.integer())), .init("categories", .anyObject), .init("rfm", .anyObject),
        .init("eligibility", .array(of: .anyObject)), .init("backtest", .nullable(.anyObject)),
        .init("last_quarter", .nullable(.anyObject)),
    ]

    static let schema = Schema.resource("model", id: true, attributes: short + whole)
}

extension ResourceListWriter {
    /// Writes a model; with all that is in it where it is given.
    ///
    /// - Parameter lookBack: what forecasts of earlier days were worth; `nil` until that was found out.
    mutating func model(_ row: ModelRow, _ model: ShopModel? = nil, lookBack: LookBack? = nil, isCurrent: Bool, _ ids: PublicIDs) {
        let id = ids.id(.model, row.number)
        resource("model", id: id, path: "/api/perennial/models/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("kind", row.kind)
                attributes.member("fitted_at", row.fittedAt)
                attributes.member("as_of", row.asOf.description)
                attributes.member("is_current", isCurrent)
                attributes.member("note", row.note)
                model?.write(to: &attributes, lookBack)
            }
        }
    }
}

extension ShopModel {
    fileprivate func write(to attributes: inout AttributeWriter, _ lookBack: LookBack?) {
        attributes.member("horizon_days", horizonInDays)
        attributes.member("currency", currency.code)
        attributes.member("time_zone", timeZoneIdentifier)
        attributes.member("customers", customers)
        attributes.value("components") { json in
            json.array { json in for component in model.components { component.write(to: &json) } }
        }
        attributes.value("spend_model") { model.spend.write(to: &$0) }
        attributes.member("orders_per_purchase_day", 1 + model.ordersPerPurchaseDay.meanExtra)
        attributes.member("ranges_include_parameter_error", model.includesParameterError)
        attributes.value("steps") { json in json.array { json in for step in model.steps { step.write(to: &json) } } }
        attributes.value("tried_on") { json in json.array { json in for day in model.triedOn { json.string(day.description) } } }
        attributes.member("tried_horizon_days", model.triedOn.isEmpty ? nil : model.triedHorizonInDays)
        attributes.value("categories") { writeCategories(to: &$0) }
        attributes.value("rfm") { writeBorders(to: &$0) }
        attributes.value("eligibility") { json in
            json.array { json in for finding in eligibility.findings { ConditionAnswer(finding).write(to: &json) } }
        }
        let answer = lookBack.map { LookBackAnswer(found: $0, currency: currency) }
        attributes.value("backtest") { json in
            if let answer { answer.writeBacktest(to: &json) } else { json.null() }
        }
        attributes.value("last_quarter") { json in
            if let answer { answer.writeLastQuarter(to: &json) } else { json.null() }
        }
    }

    private func writeCategories(to json: inout JSONWriter) {
        let unit = Double(currency.minorUnitsPerMajor)
        json.object { json in
            json.member("new_under_days", thresholds.newUnderDays)
            json.member("clv_low_under", thresholds.clvLowUnder.map { $0 / unit })
            json.member("clv_high_from", thresholds.clvHighFrom.map { $0 / unit })
            json.member("likelihood_low_under", thresholds.likelihoodLowUnder)
            json.member("likelihood_high_from", thresholds.likelihoodHighFrom)
        }
    }

    private func writeBorders(to json: inout JSONWriter) {
        let unit = Double(currency.minorUnitsPerMajor)
        json.object { json in
            json.member("recent_days", rfmBorders.recentDays)
            json.member("lapsed_days", rfmBorders.lapsedDays)
            json.array("orders_above") { json in
                if let borders = rfmBorders.orders { for border in [borders.0, borders.1] { json.int(border) } }
            }
            json.array("historic_clv_above") { json in
                if let borders = rfmBorders.historicMinorUnits {
                    for border in [borders.0, borders.1] { json.double(Double(border) / unit) }
                }
            }
        }
    }
}

extension PredictionModel.Component {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", fit.name)
            json.member("weight", weight)
            json.member("log_score", logScore)
            json.member("log_likelihood", fit.logLikelihood)
            json.member("converged", fit.didConverge)
            json.member("time_unit", "week")
            json.object("parameters") { json in for parameter in fit.parameters { json.member(parameter.name, parameter.value) } }
            json.key("standard_errors")
            if let errors = fit.standardErrors {
                json.object { json in for (parameter, error) in zip(fit.parameters, errors) { json.member(parameter.name, error) } }
            } else {
                json.null()
            }
            json.array("parameters_at_bound") { json in for name in fit.boundaryParameters { json.string(name) } }
        }
    }
}

extension SpendModel {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", "gamma-gamma")
            json.member("fitted_on", basis.rawValue)
            json.member("customers", customers)
            json.member("converged", didConverge)
            json.object("parameters") { json in
                json.member("p", gammaGamma.p)
                json.member("q", gammaGamma.q)
                json.member("v", gammaGamma.v)
            }
            json.array("parameters_at_bound") { json in for name in boundaryParameters { json.string(name) } }
        }
    }
}

extension ModelStep {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", kind.rawValue)
            json.member("used", isUsed)
            json.member("reason", reason.code)
            json.member("measure", measure?.name)
            json.member("without", measure?.without)
            json.member("with", measure?.with)
            json.member("amount", amount)
        }
    }
}

extension ModelStep.Reason {
    /// The reason for programs.
    fileprivate var code: String {
        switch self {
        case .improvedBacktest: "improved_backtest"
        case .didNotImproveBacktest: "did_not_improve_backtest"
        case .tooFewFolds: "too_few_folds"
        case .historyTooShort: "history_too_short"
        case .nothingToDo: "nothing_to_do"
        case .always: "always"
        case .found: "found"
        case .measuredBySeason: "measured_by_season"
        case .switchedOff: "switched_off"
        }
    }
}

extension ResourceWriter {
    /// The model that something comes from, where it is found.
    mutating func model(_ id: String?) {
        relationship("model", type: "model", id: id, links: id.map { .at("/api/perennial/models/\($0)") } ?? .none)
    }
}
