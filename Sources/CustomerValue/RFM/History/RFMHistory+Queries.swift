public import Facts

extension RFMHistory {
    /// The changes of one customer, the earliest first.
    public struct Changes: RandomAccessCollection, Sendable {
        fileprivate let origin: ShopDay
        fileprivate let days: ContiguousArray<UInt16>
        fileprivate let changes: ContiguousArray<PackedChange>
        fileprivate let range: Range<Int>

        /// The place of the first.
        public var startIndex: Int { 0 }
        /// The place after the last.
        public var endIndex: Int { range.count }

        /// A change.
        public subscript(position: Int) -> Change {
            let place = range.lowerBound + position
            let packed = changes[place]
            return Change(
                day: origin.advanced(byDays: Int(days[place])), group: RFMGroup(place: packed.place), cause: packed.cause,
                recency: packed.recency, frequency: packed.frequency, monetary: packed.monetary)
        }
    }

    /// Every change of a customer's group, the first group included; empty for who never bought.
    public func changes(of customer: Int) -> Changes {
        Changes(origin: origin, days: days, changes: changes, range: range(of: customer))
    }

    /// The group of a customer at the end of a day, as it was known then; `nil` without a purchase by then.
    public func group(of customer: Int, on day: ShopDay) -> RFMGroup? {
        place(of: customer, on: day).flatMap { RFMGroup(place: changes[$0].place) }
    }

    /// How many customers were in each group at the end of a day.
    ///
    /// - Complexity: linear in the customers and their changes.
    public func distribution(on day: ShopDay) -> RFMDistribution {
        var counts = [Int](repeating: 0, count: RFMMovement.none + 1)
        for customer in 0..<count {
            if let place = place(of: customer, on: day) { counts[changes[place].place] += 1 }
        }
        var distribution = RFMDistribution()
        for (place, count) in counts.enumerated() { distribution.add(count, place: place) }
        return distribution
    }

    /// A customer's group on a day, the one before it, and since when.
    public struct Standing: Sendable, Equatable {
        /// The group; `nil` without a purchase.
        public let current: RFMGroup?
        /// The most recent group that was another; `nil` where there never was one.
        public let previous: RFMGroup?
        /// The day on which the current group followed the previous one; `nil` before the first change.
        public let changedOn: ShopDay?
    }

    /// The standing of a customer at the end of a day; without a day, of the last one that is known.
    ///
    /// To have no purchase left for a while is no group: who comes back into the same group has not changed it.
    public func standing(of customer: Int, on day: ShopDay? = nil) -> Standing {
        guard let last = place(of: customer, on: day ?? lastDay) else { return Standing(current: nil, previous: nil, changedOn: nil) }
        let current = changes[last].place
        var since = last
        var place = last
        let first = range(of: customer).lowerBound
        while place > first {
            place -= 1
            let before = changes[place].place
            if before == current {
                since = place
            } else if before != RFMMovement.none {
                return Standing(
                    current: RFMGroup(place: current), previous: RFMGroup(place: before),
                    changedOn: origin.advanced(byDays: Int(days[since])))
            }
        }
        return Standing(current: RFMGroup(place: current), previous: nil, changedOn: nil)
    }

    /// The last change of a customer up to a day.
    private func place(of customer: Int, on day: ShopDay) -> Int? {
        let range = range(of: customer)
        let offset = day.daysSince1970 - origin.daysSince1970
        var place = range.upperBound - 1
        while place >= range.lowerBound, Int32(days[place]) > offset { place -= 1 }
        return place >= range.lowerBound ? place : nil
    }

    private func range(of customer: Int) -> Range<Int> {
        guard customer >= 0, customer < count else { return 0..<0 }
        return Int(starts[customer])..<Int(starts[customer + 1])
    }
}
