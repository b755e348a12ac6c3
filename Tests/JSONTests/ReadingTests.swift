import JSON
import Testing

/// What values say of themselves.
@Suite struct ReadingTests {
    @Test func valuesOfEachKind() throws {
        let root = try JSONDocument(#"{"a":{"b":[1,-2.5,"x",true,false,null]},"é":"\u00e9\n","a":2,"empty":{}}"#).root
        #expect(root.kind == .object)
        #expect(root.count == 4)
        let list = try #require(root["a"]?["b"])
        #expect(list.kind == .array)
        #expect(list.count == 6)
        #expect(list[0]?.int == 1)
        #expect(list[0]?.double == 1)
        #expect(list[1]?.double == -2.5)
        #expect(list[1]?.int == nil)
        #expect(list[2]?.string == "x")
        #expect(list[2]?.isString("x") == true)
        #expect(list[2]?.isString("xx") == false)
        #expect(list[3]?.bool == true)
        #expect(list[4]?.bool == false)
        #expect(list[5]?.isNull == true)
        #expect(list[6] == nil)
        #expect(list[-1] == nil)
        #expect(root["é"]?.string == "é\n")
        #expect(root["none"] == nil)
        #expect(root["empty"]?.count == 0)
        #expect(root.members.map(\.key) == ["a", "é", "a", "empty"])
        #expect(root.members.map(\.value.kind) == [.object, .string, .number, .object])
        #expect(list.elements.map(\.kind) == [.number, .number, .string, .bool, .bool, .null])
    }

    @Test func aValueOfAnotherKindHasNothing() throws {
        let root = try JSONDocument(#"[1,"a",null,true,{"a":1},[1]]"#).root
        for value in root.elements {
            #expect(value.kind == .object || value["a"] == nil)
            #expect(value.kind == .array || value[0] == nil)
            #expect(value.kind == .object || value.members.map(\.key).isEmpty)
            #expect(value.kind == .array || value.elements.map(\.kind).isEmpty)
            #expect(value.kind == .string || (value.string == nil && !value.isString("a")))
            #expect(value.kind == .bool || value.bool == nil)
            #expect(value.kind == .null || !value.isNull)
        }
        #expect(root[0]?.count == 0)
    }

    /// A number's bits stand beside the words of the tape, and must not be taken for one.
    @Test func numbersThatLookLikeWords() throws {
        let brackets: [UInt64] = [0x5B00_0001_0000_0003, 0x7B00_0001_0000_0003, 0x5D00_0000_0000_0000, 0x2200_0000_0000_0000]
        for bits in brackets {
            let root = try JSONDocument("[\(Int64(bitPattern: bits)),{\"k\":\(Int64(bitPattern: bits)),\"l\":\"end\"},\"last\"]").root
            #expect(root[0]?.int == Int64(bitPattern: bits))
            #expect(root[1]?["k"]?.int == Int64(bitPattern: bits))
            #expect(root[1]?["l"]?.string == "end")
            #expect(root[2]?.string == "last")
            #expect(root.elements.map(\.kind) == [.number, .object, .string])
        }
    }

    @Test func viewsKeepTheirDocument() throws {
        func city() throws -> JSONValue? { try JSONDocument(#"{"place":{"city":"a city with a long name"}}"#).root["place"]?["city"] }
        let values = try (0..<200).map { _ in try city() }
        #expect(values.allSatisfy { $0?.string == "a city with a long name" })
    }

    /// More elements than the tape's 24 bits count.
    @Test func countsBeyondTheTapes() throws {
        let elements = 0x100_0005
        let text = "[" + String(repeating: "1,", count: elements - 1) + "1]"
        #expect(try JSONDocument(text, limits: JSONLimits(size: text.utf8.count)).root.count == elements)
    }

    @Test func everyFormOfBytes() throws {
        let bytes = Array(#"xx{"a":[1]}yy"#.utf8)
        #expect(try JSONDocument(bytes[2..<11]).root["a"]?[0]?.int == 1)
        #expect(try JSONDocument(Array(bytes[2..<11])).root["a"]?[0]?.int == 1)
        let document = try bytes.withUnsafeBytes { try JSONDocument(UnsafeRawBufferPointer(rebasing: $0[2..<11])) }
        #expect(document.root["a"]?[0]?.int == 1)
        #expect(throws: JSONError.self) { try JSONDocument(UnsafeRawBufferPointer(start: nil, count: 0)) }
        #expect(try JSONDocument("\u{FEFF}[2]").root[0]?.int == 2)
    }

    @Test func errorsOfABodyPassThrough() throws {
        struct Stop: Error {}
        let root = try JSONDocument(#""a""#).root
        #expect(throws: Stop.self) { try root.withStringBytes { _ in throw Stop() } }
    }
}
