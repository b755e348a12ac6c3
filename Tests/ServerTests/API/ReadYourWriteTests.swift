import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

/// What was acknowledged is in the numbers that are read next.
@Suite(.serialized) struct ReadYourWriteTests {
    private static func bulk(_ round: Int, customers: Int) -> String {
        let groups = (0..<customers).map { customer in
            #"{"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"c\#(customer)@example.com"}}},"#
                + #""events":{"data":[{"type":"event","attributes":{"properties":{},"unique_id":"\#(round)-\#(customer)","value":1,"#
                + #""value_currency":"EUR","#
                + #""metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}}}}]}}}"#
        }
        return #"{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":"#
            + #"{"data":[\#(groups.joined(separator: ","))]}}}}"#
    }

    @Test func numbersOfManyCustomersAreThereWhenTheyAreAskedFor() async throws {
        try await TestShop.run { shop in
            for round in 1...8 {
                #expect(try await shop.post("/api/event-bulk-create-jobs", Self.bulk(round, customers: 900)).status == 202)
                // Customers wait to be scored; the one that is asked for does not.
                shop.shop.models.requestRecount()
                for customer in [0, 450, 899] {
                    let reply = try await shop.get(
                        "/api/profiles?additional-fields[profile]=predictive_analytics&filter=equals(email,\"c\(customer)@example.com\")")
                    let numbers = reply.data?[0]?["attributes"]?["predictive_analytics"]
                    #expect(numbers?["historic_number_of_orders"]?.int == Int64(round), "round \(round), customer \(customer)")
                }
            }
        }
    }
}
