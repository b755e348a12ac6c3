extension Phrase {
    /// The list of profiles.
    public enum Profiles {
        package static let profile = Phrase(en: "Profile", fr: "Profil", pl: "Profil")
        package static let orders = Phrase(en: "Orders", fr: "Commandes", pl: "Zamówienia")
        package static let lastOrder = Phrase(en: "Last order", fr: "Dernière commande", pl: "Ostatnie zamówienie")
        package static let group = Phrase(en: "RFM group", fr: "Groupe RFM", pl: "Grupa RFM")
        package static let allGroups = Phrase(en: "All groups", fr: "Tous les groupes", pl: "Wszystkie grupy")
        package static let value = Phrase(en: "Predicted CLV", fr: "CLV prévue", pl: "Przewidywana CLV")
        package static let likelihood = Phrase(en: "Purchase likelihood", fr: "Probabilité d'achat", pl: "Prawdopodobieństwo zakupu")
        package static let churn = Phrase(en: "Churn risk", fr: "Risque d'attrition", pl: "Ryzyko odejścia")
        package static let everybody = Phrase(en: "all", fr: "tous", pl: "wszyscy")
        package static let moreFilters = Phrase(en: "More filters", fr: "Plus de filtres", pl: "Więcej filtrów")
        package static let sortedBy = Phrase(en: "Sorted by", fr: "Trié par", pl: "Sortowanie")
        package static let newest = Phrase(en: "newest first", fr: "plus récents d'abord", pl: "od najnowszych")
        package static let lastOrderFirst = Phrase(en: "last order", fr: "dernière commande", pl: "ostatnie zamówienie")
        package static let totalValue = Phrase(en: "total CLV", fr: "CLV totale", pl: "CLV całkowita")
        package static let predictedValue = Phrase(en: "predicted CLV", fr: "CLV prévue", pl: "CLV przewidywana")
        package static let atStake = Phrase(
            en: "money at stake (overdue only)", fr: "montant en jeu (en retard uniquement)", pl: "zagrożona kwota (tylko po terminie)")
        package static let empty = Phrase(en: "No profiles yet", fr: "Pas encore de profils", pl: "Nie ma jeszcze profili")
        package static let emptyHelp = Phrase(
            en: "Profiles appear by themselves as orders and events arrive. The home page says how to bring them in.",
            fr:
                "Les profils apparaissent d'eux-mêmes à mesure que commandes et événements arrivent. L'accueil explique comment les importer.",
            pl: "Profile pojawiają się same, gdy napływają zamówienia i zdarzenia. Strona główna mówi, jak je wczytać.")
        package static let noMatch = Phrase(en: "Nobody found", fr: "Aucun profil trouvé", pl: "Nikogo nie znaleziono")
        package static let noMatchHelp = Phrase(
            en: "Names are found by their beginning, e-mail addresses and ids as a whole or by their beginning. Try fewer letters.",
            fr:
                "Les noms se trouvent par leur début, les adresses e-mail et les identifiants en entier ou par leur début. Essayez avec moins de lettres.",
            pl: "Nazwiska znajduje się po początku, a adresy e-mail i identyfikatory w całości lub po początku. Spróbuj wpisać mniej liter."
        )
        package static let nextOrder = Phrase(en: "Next order", fr: "Prochaine commande", pl: "Następne zamówienie")
        package static let lastActive = Phrase(en: "Last active", fr: "Dernière activité", pl: "Ostatnia aktywność")
        package static let created = Phrase(en: "Known since", fr: "Connu depuis", pl: "Znany od")
        package static let columns = Phrase(en: "Choose columns", fr: "Choisir les colonnes", pl: "Wybierz kolumny")
        package static let showColumns = Phrase(en: "Show these", fr: "Afficher", pl: "Pokaż")
        package static let makeSegment = Phrase(
            en: "Make a segment of these", fr: "Créer un segment de ces contacts", pl: "Utwórz z nich segment")
        package static let membersOf = Phrase(en: "Members of", fr: "Membres de", pl: "Należący do")
        package static let ofEverybody = Phrase(en: "show everybody", fr: "afficher tout le monde", pl: "pokaż wszystkich")
        package static let noSuchPage = Phrase(
            en: "is no place in this list; it is shown from its beginning.",
            fr: "n'est pas un endroit de cette liste ; elle est affichée depuis le début.",
            pl: "nie jest miejscem na tej liście; jest pokazana od początku.")
        package static let noSuchGroup = Phrase(
            en: "is no list and no segment here; everybody is shown.", fr: "n'est ni une liste ni un segment ; tout le monde est affiché.",
            pl: "nie jest ani listą, ani segmentem; pokazano wszystkich.")
        package static let showAll = Phrase(en: "Show all profiles", fr: "Afficher tous les profils", pl: "Pokaż wszystkie profile")
    }
}

extension Words {
    /// The order by money at stake leaves out whoever is not overdue.
    public func overdueOnly(_ overdue: Int, of all: Int) -> String {
        let (overdue, all) = (format.number(overdue), count(all, .profiles))
        return text(
            en: "Overdue customers only: \(overdue) of \(all). Of others no money is at stake yet.",
            fr:
                "Uniquement les clients en retard sur leur rythme : \(overdue) sur \(all). Pour les autres, aucun montant n'est encore en jeu.",
            pl: "Tylko klienci po przewidywanym terminie: \(overdue) z \(all). U pozostałych nie ma jeszcze zagrożonej kwoty.")
    }
}

extension Words {
    /// What may be said in place of something that means nothing.
    public func thereAre(_ known: [String]) -> String {
        let all = known.joined(separator: ", ")
        return text(
            en: "means nothing here and was left out. There are: \(all).",
            fr: "ne veut rien dire ici et a été ignoré. Il existe : \(all).", pl: "nic tu nie znaczy i zostało pominięte. Są: \(all).")
    }
}
