extension Phrase {
    /// The page of customer value.
    public enum CustomerValuePage {
        package static let title = Phrase(en: "Customer value", fr: "Valeur client", pl: "Wartość klientów")
        package static let lead = Phrase(
            en: "What today's customers will bring, and how sure that is.",
            fr: "Ce que les clients actuels apporteront, et avec quelle certitude.",
            pl: "Ile wniosą obecni klienci i z jaką pewnością.")
        package static let modelLead = Phrase(
            en: "How forecasts of earlier days came true, by which model they are made, and what another one would change.",
            fr: "Comment les prévisions passées se sont réalisées, quel modèle les fait, et ce qu'un autre changerait.",
            pl: "Jak sprawdziły się wcześniejsze prognozy, jaki model je tworzy i co zmieniłby inny.")
        package static let values = Phrase(
            en: "What customers will bring", fr: "Ce que les clients apporteront", pl: "Ile wniosą klienci")
        package static let modelAndTrust = Phrase(
            en: "The model, and how far to trust it", fr: "Le modèle, et jusqu'où s'y fier", pl: "Model i na ile mu ufać")
        package static let forecasts = Phrase(
            en: "Forecasts, and what came", fr: "Les prévisions et la réalité", pl: "Prognozy a rzeczywistość")
        package static let forecastsLead = Phrase(
            en:
                "Each month's first forecast is kept and compared with what the same customers bought. A range of 8 in 10 misses twice in ten.",
            fr:
                "La première prévision de chaque mois est gardée et comparée aux achats des mêmes clients. Une fourchette de 8 sur 10 se trompe deux fois sur dix.",
            pl:
                "Pierwsza prognoza każdego miesiąca jest zachowana i porównywana z zakupami tych samych klientów. Przedział 8 na 10 myli się dwa razy na dziesięć."
        )
        package static let noForecasts = Phrase(
            en: "The first forecast is kept as soon as a model predicts; what came is told when its month is over.",
            fr: "La première prévision est gardée dès qu'un modèle prévoit ; le réalisé est indiqué à la fin de son mois.",
            pl: "Pierwsza prognoza zostanie zachowana, gdy tylko model zacznie przewidywać; wynik pojawi się po zakończeniu miesiąca.")
        package static let days = Phrase(en: "For the days", fr: "Pour les jours", pl: "Na dni")
        package static let madeOn = Phrase(en: "Made on", fr: "Faite le", pl: "Z dnia")
        package static let came = Phrase(en: "What came", fr: "Réalisé", pl: "Nadeszło")
        package static let underWay = Phrase(en: "under way", fr: "en cours", pl: "w toku")
        package static let spread = Phrase(en: "How it is spread", fr: "Répartition", pl: "Jak się rozkłada")
        package static let examples = Phrase(
            en: "Five customers as examples", fr: "Cinq clients en exemple", pl: "Pięciu klientów dla przykładu")
        package static let examplesLead = Phrase(
            en: "Of each kind the one whose predicted value is nearest to the average of the kind.",
            fr: "Pour chaque type, celui dont la valeur prévue est la plus proche de la moyenne du type.",
            pl: "Z każdego rodzaju osoba, której przewidywana wartość jest najbliższa średniej.")
        package static let kind = Phrase(en: "Kind", fr: "Type", pl: "Rodzaj")
        package static let nobody = Phrase(en: "nobody at present", fr: "personne pour l'instant", pl: "na razie nikt")
        package static let regular = Phrase(
            en: "3 orders or more, the last within 90 days", fr: "3 commandes ou plus, la dernière sous 90 jours",
            pl: "co najmniej 3 zamówienia, ostatnie w ciągu 90 dni")
        package static let second = Phrase(
            en: "2 orders, the last within 90 days", fr: "2 commandes, la dernière sous 90 jours",
            pl: "2 zamówienia, ostatnie w ciągu 90 dni")
        package static let first = Phrase(
            en: "1 order, within 60 days", fr: "1 commande, sous 60 jours", pl: "1 zamówienie, w ciągu 60 dni")
        package static let lost = Phrase(
            en: "3 orders or more, the last over 180 days ago", fr: "3 commandes ou plus, la dernière il y a plus de 180 jours",
            pl: "co najmniej 3 zamówienia, ostatnie ponad 180 dni temu")
        package static let once = Phrase(
            en: "1 order, over 60 days ago", fr: "1 commande, il y a plus de 60 jours", pl: "1 zamówienie, ponad 60 dni temu")
        package static let historic = Phrase(en: "Spent so far", fr: "Dépensé à ce jour", pl: "Dotychczas wydane")
        package static let later = Phrase(
            en: "What first orders lead to", fr: "Où mènent les premières commandes", pl: "Do czego prowadzą pierwsze zamówienia")
        package static let laterNotYet = Phrase(
            en: "This is being counted. Look again in a moment.", fr: "Calcul en cours. Revenez dans un instant.",
            pl: "Trwa liczenie. Zajrzyj tu za chwilę.")
        package static let byProduct = Phrase(en: "Product", fr: "Produit", pl: "Produkt")
        package static let byCode = Phrase(en: "Discount code", fr: "Code de réduction", pl: "Kod rabatowy")
        package static let byMonth = Phrase(en: "Month", fr: "Mois", pl: "Miesiąc")
        package static let byChannel = Phrase(en: "Channel", fr: "Canal", pl: "Kanał")
        package static let beganWith = Phrase(en: "Began with", fr: "Ont commencé par", pl: "Zaczęli od")
        package static let all = Phrase(en: "all together", fr: "tous ensemble", pl: "wszyscy razem")
        package static let model = Phrase(en: "The model, and why this one", fr: "Le modèle, et pourquoi lui", pl: "Model i dlaczego ten")
        package static let nextFit = Phrase(
            en: "Fitted anew at the latest", fr: "Réajusté au plus tard", pl: "Ponownie dopasowany najpóźniej")
        package static let logScore = Phrase(
            en: "Score on earlier days (higher is better)", fr: "Score à des dates passées (plus haut est mieux)",
            pl: "Wynik we wcześniejszych dniach (więcej to lepiej)")
        package static let steps = Phrase(
            en: "What else was tried, and whether it helped", fr: "Ce qui a aussi été essayé, et si cela a aidé",
            pl: "Czego jeszcze próbowano i czy pomogło")
        package static let uses = Phrase(
            en: "Where customer value is used", fr: "Où la valeur client est utilisée", pl: "Gdzie używa się wartości klienta")
        package static let usesLead = Phrase(
            en: "A change of the model changes all of these. Home, contacts and every person's page show it too.",
            fr: "Changer de modèle les modifie tous. L'accueil, les contacts et la page de chaque personne l'affichent aussi.",
            pl: "Zmiana modelu zmienia je wszystkie. Widać ją też na stronie głównej, w kontaktach i na stronie każdej osoby.")
        package static let noUses = Phrase(
            en: "No segment and no scheduled export asks for it yet.", fr: "Aucun segment ni export planifié ne l'utilise encore.",
            pl: "Nie używa jej jeszcze żaden segment ani eksport cykliczny.")
        package static let what = Phrase(en: "What", fr: "Quoi", pl: "Co")
        package static let segment = Phrase(en: "segment", fr: "segment", pl: "segment")
        package static let export = Phrase(en: "scheduled export", fr: "export planifié", pl: "eksport cykliczny")
        package static let numbers = Phrase(en: "Asks for", fr: "Utilise", pl: "Używa")
        package static let updated = Phrase(en: "Changed", fr: "Modifié", pl: "Zmieniono")
        package static let refit = Phrase(en: "Refit the model", fr: "Le réajuster", pl: "Dopasuj na nowo")
        package static let refitLead = Phrase(
            en:
                "A model is fitted anew every week by itself. Fit one now to see what it would change; nothing changes until you put it to use.",
            fr:
                "Un modèle est réajusté chaque semaine de lui-même. Ajustez-en un maintenant pour voir ce qu'il changerait ; rien ne change avant que vous ne l'utilisiez.",
            pl:
                "Model jest dopasowywany co tydzień samoczynnie. Dopasuj go teraz, aby zobaczyć, co by zmienił; nic się nie zmieni, dopóki go nie użyjesz."
        )
        package static let fitNow = Phrase(en: "Fit a trial model", fr: "Ajuster un modèle d'essai", pl: "Dopasuj model próbny")
        package static let running = Phrase(
            en: "A model is being fitted. That takes seconds to a few minutes; show this page again to see it.",
            fr:
                "Un modèle est en cours d'ajustement. Cela prend de quelques secondes à quelques minutes ; rechargez cette page pour le voir.",
            pl: "Trwa dopasowywanie modelu. Zajmie to od kilku sekund do kilku minut; odśwież tę stronę, aby go zobaczyć.")
        package static let again = Phrase(en: "Show again", fr: "Recharger", pl: "Odśwież")
        package static let waits = Phrase(
            en: "A new model waits to be put to use.", fr: "Un nouveau modèle attend d'être utilisé.", pl: "Nowy model czeka na użycie.")
        package static let adopted = Phrase(
            en: "The last model that was fitted by hand was put to use.", fr: "Le dernier modèle ajusté à la main est utilisé.",
            pl: "Ostatni model dopasowany ręcznie został użyty.")
        package static let notEligible = Phrase(
            en: "There was not enough to fit a model on.", fr: "Il n'y avait pas assez de données pour ajuster un modèle.",
            pl: "Było za mało danych, aby dopasować model.")
        package static let failed = Phrase(
            en: "No model could be fitted. The one in use stays.", fr: "Aucun modèle n'a pu être ajusté. Celui qui est utilisé reste.",
            pl: "Nie udało się dopasować modelu. Używany pozostaje.")
        package static let putToUse = Phrase(en: "Put it to use", fr: "L'utiliser", pl: "Użyj go")
        package static let inUse = Phrase(en: "In use", fr: "Utilisé", pl: "Używany")
        package static let newModel = Phrase(en: "The new model", fr: "Le nouveau modèle", pl: "Nowy model")
        package static let effect = Phrase(en: "What it would change", fr: "Ce qu'il changerait", pl: "Co by zmienił")
        package static let figure = Phrase(en: "Of all customers together", fr: "De tous les clients ensemble", pl: "Wszyscy klienci razem")
        package static let overdue = Phrase(en: "Overdue customers", fr: "Clients en retard", pl: "Klienci po terminie")
        package static let kept = Phrase(en: "Models that are kept", fr: "Modèles conservés", pl: "Zachowane modele")
        package static let goBack = Phrase(en: "Use this one", fr: "Utiliser celui-ci", pl: "Użyj tego")
        package static let adoptedNow = Phrase(
            en: "This model is in use now. Numbers follow within seconds.",
            fr: "Ce modèle est maintenant utilisé. Les chiffres suivent en quelques secondes.",
            pl: "Ten model jest teraz używany. Liczby zmienią się w ciągu sekund.")
        package static let asked = Phrase(
            en: "A model is being fitted.", fr: "Un modèle est en cours d'ajustement.", pl: "Trwa dopasowywanie modelu.")
        package static let helpCLV = Phrase(
            en:
                "Historic CLV is what a customer has spent, refunds taken off. Predicted CLV is what is expected within the horizon. Total CLV is both together.",
            fr:
                "La CLV historique est ce qu'un client a dépensé, remboursements déduits. La CLV prévue est ce qu'on attend dans l'horizon. La CLV totale est la somme.",
            pl:
                "CLV historyczna to wydatki klienta po odjęciu zwrotów. CLV przewidywana to to, czego oczekuje się w horyzoncie. CLV całkowita to suma obu."
        )
        package static let helpMany = Phrase(
            en:
                "Predictions are for many customers together. Of one person they say what people like this do on average, so half an order is right.",
            fr:
                "Les prévisions valent pour beaucoup de clients ensemble. D'une personne, elles disent ce que font en moyenne ses semblables : une demi-commande est donc juste.",
            pl:
                "Prognozy dotyczą wielu klientów razem. O jednej osobie mówią, co podobni robią przeciętnie, więc pół zamówienia jest poprawne."
        )
        package static let helpTrust = Phrase(
            en:
                "Trust the order of customers first: the best tenth by forecast should bring several times its share. Then the probabilities: points near the line. The total of a whole shop depends on seasons and campaigns that no model knows, so it may be off by more.",
            fr:
                "Fiez-vous d'abord au classement des clients : le meilleur dixième selon la prévision devrait rapporter plusieurs fois sa part. Puis aux probabilités : des points proches de la ligne. Le total d'une boutique dépend de saisons et de campagnes qu'aucun modèle ne connaît ; il peut donc s'écarter davantage.",
            pl:
                "Najpierw zaufaj kolejności klientów: najlepsza dziesiąta część według prognozy powinna przynieść kilka razy więcej niż jej udział. Potem prawdopodobieństwom: punkty blisko linii. Suma całego sklepu zależy od sezonów i kampanii, których żaden model nie zna, więc może odbiegać bardziej."
        )
        package static let helpModel = Phrase(
            en:
                "A model is fitted anew every week, and when orders grow by a fifth. One that you put to use by hand stays for a week. Every model is kept, so you can go back.",
            fr:
                "Un modèle est ajusté à nouveau chaque semaine, et quand les commandes augmentent d'un cinquième. Celui que vous mettez en service à la main reste une semaine. Chaque modèle est gardé : vous pouvez revenir en arrière.",
            pl:
                "Model jest dopasowywany od nowa co tydzień oraz gdy zamówień przybędzie o jedną piątą. Model włączony ręcznie zostaje na tydzień. Każdy model jest zachowany, więc można do niego wrócić."
        )
        package static let helpUse = Phrase(
            en: "Make a segment by predicted CLV to write to those who will be worth much, or to those who will probably not buy again.",
            fr:
                "Créez un segment selon la CLV prévue pour écrire à ceux qui vaudront beaucoup, ou à ceux qui n'achèteront sans doute plus.",
            pl:
                "Utwórz segment według przewidywanej CLV, aby pisać do tych, którzy będą wiele warci, albo do tych, którzy raczej już nie kupią."
        )
    }
}

