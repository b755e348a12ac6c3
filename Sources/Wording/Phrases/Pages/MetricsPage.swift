extension Phrase {
    /// The pages of metrics and custom metrics.
    public enum MetricsPage {
        package static let leavesNoCustomers = Phrase(
            en: "With these orders nobody would be a customer: no order is left. Keep it only if orders are still to come.",
            fr:
                "Avec ces commandes, personne ne serait client : il ne resterait aucune commande. Ne gardez ce choix que si des commandes doivent encore arriver.",
            pl:
                "Przy tych zamówieniach nikt nie byłby klientem: nie pozostałoby żadne zamówienie. Zachowaj to tylko wtedy, gdy zamówienia dopiero nadejdą."
        )
        package static let nothingPredicted = Phrase(
            en: "With these orders nothing would be predicted of anybody:",
            fr: "Avec ces commandes, rien ne serait prévu pour personne :",
            pl: "Przy tych zamówieniach dla nikogo nie byłoby prognozy:")
        package static let title = Phrase(en: "Metrics", fr: "Indicateurs", pl: "Metryki")
        package static let lead = Phrase(
            en: "What happens in the shop, by kind; what counts as an order; and your own definitions.",
            fr: "Ce qui se passe dans la boutique, par type ; ce qui compte comme commande ; et vos propres définitions.",
            pl: "Co dzieje się w sklepie, według rodzaju; co liczy się jako zamówienie; i Twoje własne definicje.")
        package static let mapped = Phrase(
            en: "What counts as an order", fr: "Ce qui compte comme commande", pl: "Co liczy się jako zamówienie")
        package static let mappedLead = Phrase(
            en: "Every number of customer value follows from these three. Look at what a change does before you keep it.",
            fr: "Tous les chiffres de valeur client en découlent. Voyez ce qu'un changement ferait avant de le garder.",
            pl: "Wynikają z nich wszystkie liczby o wartości klientów. Zanim zachowasz zmianę, zobacz, co zrobi.")
        package static let meaning = Phrase(en: "What it is", fr: "Ce que c'est", pl: "Co to jest")
        package static let isSaidBy = Phrase(en: "Events of", fr: "Événements de", pl: "Zdarzenia")
        package static let nothing = Phrase(en: "nothing yet", fr: "rien pour l'instant", pl: "na razie nic")
        package static let change = Phrase(en: "Change", fr: "Modifier", pl: "Zmień")
        package static let order = Phrase(en: "An order", fr: "Une commande", pl: "Zamówienie")
        package static let refund = Phrase(en: "A refund", fr: "Un remboursement", pl: "Zwrot pieniędzy")
        package static let cancellation = Phrase(en: "A cancelled order", fr: "Une annulation", pl: "Anulowanie zamówienia")
        package static let orderedProduct = Phrase(en: "An ordered product", fr: "Un produit commandé", pl: "Zamówiony produkt")
        package static let addedToCart = Phrase(en: "A product added to the cart", fr: "Un ajout au panier", pl: "Dodanie do koszyka")
        package static let startedCheckout = Phrase(en: "A checkout begun", fr: "Un paiement commencé", pl: "Rozpoczęta płatność")
        package static let viewedProduct = Phrase(en: "A product viewed", fr: "Un produit vu", pl: "Obejrzany produkt")
        package static let metrics = Phrase(en: "All metrics", fr: "Tous les indicateurs", pl: "Wszystkie metryki")
        package static let last = Phrase(en: "Last event", fr: "Dernier événement", pl: "Ostatnie zdarzenie")
        package static let noneHelp = Phrase(
            en: "Import orders or send events through the API: their metrics appear here by themselves.",
            fr: "Importez des commandes ou envoyez des événements par l'API : leurs indicateurs apparaissent ici d'eux-mêmes.",
            pl: "Wczytaj zamówienia lub wyślij zdarzenia przez API: ich metryki pojawią się tu same.")
        package static let custom = Phrase(en: "Custom metrics", fr: "Indicateurs personnalisés", pl: "Metryki niestandardowe")
        package static let customLead = Phrase(
            en:
                "Your own definition of which events count: for instance orders without the till, without renewals, or of several systems together.",
            fr:
                "Votre propre définition des événements qui comptent : par exemple les commandes hors caisse, hors renouvellements, ou de plusieurs systèmes réunis.",
            pl:
                "Własna definicja tego, które zdarzenia się liczą: na przykład zamówienia bez kasy, bez odnowień albo z kilku systemów razem."
        )
        package static let noCustom = Phrase(
            en: "There is none yet. Make one to leave out what is no real purchase.",
            fr: "Il n'y en a pas encore. Créez-en un pour écarter ce qui n'est pas un vrai achat.",
            pl: "Nie ma jeszcze żadnej. Utwórz ją, aby pominąć to, co nie jest prawdziwym zakupem.")
        package static let looksAt = Phrase(en: "Events looked at", fr: "Événements examinés", pl: "Sprawdzane zdarzenia")
        package static let make = Phrase(en: "Make a custom metric", fr: "Créer un indicateur", pl: "Utwórz metrykę")
        package static let edit = Phrase(en: "Change the custom metric", fr: "Modifier l'indicateur", pl: "Zmień metrykę")
        package static let deleted = Phrase(
            en: "The custom metric was deleted.", fr: "L'indicateur a été supprimé.", pl: "Metryka została usunięta.")
        package static let mappedNow = Phrase(
            en: "Changed. Everybody is being counted anew; a model is fitted afterwards.",
            fr: "Modifié. Tous les clients sont recomptés ; un modèle est ensuite ajusté.",
            pl: "Zmieniono. Wszyscy są liczeni od nowa; potem zostanie dopasowany model.")
        package static let lastChange = Phrase(
            en: "What the last change of this did", fr: "Ce qu'a fait le dernier changement", pl: "Co zrobiła ostatnia taka zmiana")
        package static let beingCounted = Phrase(
            en: "Everybody is being counted anew. Show this page again in a moment.",
            fr: "Tous les clients sont en cours de recomptage. Rechargez cette page dans un instant.",
            pl: "Wszyscy są właśnie liczeni od nowa. Odśwież tę stronę za chwilę.")
        package static let staysInHistory = Phrase(
            en:
                "Changing it back gives the same figures again. What happens in between stays in the history: changes of RFM group, entries to segments, and the predictions of that day.",
            fr:
                "Revenir en arrière redonne les mêmes chiffres. Ce qui se passe entre-temps reste dans l'historique : changements de groupe RFM, entrées dans les segments et prévisions du jour.",
            pl:
                "Po cofnięciu zmiany liczby będą znów takie same. To, co zdarzy się w międzyczasie, zostaje w historii: zmiany grup RFM, wejścia do segmentów i prognozy z tego dnia."
        )
        package static let mappingLead = Phrase(
            en: "Choose which events mean it, see what that changes for customers, then keep it. No event is lost: it can be changed back.",
            fr:
                "Choisissez quels événements le signifient, voyez ce que cela change pour les clients, puis gardez. Rien n'est perdu : on peut revenir en arrière.",
            pl:
                "Wybierz, które zdarzenia to oznaczają, zobacz, co się zmieni dla klientów, a potem zachowaj. Nic nie przepada: można to cofnąć."
        )
        package static let choose = Phrase(en: "Which events", fr: "Quels événements", pl: "Które zdarzenia")
        package static let now = Phrase(en: "Now:", fr: "Actuellement :", pl: "Teraz:")
        package static let keep = Phrase(en: "Keep it", fr: "Garder", pl: "Zachowaj to")
        package static let refused = Phrase(
            en: "This cannot be kept, and nothing was changed:", fr: "Ce choix n'est pas possible, et rien n'a été modifié :",
            pl: "Tego nie da się zachować i niczego nie zmieniono:")
        package static let refusedMetric = Phrase(
            en: "This was not saved:", fr: "Rien n'a été enregistré :", pl: "Nie zapisano:")
        package static let notDeleted = Phrase(
            en: "It was not deleted: something goes by it. Below stands what; change or delete that first.",
            fr: "Il n'a pas été supprimé : quelque chose en dépend. Voyez ci-dessous quoi ; modifiez ou supprimez-le d'abord.",
            pl: "Nie usunięto: coś od niej zależy. Poniżej widać co; najpierw to zmień lub usuń.")
        package static let chosenGone = Phrase(
            en: "What was chosen is not there any more.", fr: "Ce qui a été choisi n'existe plus.", pl: "Tego, co wybrano, już nie ma.")
        package static let helpMetric = Phrase(
            en: "A metric is a kind of event, such as \"Placed Order\" or \"Viewed Product\". It appears with its first event.",
            fr:
                "Un indicateur est un type d'événement, comme « Placed Order » ou « Viewed Product ». Il apparaît avec son premier événement.",
            pl: "Metryka to rodzaj zdarzenia, na przykład „Placed Order” lub „Viewed Product”. Pojawia się z pierwszym zdarzeniem.")
        package static let helpOrders = Phrase(
            en:
                "When other events count as orders, all customers are counted anew at once by the model that there is, then a model is fitted. The old one is kept.",
            fr:
                "Quand d'autres événements comptent comme commandes, tous les clients sont recomptés aussitôt avec le modèle utilisé, puis un modèle est ajusté. L'ancien est conservé.",
            pl:
                "Gdy jako zamówienia liczą się inne zdarzenia, wszyscy klienci są od razu liczeni od nowa według obecnego modelu, a potem dopasowywany jest nowy. Stary zostaje zachowany."
        )
        package static let helpCustom = Phrase(
            en:
                "A custom metric adds groups of events together. It can say what an order is, and stand in segments, RFM models and sums over time.",
            fr:
                "Un indicateur personnalisé additionne des groupes d'événements. Il peut dire ce qu'est une commande, et servir dans les segments, les modèles RFM et les sommes dans le temps.",
            pl:
                "Metryka niestandardowa sumuje grupy zdarzeń. Może określać, czym jest zamówienie, i działać w segmentach, modelach RFM i sumach w czasie."
        )
        package static let helpMissing = Phrase(
            en:
                "What is missing meets no condition but \"is missing\": an order that names no source is not \"not pos\". To keep those, add a group for them.",
            fr:
                "Ce qui manque ne remplit que « est absente » : une commande sans source n'est pas « pas pos ». Pour les garder, ajoutez-leur un groupe.",
            pl:
                "Czego brakuje, spełnia tylko „brakuje jej”: zamówienie bez źródła nie jest „nie pos”. Aby je zachować, dodaj dla nich grupę."
        )
        package static let helpWorth = Phrase(
            en:
                "Events are worth their own value ($value), unless you name a property that says it. A dot leads into objects: receipt.total.",
            fr:
                "Les événements valent leur propre montant ($value), sauf si vous nommez une propriété. Un point mène dans les objets : receipt.total.",
            pl:
                "Zdarzenia mają własną kwotę ($value), chyba że podasz właściwość, która ją określa. Kropka prowadzi w głąb obiektów: receipt.total."
        )
        package static let helpRecipes = Phrase(
            en:
                "Without the till: source_name is not the text pos. Without renewals: source_name is not the text subscription_contract. Without what was free: $value is more than 0.",
            fr:
                "Sans la caisse : source_name n'est pas le texte pos. Sans les renouvellements : source_name n'est pas le texte subscription_contract. Sans le gratuit : $value est supérieur à 0.",
            pl:
                "Bez kasy: source_name to nie tekst pos. Bez odnowień: source_name to nie tekst subscription_contract. Bez darmowych: $value jest większe niż 0."
        )
        package static let course = Phrase(en: "Events over time", fr: "Événements dans le temps", pl: "Zdarzenia w czasie")
        package static let courseMeaning = Phrase(
            en: "How many events there were, part by part, the last part until today.",
            fr: "Le nombre d'événements, période par période, la dernière jusqu'à aujourd'hui.",
            pl: "Ile było zdarzeń w kolejnych okresach, w ostatnim do dziś.")
        package static let nothingLately = Phrase(
            en: "Nothing happened in this time. Choose longer parts to look further back.",
            fr: "Rien ne s'est passé sur cette durée. Choisissez des périodes plus longues pour voir plus loin.",
            pl: "W tym czasie nic się nie wydarzyło. Wybierz dłuższe okresy, aby spojrzeć dalej wstecz.")
        package static let byDay = Phrase(en: "Days", fr: "Jours", pl: "Dni")
        package static let byWeek = Phrase(en: "Weeks", fr: "Semaines", pl: "Tygodnie")
        package static let byMonth = Phrase(en: "Months", fr: "Mois", pl: "Miesiące")
        package static let day = Phrase(en: "Day", fr: "Jour", pl: "Dzień")
        package static let weekFrom = Phrase(en: "Week from", fr: "Semaine du", pl: "Tydzień od")
        package static let people = Phrase(en: "Different people", fr: "Personnes différentes", pl: "Różne osoby")
        package static let worth = Phrase(
            en: "Worth together, as told", fr: "Valeur totale, telle quelle", pl: "Łączna wartość, jak podano")
        package static let properties = Phrase(
            en: "What its newest events say", fr: "Ce que disent ses derniers événements", pl: "Co mówią jego najnowsze zdarzenia")
        package static let propertiesLead = Phrase(
            en: "Properties that can be asked for in segments and custom metrics.",
            fr: "Propriétés utilisables dans les segments et les indicateurs personnalisés.",
            pl: "Właściwości, o które można pytać w segmentach i metrykach niestandardowych.")
        private static let types: [String: Phrase] = [
            "string": Phrase(en: "text", fr: "texte", pl: "tekst"), "number": Phrase(en: "number", fr: "nombre", pl: "liczba"),
            "boolean": Phrase(en: "yes or no", fr: "oui ou non", pl: "tak lub nie"),
            "object": Phrase(en: "group of values", fr: "groupe de valeurs", pl: "grupa wartości"),
            "list": Phrase(en: "list", fr: "liste", pl: "lista"), "null": Phrase(en: "empty", fr: "vide", pl: "puste"),
        ]

        /// The kind of a property's values, by the name that programs are told.
        package static func of(type: String) -> Phrase? { types[type] }

        package static let type = Phrase(en: "Kind of value", fr: "Type de valeur", pl: "Rodzaj wartości")
        package static let madeOf = Phrase(en: "What it is made of", fr: "De quoi il est fait", pl: "Z czego się składa")
        package static let countsValue = Phrase(
            en: "Events are counted and add up what they are worth, so it can say what an order is.",
            fr: "Les événements sont comptés et leur valeur additionnée : il peut donc dire ce qu'est une commande.",
            pl: "Zdarzenia są liczone, a ich wartość sumowana, więc metryka może określać, czym jest zamówienie.")
        package static let countsOnly = Phrase(
            en: "Events are only counted.", fr: "Les événements sont seulement comptés.", pl: "Zdarzenia są tylko liczone.")
        package static let filters = Phrase(en: "Only where", fr: "Seulement si", pl: "Tylko jeśli")
        package static let noFilters = Phrase(en: "every event", fr: "tous les événements", pl: "każde zdarzenie")
        package static let odd = Phrase(en: "What looks odd", fr: "Ce qui paraît étrange", pl: "Co wygląda dziwnie")
        package static let nothingOdd = Phrase(
            en: "Nothing looks odd about it.", fr: "Rien ne paraît étrange.", pl: "Nic nie wygląda dziwnie.")
        package static let noEvents = Phrase(
            en: "there is no event of it yet", fr: "il n'y a encore aucun événement", pl: "nie ma jeszcze takiego zdarzenia")
        package static let noneCounts = Phrase(
            en: "none of its events counts: the conditions let none in, or an earlier group has counted them",
            fr: "aucun de ses événements ne compte : les conditions n'en retiennent aucun, ou un groupe précédent les a comptés",
            pl: "żadne z jego zdarzeń się nie liczy: warunki nie dopuszczają żadnego albo policzyła je wcześniejsza grupa")
        package static let unseen = Phrase(
            en: "no newer event has this property", fr: "aucun événement récent n'a cette propriété",
            pl: "żadne nowsze zdarzenie nie ma tej właściwości")
        package static let usedBy = Phrase(en: "What goes by it", fr: "Ce qui l'utilise", pl: "Co na niej polega")
        package static let useMeaning = Phrase(
            en: "what counts as an order", fr: "ce qui compte comme commande", pl: "co liczy się jako zamówienie")
        package static let useModel = Phrase(en: "RFM model", fr: "modèle RFM", pl: "model RFM")
        package static let deleteTitle = Phrase(
            en: "Delete this custom metric?", fr: "Supprimer cet indicateur ?", pl: "Usunąć tę metrykę?")
        package static let deleteLead = Phrase(
            en: "Its events stay; only the definition goes.", fr: "Ses événements restent ; seule la définition disparaît.",
            pl: "Jej zdarzenia pozostaną; zniknie tylko definicja.")
        package static let formLead = Phrase(
            en: "Groups of events are added together. An event that several groups let in counts once.",
            fr: "Les groupes d'événements s'additionnent. Un événement retenu par plusieurs groupes compte une fois.",
            pl: "Grupy zdarzeń są sumowane. Zdarzenie dopuszczone przez kilka grup liczy się raz.")
        package static let basics = Phrase(en: "Name and kind", fr: "Nom et type", pl: "Nazwa i rodzaj")
        package static let method = Phrase(en: "What it does", fr: "Ce qu'il fait", pl: "Co robi")
        package static let addGroup = Phrase(
            en: "Add a group of events", fr: "Ajouter un groupe d'événements", pl: "Dodaj grupę zdarzeń")
        package static let worthProperty = Phrase(
            en: "Value taken from property", fr: "Valeur d'après la propriété", pl: "Wartość według właściwości")
        package static let nameTaken = Phrase(
            en: "A metric has this name already: take another.", fr: "Un indicateur porte déjà ce nom : prenez-en un autre.",
            pl: "Metryka o tej nazwie już istnieje: wybierz inną.")
        package static let noGroup = Phrase(
            en: "At least one group of events is needed: choose a metric.",
            fr: "Il faut au moins un groupe d'événements : choisissez un indicateur.",
            pl: "Potrzebna jest co najmniej jedna grupa: wybierz metrykę.")
        package static let sameGroup = Phrase(
            en: "This says the same as an earlier group.", fr: "Cela dit la même chose qu'un groupe précédent.",
            pl: "To samo mówi już wcześniejsza grupa.")
        package static let tooLong = Phrase(en: "This is too long.", fr: "C'est trop long.", pl: "To za długie.")
    }
}

