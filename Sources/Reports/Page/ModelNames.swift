package import Wording

/// The names of models as papers write them.
package enum ModelNames {
    /// The name of a model that is written in code as `bg-nbd`.
    package static func title(_ name: String) -> String {
        switch name {
        case "bg-nbd": "BG/NBD"
        case "mbg-nbd": "MBG/NBD"
        case "pareto-nbd": "Pareto/NBD"
        default: name
        }
    }

    /// The name of a forecast that a back-test compares: a model's, or in words.
    package static func title(ofForecast name: String, _ words: Words) -> String {
        switch name {
        case "auto": words(Phrase.ModelName.auto)
        case "average": words(Phrase.ModelName.average)
        case "naive-zero": words(Phrase.ModelName.naiveZero)
        case "naive-rate": words(Phrase.ModelName.naiveRate)
        case "naive-last-period": words(Phrase.ModelName.naiveLastPeriod)
        default: title(name)
        }
    }
}
