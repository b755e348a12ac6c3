import Facts

/// All events of one metric: for each profile a run of them in order of time.
///
/// Runs stand in shared columns. A run has room for the next power of two; one that is full moves to a place twice as long, and the old
/// place goes to the next run of that length. Columns that no event of the metric needs (values, orders) stay empty.
///
/// A class, as a shop has hundreds of them in a list: what stands in a list is not copied to be read. Whoever owns it sees to it that nobody
/// reads while somebody writes.
final class EventColumns: @unchecked Sendable {
    /// Where a profile's events stand.
    struct Run: Sendable, Equatable, BitwiseCopyable {
        var start: UInt32 = 0
        var count: UInt32 = 0
        /// Places it has: the next power of two.
        var capacity: Int { count == 0 ? 0 : 1 << Self.logarithm(count) }
        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
        static func logarithm(_ count: UInt32) -> Int { count <= 1 ? 0 : 32 - (count - 1).leadingZeroBitCount }
    }

    /// One event as the columns know it.
    struct Event: Sendable {
        var seconds: UInt32
        /// The number of its fact in the journal.
        var sequence: UInt32
        /// What it was worth; see ``amount`` for whether that was said.
        var value: Double
        /// 0 where it names no order.
        var order: UInt64
        /// The place of its currency among the shop's; 0: the shop's own.
        var currency: UInt8
    }

    /// A property that is kept.
    struct KeptProperty {
        let name: String
        var codes = GrowingColumn<UInt32>()
        /// Whether there was no room for some of the values.
        var isIncomplete = false
    }

    // Sendable unchecked: written by the one writer of a population while nobody reads, which its lock sees to.
    /// In memory of its own: reading it copies nothing, and writing asks nobody.
    private let runs: UnsafeMutablePointer<EventRuns>

    /// No events.
    init() {
        runs = .allocate(capacity: 1)
        runs.initialize(to: EventRuns())
    }

    deinit {
        runs.pointee.deallocate()
        runs.deinitialize(count: 1)
        runs.deallocate()
    }

    /// How many events there are.
    var count: Int { runs.pointee.count }

    /// Properties of the events that segments ask for; see ``keep(_:)``.
    var kept: [KeptProperty] { runs.pointee.kept }

    /// What custom metrics know of the events.
    var marks: EventMarks { runs.pointee.marks }

    /// Makes, or lets go of, what custom metrics know of the events.
    func changeMarks(_ body: (inout EventMarks, _ places: Int) -> Void) { runs.pointee.changeMarks(body) }

    /// Marks a profile's event by all that it says.
    func mark(_ sayings: EventSayings, _ profile: ProfileNumber, at place: Int) { runs.pointee.mark(sayings, profile, at: place) }

    /// Whether custom metrics know anything of the events.
    var hasMarks: Bool { !runs.pointee.marks.isEmpty }

    /// Gives a mark to those events that have it by the numbers of their facts.
    func set(_ mark: Int, of found: FactBits) { runs.pointee.set(mark, of: found) }

    /// Sets amounts of those events that have one by the numbers of their facts.
    func set(_ amounts: Int, of found: AmountsByNumber) { runs.pointee.set(amounts, of: found) }

    /// What stands there now, for whoever asks profile after profile while nobody writes.
    var look: EventLook { runs.pointee.look }

    /// How many events a profile has.
    func count(_ profile: ProfileNumber) -> Int { runs.pointee.count(profile) }

    /// What they were worth together.
    func sum(_ profile: ProfileNumber) -> Double { runs.pointee.sum(profile) }

    /// The same in ten-thousandths, exactly.
    func scaledSum(_ profile: ProfileNumber) -> Int64 { runs.pointee.scaledSum(profile) }

    /// Whether any event said another currency than the shop's.
    var saysCurrencies: Bool { runs.pointee.saysCurrencies }

    /// What a profile's events were worth, earliest first; `nil` where no event of anybody said that.
    func values(_ profile: ProfileNumber) -> UnsafeBufferPointer<Double>? { runs.pointee.values(profile) }

