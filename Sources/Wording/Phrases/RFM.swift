extension Phrase {
    /// Groups on two days, what makes them, and how one customer's changed.
    public enum RFM {
        package static let share = Phrase(en: "share", fr: "part", pl: "udział")
        package static let change = Phrase(en: "change", fr: "évolution", pl: "zmiana")
        package static let added = Phrase(en: "added", fr: "arrivés", pl: "przybyło")
        package static let dropped = Phrase(en: "dropped", fr: "partis", pl: "ubyło")
        package static let total = Phrase(en: "All", fr: "Total", pl: "Razem")
        package static let neverPurchased = Phrase(en: "Never purchased", fr: "Jamais acheté", pl: "Nigdy nie kupili")
        package static let nothingLeft = Phrase(en: "Nothing left", fr: "Tout remboursé", pl: "Wszystko zwrócone")
        package static let movement = Phrase(
            en: "From (rows) to (columns)", fr: "De (lignes) vers (colonnes)", pl: "Skąd (wiersze) i dokąd (kolumny)")
        package static let medians = Phrase(
            en: "Medians: what the customer in the middle of a group has done",
            fr: "Médianes : ce qu'a fait le client du milieu de chaque groupe",
            pl: "Mediany: co zrobił klient w środku grupy")
        package static let daysSince = Phrase(en: "days since order", fr: "jours depuis commande", pl: "dni od zamówienia")
        package static let orders = Phrase(en: "orders", fr: "commandes", pl: "zamówienia")
        package static let revenue = Phrase(en: "revenue", fr: "CA", pl: "przychód")
        package static let borders = Phrase(en: "What gives which score", fr: "Ce qui donne chaque note", pl: "Co daje jaką ocenę")
        package static let score = Phrase(en: "score", fr: "note", pl: "ocena")
        package static let grid = Phrase(
            en: "Which scores make which group: recency in rows, frequency and monetary in columns",
            fr: "Quelles notes forment quel groupe : récence en lignes, fréquence et montant en colonnes",
            pl: "Jakie oceny tworzą jaką grupę: aktualność w wierszach, częstość i wartość w kolumnach")
        package static let recency = Phrase(en: "Recency", fr: "Récence", pl: "Aktualność")
        package static let frequency = Phrase(en: "Frequency", fr: "Fréquence", pl: "Częstość")
        package static let monetary = Phrase(en: "Monetary", fr: "Montant", pl: "Wartość")
        package static let day = Phrase(en: "day", fr: "jour", pl: "dzień")
        package static let scores = Phrase(en: "scores", fr: "notes", pl: "oceny")
        package static let cause = Phrase(en: "cause", fr: "cause", pl: "przyczyna")
        package static let causeOrder = Phrase(en: "order or refund", fr: "commande ou remboursement", pl: "zamówienie lub zwrot")
        package static let causeTime = Phrase(en: "time", fr: "temps", pl: "upływ czasu")
        package static let causeBorders = Phrase(en: "borders settled anew", fr: "nouveaux seuils", pl: "nowe progi")
        package static let causeSettings = Phrase(en: "other settings", fr: "autres réglages", pl: "inne ustawienia")
        package static let causeProfiling = Phrase(
            en: "objection, or taken back", fr: "opposition, ou levée", pl: "sprzeciw lub jego cofnięcie")
        package static let workedOutLater = Phrase(en: "worked out later", fr: "calculé après coup", pl: "obliczone później")
        package static let objected = Phrase(
            en: "Objected to being profiled.", fr: "S'est opposé au profilage.", pl: "Sprzeciw wobec profilowania.")
        package static let noGroupYet = Phrase(en: "In no group yet.", fr: "Encore dans aucun groupe.", pl: "Jeszcze w żadnej grupie.")
        package static let groupProcessing = Phrase(
            en: "The group is being found out.", fr: "Le groupe est en cours de calcul.", pl: "Grupa jest właśnie ustalana.")
        package static let noPurchase = Phrase(en: "No purchase.", fr: "Aucun achat.", pl: "Brak zakupu.")
    }
}

extension Words {
    /// The title of two days beside each other.
    public func rfmGroups(on end: String, comparedWith start: String) -> String {
        text(
            en: "RFM groups on \(end), compared with \(start)", fr: "Groupes RFM au \(end), comparés au \(start)",
            pl: "Grupy RFM na dzień \(end) wobec dnia \(start)")
    }

    /// How many customers have changed their group between two days.
    public func changedGroup(_ customers: Int, of all: Int) -> String {
        let (some, whole) = (format.number(customers), format.number(all))
        return text(
            en: "Of \(whole) in a group on the earlier day, \(some) were in another on the later one.",
            fr: "Sur \(whole) dans un groupe le premier jour, \(some) étaient dans un autre le second.",
            pl: "Z \(whole) w grupach pierwszego dnia \(some) było drugiego dnia w innej.")
    }

