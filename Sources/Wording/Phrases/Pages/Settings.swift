extension Phrase {
    /// The settings of the shop.
    public enum Settings {
        package static let title = Phrase(en: "Settings", fr: "Paramètres", pl: "Ustawienia")
        package static let shop = Phrase(en: "Shop", fr: "Boutique", pl: "Sklep")
        package static let predictions = Phrase(en: "Predictions", fr: "Prévisions", pl: "Prognozy")
        package static let rates = Phrase(en: "Exchange rates", fr: "Taux de change", pl: "Kursy walut")
        package static let people = Phrase(en: "People", fr: "Personnes", pl: "Osoby")
        package static let keys = Phrase(en: "API keys", fr: "Clés d'API", pl: "Klucze API")
        package static let account = Phrase(en: "Your account", fr: "Votre compte", pl: "Twoje konto")
        package static let ownersOnly = Phrase(
            en: "Only an owner does this.", fr: "Seul un propriétaire s'en charge.", pl: "Robi to tylko właściciel.")

        package static let name = Phrase(en: "Name of the shop", fr: "Nom de la boutique", pl: "Nazwa sklepu")
        package static let nameWrong = Phrase(
            en: "A name of 1 to 200 characters is needed.", fr: "Il faut un nom de 1 à 200 caractères.",
            pl: "Potrzebna jest nazwa o długości od 1 do 200 znaków.")
        package static let currency = Phrase(en: "Currency", fr: "Devise", pl: "Waluta")
        package static let currencyHint = Phrase(
            en: "Every amount is shown in it. Orders in other currencies are brought into it by exchange rates.",
            fr:
                "Tous les montants s'affichent dans cette devise. Les commandes en d'autres devises y sont converties par les taux de change.",
            pl: "W niej pokazywane są wszystkie kwoty. Zamówienia w innych walutach są przeliczane według kursów.")
        package static let currencyNone = Phrase(
            en: "That of the first order", fr: "Celle de la première commande", pl: "Taka jak w pierwszym zamówieniu")
        package static let currencyWrong = Phrase(
            en: "This is no currency. Choose one of the list.", fr: "Ce n'est pas une devise. Choisissez-en une dans la liste.",
            pl: "To nie jest waluta. Wybierz jedną z listy.")
        package static let zone = Phrase(en: "Time zone", fr: "Fuseau horaire", pl: "Strefa czasowa")
        package static let zoneHint = Phrase(
            en: "It decides where a day of the shop begins.", fr: "Il détermine quand commence une journée de la boutique.",
            pl: "Decyduje o tym, kiedy zaczyna się dzień sklepu.")
        package static let zoneWrong = Phrase(
            en: "This is no time zone. Choose one of the list.", fr: "Ce n'est pas un fuseau horaire. Choisissez-en un dans la liste.",
            pl: "To nie jest strefa czasowa. Wybierz jedną z listy.")
        package static let language = Phrase(en: "Default language", fr: "Langue par défaut", pl: "Język domyślny")
        package static let languageWrong = Phrase(
            en: "Choose one of the languages.", fr: "Choisissez l'une des langues.", pl: "Wybierz jeden z języków.")
        package static let contact = Phrase(en: "Contact address", fr: "Adresse de contact", pl: "Adres kontaktowy")
        package static let contactHint = Phrase(
            en: "Where customers write to. It may stay empty.", fr: "Où les clients écrivent. Peut rester vide.",
            pl: "Na ten adres piszą klienci. Może pozostać puste.")
        package static let website = Phrase(en: "Website", fr: "Site web", pl: "Strona internetowa")
        package static let websiteHint = Phrase(
            en: "In full: https://shop.example. It may stay empty.", fr: "En entier : https://boutique.example. Peut rester vide.",
            pl: "W całości: https://sklep.example. Może pozostać puste.")
        package static let websiteWrong = Phrase(
            en: "This is no web address. It begins with https://", fr: "Ce n'est pas une adresse web. Elle commence par https://",
            pl: "To nie jest adres strony. Zaczyna się on od https://")
        package static let countsAnew = Phrase(
            en: "With another currency or time zone every customer is counted anew and a new model is fitted, in the background.",
            fr: "Avec une autre devise ou un autre fuseau, chaque client est recompté et un nouveau modèle est ajusté, en arrière-plan.",
            pl: "Po zmianie waluty lub strefy każdy klient jest liczony od nowa i w tle dopasowywany jest nowy model.")

        package static let history = Phrase(en: "What was changed", fr: "Ce qui a été modifié", pl: "Co zmieniono")
        package static let noHistory = Phrase(
            en: "Nothing has been changed so far.", fr: "Rien n'a été modifié jusqu'ici.", pl: "Jak dotąd niczego nie zmieniono.")
        package static let when = Phrase(en: "When", fr: "Quand", pl: "Kiedy")
        package static let who = Phrase(en: "Who", fr: "Qui", pl: "Kto")
        package static let what = Phrase(en: "What", fr: "Quoi", pl: "Co")
        package static let horizon = Phrase(en: "Days ahead", fr: "Jours à venir", pl: "Dni naprzód")
        package static let minimum = Phrase(
            en: "Customers needed before anything is predicted", fr: "Clients nécessaires avant toute prévision",
            pl: "Ilu klientów potrzeba, zanim cokolwiek zostanie prognozowane")
        package static let rfm = Phrase(en: "RFM settings", fr: "Paramètres RFM", pl: "Ustawienia RFM")
        package static let empty = Phrase(en: "empty", fr: "vide", pl: "puste")
        package static let helpShop = Phrase(
            en:
                "Currency and time zone are the ground of every figure: a day begins at midnight of the zone, and an order counts on the day on which it was placed there.",
            fr:
                "La devise et le fuseau fondent chaque chiffre : un jour commence à minuit dans ce fuseau, et une commande compte pour le jour où elle y a été passée.",
            pl:
                "Waluta i strefa są podstawą każdej liczby: dzień zaczyna się o północy w tej strefie, a zamówienie liczy się w dniu, w którym je tam złożono."
        )
        package static let helpHistory = Phrase(
            en: "Nothing that was set is lost: below stands who changed what, and when. Analysts see the settings and change none.",
            fr: "Aucun réglage n'est perdu : la liste dit qui a changé quoi, et quand. Les analystes les voient sans pouvoir les modifier.",
            pl: "Żadne ustawienie nie ginie: poniżej widać, kto co zmienił i kiedy. Analitycy widzą ustawienia, ale ich nie zmieniają.")

        package static let gate = Phrase(
            en: "When is there enough data?", fr: "Quand y a-t-il assez de données ?", pl: "Kiedy danych jest dość?")
        package static let gateMet = Phrase(
            en: "There is enough: customers' future orders are predicted.", fr: "Il y en a assez : les commandes futures sont prévues.",
            pl: "Danych wystarcza: przyszłe zamówienia klientów są prognozowane.")
        package static let gateUnmet = Phrase(
            en: "There is not enough yet: nothing is predicted until the conditions below hold.",
            fr: "Il n'y en a pas encore assez : rien n'est prévu tant que les conditions ci-dessous ne sont pas remplies.",
            pl: "Danych jeszcze nie wystarcza: nic nie jest prognozowane, dopóki poniższe warunki nie są spełnione.")
        package static let gateEmpty = Phrase(
            en: "There are no orders yet. Bring some in, and the conditions are counted.",
            fr: "Il n'y a encore aucune commande. Importez-en, et les conditions seront vérifiées.",
            pl: "Nie ma jeszcze zamówień. Wczytaj je, a warunki zostaną sprawdzone.")
        package static let minimumHint = Phrase(
            en:
                "500 is what predictions are tried and safe with. Below it they are made with less, and the other conditions become warnings.",
            fr:
                "À 500, les prévisions sont éprouvées et sûres. En dessous, elles reposent sur moins, et les autres conditions deviennent de simples avertissements.",
            pl:
                "Przy 500 prognozy są sprawdzone i pewne. Poniżej tej liczby opierają się na mniejszej ilości danych, a pozostałe warunki są tylko ostrzeżeniami."
        )
        package static let minimumWrong = Phrase(
            en: "A whole number from 1 to 1,000,000 is needed.", fr: "Il faut un nombre entier de 1 à 1 000 000.",
            pl: "Potrzebna jest liczba całkowita od 1 do 1 000 000.")
        package static let horizonLabel = Phrase(
            en: "How many days ahead predictions look", fr: "Nombre de jours couverts par les prévisions",
            pl: "Na ile dni naprzód sięgają prognozy")
        package static let horizonHint = Phrase(
            en: "365 is a year. Another number fits a new model and counts every customer anew.",
            fr: "365 correspond à un an. Un autre nombre ajuste un nouveau modèle et recompte chaque client.",
            pl: "365 to rok. Inna liczba oznacza nowy model i ponowne przeliczenie każdego klienta.")
        package static let horizonWrong = Phrase(
            en: "A whole number of days from 1 to 1,825 (five years) is needed.",
            fr: "Il faut un nombre entier de jours, de 1 à 1 825 (cinq ans).",
            pl: "Potrzebna jest całkowita liczba dni od 1 do 1825 (pięć lat).")
        package static let condition = Phrase(en: "Condition", fr: "Condition", pl: "Warunek")
        package static let found = Phrase(en: "Found", fr: "Constaté", pl: "Jest")
        package static let needed = Phrase(en: "Needed", fr: "Requis", pl: "Potrzeba")
        package static let helpGate = Phrase(
            en:
                "A forecast of few customers is a guess. That is why predictions wait until there are enough customers, orders over enough time, and orders that still come in.",
            fr:
                "Une prévision fondée sur peu de clients est une devinette. C'est pourquoi les prévisions attendent assez de clients, des commandes sur une durée suffisante, et des commandes qui arrivent encore.",
            pl:
                "Prognoza oparta na garstce klientów to zgadywanie. Dlatego prognozy czekają, aż będzie dość klientów, zamówienia z dostatecznie długiego czasu i zamówienia, które wciąż napływają."
        )
    }
}

extension Words {
    /// What a setting was and what it became.
    public func changed(_ name: String, from before: String, to after: String) -> String {
        labelled(name, "\(before) → \(after)")
    }
}
