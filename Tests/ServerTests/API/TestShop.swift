import Eventually
import Facts
import Foundation
import JSON
import Journal
import Shop
import Testing

@testable import PerennialServer

/// A real server over a real shop, in a folder that goes when the test is over.
struct TestShop: Sendable {
    let shop: Shop
    let server: TestServer

    /// What came back.
    struct Reply: Sendable {
        let status: Int
        let root: JSONValue?
        let text: String

        var data: JSONValue? { root?["data"] }
        var attributes: JSONValue? { data?["attributes"] }
        var id: String { data?["id"]?.string ?? "" }
        /// Where the first error is.
        var place: String? { (root?["errors"]?[0]?["source"]).flatMap { $0["pointer"]?.string ?? $0["parameter"]?.string } }
        var code: String? { root?["errors"]?[0]?["code"]?.string }
        /// The ids of a collection.
        var ids: [String] { data?.elements.compactMap { $0["id"]?.string } ?? [] }
    }

    /// Runs a server of all groups while `body` runs.
    static func run(_ body: @Sendable (TestShop) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shop = try Shop.open(folder: folder)
        defer { shop.close() }
        ShopServer.registerJobs(shop)
        try shop.jobs.start(shop)
        var options = ServerOptions()
        options.limitsRates = false
        try await TestServer.run(options, groups: ShopServer.groups(shop)) { server in
            try await body(TestShop(shop: shop, server: server))
        }
    }

    func get(_ target: String) async throws -> Reply { try await send("GET", target, nil) }
    func post(_ target: String, _ body: String) async throws -> Reply { try await send("POST", target, body) }
    func patch(_ target: String, _ body: String) async throws -> Reply { try await send("PATCH", target, body) }

    private func send(_ method: String, _ target: String, _ body: String?) async throws -> Reply {
        let answer = try await server.request(method, target.replacing(" ", with: "%20").replacing("\"", with: "%22"), body: body)
        return Reply(status: answer.status, root: try? JSONDocument(answer.body).root, text: answer.text)
    }

    /// The same as somebody's browser, without a key.
    func client(_ path: String, _ body: String) async throws -> Reply {
        let answer = try await server.request("POST", "\(path)?company_id=SHOP42", key: nil, body: body)
        return Reply(status: answer.status, root: try? JSONDocument(answer.body).root, text: answer.text)
    }

    /// Waits until a job is complete and gives what it says of itself.
    func completed(_ path: String) async throws -> Reply {
        var reply = try await get(path)
        try await eventually {
            if reply.attributes?["status"]?.string == "complete" { return true }
            reply = try await get(path)
            return false
        }
        return reply
    }

    /// The consent to marketing mail of whoever has an address.
    func marketing(_ email: String) async throws -> JSONValue? {
        let reply = try await get("/api/profiles?additional-fields[profile]=subscriptions&filter=equals(email,\"\(email)\")")
        return reply.data?[0]?["attributes"]?["subscriptions"]?["email"]?["marketing"]
    }

    /// Creates a profile from attributes and gives its id.
    func profile(_ attributes: String) async throws -> String {
        let reply = try await post("/api/profiles", #"{"data":{"type":"profile","attributes":{\#(attributes)}}}"#)
        #expect(reply.status == 201, "\(reply.text)")
        return reply.id
    }

    /// Every id of a collection, page by page.
    func allIDs(_ path: String, _ query: [String]) async throws -> [String] {
        var ids: [String] = []
        var target = path + "?" + query.joined(separator: "&")
        for _ in 0..<100 {
            let reply = try await get(target)
            #expect(reply.status == 200, "\(reply.text)")
            ids += reply.ids
            guard let next = reply.root?["links"]?["next"]?.string, let start = next.firstRange(of: path) else { return ids }
            target = String(next[start.lowerBound...])
        }
        Issue.record("the pages do not end")
        return ids
    }
}

extension TestShop {
    /// Makes a list.
    func list(_ name: String, isDouble: Bool = false) async throws -> ListNumber {
        let number = shop.journal.nextNumber(.definition("list"))
        let body = #"{"name":"\#(name)","opt_in_process":"\#(isDouble ? "double" : "single")_opt_in"}"#
        try await define(number, body)
        return ListNumber(UInt32(number))
    }

    /// Deletes a list.
    func delete(_ list: ListNumber) async throws { try await define(UInt64(list.value), nil) }

    private func define(_ number: UInt64, _ body: String?) async throws {
        try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            intake.write(.definition(DefinitionChange(kind: "list", number: number, body: body, at: intake.now, who: "test")))
        }
    }
}
