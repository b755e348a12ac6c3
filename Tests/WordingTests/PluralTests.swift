import Testing
import Wording

@Suite("Plural forms")
struct PluralTests {
    @Test(
        "Polish has one, few and many, and 12 to 14 are many",
        arguments: [
            (0, "zamówień"), (1, "zamówienie"), (2, "zamówienia"), (4, "zamówienia"), (5, "zamówień"), (11, "zamówień"), (12, "zamówień"),
            (14, "zamówień"), (21, "zamówień"), (22, "zamówienia"), (24, "zamówienia"), (25, "zamówień"), (101, "zamówień"),
            (102, "zamówienia"), (112, "zamówień"), (122, "zamówienia"), (1_000, "zamówień"),
        ])
    func polish(number: Int, form: String) {
        #expect(Words(.pl).noun(.orders, after: number) == form)
    }

    @Test("French is singular for nothing and one", arguments: [(0, "commande"), (1, "commande"), (2, "commandes"), (22, "commandes")])
    func french(number: Int, form: String) {
        #expect(Words(.fr).noun(.orders, after: number) == form)
    }

    @Test("English is singular for one alone", arguments: [(0, "orders"), (1, "order"), (2, "orders"), (21, "orders")])
    func english(number: Int, form: String) {
        #expect(Words(.en).noun(.orders, after: number) == form)
    }

    @Test("Fractions have forms of their own")
    func fractions() {
        #expect(Words(.pl).count(1.5, decimals: 1, .customers) == "1,5\u{A0}klienta")
        #expect(Words(.pl).count(2, decimals: 1, .orders) == "2,0\u{A0}zamówienia")
        #expect(Words(.fr).count(1.5, decimals: 1, .orders) == "1,5\u{A0}commande")
        #expect(Words(.fr).count(2.5, decimals: 1, .orders) == "2,5\u{A0}commandes")
        #expect(Words(.en).count(1.5, decimals: 1, .orders) == "1.5\u{A0}orders")
        // Printed without decimals it is a whole number again.
        #expect(Words(.pl).count(4.9, decimals: 0, .orders) == "5\u{A0}zamówień")
    }

    @Test("Customers are counted as the glossary says: 1 klient, 2 klientów, 5 klientów")
    func customers() {
        #expect(
            [1, 2, 5, 22].map { Words(.pl).count($0, .customers) } == [
                "1\u{A0}klient", "2\u{A0}klientów", "5\u{A0}klientów", "22\u{A0}klientów",
            ])
    }

    @Test("Every noun has a word in every form of every language")
    func nouns() {
        let nouns: [CountedNoun] = [
            .customers, .ofCustomers, .orders, .ofOrders, .days, .ofDays, .afterDays, .weeks, .months, .rows, .refunds, .trials, .times,
            .percentagePoints, .afterWeeks, .characters, .minutes, .profiles, .events, .entries,
        ]
        for noun in nouns {
            for language in Language.allCases {
                for category in PluralCategory.allCases { #expect(!noun.form(category, language).isEmpty) }
            }
        }
    }
}
