import Facts
import SegmentWording
import Segments
import Testing
import Wording

/// A shop whose metrics and groups are few.
enum WordedShop {
    static func names(_ currency: String = "EUR", zone: String = "Europe/Paris") throws -> SegmentNames {
        SegmentNames(
            currency: try #require(Currency(code: currency)), zone: try #require(ShopTimeZone(identifier: zone)),
            metric: { reference in
                switch reference {
                case .id("M1"), .name("Opened Email"): SegmentNames.Metric(name: "Opened Email", isMoney: false)
                case .name("Placed Order"): SegmentNames.Metric(name: "Placed Order", isMoney: true)
                case .name("Tasting"): SegmentNames.Metric(name: "Tasting", isMoney: false)
                default: nil
                }
            },
            group: { reference in
                switch reference {
                case .id("L1"): .list("Newsletter")
                case .id("S1"): .segment("Wine: \"reds\"")
                default: nil
                }
            })
    }

    static func said(_ condition: Condition, _ language: Language, currency: String = "EUR") throws -> String {
        let text = SegmentWords(language, names: try names(currency)).sentence(condition)
        return text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
}

@Suite("A definition in words")
struct SegmentWordsTests {
    private func check(_ condition: Condition, _ en: String, _ fr: String, _ pl: String) throws {
        #expect(try WordedShop.said(condition, .en) == en)
        #expect(try WordedShop.said(condition, .fr) == fr)
        #expect(try WordedShop.said(condition, .pl) == pl)
    }

    @Test("Low predicted CLV, in a list, opened mail lately")
    func lowValueEngaged() throws {
        try check(
            .all([
                .any([.test(.number(.predictedCLV, .lessThanOrEqual(5)))]),
                .any([.test(.membership(MembershipTest(isMember: true, groups: [.id("L1")])))]),
                .any([
                    .test(.metric(MetricTest(metric: .id("M1"), filter: .greaterThanOrEqual(1), timeFrame: .inTheLast(Span(90, .day)))))
                ]),
            ]),
            "predicted CLV is at most €5.00 and the person is in the list “Newsletter” and opened an email at least once in the last 90 days",
            "la CLV prévue est d’au plus 5,00 € et la personne est dans la liste « Newsletter » et a ouvert un e-mail au moins une fois au cours des 90 derniers jours",
            "przewidywana CLV wynosi co najwyżej 5,00 € i osoba należy do listy „Newsletter” i otwarto e-mail co najmniej raz w ciągu ostatnich 90 dni"
        )
    }

