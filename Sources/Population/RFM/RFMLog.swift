import Facts

/// Every change of everybody's RFM group by one model, in the order in which facts told of them.
///
/// Ten bytes a change and four a profile: the changes of a profile are a chain from the last back to the first.
struct RFMLog: Sendable {
    private var seconds: ContiguousArray<UInt32> = []
    private var packed: ContiguousArray<UInt16> = []
    /// The place of the profile's change before, plus one; 0 for the first.
    private var before: ContiguousArray<UInt32> = []
    /// The place of each profile's last change, plus one; 0 for none.
    private var last: ContiguousArray<UInt32> = []

    /// How many changes there are.
    var count: Int { seconds.count }

    mutating func add(_ fact: RFMFact) {
        let row = fact.profile.index
        if row >= last.count { last.append(contentsOf: repeatElement(0, count: max(row + 1, last.count * 2) - last.count)) }
        guard seconds.count < Int(UInt32.max) - 1 else { return }
        seconds.append(fact.seconds)
        packed.append(fact.packed)
        before.append(last[row])
        last[row] = UInt32(seconds.count)
    }

    /// Whether anything was ever told of a profile.
    func knows(_ row: Int) -> Bool { row < last.count && last[row] != 0 }

    /// Scores and group of a profile now.
    @inline(__always)
    func current(_ row: Int) -> RFMFact.Standing? {
        guard row < last.count, last[row] != 0 else { return nil }
        return RFMFact.standing(packed: packed[Int(last[row]) - 1])
    }

    /// The group now, the last one that was another, and since when.
    ///
    /// To have none for a while is no group: who comes back into the same one has not changed it.
    func standing(_ row: Int) -> (current: UInt8, previous: UInt8?, changed: UInt32?)? {
        row < last.count ? standing(from: last[row]) : nil
    }

    /// The same before a moment.
    func standing(_ row: Int, before end: Int64) -> (current: UInt8, previous: UInt8?, changed: UInt32?)? {
        standing(from: lastPlace(row, before: end))
    }

    /// The last change of a profile before a moment.
    func lastChange(_ row: Int, before end: Int64) -> (seconds: UInt32, packed: UInt16)? {
        let place = Int(lastPlace(row, before: end))
        return place > 0 ? (seconds[place - 1], packed[place - 1]) : nil
    }

    /// The place of the last change of a profile before a moment, plus one; 0 for none.
    @inline(__always)
    private func lastPlace(_ row: Int, before end: Int64) -> UInt32 {
        guard row < last.count else { return 0 }
        var place = last[row]
        while place != 0, Int64(seconds[Int(place) - 1]) >= end { place = before[Int(place) - 1] }
        return place
    }

    private func standing(from start: UInt32) -> (current: UInt8, previous: UInt8?, changed: UInt32?)? {
        guard start != 0, let current = RFMFact.standing(packed: packed[Int(start) - 1])?.group else { return nil }
        var place = start
        var since = seconds[Int(place) - 1]
        while place != 0 {
            let here = Int(place) - 1
            let group = RFMFact.standing(packed: packed[here])?.group
            if group == current { since = seconds[here] } else if let group { return (current, group, since) }
            place = before[here]
        }
        return (current, nil, nil)
    }

    /// Calls a function with each change of a profile, the last first.
    func forEach(_ row: Int, _ body: (_ seconds: UInt32, _ packed: UInt16) -> Void) {
        guard row < last.count else { return }
        var place = last[row]
        while place != 0 {
            body(seconds[Int(place) - 1], packed[Int(place) - 1])
            place = before[Int(place) - 1]
        }
    }

    /// Whoever goes into another leaves what was known of them, where nothing is known of the other.
    mutating func merge(_ from: Int, into row: Int) {
        guard from < last.count, last[from] != 0 else { return }
        if row >= last.count { last.append(contentsOf: repeatElement(0, count: row + 1 - last.count)) }
        if last[row] == 0 { last[row] = last[from] }
        last[from] = 0
    }

    /// Forgets whose changes they were.
    mutating func forget(_ row: Int) { if row < last.count { last[row] = 0 } }

    /// Forgets all.
    mutating func removeAll() { self = RFMLog() }
}
