import Facts

/// A look at the columns of one metric's events, for whoever asks profile after profile: nothing is taken up and let go again for each.
///
/// It holds the columns as they are: whoever has one sees to it that nothing is written meanwhile.
struct EventLook {
    let runs: SparseColumn<EventColumns.Run>
    let seconds: GrowingColumn<UInt32>
    let sequences: GrowingColumn<UInt32>
    let values: GrowingColumn<Double>
    let orders: GrowingColumn<UInt64>
    let currencies: GrowingColumn<UInt8>
    let marks: EventMarks

    /// Calls a function with each of a profile's events, earliest first.
    @inline(__always)
    func forEach(_ profile: ProfileNumber, _ body: (EventColumns.Event) -> Void) {
        for place in runs[profile.index].range { body(event(place)) }
    }

    /// The event that stands at a place of the columns.
    @inline(__always)
    func event(_ place: Int) -> EventColumns.Event {
        EventColumns.Event(
            seconds: seconds[place], sequence: sequences[place], value: values.isEmpty ? 0 : values[place],
            order: orders.isEmpty ? 0 : orders[place], currency: currencies.isEmpty ? 0 : currencies[place])
    }

    /// The orders that a profile's events name, earliest first; none where no event names one.
    @inline(__always)
    func orders(_ profile: ProfileNumber) -> UnsafeBufferPointer<UInt64> {
        orders.isEmpty ? UnsafeBufferPointer(start: nil, count: 0) : orders.values(runs[profile.index].range)
    }

    /// Lets the events of a profile be brought near, so far as they are few.
    @inline(__always)
    func prefetch(_ profile: ProfileNumber) {
        let run = runs[profile.index]
        guard run.count > 0 else { return }
        prefetch(place: Int(run.start))
        if run.count > 4 { prefetch(place: Int(run.start) + Int(run.count) - 1) }
    }

    @inline(__always)
    private func prefetch(place: Int) {
        seconds.prefetch(place)
        sequences.prefetch(place)
        values.prefetch(place)
        orders.prefetch(place)
        currencies.prefetch(place)
    }
}
