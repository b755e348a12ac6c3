import Facts
import Foundation
import JSON
import Journal
import Population
import Testing

@testable import Shop

@Suite("How many custom properties a shop may have", .serialized)
struct PropertyLimitTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop { try Shop.open(folder: folder.data, keepsModels: false) }

    private func bytes(_ json: String) -> [UInt8] { Array(json.utf8) }

    /// Changes a profile, where at most three names are taken, or two from browsers.
    private func change(_ shop: Shop, _ profile: ProfileNumber, _ json: String, source: FactSource = .api) throws {
        let change = bytes(json)
        try shop.writeAndWait { (intake) throws(IntakeError) in
            intake.propertyLimits.names = 3
            intake.propertyLimits.namesForBrowsers = 2
            intake.propertyLimits.listBytes = 20
            try intake.change(profile, change, source: source)
        }
    }

    private func pointer(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch IntakeError.full(_, let pointer) {
            return pointer
        } catch {
            return "\(error)"
        }
    }

    private func profile(_ shop: Shop, _ email: String = "a@example.com") throws -> ProfileNumber {
        try shop.writeAndWait { (intake) throws(IntakeError) in try intake.create(identities(email), change: []) }
    }

    @Test("A name more than there may be is refused with its place, nothing of the request stays, and names that are known go on")
    func names() throws {
        let shop = try open()
        let ann = try profile(shop)
        try change(shop, ann, #"{"properties":{"a":1,"b":2,"c":null}}"#)
        #expect(
            pointer { try change(shop, ann, #"{"first_name":"Ann","properties":{"a":5,"c":1,"d/e":1}}"#) }
                == "/data/attributes/properties/d~1e")
        shop.read { population in
            #expect(population.attribute("first_name", of: ann).isEmpty)
            #expect(population.property("a", of: ann) == bytes("1"))
            #expect(population.propertyNames == ["a", "b"])
        }
        #expect(pointer { try change(shop, ann, #"{"append":{"c":[1],"d":[1]}}"#) } == "/data/meta/patch_properties/append/d")
        try change(shop, ann, #"{"properties":{"a":7,"c":{"nested":{"as":{"deep":"as one likes"}}}}}"#)
        #expect(shop.read { $0.propertyNameCount } == 3)
        shop.close()
    }

    @Test("After a restart the count is the same")
    func restart() throws {
        var shop = try open()
        let ann = try profile(shop)
        try change(shop, ann, #"{"properties":{"a":1,"b":2,"c":3}}"#)
        #expect(pointer { try change(shop, ann, #"{"properties":{"d":1}}"#) } != nil)
        shop.close()
        shop = try open()
        #expect(pointer { try change(shop, ann, #"{"properties":{"d":1}}"#) } != nil)
        shop.close()
    }

    @Test("A name that nobody has any more makes room, whether it was unset, erased or joined away, and the same after a restart")
    func freed() throws {
        var shop = try open()
        let ann = try profile(shop)
        let ben = try profile(shop, "b@example.com")
        try change(shop, ann, #"{"properties":{"a":1,"b":2}}"#)
        try change(shop, ben, #"{"properties":{"b":1,"c":2}}"#)
        #expect(pointer { try change(shop, ann, #"{"properties":{"d":1}}"#) } != nil)
        try change(shop, ann, #"{"unset":["a"]}"#)
        try change(shop, ann, #"{"properties":{"d":1}}"#)
        #expect(shop.read { $0.propertyNames } == ["b", "c", "d"])
        try shop.writeAndWait { (intake) throws(IntakeError) in intake.merge(ann, into: ben) }
        #expect(shop.read { $0.propertyNames } == ["b", "c", "d"])
        #expect(try shop.verifyDerived().isSound)
        let cid = try profile(shop, "c@example.com")
        try change(shop, cid, #"{"properties":{"b":"still"}}"#)
        try shop.writeAndWait { (intake) throws(IntakeError) in intake.erase(ben) }
        #expect(shop.read { $0.propertyNames } == ["b"])
        shop.close()
        shop = try open()
        #expect(shop.read { $0.propertyNames } == ["b"])
        #expect(shop.read { $0.property("b", of: cid) } == bytes(#""still""#))
        shop.close()
    }

    @Test("Browsers leave room for whoever has a key")
    func browsers() throws {
        let shop = try open()
        let ann = try profile(shop)
        try change(shop, ann, #"{"properties":{"a":1,"b":2}}"#, source: .client)
        #expect(pointer { try change(shop, ann, #"{"properties":{"c":1}}"#, source: .client) } == "/data/attributes/properties/c")
        try change(shop, ann, #"{"properties":{"c":1}}"#)
        try change(shop, ann, #"{"properties":{"c":2}}"#, source: .client)
        shop.close()
    }

    @Test("A list does not grow without end, neither over many requests nor within one commit")
    func lists() throws {
        let shop = try open()
        let ann = try profile(shop)
        try change(shop, ann, #"{"append":{"a":["123456789"]}}"#)
        #expect(pointer { try change(shop, ann, #"{"append":{"a":["12345678"]}}"#) } == "/data/meta/patch_properties/append/a")
        let grown = bytes(#"{"append":{"b":["1234"]}}"#)
        let taken = try shop.writeAndWait { (intake) throws(IntakeError) -> Int in
            intake.propertyLimits.listBytes = 20
            var taken = 0
            for _ in 0..<10 {
                do throws(IntakeError) {
                    try intake.nested { (intake) throws(IntakeError) in try intake.change(ann, grown) }
                    taken += 1
                } catch {}
            }
            return taken
        }
        #expect(taken == 2)
        shop.close()
    }

    @Test("Where the values of all would not fit any more they are refused, not lost")
    func room() throws {
        let shop = try open()
        let ann = try profile(shop)
        let change = bytes(#"{"properties":{"a":"\#(String(repeating: "x", count: 1_000))"}}"#)
        let place = pointer {
            try shop.writeAndWait { (intake) throws(IntakeError) in
                intake.propertyLimits.allBytes = 500
                try intake.change(ann, change)
            }
        }
        #expect(place == "/data/attributes")
        shop.close()
    }

    @Test("An event whose profile brings too many is refused whole; the names of its own properties are no columns")
    func events() throws {
        let shop = try open()
        var event = EventIntake(identities: identities("a@example.com"), metric: "Visit", source: .api)
        event.change = bytes(#"{"properties":{"a":1,"b":1}}"#)
        let refused = event
        let place = pointer {
            try shop.writeAndWait { (intake) throws(IntakeError) in
                intake.propertyLimits.names = 1
                _ = try intake.event(refused)
            }
        }
        #expect(place == "/data/attributes/profile/data/attributes/properties/b")
        #expect(shop.read { $0.eventCount == 0 && $0.profileCount == 0 && $0.allMetrics.isEmpty })
        event.change = []
        event.properties = bytes("{" + (0..<300).map { #""n\#($0)":1"# }.joined(separator: ",") + "}")
        let taken = event
        try shop.writeAndWait { (intake) throws(IntakeError) in _ = try intake.event(taken) }
        #expect(shop.read { $0.eventCount == 1 && $0.propertyNameCount == 0 })
        shop.close()
    }
}
