extension Phrase {
    /// The groups that recency, frequency and monetary scores make.
    public enum Group {
        public static let champions = Phrase(en: "Champions", fr: "Champions", pl: "Czempioni")
        public static let loyal = Phrase(en: "Loyal", fr: "Fidèles", pl: "Lojalni")
        public static let recent = Phrase(en: "Recent", fr: "Récents", pl: "Niedawni")
        public static let needsAttention = Phrase(en: "Needs Attention", fr: "À surveiller", pl: "Wymagają uwagi")
        public static let atRisk = Phrase(en: "At Risk", fr: "À risque", pl: "Zagrożeni odejściem")
        public static let inactive = Phrase(en: "Inactive", fr: "Inactifs", pl: "Nieaktywni")
    }

    /// Classes of predicted value. Polish: wartość is feminine.
    public enum ValueClass {
        public static let low = Phrase(en: "low", fr: "faible", pl: "niska")
        public static let moderate = Phrase(en: "moderate", fr: "modérée", pl: "umiarkowana")
        public static let high = Phrase(en: "high", fr: "élevée", pl: "wysoka")
        public static let new = Phrase(en: "new customer", fr: "nouveau client", pl: "nowy klient")
    }

    /// Classes of purchase likelihood. Polish: prawdopodobieństwo is neuter.
    public enum LikelihoodClass {
        public static let low = Phrase(en: "low", fr: "faible", pl: "niskie")
        public static let moderate = Phrase(en: "moderate", fr: "modérée", pl: "umiarkowane")
        public static let high = Phrase(en: "high", fr: "élevée", pl: "wysokie")
        public static let new = Phrase(en: "new customer", fr: "nouveau client", pl: "nowy klient")
    }

    /// What is done for a group, as marketers use it.
    public enum GroupAdvice {
        public static let champions = Phrase(
            en: "Ask for reviews; early access, a VIP welcome.", fr: "Demander des avis ; accès en avant-première, accueil VIP.",
            pl: "Prosić o opinie; wcześniejszy dostęp, powitanie VIP.")
        public static let loyal = Phrase(
            en: "Ask for reviews; show new and matching products.", fr: "Demander des avis ; présenter nouveautés et compléments.",
            pl: "Prosić o opinie; pokazywać nowości i produkty uzupełniające.")
        public static let recent = Phrase(
            en: "Invite to the second order; offer a subscription.", fr: "Inviter à la deuxième commande ; proposer un abonnement.",
            pl: "Zachęcić do drugiego zamówienia; zaproponować subskrypcję.")
        public static let needsAttention = Phrase(
            en: "A reason to come back now: a limited offer, an entry-level product.",
            fr: "Une raison de revenir : offre limitée, produit d'entrée de gamme.",
            pl: "Dać powód do powrotu: ograniczona oferta, tańszy produkt.")
        public static let atRisk = Phrase(
            en: "Win-back: a personal message, a time-limited discount.", fr: "Reconquête : message personnel, remise limitée dans le temps.",
            pl: "Odzyskiwanie: osobista wiadomość, rabat na określony czas.")
        public static let inactive = Phrase(
            en: "One last win-back, then no more paid mailings.", fr: "Une dernière reconquête, puis plus d'envois payants.",
            pl: "Ostatnia próba odzyskania, potem bez płatnych wysyłek.")
    }

    /// Forecasts that a back-test compares.
    public enum ModelName {
        public static let auto = Phrase(en: "the average used here", fr: "la moyenne utilisée ici", pl: "użyta tu średnia")
        public static let average = Phrase(
            en: "the average alone, nothing else", fr: "la moyenne seule, rien d'autre", pl: "sama średnia, nic więcej")
        public static let naiveZero = Phrase(
            en: "rule of thumb: nobody comes back", fr: "règle simple : personne ne revient", pl: "prosta reguła: nikt nie wraca")
        public static let naiveRate = Phrase(
            en: "rule of thumb: as often as so far", fr: "règle simple : aussi souvent que jusqu'ici",
            pl: "prosta reguła: tak często jak dotąd")
        public static let naiveLastPeriod = Phrase(
            en: "rule of thumb: as in the last period", fr: "règle simple : comme la période précédente",
            pl: "prosta reguła: jak w ostatnim okresie")
    }
}
