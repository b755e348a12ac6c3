import Facts
import JSON
import Testing

@testable import PerennialServer

@Suite struct PlaceTests {
    @Test func currenciesAreThoseOfTheStandard() {
        for code in ["EUR", "usd", "JPY", "HRK", "XAF"] { #expect(TextFormat.matches(code, .currency), "\(code)") }
        for code in ["XXX", "ZZZ", "XTS", "EURO", "E1R", ""] { #expect(!TextFormat.matches(code, .currency), "\(code)") }
    }

    @Test func noCurrencyIsTheShopsOwn() async throws {
        try await TestShop.run { shop in
            func order(_ currency: String) -> String {
                let more = #""unique_id":"\#(currency)","value":5,"value_currency":"\#(currency)""#
                return MoneyDoorTests.event("Placed Order", "a@example.com", more)
            }
            #expect(try await shop.post("/api/events", order("EUR")).status == 202)
            #expect(try await shop.post("/api/events", order("xxx")).status == 202)
            #expect(try await shop.post("/api/events", order("ZZZ")).place == "/data/attributes/value_currency")
            let held = try await shop.get("/api/perennial/intake-health").attributes?["orders_held_aside"]
            #expect(held?.count == 0)
        }
    }

    @Test func addressesAreOfEitherKind() {
        for text in ["192.0.2.7", "2001:db8::7", "::ffff:192.0.2.7"] { #expect(TextFormat.isAddress(text), "\(text)") }
        for text in ["192.0.2", "256.1.1.1", "localhost", "2001:db8", "1.2.3.4 "] { #expect(!TextFormat.isAddress(text), "\(text)") }
    }

    @Test func aPlaceIsOnTheEarth() async throws {
        try await TestShop.run { shop in
            for (place, pointer) in [
                (#""latitude":91"#, "latitude"), (#""longitude":-181"#, "longitude"), (#""latitude":"north""#, "latitude"),
                (#""longitude":"200""#, "longitude"), (#""ip":"not an address""#, "ip"),
            ] {
                let body = #"{"data":{"type":"profile","attributes":{"email":"a@example.com","location":{\#(place)}}}}"#
                #expect(try await shop.post("/api/profiles", body).place == "/data/attributes/location/\(pointer)", "\(place)")
            }
            _ = try await shop.profile(
                #""email":"a@example.com","location":{"latitude":"51.77","longitude":19.45,"ip":"2001:db8::7"}"#)
        }
    }
}
