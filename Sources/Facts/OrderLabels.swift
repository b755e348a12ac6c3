/// A short text beside each order, such as its product: each different text kept once, its number beside the order's row.
///
/// Bounded: texts beyond ``mostTexts`` and texts longer than ``longestText`` are all the same ``other``. Rows that were never told are
/// ``none``, so that a table without such a column holds nothing.
public struct OrderLabels: Sendable {
    /// The number of a row without a text.
    public static let none: UInt32 = 0
    /// The number of every text for which there is no place.
    public static let other = UInt32.max
    /// How many different texts are kept.
    public static let mostTexts = 65_535
    /// How many bytes of UTF-8 a text has at most.
    public static let longestText = 200

    /// The texts, numbered from zero: one less than the numbers of rows.
    private var texts = CustomerKeys()
    /// The numbers by row, in blocks of ``OrderTable/blockLength``; rows after the last have none.
    public private(set) var blocks: [ContiguousArray<UInt32>] = []

    /// No row with a text.
    public init() {}

    /// Whether no row was ever told a text.
    public var isEmpty: Bool { blocks.isEmpty }

    /// How many different texts there are.
    public var textCount: Int { texts.count }

    /// The number of a text seen before; `nil` for one that was not.
    public func existingNumber(of text: UnsafeRawBufferPointer) -> UInt32? {
        texts.existingIndex(of: text).map { $0 + 1 }
    }

    /// The number of a text, new or seen before; ``none`` for an empty one, ``other`` where there is no place for it.
    public mutating func number(of text: UnsafeRawBufferPointer) -> UInt32 {
        if text.isEmpty { return Self.none }
        if let known = existingNumber(of: text) { return known }
        guard text.count <= Self.longestText, texts.count < Self.mostTexts, let index = texts.index(of: text) else { return Self.other }
        return index + 1
    }

    /// The number of a text, new or seen before: see ``number(of:)``.
    public mutating func number(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
    }

    /// The text of a number; `nil` for ``none``, ``other`` and numbers that were never given.
    public func text(of number: UInt32) -> String? {
        guard number != Self.none, number <= UInt32(texts.count) else { return nil }
        return texts.text(of: number - 1)
    }

    /// The number of a row.
    public subscript(row: Int) -> UInt32 {
        get {
            let (block, place) = (row / OrderTable.blockLength, row % OrderTable.blockLength)
            guard block < blocks.count, place < blocks[block].count else { return Self.none }
            return blocks[block][place]
        }
        set {
            if row >= rowCount {
                if newValue == Self.none { return }
                extend(to: row)
                append(newValue)
                return
            }
            blocks[row / OrderTable.blockLength][row % OrderTable.blockLength] = newValue
        }
    }

    private var rowCount: Int { blocks.isEmpty ? 0 : (blocks.count - 1) * OrderTable.blockLength + (blocks.last?.count ?? 0) }

    private mutating func append(_ number: UInt32) {
        startBlockIfFull()
        blocks[blocks.count - 1].append(number)
    }

    private mutating func startBlockIfFull() {
        guard blocks.isEmpty || blocks[blocks.count - 1].count == OrderTable.blockLength else { return }
        var block = ContiguousArray<UInt32>()
        block.reserveCapacity(OrderTable.blockLength)
        blocks.append(block)
    }

    /// Rows without a text up to a count: every block but the last is full.
    private mutating func extend(to count: Int) {
        while rowCount < count {
            startBlockIfFull()
            let last = blocks.count - 1
            let room = OrderTable.blockLength - blocks[last].count
            blocks[last].append(contentsOf: repeatElement(Self.none, count: min(room, count - rowCount)))
        }
    }
}
