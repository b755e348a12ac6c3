extension Phrase {
    /// Whether data arrives well.
    public enum Intake {
        package static let title = Phrase(en: "Health of the intake", fr: "État des arrivées", pl: "Stan napływu danych")
        package static let taken = Phrase(en: "Taken in", fr: "Enregistrés", pl: "Przyjęte")
        package static let whatIsCounted = Phrase(
            en:
                "Entries are events and everything that was told of people, their consent and lists. Each path counts the events that ever came by it, also those of people who were erased since.",
            fr:
                "Les entrées sont les événements et tout ce qui a été transmis sur les personnes, leur consentement et les listes. Chaque voie compte les événements arrivés par elle depuis le début, y compris ceux de personnes effacées depuis.",
            pl:
                "Wpisy to zdarzenia oraz wszystko, co przekazano o osobach, ich zgodach i listach. Przy każdej drodze liczone są wszystkie zdarzenia, które nią nadeszły, także dotyczące osób usuniętych później."
        )
        package static let lastDay = Phrase(en: "in the last 24 hours", fr: "ces dernières 24 heures", pl: "w ostatnich 24 godzinach")
        package static let last = Phrase(en: "Last arrival", fr: "Dernière arrivée", pl: "Ostatnio nadeszło")
        package static let never = Phrase(en: "nothing yet", fr: "rien encore", pl: "jeszcze nic")
        package static let refused = Phrase(en: "Refused", fr: "Refusés", pl: "Odrzucone")
        package static let nothingRefused = Phrase(
            en: "Nothing has been refused so far.", fr: "Rien n'a été refusé jusqu'ici.", pl: "Jak dotąd niczego nie odrzucono.")
        package static let refusedTitle = Phrase(
            en: "What was refused, and why", fr: "Ce qui a été refusé, et pourquoi", pl: "Co odrzucono i dlaczego")
        package static let reason = Phrase(en: "Reason", fr: "Raison", pl: "Powód")
        package static let number = Phrase(en: "Number", fr: "Nombre", pl: "Liczba")
        package static let heldAsideTitle = Phrase(
            en: "Held aside: currencies without a rate", fr: "Mises de côté : devises sans taux", pl: "Odłożone: waluty bez kursu")
        package static let heldAsideHelp = Phrase(
            en:
                "These orders are in no figure. Give exchange rates for these currencies, and they count from then on.",
            fr:
                "Ces commandes ne figurent dans aucun chiffre. Fournissez des taux de change pour ces devises, et elles compteront dès lors.",
            pl:
                "Tych zamówień nie ma w żadnej liczbie. Podaj kursy wymiany tych walut, a od tej chwili będą się liczyć."
        )
        package static let unconfirmed = Phrase(
            en: "Subscriptions not confirmed", fr: "Inscriptions non confirmées", pl: "Niepotwierdzone zapisy")
        package static let unconfirmedHelp = Phrase(
            en:
                "No mails that ask for a confirmation are sent yet. Whoever subscribes to a list with double opt-in waits until another program reports the confirmation. Lists with single opt-in need none.",
            fr:
                "Aucun e-mail de demande de confirmation n'est encore envoyé. Toute personne qui s'inscrit à une liste à double opt-in attend qu'un autre programme signale la confirmation. Les listes à opt-in simple n'en demandent pas.",
            pl:
                "Wiadomości z prośbą o potwierdzenie nie są jeszcze wysyłane. Kto zapisuje się na listę z double opt-in (podwójną zgodą), czeka, aż inny program zgłosi potwierdzenie. Listy z single opt-in (pojedynczą zgodą) go nie wymagają."
        )
        package static let currency = Phrase(en: "Currency", fr: "Devise", pl: "Waluta")
        package static let noCurrency = Phrase(en: "without a currency", fr: "sans devise", pl: "bez waluty")
        package static let amount = Phrase(en: "Amount", fr: "Montant", pl: "Kwota")
    }

    /// By which path data came in.
    public enum Source {
        package static let api = Phrase(en: "API", fr: "API", pl: "API")
        package static let client = Phrase(en: "Browsers (client API)", fr: "Navigateurs (API client)", pl: "Przeglądarki (API klienckie)")
        package static let file = Phrase(en: "Imported files", fr: "Fichiers importés", pl: "Wczytane pliki")
        package static let webhook = Phrase(en: "Webhooks of shops", fr: "Webhooks de boutiques", pl: "Webhooki sklepów")
        package static let shop = Phrase(en: "Perennial itself", fr: "Perennial lui-même", pl: "Sam Perennial")
        package static let page = Phrase(en: "These pages", fr: "Ces pages", pl: "Te strony")
    }
}