    /// How many other settings than those in use put into another group.
    public func otherSettingsMove(_ customers: Int, of all: Int) -> String {
        let (some, whole) = (format.number(customers), format.number(all))
        return text(
            en: "These settings put \(some) of \(whole) into another group than the settings in use until now.",
            fr: "Ces réglages mettent \(some) sur \(whole) dans un autre groupe que les réglages en vigueur jusqu'ici.",
            pl: "Te ustawienia umieszczają \(some) z \(whole) w innej grupie niż ustawienia używane do tej pory.")
    }

    /// What other settings than the standard ones do.
    public func settingsMove(_ customers: Int, of all: Int) -> String {
        let (some, whole) = (format.number(customers), format.number(all))
        return text(
            en: "These settings put \(some) of \(whole) into another group than the standard ones do.",
            fr: "Ces réglages mettent \(some) sur \(whole) dans un autre groupe que les réglages standard.",
            pl: "Te ustawienia umieszczają \(some) z \(whole) w innej grupie niż ustawienia standardowe.")
    }

    /// Since when a customer is in a group, and in which before.
    public func groupStanding(_ group: String, since: String?, previous: String?) -> String {
        guard let since, let previous else {
            return text(
                en: "\(group), and in no other group before.", fr: "\(group), et dans aucun autre groupe auparavant.",
                pl: "\(group), wcześniej w żadnej innej grupie.")
        }
        return text(
            en: "\(group) since \(since), before that \(previous).", fr: "\(group) depuis le \(since), auparavant \(previous).",
            pl: "\(group) od \(since), wcześniej \(previous).")
    }

    /// Everybody has one score.
    public func everybodyAlike(_ dimension: String, score: Int) -> String {
        text(
            en: "\(dimension): everybody has score \(score), because all values are alike or beyond the borders.",
            fr: "\(dimension) : tout le monde a la note \(score), car les valeurs sont égales ou toutes hors des seuils.",
            pl: "\(dimension): wszyscy mają ocenę \(score), bo wartości są równe albo wszystkie poza progami.")
    }

    /// Nobody has some scores.
    public func nobodyHas(_ dimension: String, scores: [Int], isTie: Bool) -> String {
        let list = list(scores.map { format.number($0) })
        let isOne = scores.count == 1
        if isTie {
            return text(
                en: "\(dimension): nobody has score \(list): many customers have equal values, and equal values score alike.",
                fr: "\(dimension) : personne n'a \(isOne ? "la note" : "les notes") \(list) : beaucoup de clients ont des valeurs égales.",
                pl: "\(dimension): nikt nie ma \(isOne ? "oceny" : "ocen") \(list): wielu klientów ma równe wartości.")
        }
        return text(
            en: "\(dimension): nobody has score \(list).", fr: "\(dimension) : personne n'a \(isOne ? "la note" : "les notes") \(list).",
            pl: "\(dimension): nikt nie ma \(isOne ? "oceny" : "ocen") \(list).")
    }

    /// A group is empty.
    public func nobodyIsIn(_ group: String) -> String {
        text(
            en: "Nobody is in the group \(group).", fr: "Personne n'est dans le groupe \(group).", pl: "Nikogo nie ma w grupie \(group).")
    }

    /// A higher score gives a worse group.
    public func oddPair(lower: Int, _ lowerGroup: String, higher: Int, _ higherGroup: String) -> String {
        text(
            en: "In this map \(higher) is \(higherGroup), although \(lower), with a lower score, is \(lowerGroup).",
            fr: "Dans cette grille, \(higher) donne \(higherGroup) alors que \(lower), note moins élevée, donne \(lowerGroup).",
            pl: "Na tej mapie \(higher) należy do grupy „\(higherGroup)”, choć niższa ocena \(lower) należy do grupy „\(lowerGroup)”.")
    }

    /// Why the standard map is as it is.
    public func standardMapIsKept() -> String {
        text(
            en: "The map is Klaviyo's as published, kept as it is so that groups are the same there and here.",
            fr: "La grille est celle que Klaviyo publie, gardée telle quelle pour que les groupes soient les mêmes des deux côtés.",
            pl: "To mapa opublikowana przez Klaviyo, zachowana bez zmian, aby grupy były takie same tam i tutaj.")
    }

    /// There is nobody whose values could be borders.
    public func nobodyToSettleOver(_ dimension: String) -> String {
        text(
            en: "\(dimension): nobody has bought yet, so there are no borders.",
            fr: "\(dimension) : personne n'a encore acheté, il n'y a donc pas de seuils.",
            pl: "\(dimension): nikt jeszcze nie kupił, więc nie ma progów.")
    }
}
