import JSON
import Testing

/// What is too much is refused, exactly where the limit says.
@Suite struct LimitTests {
    private func nested(_ depth: Int, _ inside: String) -> String {
        String(repeating: "[", count: depth) + inside + String(repeating: "]", count: depth)
    }

    @Test func sizeIsCountedInBytes() throws {
        _ = try JSONDocument(#""é12""#, limits: JSONLimits(size: 6))
        let error = try #require(throws: JSONError.self) { try JSONDocument(#""é123""#, limits: JSONLimits(size: 6)) }
        #expect(error.code == .tooLarge)
        #expect(error.offset == nil)
    }

    @Test func theStandardSizeIsEightMebibytes() throws {
        let longest = Array("[".utf8) + Array(repeating: 0x20, count: (8 << 20) - 2) + Array("]".utf8)
        _ = try JSONDocument(longest)
        #expect(throws: JSONError.self) { try JSONDocument([0x20] + longest) }
    }

    @Test(arguments: [1, 2, 63, 64, 65, 500, JSONLimits.greatestDepth])
    func depthEndsWhereTheLimitSays(_ depth: Int) throws {
        let limits = JSONLimits(depth: depth)
        _ = try JSONDocument(nested(depth, "1"), limits: limits)
        _ = try JSONDocument(nested(depth, "[]"), limits: limits)
        for inside in ["[1]", "[[]]", #"{"a":1}"#, "[{}]", "[true]", "[\"\"]"] {
            let error = try #require(throws: JSONError.self) { try JSONDocument(nested(depth, inside), limits: limits) }
            #expect(error.code == .tooDeep)
            #expect(try #require(error.offset) > depth)
        }
    }

    @Test func objectsCountLikeArrays() throws {
        let deep = String(repeating: #"{"a":"#, count: 64) + "1" + String(repeating: "}", count: 64)
        _ = try JSONDocument(deep)
        #expect(throws: JSONError.self) { try JSONDocument(#"{"a":"# + deep + "}") }
    }

    /// Millions of brackets, as an attacker sends them, open or closed.
    @Test func bracketsWithoutEnd() throws {
        for text in [String(repeating: "[", count: 1 << 20), nested(1 << 20, ""), String(repeating: #"{"":"#, count: 1 << 18)] {
            let error = try #require(throws: JSONError.self) { try JSONDocument(text) }
            #expect(error.code == .tooDeep)
        }
    }

    @Test func depthStaysAdmissible() {
        #expect(JSONLimits(depth: 0).depth == 1)
        #expect(JSONLimits(depth: .min).depth == 1)
        #expect(JSONLimits(depth: .max).depth == JSONLimits.greatestDepth)
        var limits = JSONLimits.standard
        limits.depth = -5
        #expect(limits.depth == 1)
    }

    /// A parser that is used again must not remember: long and short texts, deep and flat ones, in turn.
    @Test func textsOfEverySizeInTurn() throws {
        for size in [3, 20_000, 5, 100_000, 1 << 20, 7, (1 << 20) + 1, 3 << 20, 64, 30_000] {
            let digits = Array(repeating: UInt8(ascii: "7"), count: size - 2)
            let root = try JSONDocument([UInt8(ascii: "\"")] + digits + [UInt8(ascii: "\"")], limits: JSONLimits(depth: 1 + size % 60)).root
            #expect(root.withStringBytes { $0.count == digits.count && $0.allSatisfy { $0 == UInt8(ascii: "7") } } == true)
        }
    }
}
