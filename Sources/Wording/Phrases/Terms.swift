extension Phrase {
    /// The words of the page, explained.
    public enum Terms {
        package static let title = Phrase(en: "Words on this page", fr: "Glossaire", pl: "Słowniczek")
        package static let churn = Phrase(en: "churn risk", fr: "risque d'attrition (churn)", pl: "ryzyko odejścia (churn)")
        package static let churnMeaning = Phrase(
            en: "the probability that a customer has already left for good. It rises with silence and falls with each purchase.",
            fr: "la probabilité qu'un client soit déjà parti pour de bon. Il monte avec le silence et baisse à chaque achat.",
            pl: "prawdopodobieństwo, że klient odszedł już na dobre. Rośnie z każdym dniem bez zamówienia i spada po każdym zakupie.")
        package static let clv = Phrase(
            en: "customer lifetime value (CLV)", fr: "valeur vie client (CLV)", pl: "wartość życiowa klienta (CLV)")
        package static let clvMeaning = Phrase(
            en: "historic: spent so far; predicted: expected within the horizon; total: both together. Nothing is discounted.",
            fr: "historique : dépensé à ce jour ; prévue : attendu d'ici l'horizon ; totale : les deux ensemble. Rien n'est actualisé.",
            pl: "historyczna: dotychczas wydane; przewidywana: oczekiwane w horyzoncie; całkowita: obie razem. Bez dyskontowania.")
        package static let range = Phrase(
            en: "probable range", fr: "fourchette probable (de prévision)", pl: "prawdopodobny przedział (prognozy)")
        package static let rangeMeaning = Phrase(
            en:
                "the real figure will lie in it in 8 cases out of 10; 1 in 10 lies below, 1 in 10 above. Ranges of customers must not be added up: the total has its own, narrower one.",
            fr:
                "le chiffre réel s'y trouvera dans 8 cas sur 10 ; 1 sur 10 en dessous, 1 sur 10 au-dessus. Les fourchettes des clients ne s'additionnent pas : le total a la sienne, plus étroite.",
            pl:
                "rzeczywista liczba znajdzie się w nim w 8 przypadkach na 10; 1 na 10 poniżej, 1 na 10 powyżej. Przedziałów klientów nie wolno sumować: suma ma własny, węższy."
        )
        package static let overdue = Phrase(en: "overdue", fr: "en retard sur son rythme", pl: "po przewidywanym terminie")
        package static let overdueMeaning = Phrase(
            en: "silent for longer than 8 in 10 of the gaps that were to be expected at the last order.",
            fr: "silencieux depuis plus longtemps que 8 sur 10 des intervalles attendus lors de la dernière commande.",
            pl: "milczy dłużej niż 8 na 10 odstępów, jakich można było oczekiwać przy ostatnim zamówieniu.")
        package static let returning = Phrase(
            en: "customers likely to return", fr: "clients susceptibles de revenir", pl: "klienci, którzy prawdopodobnie wrócą")
        package static let returningMeaning = Phrase(
            en: "number of customers × (1 − average churn risk): those who are still customers today.",
            fr: "nombre de clients × (1 − risque d'attrition moyen) : ceux qui sont encore clients aujourd'hui.",
            pl: "liczba klientów × (1 − średnie ryzyko odejścia): ci, którzy dziś wciąż są klientami.")
        package static let backtest = Phrase(
            en: "back-test", fr: "test rétrospectif (backtest)", pl: "test na danych historycznych (backtest)")
        package static let backtestMeaning = Phrase(
            en: "a forecast made as if it were an earlier day, compared with what really came.",
            fr: "une prévision faite comme à une date passée, comparée à ce qui est réellement venu.",
            pl: "prognoza sporządzona tak, jakby był wcześniejszy dzień, porównana z tym, co naprawdę nadeszło.")
    }
}
