// Why a metric cannot mean something of orders, and why a custom metric cannot be as it is asked to be.
extension Words {
    /// A custom metric that only counts, as what orders are.
    public func onlyCounts(_ name: String) -> String {
        say(
            en: "“\(name)” only counts, and orders must be worth something: let it add up what its events are worth.",
            fr:
                "« \(name) » ne fait que compter, et une commande doit avoir une valeur : faites-lui additionner la valeur de ses événements.",
            pl: "„\(name)” tylko liczy, a zamówienie musi mieć wartość: niech sumuje wartość swoich zdarzeń.")
    }

    /// Events of one metric that would mean two things.
    public func twoMeanings(_ metric: String, _ one: String, _ other: String) -> String {
        say(
            en:
                "“\(metric)” would mean two things (\(one); \(other)), and an event means one of them: choose another metric for one of the two.",
            fr:
                "« \(metric) » voudrait dire deux choses (\(one) ; \(other)), or un événement n'en dit qu'une : choisissez un autre indicateur.",
            pl: "„\(metric)” oznaczałoby dwie rzeczy (\(one); \(other)), a zdarzenie oznacza jedną: wybierz dla jednej z nich inną metrykę."
        )
    }

    /// Events none of which says what it is worth.
    public func worthless(_ name: String, events: Int) -> String {
        let count = format.number(events)
        return say(
            en:
                "None of \(count) events of “\(name)” says by a number what it is worth: nobody would have ordered anything. Choose a metric "
                + "whose events have a value, or make a custom metric and name the property that says it.",
            fr: """
                Aucun des \(count) événements de « \(name) » ne donne sa valeur par un nombre : personne n'aurait rien commandé. Choisissez un \
                indicateur dont les événements ont une valeur, ou créez un indicateur personnalisé et nommez la propriété qui la donne.
                """,
            pl:
                "Żadne z \(count) zdarzeń „\(name)” nie podaje liczbą swojej wartości: nikt by niczego nie zamówił. Wybierz metrykę, której "
                + "zdarzenia mają wartość, albo utwórz metrykę niestandardową i wskaż właściwość, która ją podaje.")
    }

    /// A custom metric whose sum or average is asked for, and which would only count.
    public func askedForWorth(_ name: String, by users: String) -> String {
        say(
            en: "The sum or average of “\(name)” is asked for by \(users), and there would be none. Change or delete these first.",
            fr:
                "La somme ou la moyenne de « \(name) » est demandée par \(users), et il n'y en aurait plus. Modifiez ou supprimez-les d'abord.",
            pl: "O sumę lub średnią „\(name)” pytają: \(users), a nie byłoby ich. Najpierw zmień je lub usuń.")
    }

    /// A custom metric that is asked for by its name, which would change.
    public func askedByName(_ name: String, by users: String) -> String {
        say(
            en: "“\(name)” is asked for by this name: \(users). Change or delete these first.",
            fr: "« \(name) » est demandé sous ce nom : \(users). Modifiez ou supprimez-les d'abord.",
            pl: "O „\(name)” pod tą nazwą pytają: \(users). Najpierw zmień je lub usuń.")
    }

    /// A custom metric that something goes by.
    public func metricInUse(_ name: String, by users: String) -> String {
        say(
            en: "“\(name)” is used by \(users). Change or delete these first.",
            fr: "« \(name) » est utilisé par \(users). Modifiez ou supprimez-les d'abord.",
            pl: "„\(name)” jest w użyciu: \(users). Najpierw zmień je lub usuń.")
    }

    /// That there is no room for another custom metric.
    public func mostCustomMetrics(_ most: Int) -> String {
        let most = format.number(most)
        return say(
            en: "There are \(most) custom metrics, the most that a shop may have.",
            fr: "Il y a \(most) indicateurs personnalisés, le maximum pour une boutique.",
            pl: "Jest \(most) metryk niestandardowych, czyli najwięcej, ile sklep może mieć.")
    }

    /// A segment by its name, in a sentence.
    public func theSegment(_ name: String) -> String {
        say(en: "the segment “\(name)”", fr: "le segment « \(name) »", pl: "segment „\(name)”")
    }

    /// An RFM model by its name, in a sentence.
    public func theModel(_ name: String) -> String {
        say(en: "the RFM model “\(name)”", fr: "le modèle RFM « \(name) »", pl: "model RFM „\(name)”")
    }
}
