/// The ids of orders as they were written, by row: kept only where somebody asks for them, as fingerprints are enough to tell orders apart.
public struct OrderTexts: Sendable {
    /// Whether ids are kept.
    public var isKept = false
    private var bytes = ContiguousArray<UInt8>()
    /// Where each row's id ends in ``bytes``; rows after the last have none.
    private var ends = ContiguousArray<Int>()

    /// No row with an id.
    public init() {}

    /// Keeps the id of a row after those that were told before.
    public mutating func keep(_ id: UnsafeRawBufferPointer, row: Int) {
        guard isKept, row >= ends.count, !id.isEmpty else { return }
        while ends.count < row { ends.append(bytes.count) }
        bytes.append(contentsOf: id)
        ends.append(bytes.count)
    }

    /// The id of a row; `nil` where none was kept.
    public subscript(row: Int) -> String? {
        guard row >= 0, row < ends.count else { return nil }
        let start = row == 0 ? 0 : ends[row - 1]
        return start == ends[row] ? nil : String(decoding: bytes[start..<ends[row]], as: UTF8.self)
    }
}
