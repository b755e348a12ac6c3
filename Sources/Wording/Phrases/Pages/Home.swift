extension Phrase {
    /// The first page of a shop.
    public enum Home {
        package static let customers = Phrase(en: "Customers", fr: "Clients", pl: "Klienci")
        package static let revenue = Phrase(en: "Revenue so far", fr: "Chiffre d'affaires à ce jour", pl: "Dotychczasowy przychód")
        package static let expectedOrders = Phrase(en: "Expected orders", fr: "Commandes attendues", pl: "Oczekiwane zamówienia")
        package static let fromToday = Phrase(
            en: "from today's customers", fr: "des clients actuels", pl: "od obecnych klientów")
        package static let monthsTitle = Phrase(en: "Revenue by month", fr: "Chiffre d'affaires par mois", pl: "Przychód według miesięcy")
        package static let monthsDescription = Phrase(
            en: "Revenue of the past months, and what today's customers will probably bring in the months to come, with its range.",
            fr:
                "Chiffre d'affaires des mois passés et ce que les clients actuels apporteront probablement les mois à venir, avec sa fourchette.",
            pl: "Przychód z minionych miesięcy i to, co obecni klienci prawdopodobnie wniosą w kolejnych, wraz z przedziałem.")
        package static let monthUnderWay = Phrase(
            en:
                "The month under way is not over: its point is what has come so far together with the rest that today's customers will probably bring. Months to come leave new customers out, and so lie lower.",
            fr:
                "Le mois en cours n'est pas terminé : son point est ce qui est déjà venu, plus le reste que les clients actuels apporteront probablement. Les mois à venir ne comptent pas les nouveaux clients et sont donc plus bas.",
            pl:
                "Bieżący miesiąc jeszcze trwa: jego punkt to to, co już nadeszło, wraz z resztą, którą obecni klienci prawdopodobnie dołożą. Kolejne miesiące nie obejmują nowych klientów, dlatego leżą niżej."
        )
        package static let came = Phrase(en: "What came", fr: "Réalisé", pl: "Rzeczywistość")
        package static let counting = Phrase(
            en:
                "Something changed, and customers are being counted again: numbers on this page may still be old. Load it once more in a moment.",
            fr:
                "Quelque chose a changé et les clients sont en cours de recalcul : les chiffres de cette page peuvent encore être anciens. Rechargez-la dans un instant.",
            pl:
                "Coś się zmieniło i klienci są liczeni ponownie: liczby na tej stronie mogą być jeszcze nieaktualne. Za chwilę odśwież stronę."
        )
        package static let details = Phrase(en: "Details", fr: "Détails", pl: "Szczegóły")
        package static let seeAll = Phrase(en: "See all", fr: "Tout voir", pl: "Zobacz wszystkich")
        package static let slippingLead = Phrase(
            en: "Silent for longer than their own rhythm explains. Write from the top: there a message can still change most.",
            fr:
                "Silencieux depuis plus longtemps que leur rythme ne l'explique. Écrivez en commençant par le haut : c'est là qu'un message peut encore changer le plus.",
            pl: "Milczą dłużej, niż wynikałoby z ich rytmu. Pisz od góry listy: tam wiadomość może jeszcze najwięcej zmienić.")
        package static let notYetTitle = Phrase(
            en: "Predictions need a little more data", fr: "Il manque encore des données pour les prévisions",
            pl: "Do prognoz potrzeba jeszcze trochę danych")
        package static let notYetLead = Phrase(
            en: "What can be counted is shown below. What would be a guess stays empty until these conditions hold:",
            fr:
                "Tout ce qui peut être compté figure ci-dessous. Ce qui ne serait que conjecture reste vide tant que ces conditions ne sont pas remplies :",
            pl: "To, co można policzyć, jest poniżej. To, co byłoby zgadywaniem, pozostaje puste, dopóki nie zostaną spełnione te warunki:")
        package static let fitting = Phrase(
            en: "The conditions hold. The first model is being fitted; predictions appear here as soon as it is ready.",
            fr:
                "Les conditions sont remplies. Le premier modèle est en cours d'ajustement ; les prévisions apparaîtront ici dès qu'il sera prêt.",
            pl: "Warunki są spełnione. Trwa dopasowywanie pierwszego modelu; prognozy pojawią się tutaj, gdy tylko będzie gotowy.")
        package static let noneCounts = Phrase(
            en:
                "There are orders, but none of them counts yet: they were called off, are in a currency without an exchange rate to the shop's, or are not what counts as an order (see Metrics).",
            fr:
                "Il y a des commandes, mais aucune ne compte encore : elles ont été annulées, sont dans une devise sans taux de change vers celle de la boutique, ou ne correspondent pas à ce qui compte comme commande (voir Indicateurs).",
            pl:
                "Są zamówienia, ale żadne jeszcze się nie liczy: zostały anulowane, są w walucie bez kursu wymiany na walutę sklepu albo nie są tym, co liczy się jako zamówienie (zob. Metryki)."
        )
        package static let noCustomers = Phrase(
            en: "Nobody has ordered yet, so there are no groups.", fr: "Personne n'a encore commandé : il n'y a pas de groupes.",
            pl: "Nikt jeszcze nie zamówił, więc nie ma grup.")
        package static let inNumbers = Phrase(en: "The shop in numbers", fr: "La boutique en chiffres", pl: "Sklep w liczbach")
        package static let customersMeaning = Phrase(
            en: "have bought at least once", fr: "ont acheté au moins une fois", pl: "kupili co najmniej raz")
        package static let lastForecast = Phrase(
            en: "Was the last forecast right?", fr: "La dernière prévision était-elle juste ?", pl: "Czy ostatnia prognoza się sprawdziła?")
        package static let byValue = Phrase(
            en: "What they will be worth", fr: "Ce qu'ils vaudront", pl: "Ile będą warci")
        package static let byValueLead = Phrase(
            en: "Customers by predicted CLV. Open a group to see exactly these people.",
            fr: "Clients par CLV prévue. Ouvrez un groupe pour voir exactement ces personnes.",
            pl: "Klienci według przewidywanej CLV. Otwórz grupę, aby zobaczyć dokładnie te osoby.")
        package static let byLikelihood = Phrase(
            en: "How likely they buy again", fr: "S'ils achèteront de nouveau", pl: "Czy kupią ponownie")
        package static let byLikelihoodLead = Phrase(
            en: "Customers by purchase likelihood. Open a group to see exactly these people.",
            fr: "Clients par probabilité d'achat. Ouvrez un groupe pour voir exactement ces personnes.",
            pl: "Klienci według prawdopodobieństwa zakupu. Otwórz grupę, aby zobaczyć dokładnie te osoby.")
        package static let churnTitle = Phrase(
            en: "Churn, and who bought once", fr: "Attrition et acheteurs uniques", pl: "Odejścia i jednorazowi kupujący")
        package static let averageChurn = Phrase(
            en: "Average churn risk", fr: "Risque d'attrition moyen", pl: "Średnie ryzyko odejścia")
        package static let oneTimeBuyers = Phrase(en: "Bought once only", fr: "N'ont acheté qu'une fois", pl: "Kupili tylko raz")
        package static let churnAdvice = Phrase(
            en: "Many who bought once make a high average: win the second order and it falls.",
            fr: "Beaucoup d'acheteurs uniques font une moyenne élevée : gagnez la deuxième commande et elle baisse.",
            pl: "Wielu jednorazowych kupujących podnosi średnią: zdobądź drugie zamówienie, a spadnie.")
        package static let shareOfCustomers = Phrase(en: "Share of customers", fr: "Part des clients", pl: "Udział klientów")
    }

    /// A shop without data.
    public enum Start {
        package static let title = Phrase(en: "Bring in your orders", fr: "Importez vos commandes", pl: "Wczytaj zamówienia")
        package static let lead = Phrase(
            en:
                "This shop has no data yet. Import a file, or send it through the API; both can be mixed, and nothing is ever counted twice.",
            fr:
                "Cette boutique n'a pas encore de données. Importez un fichier, ou envoyez-les par l'API ; les deux se combinent, et rien n'est jamais compté deux fois.",
            pl:
                "Ten sklep nie ma jeszcze danych. Wczytaj plik albo wyślij je przez API; oba sposoby można łączyć, a nic nie zostanie policzone dwa razy."
        )
        package static let file = Phrase(en: "From a file", fr: "Depuis un fichier", pl: "Z pliku")
        package static let fileHelp = Phrase(
            en:
                "The export of Shopify, WooCommerce, PrestaShop, Adobe Commerce, BigCommerce, Shoper or BaseLinker, or a plain CSV file. Give several files at once; give them again when there are newer ones.",
            fr:
                "L'export de Shopify, WooCommerce, PrestaShop, Adobe Commerce, BigCommerce, Shoper ou BaseLinker, ou un simple fichier CSV. Donnez plusieurs fichiers à la fois ; redonnez-les quand il y en a de plus récents.",
            pl:
                "Eksport z Shopify, WooCommerce, PrestaShop, Adobe Commerce, BigCommerce, Shoper lub BaseLinker albo zwykły plik CSV. Można podać kilka plików naraz i podać je ponownie, gdy są nowsze."
        )
        package static let api = Phrase(en: "Through the API", fr: "Par l'API", pl: "Przez API")
        package static let apiHelp = Phrase(
            en:
                "The interface is Klaviyo's: an existing integration works when its host is changed to this server. Make a key, then send events.",
            fr:
                "L'interface est celle de Klaviyo : une intégration existante fonctionne dès que son adresse pointe vers ce serveur. Créez une clé, puis envoyez des événements.",
            pl:
                "Interfejs jest taki jak w Klaviyo: istniejąca integracja działa po zmianie adresu na ten serwer. Utwórz klucz, a potem wysyłaj zdarzenia."
        )
        package static let demo = Phrase(en: "Just look around", fr: "Juste pour voir", pl: "Tylko się rozejrzeć")
        package static let demoHelp = Phrase(
            en: "A made-up shop with two years of orders, in a folder of its own: nothing of it comes into this shop.",
            fr: "Une boutique inventée, avec deux ans de commandes, dans son propre dossier : rien n'en passe dans cette boutique.",
            pl: "Zmyślony sklep z dwoma latami zamówień, we własnym folderze: nic z niego nie trafia do tego sklepu.")
        package static let whatFor = Phrase(
            en:
                "Predictions begin with 500 customers who have bought, 180 days of orders, an order within the last 30 days and a customer with three orders. Everything else is shown at once.",
            fr:
                "Les prévisions commencent avec 500 clients ayant acheté, 180 jours de commandes, une commande dans les 30 derniers jours et un client à trois commandes. Tout le reste s'affiche aussitôt.",
            pl:
                "Prognozy zaczynają się od 500 klientów, którzy kupili, 180 dni zamówień, zamówienia w ciągu ostatnich 30 dni i klienta z trzema zamówieniami. Cała reszta jest widoczna od razu."
        )
    }

    /// What helps where a condition does not hold, for who reads a page of the server.
    public enum ConditionHelp {
        package static let customers = Phrase(
            en: "Import older orders or other sales channels.", fr: "Importez d'anciennes commandes ou d'autres canaux de vente.",
            pl: "Wczytaj starsze zamówienia lub inne kanały sprzedaży.")
        package static let orderSource = Phrase(
            en: "Import orders, or connect a shop.", fr: "Importez des commandes, ou connectez une boutique.",
            pl: "Wczytaj zamówienia lub podłącz sklep.")
        package static let history = Phrase(
            en: "Import older orders, or wait.", fr: "Importez d'anciennes commandes, ou attendez.",
            pl: "Wczytaj starsze zamówienia albo poczekaj.")
        package static let lastOrder = Phrase(
            en: "Check that orders still arrive: see the health of the intake.",
            fr: "Vérifiez que les commandes arrivent encore : voyez l'état des arrivées.",
            pl: "Sprawdź, czy zamówienia wciąż napływają: zobacz stan napływu danych.")
        package static let regulars = Phrase(
            en: "Check that repeat orders carry the same e-mail or customer number.",
            fr: "Vérifiez que les commandes répétées portent le même e-mail ou numéro de client.",
            pl: "Sprawdź, czy kolejne zamówienia mają ten sam e-mail lub numer klienta.")
    }
}

