import Facts
import Markup
import Testing
import Wording

@testable import CustomerValue
@testable import PerennialServer

@Suite("What comes from outside stays text, and no value breaks a page")
struct HostileTests {
    static let names = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></bdi></main>", "]]><!--", "\u{202E}gnp.exe\u{2066}",
        String(repeating: "<b>", count: 20_000), "a\u{0}b\u{1B}[31m", "&lt;script&gt;", "javascript:alert(1)", "//evil.example/\\x",
        String(repeating: "e\u{301}", count: 5_000), "👩‍👩‍👧‍👦 家族 العربية", "\r\nSet-Cookie: a=b",
    ]

    /// The same pages with plain names.
    static let calm = Gallery.pages(Samples()).map { ReadPage($0.html) }

    @Test("Hostile names, addresses, properties, events", arguments: names)
    func hostile(name: String) {
        let pages = Gallery.pages(Samples(outside: { name + $0 }))
        for (page, plain) in zip(pages, Self.calm) {
            let read = ReadPage(page.html)
            #expect(read.error == nil, "\(page.name)")
            #expect(read.counts == plain.counts, "\(page.name): text became markup")
            #expect(read.attributeNames == plain.attributeNames, "\(page.name)")
            // What a choice or a hidden field is sent as nobody sees, and it must stay as it is.
            let shown = page.html.replacing(/<option value="[^"]*"/, with: "").replacing(/<input type="hidden"[^>]*>/, with: "")
            for sign in ["\u{202E}", "\u{2066}", "\u{1B}", "\u{0}"] { #expect(!shown.contains(sign), "\(page.name)") }
            for address in read.values(of: "href") + read.values(of: "action") {
                #expect(address.hasPrefix("#") || (address.hasPrefix("/") && !address.hasPrefix("//")), "\(page.name): \(address)")
            }
            #expect(page.html.utf8.count < 400_000, "\(page.name): \(page.html.utf8.count)")
        }
    }

    @Test("A name is shown as it was given, once", arguments: ["<b>Ann & Bob</b>", "O'Neil \"Jr\""])
    func shown(name: String) {
        let samples = Samples(outside: { $0 == "Camille Laurent" ? name : $0 })
        let read = ReadPage(ProfileView(frame: samples.frame(nil), model: samples.profile).html)
        #expect(read.headings.first == name)
    }

    @Test("Amounts and numbers at the ends of what a number takes")
    func extremes() {
        for amount in [Int64.min, -1, 0, Int64.max] {
            for number in [-Double.infinity, -1, 0, 1e300, .nan] {
                let samples = Samples(language: .fr)
                var profile = samples.profile
                var prediction = samples.prediction
                prediction.clv = MoneyEstimate(expected: amount, low: amount, high: amount)
                prediction.numberOfOrders = number
                prediction.churnProbability = number
                prediction.probabilityOfOrder = number
                prediction.pastRisk = [
                    .init(day: samples.day(in: -1_000_000), churnProbability: number),
                    .init(day: samples.day(in: 0), churnProbability: number),
                ]
                prediction.expectedDateOfNextOrder = samples.day(in: 1_000_000)
                profile.outlook = .predicted(prediction)
                profile.orders?.historicMinorUnits = amount
                profile.orders?.averageOrderMinorUnits = number
                profile.orders?.averageDaysBetweenOrders = number
                profile.orders?.orders = [.init(at: Instant(secondsSince1970: amount / 4), minorUnits: amount)]
                let read = ReadPage(ProfileView(frame: samples.frame(nil), model: profile).html)
                #expect(read.error == nil && read.brokenWords.isEmpty, "\(amount) \(number) \(read.brokenWords)")

                var home = samples.home
                home.totals.revenueMinorUnits = amount
                home.forecast?.revenue = MoneyEstimate(expected: amount, low: amount, high: amount)
                home.forecast?.orders = CountEstimate(expected: number, low: number, high: number)
                home.months = home.months.map { .init(month: $0.month, revenueMinorUnits: amount, forecast: home.forecast?.revenue) }
                home.groups = home.groups.map {
                    .init(
                        group: $0.group, customers: .max / 8, revenueMinorUnits: amount, averageOrderMinorUnits: number,
                        predicted: home.forecast?.revenue, meanChurnProbability: number)
                }
                let readHome = ReadPage(HomeView(frame: samples.frame(nil), model: home).html)
                #expect(readHome.error == nil && readHome.brokenWords.isEmpty, "\(amount) \(number) \(readHome.brokenWords)")
            }
        }
    }

    @Test("A shop without currency, and one whose money has no decimals", arguments: ["", "JPY", "KWD"])
    func currencies(code: String) {
        let samples = Samples(currency: Currency(code: code) ?? .none)
        for page in Gallery.pages(samples) { #expect(ReadPage(page.html).error == nil, "\(page.name)") }
    }
}
