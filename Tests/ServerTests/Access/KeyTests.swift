import Facts
import HTTPTypes
import Testing

@testable import PerennialServer

@Suite struct KeyTests {
    private func gate(_ ring: KeyRing) -> Gate { Gate(keys: ring, limiter: nil) }

    private func entry(_ access: Route.Access) throws -> RouteTable.Entry {
        try RouteTable([Route(.get, "/x", "X", access: access, answers: []) { _ in .empty }]).entries[0]
    }

    @Test func aSecretHas256BitsAndIsNeverRepeated() {
        let secrets = Set((0..<200).map { _ in APIKey.newSecret() })
        #expect(secrets.count == 200)
        #expect(secrets.allSatisfy { $0.hasPrefix("pk_") && $0.utf8.count == 46 })
    }

    @Test func onlyTheHashIsKept() {
        let hash = KeyHash(secret: "pk_abc")
        #expect(hash.bytes.count == 32)
        #expect(hash == KeyHash(bytes: hash.bytes))
        #expect(hash.isSame(as: KeyHash(secret: "pk_abc")))
        #expect(!hash.isSame(as: KeyHash(secret: "pk_abd")))
        #expect(KeyHash(bytes: [1, 2]) == nil)
    }

    @Test func scopesAreNamesOfKlaviyo() throws {
        #expect(try ScopeSet(names: ["profiles:read", "events:write"]).names == ["events:write", "profiles:read"])
        #expect(throws: UnknownScope.self) { try ScopeSet(names: ["profile:read"]) }
        do {
            _ = try ScopeSet(names: ["profile:read"])
        } catch {
            #expect(error.description.contains("profiles:read"))
        }
        #expect(ScopeSet.full.isSuperset(of: ScopeSet([.listsWrite])))
        #expect(!ScopeSet([.listsRead]).isSuperset(of: ScopeSet([.listsWrite])))
        #expect(ScopeSet().isSuperset(of: ScopeSet()))
    }

    @Test(arguments: ["Klaviyo-API-Key pk_1", "klaviyo-api-key pk_1", "Bearer pk_1", "bearer pk_1"])
    func bothSchemesLead(_ header: String) throws {
        let ring = KeyRing(companyID: "C")
        ring.add(APIKey(number: 1, name: "k", scopes: ScopeSet([.listsRead]), hash: KeyHash(secret: "pk_1")))
        let now = Instant(secondsSince1970: 100)
        let key = try gate(ring).key(for: entry(.key(.listsRead)), [.authorization: header], now: now)
        #expect(key?.number == 1)
        #expect(ring.lastUse(number: 1) == now)
    }

    @Test(arguments: [
        "", "pk_1", "Basic pk_1", "Klaviyo-API-Key", "Klaviyo-API-Key ", "Klaviyo-API-Key pk_2", "Klaviyo-API-Key  pk_1",
    ])
    func nothingElseDoes(_ header: String) throws {
        let ring = KeyRing(companyID: "C")
        ring.add(APIKey(number: 1, name: "k", scopes: .full, hash: KeyHash(secret: "pk_1")))
        #expect(throws: APIError.self) {
            try gate(ring).key(for: entry(.key(.listsRead)), [.authorization: header], now: Instant(secondsSince1970: 0))
        }
    }

    @Test func aRevokedKeyIsUnknown() throws {
        let ring = KeyRing(companyID: "C")
        ring.add(APIKey(number: 1, name: "k", scopes: .full, hash: KeyHash(secret: "pk_1")))
        ring.revoke(number: 1)
        #expect(ring.key(hashedAs: KeyHash(secret: "pk_1")) == nil)
    }
}
