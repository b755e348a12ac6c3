import Facts
import Segments

/// Which events of a metric meet the filters of custom metrics, a bit each; and what they say in the properties that custom metrics take for
/// their worth, eight bytes each.
struct EventMarks: Sendable {
    /// What events say of their worth in a property.
    struct Amounts: Sendable {
        let property: String
        /// As values of events are: nothing said is 0, a zero that was said has a sign.
        var values = GrowingColumn<Double>()
    }

    /// The filters of each mark; `nil` for one that is free.
    private(set) var filters: [[EventPropertyTest]?] = []
    /// Of eight marks each; `nil` where all are free.
    private var bits: [GrowingColumn<UInt8>?] = []
    /// `nil` for those that are free.
    private(set) var amounts: [Amounts?] = []

    var isEmpty: Bool { filters.isEmpty && amounts.isEmpty }

    func mark(_ filters: [EventPropertyTest]) -> Int? { self.filters.firstIndex(of: filters) }

    func amounts(_ property: String) -> Int? { amounts.firstIndex { $0?.property == property } }

    /// Makes a mark that no event has yet.
    mutating func addMark(_ filters: [EventPropertyTest], places: Int) -> Int {
        let mark = self.filters.firstIndex { $0 == nil } ?? self.filters.count
        if mark == self.filters.count { self.filters.append(filters) } else { self.filters[mark] = filters }
        if mark >> 3 == bits.count { bits.append(nil) }
        if bits[mark >> 3] == nil {
            var column = GrowingColumn<UInt8>()
            column.extend(by: places, 0)
            bits[mark >> 3] = column
        }
        return mark
    }

    /// Makes amounts that no event says yet.
    mutating func addAmounts(_ property: String, places: Int) -> Int {
        var new = Amounts(property: property)
        new.values.extend(by: places, 0)
        let place = amounts.firstIndex { $0 == nil } ?? amounts.count
        if place == amounts.count { amounts.append(new) } else { amounts[place] = new }
        return place
    }

    /// Lets go of what is no longer needed.
    mutating func keep(marks: Set<Int>, amounts kept: Set<Int>, places: Int) {
        for mark in filters.indices where filters[mark] != nil && !marks.contains(mark) {
            filters[mark] = nil
            for place in 0..<places { bits[mark >> 3]?[place] &= ~(1 << UInt8(mark & 7)) }
        }
        for octet in bits.indices where !filters[(octet * 8)..<min(filters.count, octet * 8 + 8)].contains(where: { $0 != nil }) {
            bits[octet]?.deallocate()
            bits[octet] = nil
        }
        for place in amounts.indices where !kept.contains(place) {
            amounts[place]?.values.deallocate()
            amounts[place] = nil
        }
    }

    @inline(__always)
    func has(_ mark: Int, at place: Int) -> Bool { bits[mark >> 3].map { $0[place] & 1 << UInt8(mark & 7) != 0 } ?? false }

    private func set(_ mark: Int, at place: Int) { bits[mark >> 3]?[place] |= 1 << UInt8(mark & 7) }

    /// Gives a mark to those events that have it by the numbers of their facts.
    func set(_ mark: Int, of found: FactBits, _ numbers: UnsafeBufferPointer<UInt32>) {
        guard let column = bits[mark >> 3] else { return }
        let shift = UInt8(mark & 7)
        found.words.withUnsafeBufferPointer { words in
            for (place, number) in numbers.enumerated() where Int(number >> 6) < words.count {
                let bit = UInt8(truncatingIfNeeded: words[Int(number >> 6)] >> UInt64(number & 63) & 1)
                column[place] |= bit << shift
            }
        }
    }

    /// Sets amounts of those events that have one by the numbers of their facts.
    func set(_ amounts: Int, of found: AmountsByNumber, _ numbers: UnsafeBufferPointer<UInt32>) {
        guard let values = self.amounts[amounts]?.values else { return }
        for (place, number) in numbers.enumerated() { if let value = found[number] { values[place] = value } }
    }

    /// The column of a mark, with its bit.
    func column(_ mark: Int) -> (bits: GrowingColumn<UInt8>, mask: UInt8)? { bits[mark >> 3].map { ($0, 1 << UInt8(mark & 7)) } }

    /// Marks an event by all that it says.
    func note(_ sayings: EventSayings, at place: Int) {
        for (mark, filters) in filters.enumerated() { if let filters, sayings.meets(filters) { set(mark, at: place) } }
        for amounts in amounts { amounts?.values[place] = EventColumns.Event.stored(amounts.flatMap { sayings.amount($0.property) }) }
    }

    // MARK: Moving along with events

    mutating func extend(by places: Int) {
        for octet in bits.indices { bits[octet]?.extend(by: places, 0) }
        for place in amounts.indices { amounts[place]?.values.extend(by: places, 0) }
    }

    func clear(at place: Int) {
        for column in bits { column?[place] = 0 }
        for amounts in amounts { amounts?.values[place] = 0 }
    }

    func copy(_ places: Range<Int>, to start: Int) {
        for column in bits { column?.copy(places, to: start) }
        for amounts in amounts { amounts?.values.copy(places, to: start) }
    }

    func deallocate() {
        for column in bits { column?.deallocate() }
        for amounts in amounts { amounts?.values.deallocate() }
    }

    /// What one event has: to be set elsewhere.
    struct Row {
        fileprivate let bits: [UInt8]
        fileprivate let amounts: [Double]
    }

    func row(_ place: Int) -> Row { Row(bits: bits.map { $0?[place] ?? 0 }, amounts: amounts.map { $0?.values[place] ?? 0 }) }

    func set(_ row: Row, at place: Int) {
        for (column, bits) in zip(bits, row.bits) { column?[place] = bits }
        for (amounts, value) in zip(amounts, row.amounts) { amounts?.values[place] = value }
    }
}
