/// Somebody behind whom a page of people begins, or before whom it ends, with by what they stood in the order: so that a page stays where it
/// is when people come and go.
struct ProfileCursor: Sendable, Equatable {
    /// Whether the page ends before them.
    var isBefore: Bool
    /// By what they stood in the order.
    var key: Double
    /// Their public id.
    var id: String

    init(isBefore: Bool, key: Double, id: String) {
        self.isBefore = isBefore
        self.key = key
        self.id = id
    }

    /// As it stands in a path; `nil` for anything else.
    init?(_ text: String, isBefore: Bool) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let bits = UInt64(parts[0], radix: 36), (1...40).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
        else { return nil }
        let key = Double(bitPattern: bits)
        guard !key.isNaN else { return nil }
        self.init(isBefore: isBefore, key: key, id: String(parts[1]))
    }

    /// As it stands in a path.
    var text: String { "\(String(key.bitPattern, radix: 36)).\(id)" }
}