extension Words {
    /// When something was counted.
    public func countedAt(_ moment: String) -> String {
        text(en: "Counted at \(moment).", fr: "Compté le \(moment).", pl: "Policzono \(moment).")
    }

    /// Who asked for a fit, and when; the name follows.
    public func askedFor(at moment: String) -> String {
        text(en: "Asked for at \(moment) by", fr: "Demandé le \(moment) par", pl: "Zlecono \(moment), kto:")
    }

    /// How many change the word for their value.
    public func changeClass(_ some: Int, of all: Int) -> String {
        let (part, whole) = (format.number(some), format.number(all))
        return text(
            en: "Of \(whole) customers, \(part) change between low, moderate, high and new.",
            fr: "Sur \(whole) clients, \(part) passent d'une catégorie à l'autre (faible, modérée, élevée, nouveau).",
            pl: "Spośród \(whole) klientów \(part) zmienia kategorię (niska, umiarkowana, wysoka, nowy).")
    }

    /// A model by its fit.
    public func fittedOn(_ moment: String, asOf day: String) -> String {
        text(
            en: "Fitted at \(moment), with orders until \(day)", fr: "Ajusté le \(moment), commandes jusqu'au \(day)",
            pl: "Dopasowany \(moment), zamówienia do \(day)")
    }

    /// An amount from which on bars are one.
    public func andMore(_ amount: String) -> String {
        text(en: "\(amount) and more", fr: "\(amount) et plus", pl: "\(amount) i więcej")
    }
}
