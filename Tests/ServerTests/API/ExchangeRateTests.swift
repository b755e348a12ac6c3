import Facts
import JSON
import Shop
import Testing

@testable import PerennialServer

@Suite("Exchange rates over the API")
struct ExchangeRateAPITests {
    private static let path = "/api/perennial/exchange-rates"

    private static func body(_ rates: String) -> String {
        #"{"data":{"type":"exchange-rates","attributes":{"rates":[\#(rates)]}}}"#
    }

    @Test("They are put as a whole and read as they were put")
    func putAndGet() async throws {
        try await TestShop.run { test in
            let rate = #"{"date":"2025-01-31","from":"PLN","to":"EUR","rate":"0.2299"}"#
            let put = try await test.server.request("PUT", Self.path, body: Self.body(rate))
            #expect(put.status == 200, "\(put.text)")
            let rates = try await test.get(Self.path).attributes?["rates"]
            #expect(rates?[0]?["rate"]?.string == "0.2299" && rates?[0]?["date"]?.string == "2025-01-31")
            #expect(try await test.server.request("PUT", Self.path, body: Self.body("")).status == 200)
            #expect(test.shop.exchangeRates.isEmpty)
        }
    }

    @Test(
        "What is no rate is refused where it stands",
        arguments: [
            (#"{"date":"31.1.2025","from":"PLN","to":"EUR","rate":"1"}"#, "/data/attributes/rates/0/date"),
            (#"{"date":"2025-01-31","from":"PLN","to":"EUR","rate":"-1"}"#, "/data/attributes/rates/0/rate"),
            (#"{"date":"2025-01-31","from":"zloty","to":"EUR","rate":"1"}"#, "/data/attributes/rates/0/from"),
            (#"{"date":"2025-01-31","from":"PLN","to":"EUR"}"#, "/data/attributes/rates/0/rate"),
            (#"{"date":"2025-01-31","from":"QQQ","to":"EUR","rate":"1"}"#, "/data/attributes/rates/0/from"),
            (#"{"date":"2025-01-31","from":"EUR","to":"EUR","rate":"1"}"#, "/data/attributes/rates/0/to"),
            (
                #"{"date":"2025-01-31","from":"PLN","to":"EUR","rate":"0.23"},{"date":"2025-01-31","from":"PLN","to":"EUR","rate":"0.24"}"#,
                "/data/attributes/rates/1/rate"
            ),
        ])
    func refused(rate: String, place: String) async throws {
        try await TestShop.run { test in
            let answer = try await test.server.request("PUT", Self.path, body: Self.body(rate))
            let source = try JSONDocument(answer.body).root["errors"]?[0]?["source"]
            #expect(answer.status == 400 && source?["pointer"]?.string == place, "\(answer.text)")
        }
    }
}
