/// A column of which large parts may be empty: rows stand in blocks that are made when something is written there.
struct SparseColumn<Value: Sendable & Equatable>: Sendable {
    private static var blockLength: Int { 256 }

    private var blocks: ContiguousArray<ContiguousArray<Value>> = []
    private let empty: Value

    /// A column in which every row has a value that means "nothing".
    init(empty: Value) { self.empty = empty }

    /// The value of a row; rows never written have the empty one.
    subscript(row: Int) -> Value {
        get {
            let block = row / Self.blockLength
            guard block < blocks.count, !blocks[block].isEmpty else { return empty }
            return blocks[block][row % Self.blockLength]
        }
        set {
            let block = row / Self.blockLength
            if block >= blocks.count {
                guard newValue != empty else { return }
                blocks.append(contentsOf: repeatElement([], count: block + 1 - blocks.count))
            }
            if blocks[block].isEmpty {
                guard newValue != empty else { return }
                blocks[block] = ContiguousArray(repeating: empty, count: Self.blockLength)
            }
            blocks[block][row % Self.blockLength] = newValue
        }
    }

    /// Calls a function with every row that has something, in order.
    func forEach(_ body: (Int, Value) throws -> Void) rethrows {
        for (number, block) in blocks.enumerated() where !block.isEmpty {
            for (place, value) in block.enumerated() where value != empty { try body(number * Self.blockLength + place, value) }
        }
    }
}
