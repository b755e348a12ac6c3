import Markup

/// A row behind which a page of a table begins, or before which it ends, with by what it stood in the order: so that a page stays where it
/// is when rows come and go, that row included.
struct RowCursor: Sendable, Equatable {
    /// Whether the page ends before the row.
    var isBefore: Bool
    /// By what it stood in the order.
    var key: Double
    /// Its public id.
    var id: String
    /// Its name, where rows that are alike stand by their names; empty elsewhere.
    var name = ""

    static let afterParameter = "after"
    static let beforeParameter = "before"
    /// Bytes of a name.
    private static let longestName = 2_000

    init(isBefore: Bool, key: Double, id: String, name: String = "") {
        self.isBefore = isBefore
        self.key = key
        self.id = id
        self.name = name
    }

    /// As it stands in a path; `nil` for anything else.
    init?(_ text: String, isBefore: Bool) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let bits = UInt64(parts[0], radix: 36), (1...40).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
        else { return nil }
        let key = Double(bitPattern: bits)
        let name = parts.count > 2 ? String(parts[2]) : ""
        guard !key.isNaN, name.utf8.count <= Self.longestName else { return nil }
        self.init(isBefore: isBefore, key: key, id: String(parts[1]), name: name)
    }

    /// As it stands in a path.
    var text: String { "\(String(key.bitPattern, radix: 36)).\(id)" + (name.isEmpty ? "" : ".\(name)") }

    /// The path of the page that begins or ends there.
    func added(to path: PagePath) -> PagePath { path.with(isBefore ? Self.beforeParameter : Self.afterParameter, text) }
}
