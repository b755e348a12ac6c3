import CustomerValue
import Facts
import JSON
import Journal
import Population

// What was counted and predicted of a person.
extension PersonFile {
    /// Today's numbers: what each is, as of when, by which model.
    func numbers(_ population: Population, _ settings: ShopSettings) -> [UInt8] {
        let standing = shop.models.standing
        let scale = Double((settings.currency ?? .none).minorUnitsPerMajor)
        return object { json in
            guard let score = population.scores[profile] else {
                json.member("about", "There is no order, so nothing was counted.")
                return
            }
            json.member("as_of", score.asOf.description)
            json.member("currency", settings.currency?.code)
            json.member("historic_number_of_orders", score.numberOfOrders)
            json.member("historic_clv", Double(score.historicMinorUnits) / scale)
            json.member("first_order", score.firstOrder?.description)
            json.member("last_order", score.lastOrder?.description)
            json.member("average_order_value", score.averageOrderMinorUnits.map { $0 / scale })
            json.member("average_days_between_orders", score.averageDaysBetweenOrders)
            if let rfm = population.rfmScores(of: profile) {
                json.object("rfm") { json in
                    json.member("recency", rfm.recency)
                    json.member("frequency", rfm.frequency)
                    json.member("monetary", rfm.monetary)
                    json.member("group", rfm.group.rawValue)
                }
            }
            guard let prediction = score.prediction else {
                json.member("about_predictions", whyUnpredicted(population, standing))
                return
            }
            json.object("prediction") { json in
                json.member("horizon_days", settings.horizonInDays)
                json.member("predicted_number_of_orders", prediction.numberOfOrders)
                json.member("predicted_clv", Double(prediction.clvMinorUnits) / scale)
                json.member("predicted_clv_low", Double(prediction.clvLowMinorUnits) / scale)
                json.member("predicted_clv_high", Double(prediction.clvHighMinorUnits) / scale)
                json.member("total_clv", score.totalMinorUnits.map { Double($0) / scale })
                json.member("churn_probability", prediction.churnProbability)
                json.member("probability_of_order", prediction.probabilityOfOrder)
                json.member("expected_date_of_next_order", prediction.expectedDateOfNextOrder.description)
                json.member("is_overdue", prediction.isOverdue)
                json.member("clv_category", prediction.clvClass.rawValue)
                json.member("purchase_likelihood", prediction.likelihoodClass.rawValue)
                json.member("model", standing.number)
                json.member("model_fitted_at", standing.fittedAt?.description)
                json.member("model_fitted_as_of", standing.model?.fittedAsOf.description)
            }
        }
    }

    private func whyUnpredicted(_ population: Population, _ standing: ModelKeeper.Standing) -> String {
        if population.hasObjected(profile) { return "The person objected to being profiled, so nothing is predicted." }
        if standing.model == nil { return "The shop has too few orders, so nothing is predicted." }
        return "No order counts, so nothing is predicted."
    }

    /// The numbers on the days on which they changed, oldest first.
    func predictionHistory() throws(JournalError) -> [[UInt8]] {
        let scale = Double((shop.settings.currency ?? .none).minorUnitsPerMajor)
        var history: [(day: ShopDay, record: PredictionRecord)] = []
        for number in profiles { history += try shop.journal.predictionHistory(number) }
        return history.sorted { $0.day < $1.day }.map { day, record in
            object { json in
                json.member("day", day.description)
                json.member("profile", shop.ids.id(.profile, UInt64(record.profile.row)))
                json.member("model", record.model)
                json.member("historic_number_of_orders", record.historicNumberOfOrders)
                json.member("historic_clv", Double(record.historicCLV) / scale)
                guard let forecast = record.forecast else { return }
                json.member("predicted_number_of_orders", forecast.numberOfOrders)
                json.member("predicted_clv", Double(forecast.clv) / scale)
                json.member("predicted_clv_low", Double(forecast.clvLow) / scale)
                json.member("predicted_clv_high", Double(forecast.clvHigh) / scale)
                json.member("churn_probability", forecast.churnProbability)
                json.member("probability_of_order", forecast.probabilityOfOrder)
            }
        }
    }

    /// Every change of the RFM group, oldest first; where there are several models, model by model.
    func rfmHistory() -> [[UInt8]] {
        let models = shop.rfmModels
        return models.flatMap { model in rfmHistory(by: model.number, named: models.count > 1 ? model.name : nil) }
    }

    private func rfmHistory(by model: RFMModelNumber, named name: String?) -> [[UInt8]] {
        shop.rfmHistory(of: profile, by: model).reversed().map { past in
            object { json in
                for part in PastRFMGroup.Part.allCases {
                    json.key(part.rawValue)
                    past.write(part, to: &json)
                }
            }
        }
    }

    /// What people and programs did to the profile, newest first.
    func audit() throws(JournalError) -> [[UInt8]] {
        var entries: [(id: Int64, entry: AuditEntry)] = []
        for number in profiles {
            entries += try shop.journal.audit(
                objectKind: "profile", objectID: shop.ids.id(.profile, UInt64(number.row)), limit: Self.mostEntries)
        }
        return entries.sorted { $0.id > $1.id }.map { _, entry in
            object { json in
                json.member("at", entry.at.description)
                json.member("who", entry.who)
                json.member("action", entry.action)
                json.member("detail", (try? JSONDocument(entry.detail))?.root)
            }
        }
    }

    private static let mostEntries = 10_000
}
