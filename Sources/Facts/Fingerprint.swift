/// A 64-bit hash of bytes, the same on every machine and in every run.
///
/// Used to tell identifiers apart without keeping their text: at ten million identifiers the chance that any two collide
/// is below 3 in 10^6. It is not a secret and resists no attacker; keyed hashes are used where that matters.
public struct Fingerprint: Hashable, Sendable {
    /// The hash; never zero, so that zero can mean "none" in columns.
    public let value: UInt64

    /// The fingerprint of some bytes.
    ///
    /// Eight bytes at a time are folded by a 64 x 64 -> 128 bit multiplication, as in wyhash.
    @inlinable @inline(__always)
    public init(_ bytes: UnsafeRawBufferPointer) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        let count = bytes.count
        while offset + 8 <= count {
            state = Fingerprint.fold(state ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        if offset < count {
            var tail: UInt64 = 0
            if count >= 8 {
                // The last eight bytes again: overlapping what was read costs nothing and avoids a loop.
                tail = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
            } else {
                var shift: UInt64 = 0
                while offset < count {
                    tail |= UInt64(bytes[offset]) << shift
                    shift += 8
                    offset += 1
                }
            }
            state = Fingerprint.fold(state ^ tail)
        }
        state = Fingerprint.fold(state)
        value = state == 0 ? 1 : state
    }

    /// The fingerprint of a text's UTF-8 bytes.
    public init(_ text: String) {
        var text = text
        self = text.withUTF8 { Fingerprint(UnsafeRawBufferPointer($0)) }
    }

    @inlinable @inline(__always)
    static func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
