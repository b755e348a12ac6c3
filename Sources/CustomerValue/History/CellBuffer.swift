/// Cells that are added to for every order: an array's checks of who else holds it, three times an order, would be most of the cost.
final class CellBuffer<Cell> {
    private let cells: UnsafeMutableBufferPointer<Cell>

    /// So many equal cells.
    init(repeating cell: Cell, count: Int) {
        cells = .allocate(capacity: count)
        cells.initialize(repeating: cell)
    }

    deinit {
        cells.deinitialize()
        cells.deallocate()
    }

    /// The places of the cells.
    var indices: Range<Int> { cells.indices }

    /// A cell by its place, which lies within ``indices``.
    subscript(place: Int) -> Cell {
        @inline(__always) get { cells[place] }
        @inline(__always) set { cells[place] = newValue }
    }

    /// Copies of the cells of a range.
    subscript(range: Range<Int>) -> [Cell] { Array(cells[range]) }
}
