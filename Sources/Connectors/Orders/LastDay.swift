/// The day of the row before: files are mostly in order of time, and a day known already needs no calendar.
///
/// Only for `2024-12-31T23:59:59` with `T` or a space, alone or with `Z`; everything else, and every time that does not exist, is
/// left to ``DateParser``.
struct LastDay {
    /// `2024-12-` and `31` as words.
    private var bytes = (UInt64(0), UInt16(0))
    private var midnight: Int64 = 0

    /// Keeps the day of a date in ISO form.
    mutating func remember(_ cell: UnsafeRawBufferPointer, local: Int64, isDateOnly: Bool) {
        guard !isDateOnly, cell.count >= 19, cell[4] == 0x2D, cell[7] == 0x2D, cell[10] == 0x54 || cell[10] == 0x20 else { return }
        // A leap second lies on the next day already: the day would be kept under the wrong midnight.
        if cell[16] == 0x3A, cell[17] == 0x36 { return }
        bytes = LastDay.dayBytes(cell)
        midnight = local - (local % 86_400)
    }

    /// The moment of a cell on the same day; `nil` for all others.
    @inline(__always)
    func moment(_ cell: UnsafeRawBufferPointer) -> (local: Int64, offset: Int32?)? {
        let count = cell.count
        guard count == 20 || count == 19, LastDay.dayBytes(cell) == bytes, cell[10] == 0x54 || cell[10] == 0x20 else { return nil }
        if count == 20, cell[19] != 0x5A { return nil }
        // `23:59:59` as one word: the upper half of each byte must be 3, for the colons the byte itself, and 6 more must not carry a digit
        // out of its half.
        let word = UInt64(littleEndian: cell.loadUnaligned(fromByteOffset: 11, as: UInt64.self))
        let form: UInt64 = 0x3030_3A30_303A_3030
        guard word & 0xF0F0_FFF0_F0FF_F0F0 == form, (word &+ 0x0606_0006_0600_0606) & 0xF0F0_FFF0_F0FF_F0F0 == form else { return nil }
        func two(_ shift: UInt64) -> Int64 { Int64(word >> shift & 0xF) * 10 + Int64(word >> (shift + 8) & 0xF) }
        let (hour, minute, second) = (two(0), two(24), two(48))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return (midnight + hour * 3600 + minute * 60 + second, count == 20 ? 0 : nil)
    }

    @inline(__always)
    private static func dayBytes(_ cell: UnsafeRawBufferPointer) -> (UInt64, UInt16) {
        (cell.loadUnaligned(as: UInt64.self), cell.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    }
}
