extension Phrase {
    /// Which model predicts, and why.
    public enum Model {
        package static let title = Phrase(en: "Which model, and why", fr: "Quel modèle, et pourquoi", pl: "Jaki model i dlaczego")
        package static let lead = Phrase(
            en:
                "A model here is a rule with a few numbers that says how customers come and leave. Several are fitted to this shop's orders and averaged.",
            fr:
                "Un modèle est ici une règle à quelques nombres qui décrit comment les clients viennent et s'en vont. Plusieurs sont ajustés aux commandes de cette boutique, puis moyennés.",
            pl:
                "Model to reguła z kilkoma liczbami, która opisuje, jak klienci przychodzą i odchodzą. Do zamówień tego sklepu dopasowano kilka modeli i je uśredniono."
        )
        package static let weighted = Phrase(
            en: "Each counts for as much as it would have got right on earlier days of the same orders.",
            fr: "Chacun compte d'autant plus qu'il aurait vu juste à des dates passées de ces mêmes commandes.",
            pl: "Każdy waży tyle, na ile trafnie przewidziałby wcześniejsze dni z tych samych zamówień.")
        package static let equalParts = Phrase(
            en: "They count in equal parts, because nothing on earlier days speaks for one of them.",
            fr: "Ils comptent à parts égales, car rien dans le passé ne plaide pour l'un d'eux.",
            pl: "Liczą się w równych częściach, bo nic z wcześniejszych dni nie przemawia za jednym z nich.")
        package static let leadNamed = Phrase(
            en: "One model was asked for by name, so nothing was chosen, averaged or corrected.",
            fr: "Un seul modèle a été demandé par son nom : rien n'a été choisi, moyenné ni corrigé.",
            pl: "Wskazano jeden model, więc niczego nie wybierano, nie uśredniano ani nie korygowano.")
        package static let componentsTitle = Phrase(
            en: "The models behind the figures", fr: "Les modèles derrière les chiffres", pl: "Modele, na których opierają się liczby")
        package static let model = Phrase(en: "Model", fr: "Modèle", pl: "Model")
        package static let weight = Phrase(en: "Counts for", fr: "Compte pour", pl: "Waga")
        package static let parameters = Phrase(
            en: "Parameters (time in weeks)", fr: "Paramètres (temps en semaines)", pl: "Parametry (czas w tygodniach)")
        package static let fit = Phrase(en: "Fit", fr: "Ajustement", pl: "Dopasowanie")
        package static let fitGood = Phrase(en: "good", fr: "bon", pl: "dobre")
        package static let fitRough = Phrase(
            en: "rough: these orders do not settle every parameter", fr: "approximatif : ces commandes ne fixent pas tous les paramètres",
            pl: "przybliżone: te zamówienia nie wyznaczają wszystkich parametrów")
        package static let spend = Phrase(
            en: "spend per purchase (gamma-gamma)", fr: "dépense par achat (gamma-gamma)", pl: "wydatek na zakup (gamma-gamma)")
        package static let scoresTitle = Phrase(
            en: "How each would have done on earlier days", fr: "Ce que chacun aurait donné par le passé",
            pl: "Jak każdy z nich sprawdziłby się we wcześniejszych dniach")
        package static let rankingColumn = Phrase(
            en: "Finds the best customers", fr: "Trouve les meilleurs clients", pl: "Wskazuje najlepszych klientów")
        package static let whoOrders = Phrase(en: "Tells who orders", fr: "Distingue qui commande", pl: "Odróżnia, kto zamówi")
        package static let errorOrders = Phrase(en: "Error, orders", fr: "Erreur, commandes", pl: "Błąd, zamówienia")
        package static let errorValue = Phrase(en: "Error, amount", fr: "Erreur, montant", pl: "Błąd, kwota")
        package static let totalBias = Phrase(en: "Total off by", fr: "Écart du total", pl: "Odchylenie sumy")
        package static let scoresMeaning = Phrase(
            en:
                "“Finds the best customers” compares the order of customers with the best possible order (100% is perfect, 0% is chance). “Tells who orders”: of a customer who ordered and one who did not, how often the first got the higher probability (50% is chance). Errors are for one customer, root mean square: lower is better. “Total off by”: expected revenue compared with what came.",
            fr:
                "« Trouve les meilleurs clients » compare le classement des clients au meilleur classement possible (100 % : parfait, 0 % : hasard). « Distingue qui commande » : entre un client qui a commandé et un autre qui n'a pas commandé, à quelle fréquence le premier avait la probabilité la plus haute (50 % : hasard). Les erreurs portent sur un client (moyenne quadratique) : plus bas, c'est mieux. « Écart du total » : chiffre d'affaires attendu comparé à ce qui est venu.",
            pl:
                "„Wskazuje najlepszych klientów” porównuje kolejność klientów z najlepszą możliwą (100% to ideał, 0% to przypadek). „Odróżnia, kto zamówi”: jak często z dwóch klientów, z których jeden zamówił, a drugi nie, wyższe prawdopodobieństwo miał ten pierwszy (50% to przypadek). Błędy dotyczą jednego klienta (średnia kwadratowa): im mniej, tym lepiej. „Odchylenie sumy”: oczekiwany przychód w porównaniu z tym, który nadszedł."
        )
        package static let noBacktest = Phrase(
            en: "The orders do not reach back far enough to try the models on earlier days.",
            fr: "Les commandes ne remontent pas assez loin pour essayer les modèles à des dates passées.",
            pl: "Zamówienia nie sięgają dość daleko wstecz, by wypróbować modele na wcześniejszych dniach.")
        package static let stepsTitle = Phrase(en: "What else was tried", fr: "Ce qui a encore été essayé", pl: "Czego jeszcze próbowano")
        package static let step = Phrase(en: "Step", fr: "Étape", pl: "Krok")
        package static let used = Phrase(en: "Used", fr: "Utilisé", pl: "Użyto")
        package static let why = Phrase(en: "Why", fr: "Pourquoi", pl: "Dlaczego")
        package static let without = Phrase(en: "Error without", fr: "Erreur sans", pl: "Błąd bez")
        package static let with = Phrase(en: "Error with", fr: "Erreur avec", pl: "Błąd z krokiem")
        package static let yes = Phrase(en: "yes", fr: "oui", pl: "tak")
        package static let no = Phrase(en: "no", fr: "non", pl: "nie")
    }

