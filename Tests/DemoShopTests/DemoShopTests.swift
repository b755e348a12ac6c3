import DemoShop
import Facts
import Testing

@Suite("The demo shop")
struct DemoShopTests {
    private static let asOf = ShopDay(daysSince1970: 20_269)  // 2025-06-30
    private let asOf = Self.asOf
    private let euro = Currency(code: "EUR") ?? .none

    /// Heard once for several tests.
    private static let usual = HeardShop(DemoShop(customers: 2_500, seed: 1, asOf: asOf))

    @Test("The same seed and as-of tell the same, byte for byte; another seed tells another story")
    func isDeterministic() {
        let first = HeardShop(DemoShop(customers: 200, seed: 7, asOf: asOf))
        let again = HeardShop(DemoShop(customers: 200, seed: 7, asOf: asOf))
        let other = HeardShop(DemoShop(customers: 200, seed: 8, asOf: asOf))
        let isSame = first.fingerprints == again.fingerprints
        #expect(isSame)
        #expect(first.fingerprints.last != other.fingerprints.last)
        #expect(first.fingerprints.count > 5_000)
    }

    @Test("What was told in the morning is told in the evening, and more")
    func growsWithTheDay() {
        let evening = DemoShop(customers: 200, seed: 3, asOf: asOf)
        let morning = DemoShop(customers: 200, seed: 3, asOf: Instant(secondsSince1970: evening.asOf.secondsSince1970 - 43_200))
        let early = HeardShop(morning)
        let late = HeardShop(evening)
        let isBeginning = late.fingerprints.starts(with: early.fingerprints)
        #expect(isBeginning)
        #expect(early.fingerprints.count < late.fingerprints.count)
    }

    @Test(
        "Any moment can be the last, also one that no shop has seen",
        arguments: [.min, -1, 0, 86_400 * 300, 4_294_967_295, .max] as [Int64])
    func takesAnyMoment(seconds: Int64) {
        let heard = HeardShop(DemoShop(customers: 20, seed: 1, asOf: Instant(secondsSince1970: seconds)))
        let faults = heard.faults.filter { !$0.hasPrefix("nobody ever was") }
        #expect(faults.isEmpty && heard.fingerprints.count > 500)
    }

    @Test("A shop without customers, or with a negative number of them, tells nothing", arguments: [0, -5])
    func isEmpty(customers: Int) {
        #expect(HeardShop(DemoShop(customers: customers, asOf: asOf)).fingerprints.isEmpty)
    }

    @Test("In order of time, nobody unknown, refunds of orders, values that add up", arguments: [2, 99] as [UInt64])
    func isConsistent(seed: UInt64) {
        let heard = HeardShop(DemoShop(customers: 600, seed: seed, asOf: asOf))
        #expect(heard.faults.isEmpty, "\(heard.faults.prefix(5))")
        for metric in DemoMetric.allCases where metric != .markedAsSpam && metric != .bouncedEmail {
            #expect(heard.counts[metric, default: 0] > 0, "\(metric.rawValue)")
        }
    }

    @Test("Addresses and numbers belong to nobody")
    func isNobody() {
        let heard = Self.usual
        let reserved = ["example.com", "example.org", "example.net"]
        var masked = 0
        for email in heard.emails {
            let domain = String(email.drop { $0 != "@" }.dropFirst())
            if DemoShop.maskedDomains.contains(domain) { masked += 1 } else { #expect(reserved.contains(domain), "\(email)") }
            #expect(email.utf8.allSatisfy { $0 < 128 }, "\(email)")
        }
        #expect((50...130).contains(masked))
        let ranges = [
            "+3363998", "+447700900", "+493023125", "+494066969", "+498999998", "+492214710", "+496990009", "+121255501", "+161755501",
            "+120255501",
        ]
        #expect(heard.phones.count > 300)
        for phone in heard.phones { #expect(ranges.contains { phone.hasPrefix($0) }, "\(phone)") }
    }

    @Test("Predictions are possible, also in a small shop", arguments: [3, 4, 5] as [UInt64])
    func passesTheGate(seed: UInt64) throws {
        let shop = DemoShop(customers: 650, seed: seed, asOf: asOf)
        let byCustomer = HeardShop(shop).ordersByCustomer(currency: euro)
        #expect(byCustomer.count >= 500)
        #expect(byCustomer.values.contains { $0.count >= 3 })
        let times = byCustomer.values.flatMap { $0.map(\.time) }
        let first = try #require(times.min())
        let last = try #require(times.max())
        #expect(last.secondsSince1970 - first.secondsSince1970 > 700 * 86_400)
        #expect(shop.asOf.secondsSince1970 - last.secondsSince1970 < 3 * 86_400)
    }

    @Test("Shares are those of a shop that might be there")
    func isPlausible() {
        let heard = Self.usual
        #expect(heard.faults.isEmpty, "\(heard.faults.prefix(5))")
        let byCustomer = heard.ordersByCustomer(currency: euro)
        let paid = byCustomer.values.flatMap { $0 }
        let all = Double(heard.orders.count)
        let oneTime = Double(byCustomer.values.count { $0.count == 1 }) / Double(byCustomer.count)
        #expect((0.45...0.60).contains(oneTime), "\(oneTime)")
        let ordersPerCustomer = Double(paid.count) / Double(byCustomer.count)
        #expect((2.0...3.2).contains(ordersPerCustomer), "\(ordersPerCustomer)")
        let average = Double(paid.reduce(0) { $0 + $1.value.minorUnits }) / 100 / Double(paid.count)
        #expect((44...62).contains(average), "\(average)")
        let refunded = Double(heard.orders.values.count { $0.refunded > 0 }) / all
        #expect((0.035...0.065).contains(refunded), "\(refunded)")
        let cancelled = Double(heard.orders.values.count { $0.isCancelled }) / all
        #expect((0.008...0.022).contains(cancelled), "\(cancelled)")
        let free = Double(heard.orders.values.count { $0.value.minorUnits == 0 }) / all
        #expect((0.002...0.009).contains(free), "\(free)")
        let foreign = Double(heard.orders.values.count { $0.value.currency != euro }) / all
        #expect((0.003...0.025).contains(foreign), "\(foreign)")
        for (source, range) in ["web": 0.5...0.8, "pos": 0.1...0.3, "subscription": 0.08...0.25, "marketplace": 0.005...0.03] {
            let share = Double(heard.orders.values.count { $0.source == source }) / all
            #expect(range.contains(share), "\(source): \(share)")
        }
        #expect(heard.countries.count == 9)
    }

    @Test("December is busier than August, and Sunday's tills are closed")
    func hasSeasons() throws {
        let zone = try #require(ShopTimeZone(identifier: DemoShop.timeZoneIdentifier))
        var months: [ShopMonth: Int] = [:]
        for order in Self.usual.orders.values {
            let day = zone.day(of: order.time)
            months[ShopMonth(day), default: 0] += 1
            // 1970-01-01 was a Thursday.
            if order.source == "pos" { #expect((day.daysSince1970 + 3) % 7 != 6) }
        }
        let lastMonth = ShopMonth(asOf)
        let august = try #require(months[lastMonth.advanced(byMonths: -10)])
        let december = try #require(months[lastMonth.advanced(byMonths: -6)])
        #expect(Double(december) > 1.6 * Double(august), "\(december) and \(august)")
    }
}
