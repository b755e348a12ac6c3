import Facts

/// Values of properties by number, from 1; each kept once, as compact JSON.
struct ValueDictionary: Sendable {
    private var keys = CustomerKeys()

    /// The number of a value; 0 where the dictionary is full (4 GiB of different values).
    mutating func code(_ json: [UInt8]) -> UInt32 {
        json.withUnsafeBytes { keys.index(of: $0).map { $0 + 1 } ?? 0 }
    }

    /// How many values there are; their numbers reach up to this.
    var count: Int { keys.count }

    /// How many bytes all values take.
    var byteCount: Int { keys.byteCount }

    /// The ``Fingerprint`` of a value by its number.
    func fingerprint(_ code: UInt32) -> UInt64 { keys.withBytes(of: code - 1) { Fingerprint($0).value } }

    /// The compact JSON of a number.
    func json(_ code: UInt32) -> [UInt8] {
        guard code > 0 else { return [] }
        return keys.withBytes(of: code - 1) { Array($0) }
    }
}
