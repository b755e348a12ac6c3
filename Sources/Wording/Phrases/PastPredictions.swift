extension Phrase {
    /// What was predicted on earlier days.
    package enum PastPredictions {
        package static let none = Phrase(
            en: "Nothing was predicted of this person yet.", fr: "Rien n'a encore été prévu pour cette personne.",
            pl: "Nic jeszcze nie przewidziano dla tej osoby.")
        package static let churnToday = Phrase(
            en: "Churn risk, today's model", fr: "Risque d'attrition, modèle actuel", pl: "Ryzyko odejścia, dzisiejszy model")
        package static let valueToday = Phrase(
            en: "Predicted CLV, today's model", fr: "CLV prévue, modèle actuel", pl: "CLV przewidywana, dzisiejszy model")
    }
}
