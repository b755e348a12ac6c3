import Facts
import Testing

@testable import Connectors

@Suite("Amounts")
struct AmountParserTests {
    @Test(
        "plain and grouped amounts",
        arguments: [
            ("0", 0), ("1234", 123_400), ("1234.5", 123_450), ("123.45", 12_345), ("0.01", 1), (".5", 50), ("12.", 1_200),
            ("1 234,50", 123_450), ("1,234.50", 123_450), ("1.234,50", 123_450), ("1'234.50", 123_450), ("1\u{2019}234,50", 123_450),
            ("1\u{00A0}234,50", 123_450), ("1\u{202F}234,50", 123_450), ("1\u{2009}234,50", 123_450), ("12 345 678,9", 1_234_567_890),
            ("1,234,567", 123_456_700), ("1.234.567", 123_456_700), ("12,5", 1_250), ("12,50", 1_250), ("3.14159", 314),
            ("1 234,505", 123_451), ("0,125", 13), ("1234.567", 123_457), ("007.10", 710), (" 12.50 ", 1_250), ("1 234", 123_400),
            ("+12.50", 1_250), ("-12.50", -1_250), ("\u{2212}12,50", -1_250), ("12.50-", -1_250), ("(12.50)", -1_250),
            ("(1,234.50)", -123_450), ("- 12,50", -1_250), ("-0", 0),
            ("1.2e3", 120_000), ("1.234e3", 123_400), ("1,5E+02", 15_000), ("125e-2", 125), ("5e-3", 1), ("4e-3", 0), ("0e99", 0),
            ("17.950000000000003", 1_795), ("0.1000000000000000055511151231257827", 10), ("10000000000000e-2", 1_000_000_000_000_0),
        ])
    func amounts(text: String, scaled: Int64) {
        #expect(AmountParser.read(text) == .amount(scaled: scaled, sign: nil))
    }

    @Test(
        "halves go away from zero, whatever the decimals",
        arguments: [
            ("0.005", 2, Int64(1)), ("-0.005", 2, -1), ("0.0049999", 2, 0), ("2.5", 0, 3), ("-2.5", 0, -3), ("2.49", 0, 2),
            ("1.23456", 3, 1_235), ("12.5", 3, 12_500), ("12.5", 4, 125_000), ("99.995", 2, 10_000), ("0.5", 0, 1), ("0.4", 0, 0),
        ])
    func rounding(text: String, decimals: Int, scaled: Int64) {
        #expect(AmountParser.read(text, mark: .point, decimals: decimals) == .amount(scaled: scaled, sign: nil))
    }

    @Test(
        "currencies that stand with the amount",
        arguments: [
            ("€12.50", "EUR"), ("12.50 €", "EUR"), ("12,50\u{00A0}€", "EUR"), ("12,50 zł", "PLN"), ("12,50zł", "PLN"), ("PLN 12.50", "PLN"),
            ("12.50 pln", "PLN"), ("£12.50", "GBP"), ("US$12.50", "USD"), ("US$ 12.50", "USD"), ("12,50 EUR", "EUR"), ("CHF 12.50", "CHF"),
            ("A$12.50", "AUD"), ("12,50 Kč", "CZK"),
        ])
    func oneCurrency(text: String, code: String) throws {
        let currency = try #require(Currency(code: code))
        #expect(AmountParser.read(text) == .amount(scaled: 1_250, sign: .currency(currency)))
    }

    @Test("signs that several currencies share")
    func sharedSigns() {
        #expect(AmountParser.read("$12.50") == .amount(scaled: 1_250, sign: .severalCurrencies(.dollar)))
        #expect(AmountParser.read("12,50 kr") == .amount(scaled: 1_250, sign: .severalCurrencies(.krone)))
        #expect(AmountParser.read("¥1250", decimals: 0) == .amount(scaled: 1_250, sign: .severalCurrencies(.yen)))
        #expect("\(CurrencySign.SharedSign.dollar)" == "$")
    }

    @Test(
        "minus in every place",
        arguments: ["-€12.50", "€-12.50", "€ -12.50", "-12.50 €", "(€12.50)", "(12.50 €)", "12.50- €", "12.50 €-", "\u{2212}€12.50"])
    func minus(text: String) throws {
        let euro = try #require(Currency(code: "EUR"))
        #expect(AmountParser.read(text) == .amount(scaled: -1_250, sign: .currency(euro)))
    }

    @Test(
        "what is no amount is rejected",
        arguments: [
            "NaN", "nan", "inf", "-inf", "Infinity", "-", "+", "()", "€", "EUR", "abc", "12abc", "12 50", "1,23,456.78", "1.2.3", "1,,5",
            "1.234,567.8", "12.50 EUR TTC", "REF 12", "12%", "--5", "-5-", "(-5)", "(5", "5)", "0x10", "1e", "1e999", "12 345 67",
            "1 2345,6",
            "'5", "1..5", ",", ".", "٣", "12€ 50", "TRUE", "#REF!", "1/2",
        ])
    func notNumbers(text: String) {
        #expect(AmountParser.read(text) == .rejected(.notANumber))
    }

