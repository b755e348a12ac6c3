public import Segments
import Wording

extension SegmentWords {
    /// What a number of a customer is called, with its article in French.
    public func label(_ dimension: NumberDimension) -> String {
        switch dimension {
        case .averageDaysBetweenOrders:
            say(en: "average time between orders", fr: "l'intervalle moyen entre deux commandes", pl: "średni odstęp między zamówieniami")
        case .averageOrderValue:
            say(en: "average order value (AOV)", fr: "le panier moyen", pl: "średnia wartość zamówienia (AOV)")
        case .churnProbability: say(en: "churn risk", fr: "le risque d'attrition (churn)", pl: "ryzyko odejścia (churn)")
        case .historicCLV: say(en: "historic CLV", fr: "la CLV historique", pl: "historyczna CLV")
        case .historicNumberOfOrders:
            say(en: "number of orders so far", fr: "le nombre de commandes à ce jour", pl: "liczba dotychczasowych zamówień")
        case .predictedCLV: say(en: "predicted CLV", fr: "la CLV prévue", pl: "przewidywana CLV")
        case .predictedNumberOfOrders:
            say(en: "predicted number of orders", fr: "le nombre de commandes prévu", pl: "przewidywana liczba zamówień")
        case .totalCLV: say(en: "total CLV", fr: "la CLV totale", pl: "całkowita CLV")
        case .predictedCLVLow:
            say(
                en: "lower end of predicted CLV", fr: "le bas de la fourchette de CLV prévue",
                pl: "dolna granica przedziału przewidywanej CLV")
        case .predictedCLVHigh:
            say(
                en: "upper end of predicted CLV", fr: "le haut de la fourchette de CLV prévue",
                pl: "górna granica przedziału przewidywanej CLV")
        case .probabilityOfOrder:
            say(en: "probability of an order", fr: "la probabilité d'une commande", pl: "prawdopodobieństwo zamówienia")
        case .moneyAtStake: say(en: "money at stake", fr: "le montant en jeu", pl: "zagrożona kwota")
        case .rfmRecency: say(en: "RFM recency score", fr: "la note RFM de récence", pl: "ocena aktualności (RFM)")
        case .rfmFrequency: say(en: "RFM frequency score", fr: "la note RFM de fréquence", pl: "ocena częstości (RFM)")
        case .rfmMonetary: say(en: "RFM monetary score", fr: "la note RFM de montant", pl: "ocena wartości (RFM)")
        }
    }

    /// What a moment of a customer is called; feminine in French and Polish.
    public func label(_ dimension: MomentDimension) -> String {
        switch dimension {
        case .expectedDateOfNextPurchase:
            say(
                en: "the expected date of the next order", fr: "la date prévue de la prochaine commande",
                pl: "przewidywana data następnego zamówienia")
        case .firstOrder: say(en: "the date of the first order", fr: "la date de la première commande", pl: "data pierwszego zamówienia")
        case .rfmGroupChanged:
            say(
                en: "the date of the last change of RFM group", fr: "la date du dernier changement de groupe RFM",
                pl: "data ostatniej zmiany grupy RFM")
        case .lastOrder: say(en: "the date of the last order", fr: "la date de la dernière commande", pl: "data ostatniego zamówienia")
        }
    }

    /// What a word is of that a customer is described by.
    public func label(_ dimension: WordDimension) -> String {
        switch dimension {
        case .rfmGroup: say(en: "the RFM group", fr: "le groupe RFM", pl: "grupa RFM")
        case .previousRFMGroup: say(en: "the previous RFM group", fr: "le groupe RFM précédent", pl: "poprzednia grupa RFM")
        case .clvCategory: say(en: "the CLV class", fr: "la classe de valeur (CLV)", pl: "klasa wartości (CLV)")
        case .purchaseLikelihood: say(en: "the purchase likelihood", fr: "la probabilité d'achat", pl: "prawdopodobieństwo zakupu")
        }
    }

    /// What a customer's words must be.
    func word(_ dimension: WordDimension, _ filter: TextFilter) -> String {
        let label = label(dimension)
        let meant = dimension.words.filter { word in
            var word = word
            return word.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
        }
        // There are few words: which of them are meant is said, whatever the filter.
        if meant.isEmpty {
            return say(
                en: "\(label) has none of its possible values", fr: "\(label) n'a aucune des valeurs possibles",
                pl: "\(label) nie ma żadnej z możliwych wartości")
        }
        // "new customer" is no class like low and high, so it stands in quotes.
        let (new, others) = (meant.filter { $0 == "new" }.map { quoted(name(of: $0, dimension)) }, meant.filter { $0 != "new" })
        let classes = others.map { name(of: $0, dimension) }
        let all = alternatives(classes + new, most: meant.count)
        return say(en: "\(label) is \(all)", fr: "\(label) est \(all)", pl: "\(label) \(polish(classes, new, dimension))")
    }

    /// After its name in Polish: "to Czempioni", "jest wysokie lub to „nowy klient”".
    private func polish(_ classes: [String], _ new: [String], _ dimension: WordDimension) -> String {
        let verb = dimension.isOfRFM ? "to" : "jest"
        let first = classes.isEmpty ? [] : ["\(verb) \(alternatives(classes, most: classes.count))"]
        return (first + new.map { "to \($0)" }).joined(separator: " lub ")
    }

    /// A word that a customer is described by, in the language.
    public func name(of word: String, _ dimension: WordDimension) -> String {
        switch (dimension, word) {
        case (.rfmGroup, "Champions"), (.previousRFMGroup, "Champions"): words(Phrase.Group.champions)
        case (.rfmGroup, "Loyal"), (.previousRFMGroup, "Loyal"): words(Phrase.Group.loyal)
        case (.rfmGroup, "Recent"), (.previousRFMGroup, "Recent"): words(Phrase.Group.recent)
        case (.rfmGroup, "Needs Attention"), (.previousRFMGroup, "Needs Attention"): words(Phrase.Group.needsAttention)
        case (.rfmGroup, "At Risk"), (.previousRFMGroup, "At Risk"): words(Phrase.Group.atRisk)
        case (.rfmGroup, "Inactive"), (.previousRFMGroup, "Inactive"): words(Phrase.Group.inactive)
        case (.previousRFMGroup, "Unknown"):
            say(en: "unknown (never changed)", fr: "inconnu (jamais changé)", pl: "nieznana (bez zmian)")
        case (.clvCategory, "low"): words(Phrase.ValueClass.low)
        case (.clvCategory, "moderate"): words(Phrase.ValueClass.moderate)
        case (.clvCategory, "high"): words(Phrase.ValueClass.high)
        case (.clvCategory, "new"): words(Phrase.ValueClass.new)
        case (.purchaseLikelihood, "low"): words(Phrase.LikelihoodClass.low)
        case (.purchaseLikelihood, "moderate"): words(Phrase.LikelihoodClass.moderate)
        case (.purchaseLikelihood, "high"): words(Phrase.LikelihoodClass.high)
        case (.purchaseLikelihood, "new"): words(Phrase.LikelihoodClass.new)
        default: quoted(word)
        }
    }
}
