import Testing

@testable import JSON

/// Documents damaged at random are read or refused, never anything else.
@Suite struct JSONFuzzTests {
    private static let seeds = [
        #"{"data":{"type":"event","attributes":{"properties":{"Items":[{"sku":"X1","price":12.5},{"sku":"Łódź \"q\"","price":7}],"$value":32.0},"time":"2026-01-01T00:00:00Z","unique_id":"abc-1"}}}"#,
        #"[0,-0,-0.0,1.5e3,1E-7,9223372036854775807,-9223372036854775808,18446744073709551615,1.7976931348623157e308,5e-324,123.456]"#,
        #"["\"\\\/\b\f\n\r\t","\u0041\u00e9\u20AC\uD83D\uDE00\u0000","é€😀",""," ","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]"#,
        #" { "a" : [ [ [ { } , [ ] ] , true ] , false ] , "b" : null , "" : { "c" : { "d" : { "e" : 1 } } } } "#,
    ]

    @Test(arguments: 0..<seeds.count)
    func damagedDocuments(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed) + 1)
        let original = Array(Self.seeds[seed].utf8)
        let depth = 8
        var read = 0
        var refused = 0
        for _ in 0..<6_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes, &random) }
            let fault = bytes.withUnsafeBytes { JSONFaultFinder.fault(in: $0, from: 0, depth: depth) }
            do {
                let root = try JSONDocument(bytes, limits: JSONLimits(depth: depth)).root
                read += 1
                #expect(fault == nil, "\(String(decoding: bytes, as: UTF8.self)): \(String(describing: fault))")
                let again = try JSONDocument(root.compactBytes, limits: JSONLimits(depth: depth)).root
                #expect(Tree(again) == Tree(root))
                #expect(again.compactBytes == root.compactBytes)
            } catch {
                refused += 1
                // Every refusal has a place: what simdjson refuses, the second reading refuses too.
                #expect(error.offset != nil || error.code == .empty, "\(String(decoding: bytes, as: UTF8.self)): \(error)")
                #expect((error.offset ?? 0) <= bytes.count)
            }
        }
        #expect(read > 100)
        #expect(refused > 300)
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let telling = Array("{}[],:\"\\/ue+-.0159 tfn\n".utf8) + [0x00, 0x1F, 0x80, 0xBF, 0xC3, 0xED, 0xF0, 0xFF]
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes[place] = telling[Int.random(in: 0..<telling.count, using: &random)]
        case 1: bytes.insert(telling[Int.random(in: 0..<telling.count, using: &random)], at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
        case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
        case 5: bytes.removeSubrange(place...)
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
    }
}
