import Facts
import Testing
import Wording

@Suite("Numbers, money and dates by language")
struct LocalizedFormatTests {
    static let euro = Currency(code: "EUR") ?? .none
    static let zloty = Currency(code: "PLN") ?? .none
    static let dollar = Currency(code: "USD") ?? .none

    @Test(
        "Money",
        arguments: [
            (Language.fr, "EUR", 123_450, "1\u{202F}234,50\u{A0}€"), (.fr, "EUR", 99, "0,99\u{A0}€"), (.fr, "PLN", 5_00, "5,00\u{A0}PLN"),
            (.fr, "USD", 5_00, "5,00\u{A0}$US"), (.pl, "PLN", 123_450, "1234,50\u{A0}zł"),
            (.pl, "PLN", 1_234_550, "12\u{A0}345,50\u{A0}zł"),
            (.pl, "EUR", 10_00, "10,00\u{A0}€"), (.pl, "USD", 10_00, "10,00\u{A0}USD"), (.en, "USD", 123_450, "$1,234.50"),
            (.en, "EUR", 123_450, "€1,234.50"), (.en, "GBP", 100, "£1.00"), (.en, "PLN", 123_450, "PLN\u{A0}1,234.50"),
            (.en, "JPY", 1_234, "¥1,234"), (.en, "KWD", 1_234_567, "KWD\u{A0}1,234.567"), (.en, "EUR", -5_00, "\u{2212}€5.00"),
            (.fr, "EUR", -123_450, "\u{2212}1\u{202F}234,50\u{A0}€"),
        ])
    func money(language: Language, code: String, minorUnits: Int, text: String) throws {
        let currency = try #require(Currency(code: code))
        #expect(LocalizedFormat(language).money(Int64(minorUnits), currency) == text)
    }

    @Test("A currency without a name leaves the number alone, and no amount is too large to print")
    func extremes() {
        #expect(LocalizedFormat(.en).money(123_456, .none) == "1,234.56")
        #expect(LocalizedFormat(.en).money(.max, Self.euro) == "€92,233,720,368,547,758.07")
        #expect(LocalizedFormat(.en).money(.min, Self.euro) == "\u{2212}€92,233,720,368,547,758.08")
        #expect(LocalizedFormat(.pl).wholeMoney(Double.infinity, Self.euro) == "0\u{A0}€")
    }

    @Test(
        "Whole numbers",
        arguments: [
            (Language.en, 1_234, "1,234"), (.en, -1_234_567, "\u{2212}1,234,567"), (.en, 999, "999"), (.fr, 1_234, "1\u{202F}234"),
            (.pl, 1_234, "1234"), (.pl, 12_345, "12\u{A0}345"), (.pl, 1_234_567, "1\u{A0}234\u{A0}567"),
        ])
    func numbers(language: Language, value: Int, text: String) {
        #expect(LocalizedFormat(language).number(value) == text)
    }

    @Test("Decimals; what is no number is a dash, and nothing is minus zero")
    func decimals() {
        #expect(LocalizedFormat(.en).decimal(1234.567, decimals: 2) == "1,234.57")
        #expect(LocalizedFormat(.fr).decimal(-0.5, decimals: 1) == "\u{2212}0,5")
        #expect(LocalizedFormat(.pl).decimal(-0.001, decimals: 1) == "0,0")
        #expect(LocalizedFormat(.en).decimal(.nan, decimals: 1) == "–")
        #expect(LocalizedFormat(.en).decimal(1e300, decimals: 1) == "9,000,000,000,000,000")
    }

    @Test("A percentage is never rounded to nothing or to all")
    func percentages() {
        #expect(LocalizedFormat(.en).percent(0.454) == "45%")
        #expect(LocalizedFormat(.fr).percent(0.45) == "45\u{202F}%")
        #expect(LocalizedFormat(.pl).percent(0.45) == "45%")
        #expect(LocalizedFormat(.en).percent(0.0001) == "<\u{202F}1%")
        #expect(LocalizedFormat(.en).percent(0.9999) == ">\u{202F}99%")
        #expect(LocalizedFormat(.en).percent(0) == "0%")
        #expect(LocalizedFormat(.en).percent(1) == "100%")
        #expect(LocalizedFormat(.pl).percent(0.1234, decimals: 1) == "12,3%")
        #expect(LocalizedFormat(.en).signedPercent(0.12) == "+12%")
        #expect(LocalizedFormat(.en).signedPercent(-0.12) == "\u{2212}12%")
        #expect(LocalizedFormat(.en).signedPercent(0.001) == "0%")
    }

    @Test("Estimates have three digits that mean something")
    func estimates() {
        #expect(LocalizedFormat(.en).estimate(123_456_789, Self.euro) == "€1,230,000")
        #expect(LocalizedFormat(.en).estimate(123_456, Self.euro) == "€1,235")
        #expect(LocalizedFormat(.en).estimate(0, Self.euro) == "€0")
    }

    @Test("Days and months")
    func dates() throws {
        let day = try #require(ShopDay("2024-12-31"))
        #expect(LocalizedFormat(.en).date(day) == "31\u{A0}Dec\u{A0}2024")
        #expect(LocalizedFormat(.fr).date(day) == "31/12/2024")
        #expect(LocalizedFormat(.pl).date(day) == "31.12.2024")
        let early = try #require(ShopDay("2024-01-05"))
        #expect(LocalizedFormat(.fr).date(early) == "05/01/2024")
        #expect(LocalizedFormat(.en).month(of: early) == "Jan\u{A0}2024")
        #expect(LocalizedFormat(.fr).month(of: early) == "janv.\u{A0}2024")
        #expect(LocalizedFormat(.pl).month(of: early) == "sty\u{A0}2024")
        for language in Language.allCases {
            #expect(Set((1...12).map { LocalizedFormat(language).monthName($0) }).count == 12)
        }
    }

    @Test("Durations and ranges")
    func durations() {
        #expect(Language.allCases.map { Words($0).days(95) } == ["95\u{A0}days", "95\u{A0}jours", "95\u{A0}dni"])
        #expect(Language.allCases.map { Words($0).days(1) } == ["1\u{A0}day", "1\u{A0}jour", "1\u{A0}dzień"])
        #expect(Words(.pl).ofDays(1) == "1\u{A0}dnia")
        #expect(Language.allCases.map { Words($0).range("1", "2") } == ["1 to 2", "de 1 à 2", "od 1 do 2"])
    }
}
