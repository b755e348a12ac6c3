import Facts

/// A fingerprint of everything that readers can see of a shop, but for scores: two populations with the same digest answer alike.
///
/// What has no order of its own is summed, so that the way in which a population came to be does not matter.
public struct PopulationDigest: Sendable, Equatable {
    /// The number of the last fact.
    public var sequence: UInt64
    /// How many profiles were ever created.
    public var profileCount: Int
    /// Of every profile.
    public var profiles: UInt64
    /// Of what belongs to nobody: metrics, what they mean, and which events and orders are known.
    public var shop: UInt64
}

extension Population {
    /// The digest of everything. It takes a pass over all columns.
    public var digest: PopulationDigest {
        var shop = Mixture()
        shop.add(shopDigest)
        shop.add(fingerprints.digest)
        shop.add(book.digest(currencyDigests))
        shop.add(erasedDigest)
        shop.add(segmentHistories.reduce(0) { $0 &+ (UInt64($1.key.value) + 1) &* $1.value.digest })
        shop.add(listHistories.reduce(0) { $0 &+ (UInt64($1.key.value) + 1) &* $1.value.digest })
        return PopulationDigest(
            sequence: sequence, profileCount: profiles.count,
            profiles: digests(of: 0..<profiles.count).reduce(0) { $0 &+ $1 }, shop: shop.bits)
    }

    /// The digest of each of some profiles: of all that is known of it and of its orders.
    public func digests(of rows: Range<Int>) -> [UInt64] {
        let reader = ProfileDigests(self)
        return rows.clamped(to: 0..<profiles.count).map { reader[ProfileNumber(UInt32($0))] }
    }

    /// The digest of what belongs to nobody, without a pass over columns: metrics and what they mean, and how much there is of everything.
    public var shopDigest: UInt64 {
        var mixture = Mixture()
        for metric in metrics.all {
            mixture.add(metric.name)
            mixture.add(metric.integration)
            mixture.add(UInt64(bitPattern: metric.created.secondsSince1970))
            mixture.add(mapping.meaning(metric.number)?.rawValue ?? "")
            mixture.add(eventCount(metric.number))
        }
        for (number, metric) in customMetrics.sorted(by: { $0.key < $1.key }) {
            mixture.add(number.value)
            mixture.add(metric.name)
        }
        mixture.add(currency.code)
        mixture.add(timeZone.identifier)
        mixture.add(profiles.count)
        mixture.add(profiles.liveCount)
        mixture.add(fingerprints.count)
        mixture.add(book.count)
        for (source, door) in tally.doors.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            mixture.add(UInt64(source.rawValue))
            mixture.add(door.events)
        }
        for segment in segments.keys.sorted() where memberCount(of: segment) > 0 {
            mixture.add(segment.value)
            mixture.add(memberCount(of: segment))
        }
        for (segment, history) in segmentHistories.sorted(by: { $0.key < $1.key }) {
            mixture.add(segment.value)
            mixture.add(history.entries.count)
            mixture.add(history.exits.count)
        }
        for (list, history) in listHistories.sorted(by: { $0.key < $1.key }) {
            mixture.add(list.value)
            mixture.add(history.entries.count)
            mixture.add(history.exits.count)
        }
        for list in lists.keys.sorted() {
            mixture.add(list.value)
            mixture.add(memberCount(of: list))
        }
        return mixture.bits
    }

    /// The digest of what is left of people who were erased.
    private var erasedDigest: UInt64 {
        var sum: UInt64 = 0
        for remnant in remnants {
            var mixture = Mixture()
            mixture.add(remnant.profile)
            mixture.add(remnant.metric.value)
            mixture.add(remnant.order)
            mixture.add(remnant.sequence)
            sum &+= mixture.bits
        }
        for (hash, profiles) in erasedIdentities {
            var mixture = Mixture()
            mixture.add(hash)
            for profile in profiles { mixture.add(profile) }
            sum &+= mixture.bits
        }
        return sum
    }
}