    @Test("the largest amount and one more")
    func largest() {
        #expect(AmountParser.read("100000000000.00") == .amount(scaled: 10_000_000_000_000, sign: nil))
        #expect(AmountParser.read("100000000000.01") == .rejected(.tooLarge))
        #expect(AmountParser.read("-100000000000.01") == .rejected(.tooLarge))
        #expect(AmountParser.read("100000000001") == .rejected(.tooLarge))
        #expect(AmountParser.read("1e99") == .rejected(.tooLarge))
        #expect(AmountParser.read(String(repeating: "9", count: 60)) == .rejected(.tooLarge))
        #expect(AmountParser.read(String(repeating: "9", count: 90)) == .rejected(.notANumber))
    }

    @Test("nothing but spaces is empty", arguments: ["", "  ", "\u{00A0}", "\u{202F}"])
    func empty(text: String) {
        #expect(AmountParser.read(text) == .empty)
    }

    @Test("three digits after one mark wait for the file to decide", arguments: ["1,234", "1.234", "12.345 €", "-999,999"])
    func ambiguous(text: String) {
        guard case .ambiguous(let thousands, let decimals) = AmountParser.read(text) else {
            Issue.record("\(text) was taken as certain")
            return
        }
        #expect(abs(thousands) > 900 * abs(decimals) / 1_000)
        var parser = AmountParser(mark: nil)
        #expect(parser.parse(text) == .ambiguous(ifThousands: thousands, ifDecimals: decimals))
        #expect(parser.mark == nil)
    }

    @Test(
        "the first value that decides the mark",
        arguments: [
            ("12.5", DecimalMark.point), ("1,234.50", .point), ("1,234,567", .point), ("1'234.500", .point), ("0.125", .point),
            ("12,5", .comma), ("1.234,50", .comma), ("1.234.567", .comma), ("1 234,500", .comma), ("0,125", .comma), ("1234,567", .comma),
        ])
    func learning(text: String, mark: DecimalMark) {
        var parser = AmountParser(mark: nil)
        _ = parser.parse(text)
        #expect(parser.mark == mark)
        let isPoint = mark == .point
        #expect(parser.parse("1,234") == .amount(scaled: isPoint ? 123_400 : 123, sign: nil))
        #expect(parser.parse("1.234") == .amount(scaled: isPoint ? 123 : 123_400, sign: nil))
        #expect(parser.parse(isPoint ? "12,5" : "12.5") == .rejected(.contradictsMark))
        #expect(parser.parse(isPoint ? "1.234,50" : "1,234.50") == .rejected(.contradictsMark))
        #expect(parser.mark == mark)
    }

    @Test("what decides nothing", arguments: ["1234", "1 234", "12.", "1,234", "abc", "", "99999999999999.5"])
    func learnsNothing(text: String) {
        var parser = AmountParser(mark: nil)
        _ = parser.parse(text)
        #expect(parser.mark == nil)
    }

    @Test("the sign of an undecided amount can be asked for")
    func signOfAmbiguous() throws {
        let zloty = try #require(Currency(code: "PLN"))
        var text = "1,234 zł"
        let sign = text.withUTF8 { AmountParser.currencySign(in: UnsafeRawBufferPointer($0)) }
        #expect(sign == .currency(zloty))
    }

    @Test("amounts written in many forms read back", arguments: [0, 2, 3])
    func roundTrip(decimals: Int) {
        var generator = SeededGenerator(seed: 7)
        let groupings = ["", ",", ".", " ", "'", "\u{00A0}", "\u{202F}"]
        var scale: Int64 = 1
        for _ in 0..<decimals { scale *= 10 }
        for _ in 0..<4_000 {
            let bits = UInt64.random(in: 0...43, using: &generator)
            let magnitude = min(Int64(generator.next() & ((1 << bits) - 1)), OrderRecord.largestMinorUnits)
            let group = groupings.randomElement(using: &generator) ?? ""
            let mark: DecimalMark = group == "," ? .point : group == "." ? .comma : Bool.random(using: &generator) ? .point : .comma
            let whole = grouped(magnitude / scale, by: group)
            let digits = String(magnitude % scale)
            let fraction = String(repeating: "0", count: max(0, decimals - digits.count)) + digits
            let text = decimals == 0 ? whole : whole + (mark == .point ? "." : ",") + fraction
            let written = [text, "-\(text)", "\(text) €", "(\(text))", "zł \(text)"].randomElement(using: &generator) ?? text
            let isNegative = written.hasPrefix("-") || written.hasPrefix("(")
            guard case .amount(let scaled, _) = AmountParser.read(written, mark: mark, decimals: decimals) else {
                Issue.record("\(written) was not read")
                continue
            }
            if scaled != (isNegative ? -magnitude : magnitude) { Issue.record("\(written) read as \(scaled)") }
        }
    }

    private func grouped(_ value: Int64, by separator: String) -> String {
        var groups: [String] = []
        var rest = Array(String(value))
        while rest.count > 3 {
            groups.insert(String(rest.suffix(3)), at: 0)
            rest.removeLast(3)
        }
        groups.insert(String(rest), at: 0)
        return groups.joined(separator: separator)
    }
}
