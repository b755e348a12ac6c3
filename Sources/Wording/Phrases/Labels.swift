extension Phrase {
    /// The groups that recency, frequency and monetary scores make.
    public enum Group {
        package static let champions = Phrase(en: "Champions", fr: "Champions", pl: "Czempioni")
        package static let loyal = Phrase(en: "Loyal", fr: "Fidèles", pl: "Lojalni")
        package static let recent = Phrase(en: "Recent", fr: "Récents", pl: "Niedawni")
        package static let needsAttention = Phrase(en: "Needs Attention", fr: "À surveiller", pl: "Wymagają uwagi")
        package static let atRisk = Phrase(en: "At Risk", fr: "À risque", pl: "Zagrożeni odejściem")
        package static let inactive = Phrase(en: "Inactive", fr: "Inactifs", pl: "Nieaktywni")
    }

    /// Classes of predicted value. Polish: wartość is feminine.
    public enum ValueClass {
        package static let low = Phrase(en: "low", fr: "faible", pl: "niska")
        package static let moderate = Phrase(en: "moderate", fr: "modérée", pl: "umiarkowana")
        package static let high = Phrase(en: "high", fr: "élevée", pl: "wysoka")
        package static let new = Phrase(en: "new customer", fr: "nouveau client", pl: "nowy klient")
    }

    /// Classes of purchase likelihood. Polish: prawdopodobieństwo is neuter.
    public enum LikelihoodClass {
        package static let low = Phrase(en: "low", fr: "faible", pl: "niskie")
        package static let moderate = Phrase(en: "moderate", fr: "modérée", pl: "umiarkowane")
        package static let high = Phrase(en: "high", fr: "élevée", pl: "wysokie")
        package static let new = Phrase(en: "new customer", fr: "nouveau client", pl: "nowy klient")
    }

    /// What is done for a group, as marketers use it.
    public enum GroupAdvice {
        package static let champions = Phrase(
            en: "Ask for reviews; early access, a VIP welcome.", fr: "Demander des avis ; accès en avant-première, accueil VIP.",
            pl: "Prosić o opinie; wcześniejszy dostęp, powitanie VIP.")
        package static let loyal = Phrase(
            en: "Ask for reviews; show new and matching products.", fr: "Demander des avis ; présenter nouveautés et compléments.",
            pl: "Prosić o opinie; pokazywać nowości i produkty uzupełniające.")
        package static let recent = Phrase(
            en: "Invite to the second order; offer a subscription.", fr: "Inviter à la deuxième commande ; proposer un abonnement.",
            pl: "Zachęcić do drugiego zamówienia; zaproponować subskrypcję.")
        package static let needsAttention = Phrase(
            en: "A reason to come back now: a limited offer, an entry-level product.",
            fr: "Une raison de revenir : offre limitée, produit d'entrée de gamme.",
            pl: "Dać powód do powrotu: ograniczona oferta, tańszy produkt.")
        package static let atRisk = Phrase(
            en: "Win-back: a personal message, a time-limited discount.",
            fr: "Reconquête : message personnel, remise limitée dans le temps.",
            pl: "Odzyskiwanie: osobista wiadomość, rabat na określony czas.")
        package static let inactive = Phrase(
            en: "One last win-back, then no more paid mailings.", fr: "Une dernière reconquête, puis plus d'envois payants.",
            pl: "Ostatnia próba odzyskania, potem bez płatnych wysyłek.")
    }

    /// Forecasts that a back-test compares.
    public enum ModelName {
        package static let auto = Phrase(en: "the average used here", fr: "la moyenne utilisée ici", pl: "użyta tu średnia")
        package static let average = Phrase(
            en: "the average alone, nothing else", fr: "la moyenne seule, rien d'autre", pl: "sama średnia, nic więcej")
        package static let naiveZero = Phrase(
            en: "rule of thumb: nobody comes back", fr: "règle simple : personne ne revient", pl: "prosta reguła: nikt nie wraca")
        package static let naiveRate = Phrase(
            en: "rule of thumb: as often as so far", fr: "règle simple : aussi souvent que jusqu'ici",
            pl: "prosta reguła: tak często jak dotąd")
        package static let naiveLastPeriod = Phrase(
            en: "rule of thumb: as in the last period", fr: "règle simple : comme la période précédente",
            pl: "prosta reguła: jak w ostatnim okresie")
    }
}