extension Words {
    /// That some of a page was counted before the latest orders.
    public func countedEarlier(at moment: String) -> String {
        text(
            en:
                "Orders changed since. Revenue by month, one-time buyers, the average order value by month and the list of who is slipping away are as of \(moment); they are being counted again, so load the page once more in a moment.",
            fr:
                "Des commandes ont changé depuis. Le chiffre d'affaires par mois, les acheteurs uniques, le panier moyen par mois et la liste de ceux qui s'éloignent datent du \(moment) ; ils sont en cours de recalcul : rechargez la page dans un instant.",
            pl:
                "Od tamtej pory zamówienia się zmieniły. Przychód według miesięcy, jednorazowi kupujący, średnia wartość zamówienia według miesięcy i lista oddalających się są z chwili: \(moment); trwa ich ponowne liczenie, więc za chwilę odśwież stronę."
        )
    }

    /// A shop that knows people and no order.
    public func noOrdersYet(profiles: Int) -> String {
        let known = count(profiles, .profiles)
        return text(
            en: "\(known) so far, and no order yet. Import a file of orders, or send them through the API; nothing is ever counted twice.",
            fr:
                "\(known) jusqu'ici, et encore aucune commande. Importez un fichier de commandes, ou envoyez-les par l'API ; rien n'est jamais compté deux fois.",
            pl:
                "Jak dotąd \(known) i ani jednego zamówienia. Wczytaj plik zamówień albo wyślij je przez API; nic nie zostanie policzone dwa razy."
        )
    }