    /// The moments of a profile's events, earliest first.
    func seconds(_ profile: ProfileNumber) -> UnsafeBufferPointer<UInt32> { runs.pointee.seconds(profile) }

    /// The first and last moment.
    func span(_ profile: ProfileNumber) -> (first: UInt32, last: UInt32)? { runs.pointee.span(profile) }

    /// Calls a function with each of a profile's events, earliest first.
    func forEach(_ profile: ProfileNumber, _ body: (Event) -> Void) { runs.pointee.forEach(profile, body) }

    /// Calls a function with each event of everybody, profile by profile.
    func forEach(_ body: (ProfileNumber, Event) -> Void) { runs.pointee.forEach(body) }

    /// The same with where each event stands in the columns.
    func forEachPlace(_ body: (ProfileNumber, Event, Int) -> Void) { runs.pointee.forEachPlace(body) }

    /// Where a profile's event stands in the columns, by its place in time.
    func columnPlace(_ profile: ProfileNumber, at place: Int) -> Int { runs.pointee.columnPlace(profile, at: place) }

    /// A profile's event by its place in time.
    func event(_ profile: ProfileNumber, at place: Int) -> Event { runs.pointee.event(profile, at: place) }

    /// Adds an event at its place in time, after those of the same second.
    ///
    /// - Returns: that place among the profile's events.
    @discardableResult
    func add(_ event: Event, to profile: ProfileNumber) -> Int { runs.pointee.add(event, to: profile) }

    /// Hands all events of one profile to another.
    func merge(_ from: ProfileNumber, into: ProfileNumber) { runs.pointee.merge(from, into: into) }

    /// Forgets all events of a profile.
    func remove(_ profile: ProfileNumber) { runs.pointee.remove(profile) }

    /// Keeps a property of all events from now on; `false` where it is kept already.
    func keep(_ name: String) -> Bool { runs.pointee.keep(name) }

    /// Keeps a property no longer; nothing where it is not kept.
    func release(_ name: String) { runs.pointee.release(name) }

    /// Says that not all values of a kept property could be kept.
    func noteMissing(kept property: Int) { runs.pointee.noteMissing(kept: property) }

    /// The value's number of a kept property of a profile's event; `nil` where it is not kept.
    func code(of name: String, _ profile: ProfileNumber, at place: Int) -> UInt32? { runs.pointee.code(of: name, profile, at: place) }

    /// Sets the value's number of a kept property, by its place among those that are kept.
    func set(code: UInt32, kept property: Int, _ profile: ProfileNumber, at place: Int) {
        runs.pointee.set(code: code, kept: property, profile, at: place)
    }

    /// The place in time of a profile's event, by the number of its fact.
    func place(_ profile: ProfileNumber, sequence: UInt32) -> Int? { runs.pointee.place(profile, sequence: sequence) }

    /// Lets what an event will touch be brought near: first where the profile's run is, then the run's end.
    @inline(__always)
    func prefetchRun(_ profile: ProfileNumber) { runs.pointee.prefetchRun(profile) }

    /// The same of the run's end; see ``prefetchRun(_:)``.
    @inline(__always)
    func prefetchEnd(_ profile: ProfileNumber) { runs.pointee.prefetchEnd(profile) }
}

extension EventColumns.Event {
    /// An event that may say what it was worth.
    init(seconds: UInt32, sequence: UInt32, amount: Double?, order: UInt64, currency: UInt8) {
        self.init(seconds: seconds, sequence: sequence, value: Self.stored(amount), order: order, currency: currency)
    }

    /// An amount as it is kept: a zero that was said is told from none by its sign, which needs no column of its own.
    static func stored(_ amount: Double?) -> Double { amount.map { $0 == 0 ? -0.0 : $0 } ?? 0 }

    /// What it was worth; `nil` where that was not said.
    var amount: Double? { value.bitPattern == 0 ? nil : value + 0 }
}
