import Facts
import JSON
import Testing

@testable import PerennialServer

@Suite struct BodyReaderTests {
    private func reader(_ text: String) throws -> BodyReader { BodyReader(root: try JSONDocument(text).root) }

    private func faults(_ reader: BodyReader) -> [String] {
        do {
            try reader.check()
            return []
        } catch {
            return error.errors.map { error in
                guard case .pointer(let place) = error.source else { return "?" }
                return place
            }
        }
    }

    @Test func valuesAreReadAndNullCountsAsAbsent() throws {
        let reader = try reader(
            #"{"text":"a","number":1.5,"whole":7,"yes":true,"at":"2023-01-01T00:00:00Z","none":null,"list":["x","y"],"in":{"x":1}}"#)
        #expect(reader.string("text") == "a")
        #expect(reader.number("number") == 1.5)
        #expect(reader.integer("whole") == 7)
        #expect(reader.bool("yes") == true)
        #expect(reader.instant("at") == Instant(secondsSince1970: 1_672_531_200))
        #expect(reader.strings("list", most: 5) == ["x", "y"])
        #expect(reader.object("in")?.integer("x") == 1)
        #expect(reader.string("none") == nil)
        #expect(reader.object("missing") == nil)
        #expect(reader.given("none") == .null)
        #expect(reader.given("missing") == .absent)
        #expect(reader.given("text") == .value)
        try reader.check()
    }

    @Test func everyFaultIsToldWithItsPlace() throws {
        let reader = try reader(
            #"{"a":1,"b":"x","c":1.5,"d":"true","e":"soon","f":"long","g":[1,"y"],"h":{"i":7},"k":"red","l":2e300,"m":[[]],"n":"+1"}"#)
        _ = reader.string("a")
        _ = reader.number("b")
        _ = reader.integer("c")
        _ = reader.bool("d")
        _ = reader.instant("e")
        _ = reader.string("f", longest: 3)
        _ = reader.strings("g", most: 5)
        _ = reader.object("h")?.string("i")
        _ = reader.object("h")?.string("j~/k", isRequired: true)
        _ = reader.oneOf("k", ["blue", "green"])
        _ = reader.number("l")
        for element in reader.array("m", most: 3) ?? [] { _ = element.isObject() }
        _ = reader.string("n", format: .phone)
        #expect(
            faults(reader) == ["/a", "/b", "/c", "/d", "/e", "/f", "/g/0", "/h/i", "/h/j~0~1k", "/k", "/l", "/m/0", "/n"])
    }

    @Test func faultsAreBounded() throws {
        let reader = try reader("[" + (0..<1_000).map { "\"\($0)\"" }.joined(separator: ",") + "]")
        for element in reader.value.elements.enumerated() { reader.fault("\(element.offset)") }
        #expect(faults(reader).count == BodyReader.mostFaults)
        let object = try self.reader("{" + (0..<1_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}")
        object.allow(only: [])
        #expect(faults(object).count == BodyReader.mostFaults)
    }

    @Test func namesThatAreNotKnownAreToldWithWhatIsNear() throws {
        let reader = try reader(#"{"emial":"a"}"#)
        reader.allow(only: ["email", "phone_number"])
        do {
            try reader.check()
            Issue.record("was accepted")
        } catch {
            #expect(error.errors[0].detail.contains("Did you mean email?"))
        }
    }

    @Test func aResourceHasItsTypeItsIdAndItsRelationships() throws {
        let text = #"""
            {"data":{"type":"list","id":"L1","attributes":{"name":"A"},"relationships":{"tags":{"data":[{"type":"tag","id":"T1"}]},
            "owner":{"data":{"type":"profile","id":"P1"}}}}}
            """#
        let body = try ResourceBody(try JSONDocument(text), type: "list", id: "L1")
        #expect(body.attributes.string("name") == "A")
        #expect(body.relations("tags", type: "tag", most: 10) == ["T1"])
        #expect(body.relation("owner", type: "profile") == "P1")
        #expect(body.relation("other", type: "profile") == nil)
        try body.check()
        let wrong = try ResourceBody(try JSONDocument(text), type: "list", id: "L2")
        _ = wrong.relations("tags", type: "segment", most: 10)
        _ = wrong.relation("owner", type: "list")
        #expect(faults(wrong.data) == ["/data/id", "/data/relationships/tags/data/0/type", "/data/relationships/owner/data/type"])
    }

    @Test func attributesMayBeLeftOutWhereThatIsAllowed() throws {
        let document = try JSONDocument(#"{"data":{"type":"list"}}"#)
        #expect(throws: APIError.self) { try ResourceBody(document, type: "list") }
        let body = try ResourceBody(document, type: "list", attributesRequired: false)
        #expect(body.attributes.string("name") == nil)
        _ = body.attributes.string("name", isRequired: true)
        #expect(faults(body.data) == ["/data/attributes/name"])
    }

    @Test func whateverComesIsReadWithoutACrash() async throws {
        var random = SeededRandom(seed: 8)
        let pieces = [
            "{", "}", "[", "]", ":", ",", "\"data\"", "\"type\"", "\"list\"", "\"attributes\"", "\"name\"", "\"relationships\"", "\"tags\"",
            "null",
            "1", "-1e999", "true", "\"\\u0000\"", "\"é\"", " ",
        ]
        var read = 0
        for step in 0..<2_000 {
            // The threads of tasks are few, and servers of other tests wait for them.
            if step % 100 == 0 { await Task.yield() }
            var text = #"{"data":"#
            for _ in 0..<Int.random(in: 1...14, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            text += "}"
            guard let document = try? JSONDocument(text) else { continue }
            read += 1
            guard let body = try? ResourceBody(document, type: "list") else { continue }
            _ = body.attributes.string("name", isRequired: true)
            _ = body.relations("tags", type: "tag", most: 3)
            body.attributes.allow(only: ["name"])
            try? body.check()
        }
        #expect(read > 0)
    }
}
