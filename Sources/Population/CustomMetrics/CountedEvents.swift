import Facts

/// How an event comes to count.
struct CountingWay: Sendable, Equatable {
    /// The mark that it must have; `nil`: none.
    var mark: Int?
    /// Which amounts say what it is worth; `nil`: its own value does.
    var amounts: Int?
}

/// Events of one metric, so far as they count.
struct CountedSource: Sendable, Equatable {
    /// Which metric.
    var metric: MetricNumber
    /// An event counts by the first of these that lets it in.
    var ways: [CountingWay]
    /// Whether its events are lines of orders: those that name the same order are one order together.
    var areLines = false

    /// All events of a metric, for their own value.
    static func all(_ metric: MetricNumber) -> CountedSource { CountedSource(metric: metric, ways: [CountingWay()]) }

    /// Whether every event counts for its own value.
    var isAll: Bool { ways.first == CountingWay() }
}

/// The events of a source, to be read profile after profile while nobody writes.
struct CountedEvents {
    private struct Way {
        var bits: GrowingColumn<UInt8>?
        var mask: UInt8
        var amounts: GrowingColumn<Double>?
    }

    let metric: MetricNumber
    let look: EventLook
    private let areLines: Bool
    private let isAll: Bool
    private let ways: [Way]

    init(_ source: CountedSource, _ look: EventLook) {
        metric = source.metric
        self.look = look
        areLines = source.areLines
        isAll = source.isAll
        ways = source.ways.compactMap { way in
            var made = Way(mask: 0)
            if let mark = way.mark {
                guard let (bits, mask) = look.marks.column(mark) else { return nil }
                made.bits = bits
                made.mask = mask
            }
            if let amounts = way.amounts { made.amounts = look.marks.amounts[amounts]?.values }
            return made
        }
    }

    /// By which of the source's ways the event at a place of the columns counts; `nil` where it does not count.
    @inline(__always)
    func way(at place: Int) -> Int? {
        if isAll { return 0 }
        return ways.firstIndex { way in way.bits.map { $0[place] & way.mask != 0 } ?? true }
    }

    /// What the event at a place of the columns counts for, as values are kept; `nil` where it does not count.
    @inline(__always)
    func value(at place: Int) -> Double? {
        way(at: place).map { value(at: place, by: $0) }
    }

    /// What the event at a place of the columns is worth by one of the source's ways, as values are kept.
    @inline(__always)
    func value(at place: Int, by way: Int) -> Double {
        if !isAll, let amounts = ways[way].amounts { return amounts[place] }
        return look.values.isEmpty ? 0 : look.values[place]
    }

    /// Calls a function with each event of a profile that counts, worth what it counts for, earliest first.
    @inline(__always)
    func forEach(_ profile: ProfileNumber, _ body: (EventColumns.Event) -> Void) {
        for place in look.runs[profile.index].range { if let event = event(place) { body(event) } }
    }

    /// The same of orders, so far as no browser told of them: lines of one order are one event, the one that was told first, worth all of them.
    @inline(__always)
    func forEachOrder(_ profile: ProfileNumber, _ browserFacts: BrowserFacts, _ body: (EventColumns.Event) -> Void) {
        if areLines { return joined(profile, browserFacts).forEach(body) }
        forEach(profile) { if !browserFacts.contains($0.sequence) { body($0) } }
    }

    private func joined(_ profile: ProfileNumber, _ browserFacts: BrowserFacts) -> [EventColumns.Event] {
        var joined: [EventColumns.Event] = []
        var places: [UInt64: Int] = [:]
        forEach(profile) { event in
            guard !browserFacts.contains(event.sequence) else { return }
            // A line in another currency than the first is an order of its own that does not count: its sum could not be said.
            guard event.order != 0, let place = places[event.order], joined[place].currency == event.currency else {
                if event.order != 0, places[event.order] == nil { places[event.order] = joined.count }
                return joined.append(event)
            }
            let value = joined[place].value + event.value
            if event.sequence < joined[place].sequence { joined[place] = event }
            joined[place].value = value
        }
        return joined
    }

    /// Calls a function with each event of everybody that counts, profile by profile.
    func forEach(_ body: (ProfileNumber, EventColumns.Event) -> Void) {
        look.runs.forEach { row, run in
            for place in run.range { if let event = event(place) { body(ProfileNumber(UInt32(row)), event) } }
        }
    }

    /// The event at a place of the columns, worth what it counts for; `nil` where it does not count.
    @inline(__always)
    func event(_ place: Int) -> EventColumns.Event? {
        guard let value = value(at: place) else { return nil }
        var event = look.event(place)
        event.value = value
        return event
    }
}

extension EventMarks {
    /// What an event at a place of the columns counts for by some ways, as values are kept; `nil` where it does not count.
    func value(_ ways: [CountingWay], at place: Int, own value: Double) -> Double? {
        for way in ways where way.mark.map({ has($0, at: place) }) ?? true {
            return way.amounts.map { amounts[$0]?.values[place] ?? 0 } ?? value
        }
        return nil
    }
}
