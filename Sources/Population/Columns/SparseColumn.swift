import CPrefetch

/// A column of which large parts may be empty: rows stand in blocks that are made when something is written there.
///
/// Its blocks are plain memory: reading a row touches the row alone, not the head of an array in between, which in a large shop would be
/// another wait for memory. Whoever owns it sees to it that nobody reads while somebody writes, as with all columns of a ``Population``.
final class SparseColumn<Value: Sendable & Equatable & BitwiseCopyable>: @unchecked Sendable {
    private static var blockLength: Int { 256 }

    // Sendable unchecked: the blocks are written by the one writer of a population while nobody reads, which its lock sees to.
    /// Where each block is; `nil` where all of its rows are empty.
    private var blocks: UnsafeMutablePointer<UnsafeMutablePointer<Value>?>
    private var blockCount = 0
    private var blockCapacity = 0
    private let empty: Value

    /// A column in which every row has a value that means "nothing".
    init(empty: Value) {
        self.empty = empty
        blocks = .allocate(capacity: 0)
    }

    deinit {
        for block in 0..<blockCount { blocks[block]?.deallocate() }
        blocks.deallocate()
    }

    /// The value of a row; rows never written have the empty one.
    subscript(row: Int) -> Value {
        get {
            precondition(row >= 0)
            let block = row / Self.blockLength
            guard block < blockCount, let values = blocks[block] else { return empty }
            return values[row % Self.blockLength]
        }
        set {
            precondition(row >= 0)
            let block = row / Self.blockLength
            if block >= blockCount {
                guard newValue != empty else { return }
                extend(to: block + 1)
            }
            if let values = blocks[block] {
                values[row % Self.blockLength] = newValue
            } else if newValue != empty {
                let values = UnsafeMutablePointer<Value>.allocate(capacity: Self.blockLength)
                values.initialize(repeating: empty, count: Self.blockLength)
                values[row % Self.blockLength] = newValue
                blocks[block] = values
            }
        }
    }

    /// Gives every row that has something another value.
    func replaceEach(_ body: (Value) -> Value) {
        for block in 0..<blockCount {
            guard let values = blocks[block] else { continue }
            for place in 0..<Self.blockLength where values[place] != empty { values[place] = body(values[place]) }
        }
    }

    private func extend(to count: Int) {
        if count > blockCapacity {
            let capacity = max(count, 2 * blockCapacity)
            let grown = UnsafeMutablePointer<UnsafeMutablePointer<Value>?>.allocate(capacity: capacity)
            grown.initialize(repeating: nil, count: capacity)
            grown.update(from: blocks, count: blockCount)
            blocks.deallocate()
            blocks = grown
            blockCapacity = capacity
        }
        blockCount = count
    }

    /// Lets the value of a row be brought near.
    @inline(__always)
    func prefetch(_ row: Int) {
        let block = row / Self.blockLength
        guard block < blockCount, let values = blocks[block] else { return }
        CPrefetch.prefetch(values + row % Self.blockLength)
    }

    /// Calls a function with every row that has something, in order.
    func forEach(_ body: (Int, Value) throws -> Void) rethrows {
        for block in 0..<blockCount {
            guard let values = blocks[block] else { continue }
            for place in 0..<Self.blockLength where values[place] != empty {
                try body(block * Self.blockLength + place, values[place])
            }
        }
    }
}

extension ContiguousArray {
    /// Lets an element be brought near; places that are not there do no harm.
    @inline(__always)
    func prefetch(_ place: Int) {
        withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            CPrefetch.prefetch(base + place)
        }
    }
}
