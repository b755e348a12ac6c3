extension Phrase.FirstOrder {
    package static let byMonth = Phrase(
        en: "By month of the first order", fr: "Selon le mois de la première commande", pl: "Według miesiąca pierwszego zamówienia")
    package static let byChannel = Phrase(
        en: "By channel of the first order", fr: "Selon le canal de la première commande", pl: "Według kanału pierwszego zamówienia")
    package static let channel = Phrase(en: "Channel", fr: "Canal", pl: "Kanał")
    package static let noChannel = Phrase(en: "no channel named", fr: "aucun canal indiqué", pl: "bez podanego kanału")
    package static let noneNamed = Phrase(
        en: "No first order that is old enough says it.", fr: "Aucune première commande assez ancienne ne l'indique.",
        pl: "Żadne dość dawne pierwsze zamówienie tego nie podaje.")
    package static let range = Phrase(en: "from – to", fr: "de – à", pl: "od – do")
    package static let mostlyFew = Phrase(
        en: "In most of these groups few came back yet: their differences may be chance.",
        fr: "Dans la plupart de ces groupes, peu sont revenus : leurs différences peuvent être dues au hasard.",
        pl: "W większości tych grup wróciło niewielu: różnice między nimi mogą być przypadkowe.")
    package static let fewCameBack = Phrase(en: "few came back", fr: "peu sont revenus", pl: "wróciło niewielu")
}

extension Words {
    /// What ranges mean, and what it means that few came back.
    public func rangesOfLaterValue(fewest: Int) -> String {
        let few = format.number(fewest)
        return text(
            en:
                "Ranges hold in 19 of 20 cases. Where fewer than \(few) customers came back, the range is still too narrow: what a group shows may be chance.",
            fr:
                "Les fourchettes sont justes dans 19 cas sur 20. Là où moins de \(few) clients sont revenus, elles restent trop étroites : le chiffre d'un tel groupe peut être dû au hasard.",
            pl:
                "Przedziały sprawdzają się w 19 przypadkach na 20. Tam, gdzie wróciło mniej niż \(few) klientów, są jeszcze zbyt wąskie: wynik takiej grupy może być przypadkowy."
        )
    }
}
