extension Phrase {
    /// Churn risk, and the share of one-time buyers beside it.
    public enum Churn {
        package static let title = Phrase(
            en: "Churn risk, and how many buy only once", fr: "Risque d'attrition et part des acheteurs uniques",
            pl: "Ryzyko odejścia i udział klientów z jednym zakupem")
        package static let lead = Phrase(
            en:
                "Churn risk is the probability that a customer has already left for good. In a shop nobody says goodbye, so it is judged from the silence, compared with the customer's own rhythm. Where many buy only once the average is high by nature: look at the one-time buyers beside it, and work on the second order first.",
            fr:
                "Le risque d'attrition (churn) est la probabilité qu'un client soit déjà parti pour de bon. Dans une boutique personne ne dit au revoir : on en juge d'après le silence, comparé au rythme propre du client. Là où beaucoup n'achètent qu'une fois, la moyenne est naturellement élevée : regardez à côté la part des acheteurs uniques, et travaillez d'abord la deuxième commande.",
            pl:
                "Ryzyko odejścia (churn) to prawdopodobieństwo, że klient odszedł już na dobre. W sklepie nikt się nie żegna, więc ocenia się je na podstawie ciszy w porównaniu z własnym rytmem klienta. Tam, gdzie wielu kupuje tylko raz, średnia jest z natury wysoka: spójrz obok na udział klientów z jednym zakupem i zacznij od drugiego zamówienia."
        )
        package static let meanRisk = Phrase(en: "Average churn risk", fr: "Risque d'attrition moyen", pl: "Średnie ryzyko odejścia")
        package static let amongOnce = Phrase(en: "among one-time buyers", fr: "chez les acheteurs uniques", pl: "wśród kupujących raz")
        package static let amongRepeat = Phrase(
            en: "among repeat buyers", fr: "chez ceux qui ont commandé de nouveau", pl: "wśród kupujących ponownie")
        package static let oneTimeShare = Phrase(
            en: "Bought on one day only", fr: "N'ont acheté qu'un seul jour", pl: "Kupili tylko jednego dnia")
        package static let willOrder = Phrase(en: "Will order", fr: "Vont commander", pl: "Złożą zamówienie")
        package static let chartTitle = Phrase(
            en: "Customers by churn risk", fr: "Clients selon le risque d'attrition", pl: "Klienci według ryzyka odejścia")
        package static let once = Phrase(en: "bought once", fr: "un seul achat", pl: "jeden zakup")
        package static let repeatBuyers = Phrase(en: "bought again", fr: "plusieurs achats", pl: "kilka zakupów")
        package static let plainBG = Phrase(
            en: "The model BG/NBD gives every one-time buyer a churn risk of 0, however long ago the purchase was: read it with care.",
            fr:
                "Le modèle BG/NBD donne à tout acheteur unique un risque d'attrition de 0, si ancien que soit l'achat : à lire avec prudence.",
            pl: "Model BG/NBD każdemu kupującemu raz przypisuje ryzyko odejścia 0, niezależnie od czasu: czytaj ostrożnie.")
    }
}
