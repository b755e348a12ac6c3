extension Phrase {
    /// The page of order values.
    public enum OrderValues {
        package static let title = Phrase(en: "Order values", fr: "Panier moyen", pl: "Wartość zamówień")
        package static let of = Phrase(en: "Of", fr: "De", pl: "Kogo")
        package static let everybody = Phrase(en: "everybody", fr: "tout le monde", pl: "wszyscy")
        package static let around = Phrase(en: "Before and after the day", fr: "Avant et après le jour", pl: "Przed dniem i po dniu")
        package static let days = Phrase(en: "Days each", fr: "Jours de part et d'autre", pl: "Dni z każdej strony")
        package static let show = Phrase(en: "Show", fr: "Afficher", pl: "Pokaż")
        package static let allMonths = Phrase(
            en: "Every month, with orders and revenue", fr: "Chaque mois, avec commandes et chiffre d'affaires",
            pl: "Każdy miesiąc, z zamówieniami i przychodem")
        package static let part = Phrase(en: "in part", fr: "en partie", pl: "częściowo")
        package static let before = Phrase(en: "Before", fr: "Avant", pl: "Przed")
        package static let after = Phrase(en: "From that day on", fr: "À partir de ce jour", pl: "Od tego dnia")
        package static let changed = Phrase(
            en: "Average order value changed by", fr: "Le panier moyen a évolué de", pl: "Średnia wartość zamówienia zmieniła się o")
        package static let benchmark = Phrase(en: "Benchmark", fr: "Point de comparaison", pl: "Punkt odniesienia")
        package static let benchmarkLead = Phrase(
            en: "An average order value that you read somewhere, with where it is from, to compare with. It is shown and nothing else.",
            fr: "Un panier moyen que vous avez lu quelque part, avec sa source, pour comparer. Il est affiché, rien de plus.",
            pl: "Średnia wartość zamówienia, o której gdzieś czytasz, wraz ze źródłem, dla porównania. Jest tylko pokazywana.")
        package static let source = Phrase(en: "Where it is from", fr: "D'où elle vient", pl: "Skąd pochodzi")
        package static let takeAway = Phrase(en: "Take it away", fr: "La retirer", pl: "Usuń ją")
        package static let noAmount = Phrase(
            en: "An amount above nothing is needed, such as 59.90.", fr: "Un montant positif est attendu, par exemple 59,90.",
            pl: "Potrzebna jest kwota większa od zera, na przykład 59,90.")
        package static let sourceMissing = Phrase(
            en: "Say where it is from: a number without a source is no benchmark.",
            fr: "Indiquez la source : un chiffre sans source n'est pas une référence.",
            pl: "Podaj źródło: liczba bez źródła nie jest porównaniem.")
        package static let sourceTooLong = Phrase(
            en: "This is too long: 500 bytes at most.", fr: "C'est trop long : 500 octets au plus.",
            pl: "To za długie: najwyżej 500 bajtów.")
        package static let helpMeaning = Phrase(
            en: "Revenue divided by orders, refunds taken off. Orders that were called off and those of nothing do not count.",
            fr: "Chiffre d'affaires divisé par les commandes, remboursements déduits. Les commandes annulées ou à zéro ne comptent pas.",
            pl: "Przychód podzielony przez liczbę zamówień, po odjęciu zwrotów. Zamówienia anulowane i o wartości zero się nie liczą.")
        package static let helpBands = Phrase(
            en:
                "To treat customers by it, make segments on \"Average order value\": for instance above 100, from 50 to 100, and below 50. Together they hold everybody, each once.",
            fr:
                "Pour traiter les clients selon lui, créez des segments sur « Panier moyen » : par exemple plus de 100, de 50 à 100, moins de 50. Ensemble, ils contiennent chacun une seule fois.",
            pl:
                "Aby różnie traktować klientów, utwórz segmenty po „Średniej wartości zamówienia”: na przykład ponad 100, od 50 do 100 i poniżej 50. Razem obejmują każdego dokładnie raz."
        )
        package static let helpAround = Phrase(
            en:
                "Before and after a day shows what a promotion or a new price did: as many days before it as from it on. It shows what came after, not what caused it.",
            fr:
                "Avant et après un jour montre l'effet d'une promotion ou d'un prix : autant de jours avant qu'à partir de lui. Cela montre ce qui a suivi, pas ce qui en est la cause.",
            pl:
                "Przed dniem i po dniu widać skutek promocji lub nowej ceny: tyle samo dni przed nim, co od niego. To pokazuje, co nastąpiło, a nie co było przyczyną."
        )
    }
}

extension Words {
    /// Until when months are counted.
    public func countedUntil(_ day: String) -> String {
        text(
            en: "Counted until \(day). Only complete months are drawn.", fr: "Compté jusqu'au \(day). Seuls les mois complets sont tracés.",
            pl: "Policzono do \(day). Narysowano tylko pełne miesiące.")
    }

    /// The title of as many days before a day as from it on.
    public func aroundDay(_ day: String) -> String {
        text(en: "Before and after \(day)", fr: "Avant et après le \(day)", pl: "Przed dniem \(day) i po nim")
    }

    /// The shop's own average against that of others.
    public func againstBenchmark(_ change: String) -> String {
        text(
            en: "this shop, last 12 complete months: \(change)", fr: "cette boutique, 12 derniers mois complets : \(change)",
            pl: "ten sklep, ostatnie 12 pełnych miesięcy: \(change)")
    }

    /// A segment among other groups.
    public func segmentNamed(_ name: String) -> String {
        text(en: "segment: \(name)", fr: "segment : \(name)", pl: "segment: \(name)")
    }

    /// A list among other groups.
    public func listNamed(_ name: String) -> String { text(en: "list: \(name)", fr: "liste : \(name)", pl: "lista: \(name)") }
}
