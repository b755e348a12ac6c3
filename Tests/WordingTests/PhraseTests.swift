import Facts
import Testing
import Wording

@Suite("Phrases")
struct PhraseTests {
    /// Every phrase with values that depends on counts, said with some values.
    static func said(_ words: Words, _ number: Int) -> [String] {
        [
            words.reasonNew(daysSinceFirstOrder: number), words.reasonBoughtOnce(daysAgo: number, othersReturnedWithinDays: number),
            words.reasonBoughtOnce(daysAgo: number, othersReturnedWithinDays: nil), words.reasonLapsed(orders: number, silentDays: number),
            words.reasonOverdue(everyDays: number, silentDays: number), words.reasonFrequentAndRecent(orders: number, silentDays: number),
            words.reasonOnTime(everyDays: number, silentDays: number), words.reasonSomewhatLate(everyDays: number, silentDays: number),
            words.reasonSpendsMore(timesMean: Double(number) + 0.5), words.startWithTheTop(customers: number, atStake: "€1"),
            words.boughtOnceBetween(customers: number, fromDays: number, toDays: number),
            words.championsBrought(customers: number, shareOfRevenue: 0.5), words.surelyGone(customers: number, share: 0.5),
            words.inactiveGroup(customers: number, share: 0.5), words.overdueCustomers(number), words.ofCustomers(number),
            words.inTheNext(days: number), words.whenToWrite(quarterDays: number, medianDays: number, threeQuartersDays: number),
            words.returnsTooShort(medianDays: number, threeQuartersDays: number),
            words.inNoFigure(orders: number, .none),
            words.ofCustomersAtLeastOld(number, days: number), words.recencyWithin(days: number), words.recencyBeyond(days: number),
            words.newMeans(underDays: number), words.backWithin(days: number), words.laterValueLead(days: number),
            words.tooFewFolds(found: number, needed: 3), words.historyTooShort(days: number, needed: 90), words.daysNeededForTrial(number),
            words.lastQuarterLead(cutoff: "x", days: number, customers: number), words.shownOf(number, all: number), words.showMore(number),
            words.calibrationSentence(said: 0.7, ordered: 0.68, missedBy: 0.012), words.ago(days: number),
            words.ordersSince(number, first: nil) + " " + words.ordersSince(number, first: "x"), words.expected(inDays: number),
            words.conditionsHold(number, of: 5), words.passwordHint(shortest: number), words.passwordTooShort(shortest: number),
            words.tooManyAttempts(waitSeconds: number), words.heldAside(orders: number, currency: "GBP"), words.ofHundred(Double(number)),
            words.score(number, of: 3), words.rowsShown(first: 1, last: number, all: number),
            words.labelled("a", "b \(number)") + words.since("x"), words.rfmGroups(on: "x", comparedWith: "y"),
            words.changedGroup(number, of: number), words.settingsMove(number, of: number),
            words.groupStanding("x", since: "y", previous: "z"), words.groupStanding("x", since: nil, previous: nil),
            words.everybodyAlike("x", score: number), words.nobodyHas("x", scores: [1, number], isTie: true),
            words.nobodyHas("x", scores: [number], isTie: false), words.nobodyIsIn("x"),
            words.oddPair(lower: 221, "x", higher: 231, "y"), words.nobodyToSettleOver("x"),
        ]
    }

    @Test("No phrase shows a placeholder, an optional or two spaces", arguments: Language.allCases)
    func clean(language: Language) {
        for number in [0, 1, 2, 5, 12, 22, 1_234_567] {
            for text in Self.said(Words(language), number) {
                #expect(!text.isEmpty)
                for sign in ["%@", "%d", "{", "}", "\\(", "Optional", "nil", "  ", "nan"] { #expect(!text.contains(sign), "\(text)") }
            }
        }
    }

    @Test("The languages say different things")
    func languagesDiffer() {
        let all = Language.allCases.map { Self.said(Words($0), 5) }
        for (english, others) in zip(all[0], zip(all[1], all[2])) {
            #expect(english != others.0 && english != others.1 && others.0 != others.1, "\(english)")
        }
    }

    @Test("A regular buyer who is silent, in the customer's own figures")
    func overdue() {
        let plain = { (text: String) in text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
        let said = Language.allCases.map { plain(Words($0).reasonOverdue(everyDays: 40, silentDays: 95)) }
        #expect(
            said == [
                "orders every 40 days, silent for 95 days", "commande tous les 40 jours, silencieux depuis 95 jours",
                "zamawia co 40 dni, cisza od 95 dni",
            ])
        let daily = Language.allCases.map { plain(Words($0).reasonOverdue(everyDays: 1, silentDays: 1)) }
        #expect(
            daily == [
                "orders every day, silent for 1 day", "commande chaque jour, silencieux depuis 1 jour",
                "zamawia codziennie, cisza od 1 dnia",
            ])
        #expect(plain(Words(.pl).reasonLapsed(orders: 5, silentDays: 400)) == "5 zamówień, ale żadnego od 400 dni")
        #expect(plain(Words(.pl).reasonSpendsMore(timesMean: 3.14)) == "zamówienia 3,1 raza większe od średniej w sklepie")
        #expect(plain(Words(.pl).reasonSpendsMore(timesMean: 12)) == "zamówienia 12 razy większe od średniej w sklepie")
    }

    @Test("The middle recency is short enough for the head of a chart")
    func recency() {
        #expect(Words(.pl).recencyBetween(days: 181, and: 365) == "Ostatnie zamówienie 181–365\u{A0}dni temu")
        #expect(Words(.en).recencyBetween(days: 181, and: 365) == "Last order 181 to 365\u{A0}days ago")
    }

    @Test("Polish classes of value and of likelihood differ in gender")
    func genders() {
        #expect(Phrase.ValueClass.low[.pl] == "niska" && Phrase.LikelihoodClass.low[.pl] == "niskie")
        #expect(Phrase.ValueClass.high[.pl] == "wysoka" && Phrase.LikelihoodClass.high[.pl] == "wysokie")
    }

    @Test("French keeps its signs with the word before")
    func frenchSpaces() {
        #expect(
            Phrase(en: "", fr: "Quoi : l'un ; « l'autre » ?", pl: "")[.fr] == "Quoi\u{A0}: l’un\u{202F}; «\u{A0}l’autre\u{A0}»\u{202F}?")
        #expect(Phrase(en: "a : b", fr: "", pl: "a : b")[.en] == "a : b")
    }

    @Test("Lists join as each language does")
    func lists() {
        #expect(Words(.en).list(["a", "b", "c"]) == "a, b and c")
        #expect(Words(.fr).list(["a", "b"]) == "a et b")
        #expect(Words(.pl).list(["a"]) == "a")
        #expect(Words(.en).list([]) == "")
    }

    @Test("Amounts without a currency are said to be so")
    func noCurrency() throws {
        let day = try #require(ShopDay("2024-12-31"))
        #expect(Words(.en).ordersFromTo(first: nil, asOf: day, currency: .none).hasSuffix("amounts without a named currency"))
    }
}