    @Test("Groups of groups, as an outline")
    func outline() throws {
        let condition = Condition.all([
            .any([.test(.overdue(true)), .not(.test(.region(.europeanUnion, isIn: true)))]),
            .test(.number(.churnProbability, .greaterThan(0.125))),
        ])
        #expect(
            SegmentWords(.en, names: try WordedShop.names()).outline(condition).text == """
                All of these hold:
                - At least one of these holds:
                  - is overdue by their own rhythm
                  - This does not hold:
                    - lives in the European Union
                - churn risk is more than 12.5%
                """)
        #expect(
            try WordedShop.said(condition, .en)
                == "(is overdue by their own rhythm or not (lives in the European Union)) and churn risk is more than 12.5%")
    }

    @Test(
        "Never, and how often",
        arguments: zip(
            [NumberFilter.equals(0), .lessThan(1), .equals(2), .between(2, 5), .lessThan(22), .greaterThan(1.5), .notEquals(3)],
            [
                ["has not opened an email so far", "n’a pas ouvert d’e-mail à ce jour", "nie otwarto e-maila do tej pory"],
                ["has not opened an email so far", "n’a pas ouvert d’e-mail à ce jour", "nie otwarto e-maila do tej pory"],
                [
                    "opened an email exactly 2 times so far", "a ouvert un e-mail exactement 2 fois à ce jour",
                    "otwarto e-mail dokładnie 2 razy do tej pory",
                ],
                [
                    "opened an email from 2 to 5 times so far", "a ouvert un e-mail de 2 à 5 fois à ce jour",
                    "otwarto e-mail od 2 do 5 razy do tej pory",
                ],
                [
                    "opened an email fewer than 22 times so far", "a ouvert un e-mail moins de 22 fois à ce jour",
                    "otwarto e-mail mniej niż 22 razy do tej pory",
                ],
                [
                    "opened an email more than 1.5 times so far", "a ouvert un e-mail plus de 1,5 fois à ce jour",
                    "otwarto e-mail więcej niż 1,5 raza do tej pory",
                ],
                [
                    "opened an email any number of times but 3 so far", "a ouvert un e-mail un nombre de fois autre que 3 à ce jour",
                    "otwarto e-mail inną liczbę razy niż 3 do tej pory",
                ],
            ]))
    func times(filter: NumberFilter, expected: [String]) throws {
        try check(.test(.metric(MetricTest(metric: .id("M1"), filter: filter))), expected[0], expected[1], expected[2])
    }

    @Test("Money of orders, with what they say")
    func money() throws {
        try check(
            .test(
                .metric(
                    MetricTest(
                        metric: .name("Placed Order"), measurement: .sum, filter: .greaterThan(1_300),
                        timeFrame: .inTheLast(Span(1, .week)),
                        properties: [EventPropertyTest(property: "source_name", filter: .text(.equals("pos")))]))),
            "the total value of orders placed in the last week (only where the property “source_name” is “pos”) is more than €1,300.00",
            "la valeur totale des commandes passées au cours de la dernière semaine (seulement où la propriété « source_name » est « pos ») dépasse 1 300,00 €",
            "łączna wartość złożonych w ciągu ostatniego tygodnia zamówień (tylko gdy właściwość „source_name” to „pos”) wynosi więcej niż 1300,00 €"
        )
    }

    @Test("A metric of the shop's own, and one that is not there")
    func otherMetrics() throws {
        try check(
            .test(.metric(MetricTest(metric: .name("Tasting"), filter: .greaterThan(0), timeFrame: .atLeastAgo(Span(1, .hour))))),
            "did “Tasting” at least once at least 1 hour ago", "a fait « Tasting » au moins une fois il y a au moins 1 heure",
            "odnotowano zdarzenie „Tasting” co najmniej raz co najmniej 1 godzinę temu")
        try check(
            .test(.metric(MetricTest(metric: .id("gone"), filter: .equals(0), timeFrame: .calendarMonth(1)))),
            "has not done “gone” (not found) in January of any year",
            "n’a pas fait « gone » (introuvable) en janvier, quelle que soit l’année",
            "nie odnotowano zdarzenia „gone” (nie znaleziono) w styczniu dowolnego roku")
    }

    @Test("One thing after another")
    func funnel() throws {
        try check(
            .test(
                .funnel(
                    FunnelTest(
                        steps: [
                            FunnelTest.Step(metric: .id("M1"), hasHappened: true),
                            FunnelTest.Step(metric: .name("Placed Order"), hasHappened: false),
                        ], timeFrame: .inTheLast(Span(2, .day)), completionSeconds: 86_400))),
            "opened an email in the last 2 days, then has not placed an order, all within 1 day",
            "a ouvert un e-mail au cours des 2 derniers jours, puis n’a pas passé commande, le tout en moins de 1 jour",
            "otwarto e-mail w ciągu ostatnich 2 dni, potem nie złożono zamówienia, wszystko w ciągu 1 dnia")
    }

    @Test("Dates in the shop's zone; what somebody typed stays as it was")
    func dates() throws {
        try check(
            .test(
                .property(
                    PropertyTest(
                        property: .standard("created"), filter: .date(.before(Instant(secondsSince1970: 1_735_686_000)))))),
            "the date of the profile's creation is before 1 Jan 2025", "la date de création du profil tombe avant le 01/01/2025",
            "data utworzenia profilu przypada przed 01.01.2025")
        try check(
            .test(.moment(.lastOrder, .after(Instant(secondsSince1970: 1_735_689_645)))),
            "the date of the last order is from 1 Jan 2025, 01:00:45 on",
            "la date de la dernière commande tombe à partir du 01/01/2025 à 01:00:45",
            "data ostatniego zamówienia przypada od 01.01.2025, 01:00:45")
        try check(
            .test(.property(PropertyTest(property: .custom(["l'avis", "x"]), filter: .text(.notContains("c'est ça ?"))))),
            "the property “l'avis › x” is known and does not contain the text “c'est ça ?”",
            "la propriété « l'avis › x » est connue et ne contient pas le texte « c'est ça ? »",
            "właściwość „l'avis › x” jest znana i nie zawiera tekstu „c'est ça ?”")
    }

    @Test("Groups, consent, tops, words")
    func others() throws {
        try check(
            .test(.membership(MembershipTest(isMember: false, groups: [.id("L1"), .id("S1"), .id("?")]))),
            "is in none of (list “Newsletter”, segment “Wine: \"reds\"”, “?” (not found))",
            "ne fait partie d’aucun de ces groupes (liste « Newsletter », segment « Wine: \"reds\" », « ? » (introuvable))",
            "nie należy do żadnej z grup (lista „Newsletter”, segment „Wine: \"reds\"”, „?” (nie znaleziono))")
        try check(
            .test(
                .consent(ConsentTest(channel: .email, canReceive: true, subscription: .subscribed, filters: [.method("form", among: [])]))),
            "may receive marketing by email, is subscribed, by way of: a form",
            "peut recevoir du marketing par e-mail, est abonnée, par le moyen : un formulaire",
            "może otrzymywać marketing (e-mail), jest zapisana, sposób: formularz")
        try check(
            .test(.top(TopTest(dimension: .totalCLV, size: .percent(5)))), "is among the 5% with the highest total CLV",
            "figure parmi les 5 % de profils en tête selon la CLV totale", "należy do 5% profili z najwyższą wartością: całkowita CLV")
        try check(
            .test(.top(TopTest(dimension: .averageOrderValue, size: .count(1), isBottom: true))),
            "has the lowest average order value (AOV)", "est au dernier rang selon le panier moyen",
            "ma najniższą wartość: średnia wartość zamówienia (AOV)")
        try check(
            .test(.word(.purchaseLikelihood, .among(["low", "new"]))), "the purchase likelihood is low or “new customer”",
            "la probabilité d’achat est faible ou « nouveau client »", "prawdopodobieństwo zakupu jest niskie lub to „nowy klient”")
    }

    @Test(
        "Numbers keep every digit",
        arguments: zip(
            [0.1 + 0.2, 1e21, -1_234.5, 9.3e18, 12.0], ["0.30000000000000004", "1 ×10^21", "−1,234.5", "9.3 ×10^18", "12"]))
    func digits(value: Double, expected: String) {
        #expect(
            LocalizedFormat(.en).exact(value).replacing("\u{A0}×\u{A0}", with: " ×") == expected)
    }

    @Test("Amounts keep what is less than a cent")
    func cents() throws {
        let euro = try #require(Currency(code: "EUR"))
        let yen = try #require(Currency(code: "JPY"))
        #expect(LocalizedFormat(.en).exactMoney(5, euro) == "€5.00")
        #expect(LocalizedFormat(.en).exactMoney(0.125, euro) == "€0.125")
        #expect(LocalizedFormat(.en).exactMoney(5, yen) == "¥5")
        #expect(LocalizedFormat(.en).exactPercent(0.3) == "30%")
    }
}
