import Facts

/// What stands in ``EventColumns``.
struct EventRuns: Sendable {
    typealias Run = EventColumns.Run
    typealias Event = EventColumns.Event
    typealias KeptProperty = EventColumns.KeptProperty

    private let runs = SparseColumn<Run>(empty: Run())
    private var seconds = GrowingColumn<UInt32>()
    private var sequences = GrowingColumn<UInt32>()
    private var values = GrowingColumn<Double>()
    private var orders = GrowingColumn<UInt64>()
    private var currencies = GrowingColumn<UInt8>()
    /// Properties of the events that segments ask for, as numbers in the dictionary of values; 0 where an event does not have it.
    private(set) var kept: [KeptProperty] = []
    /// What custom metrics know of the events.
    private(set) var marks = EventMarks()
    /// Places that are free, by the logarithm of their length.
    private var free: [[UInt32]] = Array(repeating: [], count: 32)
    /// What all events of a profile were worth together, in ten-thousandths, as integers so that the order of arrival cannot matter.
    private let sums = SparseColumn<Int64>(empty: 0)

    /// How many events there are.
    private(set) var count = 0

    /// Lets go of the memory.
    func deallocate() {
        seconds.deallocate()
        sequences.deallocate()
        values.deallocate()
        orders.deallocate()
        currencies.deallocate()
        for property in kept { property.codes.deallocate() }
        marks.deallocate()
    }

    /// See ``EventColumns/changeMarks(_:)``.
    mutating func changeMarks(_ body: (inout EventMarks, _ places: Int) -> Void) { body(&marks, seconds.count) }

    /// Marks a profile's event by all that it says.
    func mark(_ sayings: EventSayings, _ profile: ProfileNumber, at place: Int) {
        marks.note(sayings, at: columnPlace(profile, at: place))
    }

    /// Gives a mark to those events that have it by the numbers of their facts.
    func set(_ mark: Int, of found: FactBits) { marks.set(mark, of: found, sequences.values(0..<sequences.count)) }

    /// Sets amounts of those events that have one by the numbers of their facts.
    func set(_ amounts: Int, of found: AmountsByNumber) { marks.set(amounts, of: found, sequences.values(0..<sequences.count)) }

    /// Where a profile's event stands in the columns, by its place in time.
    func columnPlace(_ profile: ProfileNumber, at place: Int) -> Int { Int(runs[profile.index].start) + place }

    /// Keeps a property of all events from now on; `false` where it is kept already.
    mutating func keep(_ name: String) -> Bool {
        guard !kept.contains(where: { $0.name == name }) else { return false }
        var property = KeptProperty(name: name)
        property.codes.extend(by: seconds.count, 0)
        kept.append(property)
        return true
    }

    /// Keeps a property no longer; nothing where it is not kept.
    mutating func release(_ name: String) {
        guard let place = kept.firstIndex(where: { $0.name == name }) else { return }
        kept[place].codes.deallocate()
        kept.remove(at: place)
    }

    /// Says that not all values of a kept property could be kept.
    mutating func noteMissing(kept property: Int) { kept[property].isIncomplete = true }

    /// The value's number of a kept property of a profile's event; `nil` where it is not kept.
    func code(of name: String, _ profile: ProfileNumber, at place: Int) -> UInt32? {
        kept.first { $0.name == name }.map { $0.codes[Int(runs[profile.index].start) + place] }
    }

    /// Sets the value's number of a kept property, by its place among those that are kept.
    mutating func set(code: UInt32, kept property: Int, _ profile: ProfileNumber, at place: Int) {
        kept[property].codes[Int(runs[profile.index].start) + place] = code
    }

    /// The place in time of a profile's event of a second, by the number of its fact.
    func place(_ profile: ProfileNumber, sequence: UInt32) -> Int? {
        let run = runs[profile.index]
        return sequences.values(run.range).firstIndex(of: sequence)
    }

    /// See ``EventColumns/look``.
    var look: EventLook {
        EventLook(runs: runs, seconds: seconds, sequences: sequences, values: values, orders: orders, currencies: currencies, marks: marks)
    }

    /// How many events a profile has.
    func count(_ profile: ProfileNumber) -> Int { Int(runs[profile.index].count) }

    /// What they were worth together.
    func sum(_ profile: ProfileNumber) -> Double { Double(sums[profile.index]) / Self.scale }

    /// The same in ten-thousandths.
    func scaledSum(_ profile: ProfileNumber) -> Int64 { sums[profile.index] }

    /// Whether any event said another currency than the shop's.
    var saysCurrencies: Bool { !currencies.isEmpty }

    /// What a profile's events were worth, earliest first; `nil` where no event of anybody said that.
    func values(_ profile: ProfileNumber) -> UnsafeBufferPointer<Double>? {
        values.isEmpty ? nil : values.values(runs[profile.index].range)
    }

    /// The moments of a profile's events, earliest first.
    func seconds(_ profile: ProfileNumber) -> UnsafeBufferPointer<UInt32> { seconds.values(runs[profile.index].range) }

    /// The first and last moment.
    func span(_ profile: ProfileNumber) -> (first: UInt32, last: UInt32)? {
        let run = runs[profile.index]
        guard run.count > 0 else { return nil }
        return (seconds[Int(run.start)], seconds[Int(run.start + run.count - 1)])
    }

    /// Calls a function with each of a profile's events, earliest first.
    func forEach(_ profile: ProfileNumber, _ body: (Event) -> Void) {
        for place in runs[profile.index].range { body(event(place)) }
    }

    /// Calls a function with each event of everybody, profile by profile.
    func forEach(_ body: (ProfileNumber, Event) -> Void) {
        runs.forEach { row, run in
            for place in run.range { body(ProfileNumber(UInt32(row)), event(place)) }
        }
    }