    /// What may be done beyond averaging.
    public enum Step {
        package static let weights = Phrase(
            en: "Models weighted by how well they foretold earlier days", fr: "Modèles pondérés selon leurs prévisions passées",
            pl: "Wagi modeli według trafności we wcześniejszych dniach")
        package static let prior = Phrase(
            en: "Help from other shops' published figures, for small shops",
            fr: "Appui sur les chiffres publiés d'autres boutiques, pour les petites",
            pl: "Wsparcie opublikowanymi danymi innych sklepów, dla małych sklepów")
        package static let season = Phrase(
            en: "Season: totals corrected by the same time last year", fr: "Saison : totaux corrigés d'après la même période l'an dernier",
            pl: "Sezonowość: sumy skorygowane według tego samego okresu rok wcześniej")
        package static let ranker = Phrase(
            en: "Order of customers refined by decision trees", fr: "Classement des clients affiné par des arbres de décision",
            pl: "Kolejność klientów poprawiona drzewami decyzyjnymi")
        package static let calibration = Phrase(
            en: "Probabilities corrected by how earlier ones turned out", fr: "Probabilités corrigées d'après les résultats passés",
            pl: "Prawdopodobieństwa skorygowane według tego, jak sprawdziły się wcześniejsze")
        package static let winsorize = Phrase(
            en: "Exceptional spend (wholesale) held at a limit", fr: "Dépenses exceptionnelles (gros) plafonnées",
            pl: "Wyjątkowe wydatki (hurt) ograniczone do limitu")
        package static let truncation = Phrase(
            en: "Customers who were there before the file begins", fr: "Clients déjà présents avant le début du fichier",
            pl: "Klienci obecni już przed początkiem pliku")
    }

