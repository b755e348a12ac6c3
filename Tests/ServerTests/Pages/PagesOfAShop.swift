import Facts
import Foundation
import Journal
import Shop
import Synchronization
import Testing

@testable import PerennialServer

/// The pages of a real shop over real sockets, and a browser that keeps cookies.
struct PagesOfAShop: Sendable {
    let shop: Shop
    let server: TestServer

    static let password = "seven green umbrellas"

    /// Runs the pages while `body` runs.
    static func run(_ body: @Sendable (PagesOfAShop) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shop = try Shop.open(folder: folder)
        defer { shop.close() }
        let desk = PageDesk(
            shop: shop, visits: Visits(shop: shop, isSecure: false), devices: KnownDevice(shop: shop, isSecure: false), version: "test")
        var options = ServerOptions()
        options.limitsRates = false
        options.trustsProxy = true
        try await TestServer.run(options, groups: ShopServer.pages(desk), errorPage: { desk.errorPage($0, $1) }) { server in
            try await body(PagesOfAShop(shop: shop, server: server))
        }
    }

    /// Lets somebody in, with ``password``.
    func letIn(_ email: String, as role: UserRole = .owner) async throws {
        let hash = Passwords.hashed(Self.password)
        let number = shop.journal.nextNumber(.user)
        try await shop.write { (intake) throws(IntakeError) in
            intake.write(
                .user(UserRow(number: number, email: email, name: "Ada", role: role.rawValue, password: hash, createdAt: intake.now)))
        }
    }

    /// What the audit log has of an action, newest first.
    func audit(_ action: String) throws -> [AuditEntry] { try shop.journal.audit().map(\.entry).filter { $0.action == action } }
}

/// Keeps cookies, and comes from a network.
final class TestBrowser: Sendable {
    private let pages: PagesOfAShop
    private let address: String
    private let cookies = Mutex<[String: String]>([:])

    init(_ pages: PagesOfAShop, from address: String) {
        self.pages = pages
        self.address = address
    }

    /// A browser that has only some of another's cookies.
    func copy(keeping names: [String], from address: String) -> TestBrowser {
        let other = TestBrowser(pages, from: address)
        let kept = cookies.withLock { $0.filter { names.contains($0.key) } }
        other.cookies.withLock { $0 = kept }
        return other
    }

    func get(_ target: String, _ headers: [String] = []) async throws -> Answer { try await send("GET", target, nil, headers) }

    func post(
        _ target: String, _ body: String, _ headers: [String] = [], type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        try await send("POST", target, body, headers, type: type)
    }

    /// A form with the token of the page at a path, sent there, or where it leads to.
    func submit(_ target: String, _ fields: [String: String], to other: String? = nil) async throws -> Answer {
        let page = try await get(target)
        let start = try #require(page.text.firstRange(of: "name=\"csrf_token\" value=\""))
        let token = page.text[start.upperBound...].prefix { $0 != "\"" }
        let pairs = fields.map { "\($0.key)=\(PercentCoding.encode($0.value))" } + ["csrf_token=\(token)"]
        return try await post(other ?? String(target.prefix { $0 != "?" }), pairs.joined(separator: "&"))
    }

    /// The state that the form of a page says it was made of.
    func madeOf(_ target: String) async throws -> String {
        let page = try await get(target)
        let start = try #require(page.text.firstRange(of: "name=\"made-of\" value=\""))
        return String(page.text[start.upperBound...].prefix { $0 != "\"" })
    }

    func signIn(_ email: String, _ password: String = PagesOfAShop.password, next: String? = nil) async throws -> Answer {
        var fields = ["email": email, "password": password]
        fields["next"] = next
        return try await submit("/sign-in", fields)
    }

    private func send(
        _ method: String, _ target: String, _ body: String?, _ headers: [String], type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        var lines = ["Accept: text/html", "X-Forwarded-For: \(address)"] + headers
        let pairs = cookies.withLock { $0.map { "\($0.key)=\($0.value)" } }
        if !pairs.isEmpty { lines.append("Cookie: " + pairs.joined(separator: "; ")) }
        let answer = try await pages.server.request(
            method, target, key: nil, headers: lines, body: body, type: type)
        for line in answer.cookies {
            let sides = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { cookies.withLock { $0[String(sides[0])] = String(sides[1]) } }
        }
        return answer
    }
}
