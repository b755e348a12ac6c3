extension Phrase {
    /// Putting a segment together.
    public enum Builder {
        package static let sameName = Phrase(
            en: "Another segment has this name, too.", fr: "Un autre segment porte aussi ce nom.", pl: "Inny segment też ma tę nazwę.")
        package static let noAnswer = Phrase(
            en:
                "The server did not answer as it should. Nothing you put together is lost. Before you save again, look among the segments whether it was saved.",
            fr:
                "Le serveur n'a pas répondu comme prévu. Rien n'est perdu ici. Avant d'enregistrer à nouveau, vérifiez parmi les segments s'il l'est déjà.",
            pl:
                "Serwer nie odpowiedział tak, jak powinien. Nic tu nie przepadło. Zanim zapiszesz ponownie, sprawdź wśród segmentów, czy już zapisano."
        )
        package static let signedOut = Phrase(
            en: "You are signed out. Sign in again in another tab, then press once more: nothing you put together is lost.",
            fr: "Votre session est terminée. Reconnectez-vous dans un autre onglet, puis réessayez : rien de votre travail n'est perdu.",
            pl: "Wylogowano Cię. Zaloguj się ponownie w innej karcie i naciśnij jeszcze raz: nic nie przepadło.")
        package static let standsStill = Phrase(
            en: "The segment stands still. What keeps it from being evaluated is marked below.",
            fr: "Le segment est à l'arrêt. Ce qui empêche de l'évaluer est signalé ci-dessous.",
            pl: "Segment stoi. Poniżej zaznaczono, co nie pozwala go wyznaczyć.")
        package static let wasDeleted = Phrase(
            en: "This segment was deleted meanwhile. Nothing you put together is lost: save it to make a new one.",
            fr:
                "Ce segment a été supprimé entre-temps. Rien de ce que vous avez composé n'est perdu : enregistrez-le pour en créer un nouveau.",
            pl: "Ten segment został w międzyczasie usunięty. Nic nie przepadło: zapisz, aby utworzyć nowy.")
        package static let editTitle = Phrase(en: "Edit segment", fr: "Modifier le segment", pl: "Edytuj segment")
        package static let lead = Phrase(
            en: "Say whom you mean. People enter and leave by themselves from then on.",
            fr: "Dites qui vous visez. Ensuite, chacun entre et sort de lui-même.",
            pl: "Powiedz, o kogo chodzi. Potem osoby wchodzą i wychodzą same.")
        package static let star = Phrase(en: "Star it", fr: "Mettre en favori", pl: "Wyróżnij")
        package static let conditions = Phrase(en: "Conditions", fr: "Conditions", pl: "Warunki")
        package static let noConditions = Phrase(en: "No condition yet", fr: "Pas encore de condition", pl: "Nie ma jeszcze warunku")
        package static let noConditionsHelp = Phrase(
            en: "Choose below what you want to ask, and add it. Or begin with something ready-made.",
            fr: "Choisissez ci-dessous ce que vous voulez demander, et ajoutez-le. Ou partez d'un segment prêt.",
            pl: "Wybierz poniżej, o co chcesz zapytać, i dodaj. Albo zacznij od gotowego segmentu.")
        package static let and = Phrase(en: "and", fr: "et", pl: "oraz")
        package static let or = Phrase(en: "or", fr: "ou", pl: "lub")
        package static let add = Phrase(en: "Add", fr: "Ajouter", pl: "Dodaj")
        package static let addCondition = Phrase(en: "Add a condition", fr: "Ajouter une condition", pl: "Dodaj warunek")
        package static let addOr = Phrase(
            en: "Add an alternative (or)", fr: "Ajouter une alternative (ou)", pl: "Dodaj alternatywę (lub)")
        package static let remove = Phrase(en: "Remove", fr: "Retirer", pl: "Usuń")
        package static let save = Phrase(en: "Save segment", fr: "Enregistrer le segment", pl: "Zapisz segment")
        package static let preview = Phrase(en: "Count them", fr: "Compter", pl: "Policz")
        package static let whoThatIs = Phrase(en: "Who matches now", fr: "Qui correspond actuellement", pl: "Kto teraz spełnia warunki")
        package static let pressPreview = Phrase(
            en: "Fill in the conditions, then press “Count them”.", fr: "Remplissez les conditions, puis cliquez sur « Compter ».",
            pl: "Wypełnij warunki i naciśnij „Policz”.")
        package static let incomplete = Phrase(
            en: "They are counted as soon as every condition is complete.", fr: "Le calcul attend que chaque condition soit complète.",
            pl: "Policzymy, gdy każdy warunek będzie kompletny.")
        package static let lacksPredictions = Phrase(
            en: "It asks for predictions, and there are none yet: until then nobody is in.",
            fr: "Il demande des prévisions, et il n'y en a pas encore : d'ici là, personne n'y est.",
            pl: "Wymaga prognoz, których jeszcze nie ma: do tego czasu nikt nie należy.")
        package static let inWords = Phrase(en: "In words", fr: "En toutes lettres", pl: "Słowami")

        // What is asked, as Klaviyo's users know it.
        package static let predicted = Phrase(
            en: "Predictive analytics about someone", fr: "Analyses prédictives sur quelqu'un", pl: "Analiza predykcyjna dotycząca osoby")
        package static let done = Phrase(
            en: "What someone has done (or not done)", fr: "Ce que quelqu'un a fait (ou n'a pas fait)", pl: "Co ktoś zrobił (lub czego nie)"
        )
        package static let property = Phrase(
            en: "Properties about someone", fr: "Propriétés de quelqu'un", pl: "Właściwości osoby")
        package static let group = Phrase(
            en: "If someone is in or not in a list or segment", fr: "Si quelqu'un est ou non dans une liste ou un segment",
            pl: "Czy ktoś należy do listy lub segmentu")
        package static let consent = Phrase(
            en: "If someone can or cannot receive marketing", fr: "Si quelqu'un peut ou non recevoir du marketing",
            pl: "Czy ktoś może otrzymywać marketing")
        package static let region = Phrase(
            en: "If someone lives in the EU or the US", fr: "Si quelqu'un vit dans l'UE ou aux États-Unis",
            pl: "Czy ktoś mieszka w UE lub USA")
        package static let distance = Phrase(
            en: "How near someone lives to a place", fr: "À quelle distance d'un lieu quelqu'un vit", pl: "Jak blisko miejsca ktoś mieszka")
        package static let top = Phrase(
            en: "Top or bottom customers", fr: "Les clients en tête ou en queue", pl: "Najwyższe lub najniższe wartości")
        package static let sample = Phrase(en: "Random sample", fr: "Échantillon aléatoire", pl: "Losowa próba")
        package static let other = Phrase(
            en: "Advanced: as it is spelled (JSON)", fr: "Avancé : tel qu'il s'écrit (JSON)", pl: "Zaawansowane: zapis (JSON)")

        // Labels of fields.
        package static let indicator = Phrase(en: "Indicator", fr: "Indicateur", pl: "Wskaźnik")
        package static let comparison = Phrase(en: "Comparison", fr: "Comparaison", pl: "Porównanie")
        package static let number = Phrase(en: "Number", fr: "Nombre", pl: "Liczba")
        package static let upTo = Phrase(en: "up to", fr: "jusqu'à", pl: "do")
        package static let howMany = Phrase(en: "How many", fr: "Combien", pl: "Ile")
        package static let unit = Phrase(en: "Unit", fr: "Unité", pl: "Jednostka")
        package static let time = Phrase(en: "Time", fr: "Période", pl: "Czas")
        package static let date = Phrase(en: "Date", fr: "Date", pl: "Data")
        package static let metric = Phrase(en: "Event", fr: "Événement", pl: "Zdarzenie")
        package static let howOften = Phrase(en: "How often", fr: "Combien de fois", pl: "Jak często")
        package static let measure = Phrase(en: "What is counted", fr: "Ce qui est compté", pl: "Co się liczy")
        package static let value = Phrase(en: "Value", fr: "Valeur", pl: "Wartość")
        package static let propertyLabel = Phrase(en: "Property", fr: "Propriété", pl: "Właściwość")
        package static let propertyName = Phrase(en: "Name of the property", fr: "Nom de la propriété", pl: "Nazwa właściwości")
        package static let eventProperty = Phrase(
            en: "Property of the event", fr: "Propriété de l'événement", pl: "Właściwość zdarzenia")
        package static let listOrSegment = Phrase(en: "List or segment", fr: "Liste ou segment", pl: "Lista lub segment")
        package static let channel = Phrase(en: "Channel", fr: "Canal", pl: "Kanał")
        package static let because = Phrase(en: "What was said", fr: "Ce qui a été dit", pl: "Co powiedziano")
        package static let regionLabel = Phrase(en: "Region", fr: "Région", pl: "Region")
        package static let country = Phrase(en: "Country code", fr: "Code du pays", pl: "Kod kraju")
        package static let countryHint = Phrase(en: "FR", fr: "FR", pl: "PL")
        package static let postalCode = Phrase(en: "postal code", fr: "code postal", pl: "kod pocztowy")
        package static let seed = Phrase(en: "number of the draw", fr: "numéro du tirage", pl: "numer losowania")
        package static let rfmModel = Phrase(en: "RFM model", fr: "Modèle RFM", pl: "Model RFM")
        package static let shownModel = Phrase(
            en: "by the model that is shown", fr: "selon le modèle affiché", pl: "według pokazywanego modelu")
        package static let asJSON = Phrase(
            en: "The condition as it is spelled", fr: "La condition telle qu'elle s'écrit", pl: "Zapis warunku")
        package static let onePerLine = Phrase(en: "One value per line", fr: "Une valeur par ligne", pl: "Jedna wartość w wierszu")
        package static let onlyEvents = Phrase(
            en: "only events that say …", fr: "seulement les événements qui disent …", pl: "tylko zdarzenia, które mówią …")
        package static let choose = Phrase(en: "choose …", fr: "choisir …", pl: "wybierz …")

        // Titles of choices.
        package static let ofValue = Phrase(en: "What they are worth", fr: "Ce qu'ils valent", pl: "Ile są warci")
        package static let ofReturn = Phrase(en: "Whether they come back", fr: "S'ils reviendront", pl: "Czy wrócą")
        package static let ofOrders = Phrase(en: "Their orders", fr: "Leurs commandes", pl: "Ich zamówienia")
        package static let ofRFM = Phrase(en: "RFM", fr: "RFM", pl: "RFM")
        package static let ownProperties = Phrase(en: "Of your shop", fr: "De votre boutique", pl: "Twojego sklepu")
        package static let standardProperties = Phrase(en: "Of every profile", fr: "De chaque profil", pl: "Każdego profilu")
        package static let anotherProperty = Phrase(en: "another property …", fr: "une autre propriété …", pl: "inna właściwość …")
        package static let ofText = Phrase(en: "Text", fr: "Texte", pl: "Tekst")
        package static let ofNumber = Phrase(en: "Number", fr: "Nombre", pl: "Liczba")
        package static let ofDate = Phrase(en: "Date", fr: "Date", pl: "Data")
        package static let ofList = Phrase(en: "List", fr: "Liste de valeurs", pl: "Lista wartości")
        package static let ofTruth = Phrase(en: "Yes or no", fr: "Oui ou non", pl: "Tak lub nie")
        package static let ofExistence = Phrase(en: "At all", fr: "Présence", pl: "Obecność")

        // Comparisons.
        package static let atMost = Phrase(en: "is at most", fr: "est d'au plus", pl: "wynosi co najwyżej")
        package static let lessThan = Phrase(en: "is less than", fr: "est de moins de", pl: "wynosi mniej niż")
        package static let atLeast = Phrase(en: "is at least", fr: "est d'au moins", pl: "wynosi co najmniej")
        package static let moreThan = Phrase(en: "is more than", fr: "dépasse", pl: "wynosi więcej niż")
        package static let between = Phrase(en: "is between", fr: "est entre", pl: "mieści się między")
        package static let equals = Phrase(en: "is", fr: "est", pl: "to")
        package static let numberEquals = Phrase(en: "is the number", fr: "est le nombre", pl: "to liczba")
        package static let notEquals = Phrase(en: "is not", fr: "n'est pas", pl: "to nie")
        package static let contains = Phrase(en: "contains", fr: "contient", pl: "zawiera")
        package static let notContains = Phrase(en: "does not contain", fr: "ne contient pas", pl: "nie zawiera")
        package static let startsWith = Phrase(en: "begins with", fr: "commence par", pl: "zaczyna się od")
        package static let notStartsWith = Phrase(en: "does not begin with", fr: "ne commence pas par", pl: "nie zaczyna się od")
        package static let endsWith = Phrase(en: "ends with", fr: "finit par", pl: "kończy się na")
        package static let notEndsWith = Phrase(en: "does not end with", fr: "ne finit pas par", pl: "nie kończy się na")
        package static let isOneOf = Phrase(en: "is one of", fr: "est l'une des valeurs", pl: "to jedno z")
        package static let isNotOneOf = Phrase(en: "is none of", fr: "n'est aucune des valeurs", pl: "to żadne z")
        package static let isAnyOf = Phrase(en: "is any of", fr: "est parmi", pl: "to jedna z")
        package static let isNoneOf = Phrase(en: "is none of", fr: "n'est pas parmi", pl: "to żadna z")
        package static let listContains = Phrase(en: "has the element", fr: "comporte l'élément", pl: "ma element")
        package static let listContainsNot = Phrase(en: "lacks the element", fr: "ne comporte pas l'élément", pl: "nie ma elementu")
        package static let isTrue = Phrase(en: "is yes", fr: "est oui", pl: "to tak")
        package static let isFalse = Phrase(en: "is no", fr: "est non", pl: "to nie (fałsz)")
        package static let isSet = Phrase(en: "is there", fr: "est présente", pl: "jest podana")
        package static let isNotSet = Phrase(en: "is missing", fr: "est absente", pl: "brakuje jej")
        package static let dateIs = Phrase(en: "is a date", fr: "est une date", pl: "to data")
        package static let atLeastOnce = Phrase(en: "at least once", fr: "au moins une fois", pl: "co najmniej raz")
        package static let never = Phrase(en: "never", fr: "jamais", pl: "ani razu")
        package static let times = Phrase(en: "times", fr: "fois", pl: "razy")
        package static let sum = Phrase(en: "in total value", fr: "en valeur totale", pl: "łącznej wartości")
        package static let average = Phrase(en: "in average value", fr: "en valeur moyenne", pl: "średniej wartości")
        package static let overdue = Phrase(
            en: "overdue by their own rhythm", fr: "en retard sur son rythme", pl: "po przewidywanym terminie")
        package static let isSo = Phrase(en: "yes", fr: "oui", pl: "tak")
        package static let isNotSo = Phrase(en: "no", fr: "non", pl: "nie")
        package static let isIn = Phrase(en: "is in", fr: "est dans", pl: "należy do")
        package static let isNotIn = Phrase(en: "is not in", fr: "n'est pas dans", pl: "nie należy do")
        package static let canReceive = Phrase(
            en: "can receive marketing", fr: "peut recevoir du marketing", pl: "może otrzymywać marketing")
        package static let cannotReceive = Phrase(
            en: "cannot receive marketing", fr: "ne peut pas recevoir de marketing", pl: "nie może otrzymywać marketingu")
        package static let byEmail = Phrase(en: "by e-mail", fr: "par e-mail", pl: "e-mailem")
        package static let bySMS = Phrase(en: "by SMS", fr: "par SMS", pl: "SMS-em")
        package static let byPush = Phrase(en: "by push message", fr: "par notification", pl: "powiadomieniem push")
        package static let anyStatus = Phrase(en: "any consent status", fr: "quel que soit le consentement", pl: "niezależnie od zgody")
        package static let subscribed = Phrase(en: "because they subscribed", fr: "et s'est inscrit", pl: "i jest zapisany")
        package static let unsubscribed = Phrase(en: "and unsubscribed", fr: "et s'est désinscrit", pl: "i jest wypisany")
        package static let neverSubscribed = Phrase(
            en: "and never subscribed", fr: "et ne s'est jamais inscrit", pl: "i nigdy się nie zapisał")
        package static let livesIn = Phrase(en: "lives in", fr: "vit dans", pl: "mieszka w")
        package static let livesOutside = Phrase(en: "lives outside", fr: "vit hors de", pl: "mieszka poza")
        package static let europeanUnion = Phrase(en: "the European Union", fr: "l'Union européenne", pl: "Unia Europejska")
        package static let unitedStates = Phrase(en: "the United States", fr: "les États-Unis", pl: "Stany Zjednoczone")
        package static let nearerThan = Phrase(en: "lives less than", fr: "vit à moins de", pl: "mieszka bliżej niż")
        package static let fartherThan = Phrase(en: "lives more than", fr: "vit à plus de", pl: "mieszka dalej niż")
        package static let kilometers = Phrase(en: "km from", fr: "km de", pl: "km od")
        package static let miles = Phrase(en: "miles from", fr: "miles de", pl: "mil od")
        package static let theGreatest = Phrase(en: "the highest", fr: "les premiers", pl: "najwyższe")
        package static let theLeast = Phrase(en: "the lowest", fr: "les derniers", pl: "najniższe")
        package static let percentOf = Phrase(en: "% of customers", fr: "% des clients", pl: "% klientów")
        package static let people = Phrase(en: "customers", fr: "clients", pl: "klientów")
        package static let ofEverybody = Phrase(en: "of all profiles", fr: "de tous les profils", pl: "wszystkich profili")

        // Times.
        package static let joined = Phrase(en: "joined", fr: "entré", pl: "od kiedy:")
        package static let allTime = Phrase(en: "at any time", fr: "à tout moment", pl: "kiedykolwiek")
        package static let inTheLast = Phrase(en: "in the last", fr: "au cours des derniers", pl: "w ciągu ostatnich")
        package static let inTheNext = Phrase(en: "in the next", fr: "au cours des prochains", pl: "w ciągu najbliższych")
        package static let atLeastAgo = Phrase(en: "at least … ago", fr: "il y a au moins", pl: "co najmniej … temu")
        package static let betweenAgo = Phrase(en: "between … and … ago", fr: "il y a entre … et …", pl: "od … do … temu")
        package static let before = Phrase(en: "before", fr: "avant le", pl: "przed")
        package static let after = Phrase(en: "from … on", fr: "à partir du", pl: "od")
        package static let betweenDates = Phrase(en: "between the dates", fr: "entre les dates", pl: "między datami")
        package static let anniversaryNext = Phrase(
            en: "anniversary in the next", fr: "anniversaire au cours des prochains", pl: "rocznica w ciągu najbliższych")
        package static let anniversaryLast = Phrase(
            en: "anniversary in the last", fr: "anniversaire au cours des derniers", pl: "rocznica w ciągu ostatnich")
        package static let anniversary = Phrase(en: "anniversary today", fr: "anniversaire aujourd'hui", pl: "rocznica dzisiaj")
        package static let anniversaryMonth = Phrase(
            en: "anniversary this month", fr: "anniversaire ce mois-ci", pl: "rocznica w tym miesiącu")
        package static let calendarMonth = Phrase(en: "in the month", fr: "au mois de", pl: "w miesiącu")
        package static let days = Phrase(en: "days", fr: "jours", pl: "dni")
        package static let weeks = Phrase(en: "weeks", fr: "semaines", pl: "tygodni")
        package static let hours = Phrase(en: "hours", fr: "heures", pl: "godzin")

        // What is wrong.
        package static let needsNumber = Phrase(
            en: "Write a number, such as 5 or 12.50.", fr: "Écrivez un nombre, par exemple 5 ou 12,50.",
            pl: "Wpisz liczbę, na przykład 5 lub 12,50.")
        package static let needsWhole = Phrase(
            en: "Write a whole number, such as 90.", fr: "Écrivez un nombre entier, par exemple 90.",
            pl: "Wpisz liczbę całkowitą, na przykład 90.")
        package static let needsChoice = Phrase(en: "Choose one.", fr: "Choisissez-en un.", pl: "Wybierz coś.")
        package static let needsText = Phrase(en: "Write something here.", fr: "Écrivez quelque chose ici.", pl: "Wpisz coś tutaj.")
        package static let needsDate = Phrase(en: "Choose a date.", fr: "Choisissez une date.", pl: "Wybierz datę.")
        package static let needsPercent = Phrase(
            en: "A percentage lies between 0 and 100.", fr: "Un pourcentage est entre 0 et 100.", pl: "Procent mieści się między 0 a 100.")
        package static let endBeforeStart = Phrase(
            en: "The second must not be less than the first.", fr: "Le second ne peut pas être inférieur au premier.",
            pl: "Druga wartość nie może być mniejsza od pierwszej.")
        package static let needsCondition = Phrase(
            en: "Add a condition first.", fr: "Ajoutez d'abord une condition.", pl: "Najpierw dodaj warunek.")
        package static let asksForItself = Phrase(
            en: "The segment would ask whether somebody is in itself, by way of others.",
            fr: "Le segment demanderait, à travers d'autres, si quelqu'un est en lui-même.",
            pl: "Segment pytałby, przez inne, czy ktoś należy do niego samego.")

        // Help.
        package static let helpAnd = Phrase(en: "“And” or “or”?", fr: "« Et » ou « ou » ?", pl: "„Oraz” czy „lub”?")
        package static let helpAndAnswer = Phrase(
            en: "All boxes must hold. Within a box one line is enough: add alternatives with “Add an alternative (or)”.",
            fr:
                "Tous les cadres doivent être vrais. Dans un cadre, une ligne suffit : ajoutez des alternatives avec « Ajouter une alternative (ou) ».",
            pl: "Wszystkie ramki muszą być spełnione. W ramce wystarczy jedna linia: alternatywy dodasz przez „Dodaj alternatywę (lub)”.")
        package static let helpPredicted = Phrase(
            en: "Where are CLV, churn risk and RFM?", fr: "Où sont la CLV, le risque d'attrition et le RFM ?",
            pl: "Gdzie są CLV, ryzyko odejścia i RFM?")
        package static let helpPredictedAnswer = Phrase(
            en: "Under “Predictive analytics about someone”: choose the indicator first, then its value.",
            fr: "Sous « Analyses prédictives sur quelqu'un » : choisissez d'abord l'indicateur, puis sa valeur.",
            pl: "Pod „Analiza predykcyjna dotycząca osoby”: najpierw wybierz wskaźnik, potem jego wartość.")
        package static let helpLow = Phrase(
            en: "How do I reach people who will hardly buy again?", fr: "Comment toucher ceux qui n'achèteront guère plus ?",
            pl: "Jak dotrzeć do osób, które raczej już nie kupią?")
        package static let helpLowAnswer = Phrase(
            en:
                "Add three conditions: predicted CLV is at most a small amount such as 5; is in your main list; Opened Email at least once in the last 90 days. Then send them a discount.",
            fr:
                "Ajoutez trois conditions : la CLV prévue est d'au plus un petit montant, par exemple 5 ; est dans votre liste principale ; Opened Email au moins une fois au cours des 90 derniers jours. Puis envoyez-leur une remise.",
            pl:
                "Dodaj trzy warunki: przewidywana CLV wynosi co najwyżej małą kwotę, na przykład 5; należy do Twojej głównej listy; Opened Email co najmniej raz w ciągu ostatnich 90 dni. Potem wyślij im rabat."
        )
        package static let helpLive = Phrase(
            en: "Is something sent when I count?", fr: "Compter envoie-t-il quelque chose ?", pl: "Czy liczenie coś wysyła?")
        package static let helpLiveAnswer = Phrase(
            en: "No. Counting only looks, and nothing is kept before you save.",
            fr: "Non. Compter ne fait que regarder, et rien n'est gardé avant l'enregistrement.",
            pl: "Nie. Liczenie tylko sprawdza i nic nie jest zachowywane, zanim zapiszesz.")
    }
}

extension Words {
    /// The label of what is added as an alternative.
    public func alternativeTo(_ number: Int) -> String {
        text(en: "Alternative to \(number)", fr: "Alternative à \(number)", pl: "Alternatywa dla \(number)")
    }

    /// By which number somebody is among the best.
    public func by(_ label: String) -> String { text(en: "by \(label)", fr: "selon \(label)", pl: "według: \(label)") }
}