extension Words {
    /// The title of a choice of events.
    public func whatCountsAs(_ what: String) -> String {
        let what = lowercaseFirst(what)
        return text(en: "What counts as \(what)", fr: "Ce qui compte comme \(what)", pl: "Co się liczy jako \(what)")
    }

    /// What the events of a metric count as: "counts as an order".
    public func countsAs(_ what: String) -> String {
        let what = lowercaseFirst(what)
        return text(en: "counts as \(what)", fr: "compte comme \(what)", pl: "liczy się jako \(what)")
    }

    private func lowercaseFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    /// The metric that means something where nothing else was said.
    public func usualMetric(_ name: String) -> String {
        text(en: "the usual one (\(name))", fr: "l'habituel (\(name))", pl: "zwykła (\(name))")
    }

    /// How many customers are in other groups than before.
    public func groupsChanged(_ customers: Int) -> String {
        let some = format.number(customers)
        return text(
            en: "Customers in another RFM group: \(some).", fr: "Clients dans un autre groupe RFM : \(some).",
            pl: "Klienci w innej grupie RFM: \(some).")
    }

    /// When something happened last.
    public func lastOn(_ day: String) -> String { text(en: "last on \(day)", fr: "le dernier le \(day)", pl: "ostatnie \(day)") }

    /// The title of a group of events.
    public func groupOfEvents(_ place: Int) -> String {
        text(en: "Events, group \(place)", fr: "Événements, groupe \(place)", pl: "Zdarzenia, grupa \(place)")
    }

    /// Events that do not say what they are worth.
    public func withoutWorth(_ some: Int, of all: Int) -> String {
        let (part, whole) = (format.number(some), format.number(all))
        return text(
            en: "\(part) of \(whole) events do not say by a number what they are worth, and are worth nothing",
            fr: "\(part) événements sur \(whole) n'indiquent pas leur valeur par un nombre, et ne valent rien",
            pl: "\(part) z \(whole) zdarzeń nie podaje liczbą swojej wartości, więc nie mają żadnej")
    }

    /// Events in a currency without a rate.
    public func eventsWithoutRate(_ number: Int, currency: String) -> String {
        let some = count(number, .events)
        return text(
            en: "\(some) in \(currency), for which there is no rate: as orders they count nowhere until there is one",
            fr: "\(some) en \(currency), sans taux de change : comme commandes, ils ne comptent nulle part tant qu'il n'y en a pas",
            pl: "\(some) w \(currency), bez kursu: jako zamówienia nigdzie się nie liczą, dopóki go nie będzie")
    }
}
