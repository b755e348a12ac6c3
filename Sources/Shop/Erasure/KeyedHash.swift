/// A hash of texts under a secret key: without the key nobody can try out which text it may be of.
///
/// SipHash-2-4 (Aumasson and Bernstein 2012): made for short texts, a few dozen nanoseconds each, 64 bits.
struct KeyedHash: Sendable {
    private let key: (UInt64, UInt64)

    init(key: (UInt64, UInt64)) { self.key = key }

    /// The hash of a text. Equal texts of different domains have nothing to do with each other.
    func value(of text: String, domain: UInt8) -> UInt64 {
        var text = text
        return text.withUTF8 { value(of: [domain], $0) }
    }

    /// The hash of two runs of bytes, one after the other.
    func value(of first: [UInt8], _ second: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state = State(key)
        var word: UInt64 = 0
        var count: UInt64 = 0
        func add(_ byte: UInt8) {
            word |= UInt64(byte) << (8 * (count & 7))
            count += 1
            if count & 7 == 0 {
                state.absorb(word)
                word = 0
            }
        }
        for byte in first { add(byte) }
        for byte in second { add(byte) }
        state.absorb(word | count << 56)
        return state.finish()
    }

    private struct State {
        private var v0: UInt64
        private var v1: UInt64
        private var v2: UInt64
        private var v3: UInt64

        init(_ key: (UInt64, UInt64)) {
            v0 = key.0 ^ 0x736f_6d65_7073_6575
            v1 = key.1 ^ 0x646f_7261_6e64_6f6d
            v2 = key.0 ^ 0x6c79_6765_6e65_7261
            v3 = key.1 ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        mutating func finish() -> UInt64 {
            v2 ^= 0xff
            for _ in 0..<4 { round() }
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func round() {
            v0 = v0 &+ v1
            v1 = Self.rotated(v1, by: 13) ^ v0
            v0 = Self.rotated(v0, by: 32)
            v2 = v2 &+ v3
            v3 = Self.rotated(v3, by: 16) ^ v2
            v0 = v0 &+ v3
            v3 = Self.rotated(v3, by: 21) ^ v0
            v2 = v2 &+ v1
            v1 = Self.rotated(v1, by: 17) ^ v2
            v2 = Self.rotated(v2, by: 32)
        }

        private static func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
    }
}
