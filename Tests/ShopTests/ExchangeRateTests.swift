import CustomerValue
import Eventually
import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("Orders in other currencies count once there is a rate", .serialized)
struct ExchangeRateTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func rates(_ rate: String) throws -> ExchangeRates {
        var rates = ExchangeRates()
        rates.add(
            try #require(ExchangeRates.Rate(rate)), from: try #require(Currency(code: "PLN")), to: try #require(Currency(code: "EUR")),
            on: try #require(ShopDay("2025-01-01")))
        return rates
    }

    @Test("Held-aside orders count from then on, live and after a start, and a taken-back rate holds them aside again")
    func counts() async throws {
        let shop = try open()
        var foreign = order("2", of: "ann@example.com", at: 1_750_000_000, value: 100)
        foreign.currency = Currency(code: "PLN")
        let told = [order("1", of: "bob@example.com", at: 1_750_000_000, value: 10), foreign]
        try await shop.write { (intake) throws(IntakeError) in for event in told { _ = try intake.event(event) } }
        shop.models.requestScoring()
        try await eventually { shop.models.standing.report?.heldAside.first?.orders == 1 }
        try await shop.setExchangeRates(try rates("0.25"), by: "test")
        try await eventually { shop.models.standing.totals?.historicMinorUnits == 3_500 }
        #expect(shop.models.standing.report?.heldAside.isEmpty == true)
        let ann = try #require(shop.findPerson("ann@example.com"))
        #expect(shop.read { $0.scores[ann]?.historicMinorUnits } == 2_500)
        #expect(try shop.verifyDerived().isSound)
        #expect(try shop.journal.audit().contains { $0.entry.action == "exchange-rates.set" })
        shop.close()

        let again = try open()
        #expect(again.exchangeRates.all.map(\.rate.text) == ["0.25"])
        #expect(again.models.standing.totals?.historicMinorUnits == 3_500)
        try await again.setExchangeRates(ExchangeRates(), by: "test")
        try await eventually { again.models.standing.totals?.historicMinorUnits == 1_000 }
        again.close()
    }

    @Test(arguments: ["4.35", "0.2299", "1", "12", "0.000001", "1.10", "123456789012345678"])
    func aRateIsKeptToTheDigit(_ text: String) { #expect(ExchangeRates.Rate(text)?.text == text) }

    @Test(arguments: ["", "0", "-1", "1.2.3", "1e3", "1234567890123456789", "a"])
    func whatIsNoRateIsNone(_ text: String) { #expect(ExchangeRates.Rate(text) == nil) }

    @Test("Somebody was last active by what they did, not by what was sent to them")
    func lastDone() async throws {
        let shop = try open()
        func event(_ metric: String, _ seconds: Int64) -> EventIntake {
            var event = EventIntake(identities: identities("ann@example.com"), metric: metric, source: .api)
            event.time = Instant(secondsSince1970: seconds)
            return event
        }
        let told = [event("Opened Email", 1_740_000_000), event("Received Email", 1_745_000_000), event("Refunded Order", 1_746_000_000)]
        let other = EventIntake(identities: identities("bob@example.com"), metric: "Received Email", source: .api)
        try await shop.write { (intake) throws(IntakeError) in for event in told + [other] { _ = try intake.event(event) } }
        let people = try ["ann", "bob"].map { try #require(shop.findPerson("\($0)@example.com")) }
        #expect(shop.read { $0.lastDone(people[0], through: .now) } == Instant(secondsSince1970: 1_740_000_000))
        #expect(shop.read { $0.lastDone(people[1], through: .now) } == nil)
        shop.close()
    }
}
