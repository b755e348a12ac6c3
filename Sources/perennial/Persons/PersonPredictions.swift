import ArgumentParser
import Facts
import JSON
import Journal
import Population
import Shop
import Wording

extension PersonCommand {
    /// `perennial person predictions`.
    struct Predictions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what was predicted of a person on earlier days, and what today's model says of those days.",
            discussion: """
                Works while the server runs. Of each day on which something was predicted: by the model of then, and by today's, from the orders \
                until then.
                """)

        @OptionGroup var who: Who

        @Option(help: "The language of the table: en, fr or pl.")
        var language = Language.en

        @Option(help: "As words and tables, or as JSON.")
        var format = WordsOrJSON.table

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(who.folder, beside: true, progress) { shop in
                let profile = try who.find(in: shop)
                let history: PersonPredictions
                do throws(JournalError) {
                    history = try PersonPredictions(of: profile, in: shop)
                } catch {
                    throw error.exit
                }
                progress.end()
                print(format == .json ? history.json : history.text(Words(language)))
            }
        }
    }
}

/// What was predicted of a person, day by day, the latest first.
private struct PersonPredictions {
    private let records: [(day: ShopDay, record: PredictionRecord)]
    private let today: [ShopDay: PastOutlook]
    private let currency: Currency

    init(of profile: ProfileNumber, in shop: Shop) throws(JournalError) {
        records = try shop.journal.predictionHistory(profile, from: ShopDay(daysSince1970: .min))
        let outlooks = shop.pastOutlooks(of: profile, on: records.map(\.day))
        today = Dictionary(outlooks.map { ($0.day, $0) }) { first, _ in first }
        currency = shop.settings.currency ?? .none
    }

    func text(_ words: Words) -> String {
        guard !records.isEmpty else { return words(Phrase.PastPredictions.none) }
        let heads = [
            Phrase.Profile.churnTitle, Phrase.Profile.predicted, Phrase.PastPredictions.churnToday, Phrase.PastPredictions.valueToday,
        ]
        var table = [[words(Phrase.RFM.day), words(Phrase.Profile.orders)] + heads.map { words($0) }]
        for (day, record) in records {
            let now = today[day]?.prediction
            table.append([
                words.format.date(day), "\(record.historicNumberOfOrders)",
                record.forecast.map { words.format.percent($0.churnProbability) } ?? "",
                record.forecast.map { words.format.money($0.clv, currency) } ?? "",
                now.map { words.format.percent($0.churnProbability) } ?? "",
                now.map { words.format.money($0.clvMinorUnits, currency) } ?? "",
            ])
        }
        return aligned(table)
    }

    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.array("days") { json in
                for (day, record) in records {
                    json.object { json in
                        json.member("day", day.description)
                        json.member("historic_number_of_orders", record.historicNumberOfOrders)
                        json.member("historic_clv", amount(record.historicCLV))
                        json.key("model_of_then")
                        write(record.forecast, to: &json)
                        json.key("todays_model")
                        write(today[day].map { PredictionRecord.Forecast($0.prediction) }, to: &json)
                    }
                }
            }
        }
        return json.text
    }

    private func write(_ forecast: PredictionRecord.Forecast?, to json: inout JSONWriter) {
        guard let forecast else { return json.null() }
        json.object { json in
            json.member("predicted_number_of_orders", forecast.numberOfOrders)
            json.member("predicted_clv", amount(forecast.clv))
            json.member("predicted_clv_low", amount(forecast.clvLow))
            json.member("predicted_clv_high", amount(forecast.clvHigh))
            json.member("churn_probability", forecast.churnProbability)
            json.member("probability_of_order", forecast.probabilityOfOrder)
        }
    }

    private func amount(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(currency.minorUnitsPerMajor) }
}
