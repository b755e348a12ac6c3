extension Phrase {
    /// The conditions for predictions.
    public enum Eligibility {
        package static let title = Phrase(en: "Is there enough data?", fr: "Y a-t-il assez de données ?", pl: "Czy danych jest dość?")
        package static let allMet = Phrase(
            en: "Every condition for predictions holds.", fr: "Toutes les conditions des prévisions sont remplies.",
            pl: "Wszystkie warunki prognoz są spełnione.")
        package static let metByChoice = Phrase(
            en: "Predictions were asked for although not every condition holds: take them as rough.",
            fr: "Les prévisions ont été demandées bien que toutes les conditions ne soient pas remplies : elles restent approximatives.",
            pl: "Prognozy sporządzono na życzenie, choć nie wszystkie warunki są spełnione: traktuj je jako przybliżone.")
        package static let notMet = Phrase(
            en:
                "Something is missing for predictions. What would be a guess is left empty; everything counted is shown. A smaller --minimum-customers predicts all the same; the fewer customers, the less it is worth.",
            fr:
                "Il manque quelque chose pour des prévisions. Ce qui ne serait que conjecture reste vide ; tout ce qui est compté est montré. Un --minimum-customers plus petit force les prévisions ; moins il y a de clients, moins elles valent.",
            pl:
                "Do prognoz czegoś brakuje. To, co byłoby zgadywaniem, pozostaje puste; wszystko, co policzono, jest pokazane. Mniejsza wartość --minimum-customers wymusza prognozy; im mniej klientów, tym mniej są one warte."
        )
        package static let conditions = Phrase(en: "Conditions", fr: "Conditions", pl: "Warunki")
        package static let condition = Phrase(en: "Condition", fr: "Condition", pl: "Warunek")
        package static let found = Phrase(en: "This shop", fr: "Cette boutique", pl: "Ten sklep")
        package static let needed = Phrase(en: "Needed", fr: "Il faut", pl: "Potrzeba")
        package static let result = Phrase(en: "Result", fr: "Résultat", pl: "Wynik")
        package static let holds = Phrase(en: "holds", fr: "remplie", pl: "spełniony")
        package static let warningOnly = Phrase(en: "warning only", fr: "simple avertissement", pl: "tylko ostrzeżenie")
        package static let customers = Phrase(en: "Customers who have bought", fr: "Clients ayant acheté", pl: "Klienci, którzy kupili")
        package static let orderSource = Phrase(
            en: "Known where the orders come from", fr: "Origine des commandes connue", pl: "Wiadomo, skąd są zamówienia")
        package static let history = Phrase(
            en: "How far back the orders go", fr: "Ancienneté de l'historique", pl: "Jak daleko sięgają zamówienia")
        package static let lastOrder = Phrase(
            en: "Age of the last order", fr: "Ancienneté de la dernière commande", pl: "Wiek ostatniego zamówienia")
        package static let regulars = Phrase(
            en: "Customers with three orders or more", fr: "Clients avec trois commandes ou plus",
            pl: "Klienci z co najmniej trzema zamówieniami")
        package static let noPurchase = Phrase(en: "no purchase", fr: "aucun achat", pl: "brak zakupu")
        package static let failedNoFit = Phrase(
            en: "No model could be fitted to these orders.", fr: "Aucun modèle n'a pu être ajusté à ces commandes.",
            pl: "Do tych zamówień nie udało się dopasować żadnego modelu.")
        package static let failedNoSpend = Phrase(
            en: "Every order has the value zero, so spend cannot be predicted.",
            fr: "Toutes les commandes ont une valeur nulle ; les dépenses ne peuvent être prévues.",
            pl: "Każde zamówienie ma wartość zero, więc wydatków nie da się przewidzieć.")
        package static let failedNoPurchases = Phrase(
            en: "Nobody has a purchase left.", fr: "Il ne reste aucun achat.", pl: "Nie pozostał żaden zakup.")
    }
}

extension Phrase {
    /// What helps where a condition does not hold.
    public enum EligibilityAdvice {
        package static let customers = Phrase(
            en: "Add older exports or other sales channels; --minimum-customers takes fewer.",
            fr: "Ajoutez d'anciens exports ou d'autres canaux de vente ; --minimum-customers en accepte moins.",
            pl: "Dodaj starsze eksporty lub inne kanały sprzedaży; --minimum-customers przyjmuje mniej.")
        package static let orderSource = Phrase(
            en: "Give a file of orders.", fr: "Fournissez un fichier de commandes.", pl: "Podaj plik z zamówieniami.")
        package static let history = Phrase(
            en: "Add older exports, or wait.", fr: "Ajoutez d'anciens exports, ou attendez.", pl: "Dodaj starsze eksporty albo poczekaj.")
        package static let lastOrder = Phrase(
            en: "Export the newest orders too, or give an earlier --as-of.",
            fr: "Exportez aussi les commandes récentes, ou donnez un --as-of antérieur.",
            pl: "Wyeksportuj też najnowsze zamówienia albo podaj wcześniejszy dzień --as-of.")
        package static let regulars = Phrase(
            en: "Check that repeat orders carry the same e-mail or customer number.",
            fr: "Vérifiez que les commandes répétées portent le même e-mail ou numéro de client.",
            pl: "Sprawdź, czy kolejne zamówienia mają ten sam e-mail lub numer klienta.")
    }
}

extension Words {
    /// A condition that does not hold, in a line.
    public func unmet(_ condition: String, found: String, needed: String, missing: String) -> String {
        text(
            en: "\(condition): \(found) (needed: \(needed)); \(missing)", fr: "\(condition) : \(found) (il faut \(needed)) ; \(missing)",
            pl: "\(condition): \(found) (potrzeba: \(needed)); \(missing)")
    }

    /// A lower border.
    public func atLeast(_ value: String) -> String { text(en: "at least \(value)", fr: "au moins \(value)", pl: "co najmniej \(value)") }

    /// An upper border.
    public func atMost(_ value: String) -> String { text(en: "at most \(value)", fr: "au plus \(value)", pl: "najwyżej \(value)") }

    /// So much is missing.
    public func more(_ value: String) -> String { text(en: "\(value) more", fr: "encore \(value)", pl: "jeszcze \(value)") }

    /// So much is too much.
    public func tooOld(_ value: String) -> String { text(en: "\(value) too old", fr: "\(value) de trop", pl: "\(value) za dużo") }
}
