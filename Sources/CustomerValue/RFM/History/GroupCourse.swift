/// Follows one customer after another through time, from change to change of the group: only days are looked at on which one is possible.
struct GroupCourse {
    private let timeline: BorderTimeline
    private let places: PlaceTable
    private let lastDay: Int32
    /// The borders of each dimension over the settlings, from the highest score down.
    private let orders: [BorderCourse]
    private let minorUnits: [BorderCourse]
    /// Whether days of recency are the same at every settling.
    private let hasFixedDays: Bool
    /// How many times borders were settled.
    private let settlings: Int

    init(_ timeline: BorderTimeline, settings: RFMSettings, lastDay: Int32) {
        self.timeline = timeline
        self.lastDay = lastDay
        places = PlaceTable(settings.map)
        settlings = timeline.days.count
        let borders = 0..<settings.levels.borders
        orders = borders.map { border in BorderCourse(timeline.borders.map { Int64($0.ordersMoreThan[border]) }) }
        minorUnits = borders.map { border in BorderCourse(timeline.borders.map { $0.minorUnitsMoreThan[border] }) }
        hasFixedDays = !settings.recency.needsEverybody
    }

    /// Tells every change of the group of a customer.
    ///
    /// - Parameter states: what the customer had, at least one.
    mutating func follow(_ states: [PurchaseState], _ changed: (Int32, PackedChange) -> Void) {
        var place = RFMMovement.none
        for index in states.indices {
            let state = states[index]
            let end = index + 1 < states.count ? states[index + 1].day : lastDay + 1
            guard state.orders > 0 else {
                if place != RFMMovement.none {
                    changed(state.day, PackedChange(place: RFMMovement.none, recency: 0, frequency: 0, monetary: 0, cause: .order))
                }
                place = RFMMovement.none
                continue
            }
            var day = state.day
            var settling = timeline.place(on: day)
            var nextBorders = nextSettling(after: settling, of: state)
            while true {
                let scores = scores(of: state, on: day, settling)
                let found = places[scores.recency, scores.frequency, scores.monetary]
                if found != place {
                    let cause = day == state.day ? .order : cause(of: state, on: day, settling, before: place)
                    changed(
                        day,
                        PackedChange(
                            place: found, recency: scores.recency, frequency: scores.frequency, monetary: scores.monetary, cause: cause))
                    place = found
                }
                let bySettling = nextBorders < settlings ? timeline.days[nextBorders] : .max
                let next = min(bySettling, nextRecency(of: state, after: day, settling, before: min(bySettling, end)))
                guard next < end else { break }
                day = next
                settling = timeline.place(on: day)
                if settling >= nextBorders { nextBorders = nextSettling(after: settling, of: state) }
            }
        }
    }

    @inline(__always)
    private func scores(of state: PurchaseState, on day: Int32, _ settling: Int) -> (recency: UInt8, frequency: UInt8, monetary: UInt8) {
        let recency = timeline.borders[settling].recency(day - state.lastDay)
        var frequency: UInt8 = 1
        for border in orders where border.isPassed(by: Int64(state.orders), at: settling) { frequency += 1 }
        var monetary: UInt8 = 1
        for border in minorUnits where border.isPassed(by: state.minorUnits, at: settling) { monetary += 1 }
        return (recency, frequency, monetary)
    }

    /// The first settling after one that gives other scores of frequency or monetary.
    @inline(__always)
    private func nextSettling(after settling: Int, of state: PurchaseState) -> Int {
        var next = settlings
        for border in orders { next = border.change(after: settling, of: Int64(state.orders), limit: next) }
        for border in minorUnits { next = border.change(after: settling, of: state.minorUnits, limit: next) }
        return next
    }

    /// The first day after one, before a limit, on which recency may have another score; the limit where there is none.
    @inline(__always)
    private func nextRecency(of state: PurchaseState, after day: Int32, _ settling: Int, before limit: Int32) -> Int32 {
        if hasFixedDays { return passing(timeline.borders[settling], of: state, after: day, before: limit) }
        var settling = settling
        var day = day
        let score = timeline.borders[settling].recency(day - state.lastDay)
        while day < limit {
            let following = settling + 1 < settlings ? timeline.days[settling + 1] : .max
            let passed = passing(timeline.borders[settling], of: state, after: day, before: min(limit, following))
            if passed < min(limit, following) { return passed }
            guard following < limit else { return limit }
            settling += 1
            day = following
            if timeline.borders[settling].recency(day - state.lastDay) != score { return day }
        }
        return limit
    }

    /// The first day after one, before a limit, on which silence is longer than a border.
    @inline(__always)
    private func passing(_ borders: RFMBorders, of state: PurchaseState, after day: Int32, before limit: Int32) -> Int32 {
        var next = limit
        for border in borders.daysAtMost {
            let (passed, overflows) = state.lastDay.addingReportingOverflow(border &+ 1)
            if !overflows, passed > day, passed < next { next = passed }
        }
        return next
    }

    /// Why a group changed on a day without an order: borders, where by those before nothing would have.
    private func cause(of state: PurchaseState, on day: Int32, _ settling: Int, before place: Int) -> RFMHistory.Cause {
        guard settling > 0, timeline.days[settling] == day else { return .time }
        let scores = scores(of: state, on: day, settling - 1)
        return places[scores.recency, scores.frequency, scores.monetary] == place ? .borders : .time
    }
}
