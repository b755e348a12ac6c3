/// One border over all the times it was settled: finds when a value comes to stand on the other side.
struct BorderCourse {
    private let borders: [Int64]
    /// The lowest and the highest of each sixteen.
    private var lowest: [Int64] = []
    private var highest: [Int64] = []
    /// The lowest and the highest from a place on.
    private var lowestFrom: [Int64]
    private var highestFrom: [Int64]

    private static let blockBits = 4

    init(_ borders: [Int64]) {
        self.borders = borders
        lowestFrom = borders
        highestFrom = borders
        for place in borders.indices.dropLast().reversed() {
            lowestFrom[place] = min(borders[place], lowestFrom[place + 1])
            highestFrom[place] = max(borders[place], highestFrom[place + 1])
        }
        for start in stride(from: 0, to: borders.count, by: 1 << Self.blockBits) {
            let block = borders[start..<min(start + 1 << Self.blockBits, borders.count)]
            lowest.append(block.min() ?? 0)
            highest.append(block.max() ?? 0)
        }
    }

    /// Whether a value is more than the border at a place.
    @inline(__always)
    func isPassed(by value: Int64, at place: Int) -> Bool { value > borders[place] }

    /// The first place after one, up to a limit, where a value stands on the other side of the border; the limit where there is none.
    @inline(__always)
    func change(after place: Int, of value: Int64, limit: Int) -> Int {
        guard place + 1 < limit else { return limit }
        return value > borders[place]
            ? first(from: place + 1, limit: limit, suffix: highestFrom, block: highest) { $0 >= value }
            : first(from: place + 1, limit: limit, suffix: lowestFrom, block: lowest) { $0 < value }
    }

    /// The first border that does something; extremes of many borders do it if one of them does.
    @inline(__always)
    private func first(from start: Int, limit: Int, suffix: [Int64], block: [Int64], where holds: (Int64) -> Bool) -> Int {
        guard holds(suffix[start]) else { return limit }
        var place = start
        while place < limit {
            if place & (1 << Self.blockBits - 1) == 0, !holds(block[place >> Self.blockBits]) {
                place += 1 << Self.blockBits
            } else if holds(borders[place]) {
                return place
            } else {
                place += 1
            }
        }
        return limit
    }
}
