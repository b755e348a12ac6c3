import Facts
import Testing

/// Identifiers looked up one by one and a batch at a time.
@Suite struct CustomerKeysTests {
    @Test(arguments: [1, 2])
    func batchesNumberAsOneByOne(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let names = (0..<20_000).map { _ -> [UInt8] in
            let length = Int.random(in: 0...24, using: &random)
            let number = Int.random(in: 0..<6_000, using: &random)
            return Array(String(repeating: "k", count: length % 3 * 5).utf8) + Array(String(number).utf8)
        }
        var expected: [[UInt8]: UInt32] = [:]
        var keys = CustomerKeys()
        var single = CustomerKeys()
        for start in stride(from: 0, to: names.count, by: 64) {
            let batch = Array(names[start..<min(start + 64, names.count)])
            var numbers = [UInt32](repeating: 0, count: batch.count)
            let bytes = batch.flatMap { $0 }
            let isStored = bytes.withUnsafeBytes { all in
                var place = 0
                let lookUps = batch.map { name -> CustomerKeys.Key in
                    let slice = UnsafeRawBufferPointer(rebasing: all[place..<place + name.count])
                    place += name.count
                    return CustomerKeys.Key(bytes: slice, fingerprint: Fingerprint(slice).value)
                }
                return lookUps.withUnsafeBufferPointer { keys.indices(of: $0, into: &numbers) }
            }
            #expect(isStored)
            for (name, number) in zip(batch, numbers) {
                let known = expected[name] ?? UInt32(expected.count)
                expected[name] = known
                #expect(number == known)
                #expect(name.withUnsafeBytes { single.index(of: $0) } == known)
            }
        }
        #expect(keys.count == expected.count)
        for (name, number) in expected {
            #expect(Array(keys.text(of: number).utf8) == name)
            #expect(name.withUnsafeBytes { keys.existingIndex(of: $0) } == number)
        }
        #expect(Array("nobody".utf8).withUnsafeBytes { keys.existingIndex(of: $0) } == nil)
    }
}
