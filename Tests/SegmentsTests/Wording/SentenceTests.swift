import Facts
import Segments
import Testing
import Wording

@testable import SegmentWording

@Suite("Sentences, of whom they are")
struct SentenceTests {
    private func check(_ condition: Condition, _ en: String, _ fr: String, _ pl: String) throws {
        #expect(try WordedShop.said(condition, .en) == en)
        #expect(try WordedShop.said(condition, .fr) == fr)
        #expect(try WordedShop.said(condition, .pl) == pl)
    }

    private let value = Condition.test(.number(.historicCLV, .greaterThanOrEqual(500)))
    private let overdue = Condition.test(.overdue(true))
    private let opened = Condition.test(.metric(MetricTest(metric: .id("M1"), filter: .greaterThan(1))))

    @Test("After a number the person is named; after the person not again")
    func subject() throws {
        try check(
            .all([value, overdue, .test(.region(.europeanUnion, isIn: true))]),
            "historic CLV is at least €500.00 and the person is overdue by their own rhythm and lives in the European Union",
            "la CLV historique est d’au moins 500,00 € et la personne est en retard sur son rythme et réside dans l’Union européenne",
            "historyczna CLV wynosi co najmniej 500,00 € i osoba jest po przewidywanym terminie zamówienia i mieszka w Unii Europejskiej")
        try check(
            .all([.any([overdue, value]), opened, overdue]),
            "(is overdue by their own rhythm or historic CLV is at least €500.00) and the person opened an email more than once so far and is overdue by their own rhythm",
            "(est en retard sur son rythme ou la CLV historique est d’au moins 500,00 €) et la personne a ouvert un e-mail plus d’une fois à ce jour et est en retard sur son rythme",
            "(jest po przewidywanym terminie zamówienia lub historyczna CLV wynosi co najmniej 500,00 €) i otwarto e-mail więcej niż raz do tej pory i osoba jest po przewidywanym terminie zamówienia"
        )
    }

    @Test("What must not be")
    func not() throws {
        try check(
            .all([value, .not(overdue), overdue]),
            "historic CLV is at least €500.00 and not (the person is overdue by their own rhythm) and is overdue by their own rhythm",
            "la CLV historique est d’au moins 500,00 € et ce n’est pas le cas : (la personne est en retard sur son rythme) et la personne est en retard sur son rythme",
            "historyczna CLV wynosi co najmniej 500,00 € i nieprawda, że (osoba jest po przewidywanym terminie zamówienia) i osoba jest po przewidywanym terminie zamówienia"
        )
    }

    @Test("Classes and groups")
    func classes() throws {
        try check(
            .all([.test(.word(.rfmGroup, .among(["Loyal", "At Risk"]))), .test(.number(.rfmRecency, .equals(3)))]),
            "the RFM group is Loyal or At Risk and RFM recency score is 3",
            "le groupe RFM est Fidèles ou À risque et la note RFM de récence est de 3",
            "grupa RFM to Lojalni lub Zagrożeni odejściem i ocena aktualności (RFM) wynosi 3")
        try check(
            .test(.word(.purchaseLikelihood, .equals("high"))), "the purchase likelihood is high", "la probabilité d’achat est élevée",
            "prawdopodobieństwo zakupu jest wysokie")
    }

    @Test("Countries of numbers, and what agrees with a label in French")
    func properties() throws {
        func property(_ name: String, _ filter: ValueFilter) -> Condition {
            .test(.property(PropertyTest(property: .standard(name), filter: filter)))
        }
        try check(
            property("phone_number", .text(.phoneCountryAmong(["FR", "PL"]))), "the phone number is from FR or PL",
            "le numéro de téléphone a pour pays FR ou PL", "wartość pola „numer telefonu” pochodzi z kraju FR lub PL")
        try check(
            property("location.country", .text(.notEquals("FR"))), "the country is known and is not “FR”",
            "le pays est connu et n’est pas « FR »", "wartość pola „kraj” jest znana i to nie „FR”")
        try check(
            property("location.city", .text(.among(["a", "b", "c"]))), "the city is “a”, “b” or “c”",
            "la ville est « a », « b » ou « c »", "wartość pola „miasto” to „a”, „b” lub „c”")
    }

    @Test("Money of all time in Polish")
    func polishMoney() throws {
        let sum = Condition.test(
            .metric(MetricTest(metric: .name("Placed Order"), measurement: .sum, filter: .greaterThan(5), timeFrame: .allTime)))
        #expect(try WordedShop.said(sum, .pl) == "łączna wartość złożonych do tej pory zamówień wynosi więcej niż 5,00 €")
    }

    @Test("Every metric that is known is said in each language, and only once", arguments: Language.allCases)
    func deeds(language: Language) throws {
        let words = Words(language)
        let phrases = try KnownDeed.allCases.map { try #require($0.phrases, "\($0) has no words") }
        #expect(Set(phrases.map { words($0.did) }).count == phrases.count)
        #expect(Set(phrases.map { words($0.didNot) }).count == phrases.count)
        #expect(Set(phrases.map { words($0.many) }).count == phrases.count)
        #expect(KnownDeed(metricName: "Checkout_Started") == .startedCheckout && KnownDeed(metricName: "Tasting") == nil)
    }

    @Test("What was seen is rounded to what means something, and a text is quoted once")
    func observed() throws {
        let words = SegmentWords(.en, names: try WordedShop.names())
        func said(_ observed: Observed, _ test: Segments.Test) -> String {
            words.observed(observed, by: test).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        }
        let churn = Segments.Test.number(.churnProbability, .greaterThan(0.5))
        #expect(said(.number(1.0 / 3), churn) == "33.33%" && said(.number(0.5), churn) == "50%")
        #expect(said(.number(1e-9), churn) == "< 0.01%")
        #expect(said(.number(1234.5678), .number(.predictedCLV, .greaterThan(1))) == "€1,234.57")
        let (inMinute, minute) = (Instant(secondsSince1970: 1_700_000_047), Instant(secondsSince1970: 1_700_000_040))
        #expect(said(.moment(inMinute), churn) == said(.moment(minute), churn) && said(.moment(inMinute), churn).hasSuffix(":14"))
        let text = Segments.Test.property(PropertyTest(property: .custom(["x"]), filter: .isSet(true)))
        #expect(said(.value(#""s""#), text) == "“s”" && said(.value(#"["a",1.5,true]"#), text) == "“a”, 1.5, yes")
        #expect(said(.value(#"{"a":1}"#), text) == #"“{"a":1}”"# && said(.value("12.25"), text) == "12.25")
        let far = Segments.Test.distance(
            DistanceTest(country: "FR", postalCode: "75001", kilometers: 10, isInMiles: false, isFarther: false))
        #expect(said(.distance(3.14159), far) == "3.1 km")
    }
}