    /// Why a step was taken or not.
    public enum StepReason {
        package static let improved = Phrase(
            en: "made forecasts of earlier days better", fr: "a amélioré les prévisions passées",
            pl: "poprawiło prognozy wcześniejszych dni")
        package static let notImproved = Phrase(
            en: "did not make forecasts of earlier days better", fr: "n'a pas amélioré les prévisions passées",
            pl: "nie poprawiło prognoz wcześniejszych dni")
        package static let nothingToDo = Phrase(
            en: "there was nothing to correct", fr: "il n'y avait rien à corriger", pl: "nie było czego korygować")
        package static let always = Phrase(en: "always done", fr: "toujours fait", pl: "robione zawsze")
        package static let found = Phrase(
            en: "found in these orders", fr: "constaté dans ces commandes", pl: "stwierdzono w tych zamówieniach")
        package static let measuredBySeason = Phrase(
            en: "found, and already part of the season's correction", fr: "constaté, et déjà compris dans la correction de saison",
            pl: "stwierdzono, a korekta sezonowa już to uwzględnia")
        package static let switchedOff = Phrase(en: "switched off", fr: "désactivé", pl: "wyłączone")
    }
}

extension Words {
    /// The models that are averaged.
    public func averageOf(_ names: [String]) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        let all = list(names)
        return text(en: "average of \(all)", fr: "moyenne de \(all)", pl: "średnia z \(all)")
    }

    /// Models whose forecast is corrected by how earlier ones turned out.
    public func corrected(_ models: String) -> String {
        text(
            en: "\(models), corrected by earlier forecasts", fr: "\(models), corrigée d'après les prévisions passées",
            pl: "\(models), skorygowana według wcześniejszych prognoz")
    }

    /// Too few earlier days could be tried.
    public func tooFewFolds(found: Int, needed: Int) -> String {
        let tried = count(found, .trials)
        let needed = format.number(needed)
        return text(
            en: "only \(tried) could be tried; \(needed) are needed", fr: "\(tried) seulement à essayer ; il en faut \(needed)",
            pl: "można było sprawdzić tylko \(tried), potrzeba: \(needed)")
    }

    /// The orders do not reach back far enough.
    public func historyTooShort(days found: Int, needed: Int) -> String {
        text(
            en: "the orders go back \(days(found)); \(days(needed)) are needed",
            fr: "les commandes remontent à \(days(found)) ; il en faut \(days(needed))",
            pl: "zamówienia obejmują \(days(found)), potrzeba: \(days(needed))")
    }

    /// On which earlier days the comparison rests.
    public func triedOn(_ cutoffs: [String], horizonInDays: Int, sampled: Int?) -> String {
        let dates = list(cutoffs)
        let horizon = days(horizonInDays)
        let sample = sampled.map { number in
            text(
                en: " A sample of \(count(number, .customers)) took part.", fr: " Sur un échantillon de \(count(number, .customers)).",
                pl: " Na próbie \(count(number, .ofCustomers)).")
        }
        return text(
            en: "Forecasts made with only what was known on \(dates), each for the \(horizon) after it, and compared with what came.",
            fr:
                "Prévisions faites avec ce que l'on savait au \(dates), chacune pour les \(horizon) suivants, puis comparées à ce qui est venu.",
            pl:
                "Prognozy sporządzone tylko na podstawie tego, co było wiadomo \(dates), każda na kolejne \(horizon), i porównane z tym, co nadeszło."
        ) + (sample ?? "")
    }

    /// A reason with the size of what was done.
    public func withSize(_ reason: String, _ size: String) -> String {
        text(en: "\(reason): \(size)", fr: "\(reason) : \(size)", pl: "\(reason): \(size)")
    }

    /// How far back the orders would have to go for one trial.
    public func daysNeededForTrial(_ days: Int) -> String {
        text(
            en: "\(self.days(days)) of orders are needed for one trial.", fr: "Il faut \(self.days(days)) de commandes pour un essai.",
            pl: "Na jedną próbę potrzeba zamówień z \(ofDays(days)).")
    }
}
