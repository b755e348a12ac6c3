import Testing

@testable import Shop

@Suite("Keyed hashes")
struct KeyedHashTests {
    /// The key of the reference implementation: the bytes 0 to 15.
    private let hash = KeyedHash(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))

    @Test("SipHash-2-4 gives the values of its authors, however the bytes are cut in two")
    func published() {
        let expected: [Int: UInt64] = [
            0: 0x726f_db47_dd0e_0e31, 1: 0x74f8_39c5_93dc_67fd, 2: 0x0d6c_8009_d9a9_4f5a, 3: 0x8567_6696_d7fb_7e2d,
            7: 0xab02_00f5_8b01_d137, 8: 0x93f5_f579_9a93_2462, 15: 0xa129_ca61_49be_45e5,
        ]
        for (length, value) in expected {
            let bytes = Array((0..<UInt8(length)))
            for cut in 0...length {
                let found = bytes[cut...].withUnsafeBufferPointer { hash.value(of: Array(bytes[..<cut]), $0) }
                #expect(found == value, "\(length) bytes cut at \(cut)")
            }
        }
    }

    @Test("The same text of another kind, or under another key, has another hash")
    func domains() {
        let other = KeyedHash(key: (1, 2))
        #expect(hash.value(of: "ann@example.com", domain: 0) == hash.value(of: "ann@example.com", domain: 0))
        #expect(hash.value(of: "ann@example.com", domain: 0) != hash.value(of: "ann@example.com", domain: 1))
        #expect(hash.value(of: "ann@example.com", domain: 0) != other.value(of: "ann@example.com", domain: 0))
    }
}
