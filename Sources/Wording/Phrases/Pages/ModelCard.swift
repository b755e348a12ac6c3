extension Phrase {
    /// The model in use, in short.
    public enum ModelCard {
        package static let title = Phrase(en: "The model in use", fr: "Le modèle utilisé", pl: "Używany model")
        package static let what = Phrase(en: "What it is", fr: "Ce que c'est", pl: "Co to jest")
        package static let fitted = Phrase(en: "Fitted", fr: "Ajusté", pl: "Dopasowany")
        package static let asOf = Phrase(en: "With orders until", fr: "Sur les commandes jusqu'au", pl: "Na zamówieniach do")
        package static let customers = Phrase(en: "Learnt from", fr: "Appris sur", pl: "Na podstawie")
        package static let horizon = Phrase(en: "Horizon", fr: "Horizon", pl: "Horyzont")
        package static let nextFit = Phrase(en: "Next fit", fr: "Prochain ajustement", pl: "Następne dopasowanie")
        package static let check = Phrase(en: "Forecast and outcome", fr: "Prévision et réalité", pl: "Prognoza a rzeczywistość")
        package static let noCheck = Phrase(
            en: "No forecast has run its course yet.", fr: "Aucune prévision n'est encore arrivée à son terme.",
            pl: "Żadna prognoza nie dobiegła jeszcze końca.")
        package static let afterwards = Phrase(
            en: "Worked out afterwards, with only what was known on that day.",
            fr: "Calculé après coup, avec seulement ce que l'on savait ce jour-là.",
            pl: "Obliczono później, tylko na podstawie tego, co było wiadomo tego dnia.")
        package static let within = Phrase(en: "within the range", fr: "dans la fourchette", pl: "w przedziale")
        package static let above = Phrase(en: "above the range", fr: "au-dessus de la fourchette", pl: "powyżej przedziału")
        package static let below = Phrase(en: "below the range", fr: "en dessous de la fourchette", pl: "poniżej przedziału")
        package static let none = Phrase(
            en: "No model has been fitted yet: the conditions come first.",
            fr: "Aucun modèle n'a encore été ajusté : il faut d'abord remplir les conditions.",
            pl: "Nie dopasowano jeszcze modelu: najpierw muszą być spełnione warunki.")
    }
}

extension Words {
    /// A forecast made on an earlier day for the days after it, and what came.
    public func forecastCheck(from: String, days: Int, expected: String, range: String, actual: String, verdict: String) -> String {
        text(
            en: "Expected for the \(self.days(days)) after \(from): \(expected) (\(range)). What came: \(actual), \(verdict).",
            fr: "Attendu pour les \(self.days(days)) suivant le \(from) : \(expected) (\(range)). Réalisé : \(actual), \(verdict).",
            pl: "Oczekiwano w ciągu \(ofDays(days)) po \(from): \(expected) (\(range)). Nadeszło: \(actual), \(verdict).")
    }
}