    /// Orders of so many customers.
    public func ordersSince(_ orders: Int, first: String?) -> String {
        let number = count(orders, .orders)
        guard let first else { return number }
        return text(en: "\(number) since \(first)", fr: "\(number) depuis le \(first)", pl: "\(number) od \(first)")
    }

    /// What holds for every predicted figure of the page.
    public func onThisPage(_ basis: String) -> String {
        text(
            en: "For all predictions on this page: \(basis)", fr: "Pour toutes les prévisions de cette page : \(basis)",
            pl: "Dla wszystkich prognoz na tej stronie: \(basis)")
    }

    /// The title of a column of amounts expected within so many days.
    public func expected(inDays days: Int) -> String {
        text(en: "Expected, \(self.days(days))", fr: "Attendu, \(self.days(days))", pl: "Oczekiwane, \(self.days(days))")
    }

    /// The average order value, said after revenue.
    public func averageOrder(_ amount: String) -> String {
        text(en: "\(amount) per order on average", fr: "panier moyen : \(amount)", pl: "średnio \(amount) na zamówienie")
    }

    /// What a condition needs, and whether it holds or what is missing.
    public func neededAndResult(_ needed: String, _ result: String) -> String {
        text(en: "needed: \(needed) · \(result)", fr: "il faut : \(needed) · \(result)", pl: "potrzeba: \(needed) · \(result)")
    }

    /// How many conditions hold.
    public func conditionsHold(_ held: Int, of all: Int) -> String {
        let held = format.number(held)
        let all = format.number(all)
        return text(
            en: "\(held) of \(all) conditions hold", fr: "\(held) conditions remplies sur \(all)", pl: "Spełnione warunki: \(held) z \(all)"
        )
    }
}
