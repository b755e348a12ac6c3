/// How many customers have which value, kept while values change, so that the value at a rank is found without sorting everybody.
///
/// Values are counted in cells: one for each small value, and from there on as many for each doubling. A cell of several values only tells
/// where to look: the value is then found among those of that cell.
struct ValueRanks {
    /// Values under two to this power have a cell each.
    private let exactBits: Int
    private var cells: ContiguousArray<UInt32>
    /// The sums of ``blockLength`` cells each.
    private var blocks: ContiguousArray<UInt32>
    private(set) var count = 0

    private static let blockBits = 10

    /// - Parameter exactBits: more bits take more memory and make it rarer to look among values.
    init(exactBits: Int) {
        self.exactBits = exactBits
        let cellCount = 1 + 1 << exactBits + (63 - exactBits) << (exactBits - 1)
        cells = ContiguousArray(repeating: 0, count: cellCount)
        blocks = ContiguousArray(repeating: 0, count: cellCount >> Self.blockBits + 1)
    }

    /// Counts a value.
    @inline(__always)
    mutating func insert(_ value: Int64) {
        let cell = cell(of: value)
        cells[cell] += 1
        blocks[cell >> Self.blockBits] += 1
        count += 1
    }

    /// Takes back a value that was counted.
    @inline(__always)
    mutating func remove(_ value: Int64) {
        let cell = cell(of: value)
        cells[cell] -= 1
        blocks[cell >> Self.blockBits] -= 1
        count -= 1
    }

    /// The value at a rank, counted from 1.
    ///
    /// - Parameter values: gives every value that is counted, once each.
    func value(atRank rank: Int, among values: ((Int64) -> Void) -> Void) -> Int64 {
        var before = 0
        var block = 0
        while block < blocks.count - 1, before + Int(blocks[block]) < rank {
            before += Int(blocks[block])
            block += 1
        }
        var cell = block << Self.blockBits
        while cell < cells.count - 1, before + Int(cells[cell]) < rank {
            before += Int(cells[cell])
            cell += 1
        }
        if let exact = exactValue(of: cell) { return exact }
        var inCell: [Int64] = []
        values { value in
            if self.cell(of: value) == cell { inCell.append(value) }
        }
        return ranked(inCell, ranks: [rank - before]).first ?? 0
    }

    /// The cell of a value: the first holds all under zero.
    @inline(__always)
    private func cell(of value: Int64) -> Int {
        guard value >= 0 else { return 0 }
        if value < 1 << exactBits { return 1 + Int(value) }
        let shift = 64 - value.leadingZeroBitCount - exactBits
        let mantissa = Int(value >> Int64(shift)) - 1 << (exactBits - 1)
        return 1 + 1 << exactBits + (shift - 1) << (exactBits - 1) + mantissa
    }

    private func exactValue(of cell: Int) -> Int64? {
        cell > 0 && cell <= 1 << exactBits ? Int64(cell - 1) : nil
    }
}