    /// The same with where each event stands.
    func forEachPlace(_ body: (ProfileNumber, Event, Int) -> Void) {
        runs.forEach { row, run in
            for place in run.range { body(ProfileNumber(UInt32(row)), event(place), place) }
        }
    }

    /// A profile's event by its place in time.
    func event(_ profile: ProfileNumber, at place: Int) -> Event { event(Int(runs[profile.index].start) + place) }

    private func event(_ place: Int) -> Event {
        Event(
            seconds: seconds[place], sequence: sequences[place], value: values.isEmpty ? 0 : values[place],
            order: orders.isEmpty ? 0 : orders[place], currency: currencies.isEmpty ? 0 : currencies[place])
    }

    private static let scale = 10_000.0

    @inline(__always)
    static func scaled(_ value: Double) -> Int64 {
        let scaled = (value * scale).rounded()
        return Int64(exactly: min(max(scaled, -9e18), 9e18)) ?? 0
    }

    /// Lets what an event will touch be brought near: first where the profile's run is, then the run's end. It changes nothing, and is said to
    /// so that nothing is copied to be looked at.
    @inline(__always)
    mutating func prefetchRun(_ profile: ProfileNumber) {
        runs.prefetch(profile.index)
        sums.prefetch(profile.index)
    }

    /// The same of the run's end; see ``prefetchRun(_:)``.
    @inline(__always)
    mutating func prefetchEnd(_ profile: ProfileNumber) {
        let run = runs[profile.index]
        guard run.count > 0 else { return }
        let end = Int(run.start) + Int(run.count) - 1
        seconds.prefetch(end)
        sequences.prefetch(end)
        values.prefetch(end)
        orders.prefetch(end)
    }

    /// Adds an event at its place in time, after those of the same second.
    ///
    /// - Returns: that place among the profile's events.
    @discardableResult
    mutating func add(_ event: Event, to profile: ProfileNumber) -> Int {
        var run = runs[profile.index]
        if Int(run.count) == run.capacity { move(&run, toLogarithm: run.count == 0 ? 0 : Run.logarithm(run.count) + 1) }
        if event.amount != nil, values.isEmpty { values.extend(by: seconds.count, 0) }
        if event.order != 0, orders.isEmpty { orders.extend(by: seconds.count, 0) }
        if event.currency != 0, currencies.isEmpty { currencies.extend(by: seconds.count, 0) }
        let end = Int(run.start) + Int(run.count)
        var place = end
        while place > Int(run.start), Self.isLater(seconds[place - 1], sequences[place - 1], than: event) { place -= 1 }
        if place < end { copy(place..<end, to: place + 1) }
        write(event, at: place)
        run.count += 1
        runs[profile.index] = run
        count += 1
        if event.value != 0 { sums[profile.index] = sums[profile.index].saturatingAdding(Self.scaled(event.value)) }
        return place - Int(run.start)
    }

    private static func isLater(_ seconds: UInt32, _ sequence: UInt32, than event: Event) -> Bool {
        seconds > event.seconds || seconds == event.seconds && sequence > event.sequence
    }

    /// Hands all events of one profile to another.
    mutating func merge(_ from: ProfileNumber, into: ProfileNumber) {
        let run = runs[from.index]
        guard run.count > 0 else { return }
        let moved = run.range.map { place in (event: event(place), codes: kept.map { $0.codes[place] }, marks: marks.row(place)) }
        remove(from)
        for (event, codes, row) in moved {
            let place = add(event, to: into)
            marks.set(row, at: columnPlace(into, at: place))
            for (property, code) in codes.enumerated() { set(code: code, kept: property, into, at: place) }
        }
    }

    /// Forgets all events of a profile.
    mutating func remove(_ profile: ProfileNumber) {
        let run = runs[profile.index]
        guard run.count > 0 else { return }
        for place in run.range { write(Event(seconds: 0, sequence: 0, value: 0, order: 0, currency: 0), at: place) }
        free[Run.logarithm(run.count)].append(run.start)
        runs[profile.index] = Run()
        sums[profile.index] = 0
        count -= Int(run.count)
    }

    /// Gives a run a longer place.
    private mutating func move(_ run: inout Run, toLogarithm logarithm: Int) {
        let start = free[logarithm].popLast() ?? UInt32(truncatingIfNeeded: seconds.count)
        if Int(start) == seconds.count { extend(by: 1 << logarithm) }
        copy(run.range, to: Int(start))
        if run.count > 0 { free[Run.logarithm(run.count)].append(run.start) }
        run.start = start
    }

    private mutating func extend(by places: Int) {
        seconds.extend(by: places, 0)
        sequences.extend(by: places, 0)
        if !values.isEmpty { values.extend(by: places, 0) }
        if !orders.isEmpty { orders.extend(by: places, 0) }
        if !currencies.isEmpty { currencies.extend(by: places, 0) }
        for property in kept.indices { kept[property].codes.extend(by: places, 0) }
        marks.extend(by: places)
    }

    private func write(_ event: Event, at place: Int) {
        seconds[place] = event.seconds
        sequences[place] = event.sequence
        if !values.isEmpty { values[place] = event.value }
        if !orders.isEmpty { orders[place] = event.order }
        if !currencies.isEmpty { currencies[place] = event.currency }
        for property in kept { property.codes[place] = 0 }
        marks.clear(at: place)
    }

    private func copy(_ places: Range<Int>, to start: Int) {
        seconds.copy(places, to: start)
        sequences.copy(places, to: start)
        values.copy(places, to: start)
        orders.copy(places, to: start)
        currencies.copy(places, to: start)
        for property in kept { property.codes.copy(places, to: start) }
        marks.copy(places, to: start)
    }
}
