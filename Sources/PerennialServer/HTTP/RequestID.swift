import Synchronization

/// Gives every request a name that logs, answers and errors share.
final class RequestIDs: Sendable {
    private let counter: Atomic<UInt64>

    init(seed: UInt64 = .random(in: .min ... .max)) { counter = Atomic(seed) }

    /// The id that the client or a proxy gave, where it is one to 64 letters, digits, `-`, `_` and `.`; else a new one.
    func id(given: String?) -> String {
        if let given, Self.isSane(given) { return given }
        let (_, count) = counter.wrappingAdd(1, ordering: .relaxed)
        // SplitMix64's finaliser: a permutation, so that ids of one process never repeat, and neighbours look unalike.
        var mixed = count &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return String(unsafeUninitializedCapacity: 16) { buffer in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: mixed >> UInt64(60 - place * 4)) & 15
                buffer[place] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
            }
            return 16
        }
    }

    private static func isSane(_ id: String) -> Bool {
        guard (1...64).contains(id.utf8.count) else { return false }
        return id.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
            default: false
            }
        }
    }
}
