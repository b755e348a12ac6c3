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
        #expect(list.elements.map(\.kind) == [.number, .number, .string, .bool, .bool, .null])
    }
}
