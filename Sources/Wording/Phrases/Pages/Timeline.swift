extension Phrase {
    /// What happened, newest first.
    public enum Timeline {
        package static let title = Phrase(en: "Timeline", fr: "Chronologie", pl: "Oś czasu")
        package static let empty = Phrase(
            en: "Nothing has happened yet. Events appear here a moment after they arrive.",
            fr: "Rien ne s'est encore passé. Les événements apparaissent ici un instant après leur arrivée.",
            pl: "Nic się jeszcze nie wydarzyło. Zdarzenia pojawiają się tu chwilę po nadejściu.")
        package static let older = Phrase(en: "Older events", fr: "Événements plus anciens", pl: "Starsze zdarzenia")
        package static let newest = Phrase(en: "Newest events", fr: "Événements les plus récents", pl: "Najnowsze zdarzenia")
        package static let details = Phrase(en: "Details", fr: "Détails", pl: "Szczegóły")
        package static let order = Phrase(en: "order", fr: "commande", pl: "zamówienie")
        package static let refund = Phrase(en: "refund", fr: "remboursement", pl: "zwrot")
        package static let cancellation = Phrase(en: "cancellation", fr: "annulation", pl: "anulowanie")
        package static let ahead = Phrase(
            en: "dated in the future: counts from then on", fr: "daté dans le futur : compte à partir de cette date",
            pl: "data w przyszłości: liczy się od tego dnia")
        package static let heldAside = Phrase(
            en: "held aside: no exchange rate", fr: "mise de côté : pas de taux de change", pl: "odłożone: brak kursu wymiany")
    }
}
