import Facts
import Reports
import Wording

/// What all predicted figures of a page are: said beside them.
struct PredictionBasis: Sendable {
    /// The days ahead that figures cover.
    var horizonInDays: Int
    /// The day from which the horizon runs.
    var asOf: ShopDay
    /// The models that are averaged, by their names in code (`pareto-nbd`), with what each counts for.
    var models: [(name: String, weight: Double)]
    /// Whether the average is corrected by how earlier forecasts turned out.
    var isCorrected: Bool

    /// The models in words.
    func modelName(_ words: Words) -> String {
        let average = words.averageOf(models.map { ModelNames.title($0.name) })
        return isCorrected ? words.corrected(average) : average
    }

    /// The line under predicted figures.
    func line(_ words: Words) -> String { words.basis(horizonInDays: horizonInDays, asOf: asOf, model: modelName(words)) }
}
