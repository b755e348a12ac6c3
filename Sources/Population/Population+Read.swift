public import Facts

/// What became of a profile's number.
public enum ProfileStanding: Sendable, Equatable {
    case live
    /// It is this profile now.
    case merged(into: ProfileNumber)
    case erased
    /// No profile was ever given this number.
    case unknown
}

extension Population {
    /// What became of a profile.
    public func standing(_ profile: ProfileNumber) -> ProfileStanding {
        guard profiles.contains(profile) else { return .unknown }
        let state = profiles.states[profile.index]
        if state.contains(.merged) { return profiles.mergedInto[profile].map { .merged(into: $0) } ?? .unknown }
        return state.contains(.erased) ? .erased : .live
    }

    /// Which profiles went into another.
    public func merged(into profile: ProfileNumber) -> [ProfileNumber] { profiles.mergedFrom[profile] ?? [] }

    /// Everybody who was erased, and whoever had gone into them.
    public var erasedProfiles: Set<ProfileNumber> {
        var erased: Set<ProfileNumber> = []
        for row in 0..<profiles.count where profiles.states[row].contains(.erased) {
            let profile = ProfileNumber(UInt32(row))
            erased.insert(profile)
            erased.formUnion(profiles.mergedFrom[profile] ?? [])
        }
        return erased
    }

    /// Whether somebody is a profile, not merged away and not erased.
    public func isLive(_ profile: ProfileNumber) -> Bool { profiles.isLive(profile) }

    /// The profile of an identity in its normal form.
    public func profile(_ kind: IdentityKind, _ text: String) -> ProfileNumber? { identities[Int(kind.rawValue)].owner(of: text) }

    /// The identity that a profile shows.
    public func identity(_ kind: IdentityKind, of profile: ProfileNumber) -> String? {
        identities[Int(kind.rawValue)].shown(profile)
    }

    /// Calls a function with the bytes of the identity that a profile shows; none where it shows nothing. They live no longer than
    /// the call.
    public func withIdentityBytes<Result>(
        _ kind: IdentityKind, of profile: ProfileNumber, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        identities[Int(kind.rawValue)].withShownBytes(profile, body)
    }

    /// Every identity of a kind that leads to a profile.
    public func allIdentities(_ kind: IdentityKind, of profile: ProfileNumber) -> [String] { identities[Int(kind.rawValue)].all(profile) }

    /// When a profile was created.
    public func created(_ profile: ProfileNumber) -> Instant { Instant(secondsSince1970: Int64(profiles.createdSeconds[profile.index])) }

    /// When a profile was changed last.
    public func updated(_ profile: ProfileNumber) -> Instant { Instant(secondsSince1970: Int64(profiles.updatedSeconds[profile.index])) }

    /// When a profile did something last.
    public func lastEvent(_ profile: ProfileNumber) -> Instant? {
        let seconds = profiles.lastEventSeconds[profile.index]
        return seconds == 0 ? nil : Instant(secondsSince1970: Int64(seconds))
    }

    /// When a profile did something last, as far as that is not dated after a moment.
    public func lastEvent(_ profile: ProfileNumber, through now: Instant) -> Instant? {
        guard let last = lastEvent(profile), last > now else { return lastEvent(profile) }
        var seconds: UInt32 = 0
        for columns in events {
            if let past = columns.seconds(profile).last(where: { Int64($0) <= now.secondsSince1970 }) { seconds = max(seconds, past) }
        }
        return seconds == 0 ? nil : Instant(secondsSince1970: Int64(seconds))
    }

    /// Whether somebody objected to being profiled.
    public func hasObjected(_ profile: ProfileNumber) -> Bool { profiles.states[profile.index].contains(.objected) }

    /// Whether the e-mail address is a marketplace's mask.
    public func isMasked(_ profile: ProfileNumber) -> Bool { profiles.states[profile.index].contains(.masked) }

    /// A standard attribute (`first_name`, `location.city`) as compact JSON; empty without one.
    public func attribute(_ name: String, of profile: ProfileNumber) -> [UInt8] {
        values.json(standard.code(name, row: profile.index))
    }

    /// The standard attributes of a profile that have a value (`first_name`, `location.city`), as compact JSON by name.
    public func attributes(of profile: ProfileNumber) -> [(name: String, json: [UInt8])] {
        standard.all(row: profile.index).map { ($0.name, values.json($0.code)) }
    }

    /// The custom properties of a profile, as compact JSON by name.
    public func properties(of profile: ProfileNumber) -> [(name: String, json: [UInt8])] {
        custom.all(row: profile.index).map { ($0.name, values.json($0.code)) }
    }

    /// A custom property of a profile, as compact JSON; empty without one.
    public func property(_ name: String, of profile: ProfileNumber) -> [UInt8] { values.json(custom.code(name, row: profile.index)) }

    /// How many custom properties there are that somebody has.
    public var propertyNameCount: Int { custom.count }

    /// The custom properties that somebody has, in no order.
    public var propertyNames: Set<String> { Set(custom.used) }

    /// Whether somebody has a custom property of a name.
    public func hasProperty(_ name: String) -> Bool { custom.contains(name) }

    /// How many bytes the different values of all attributes and properties take, of at most 4 GiB.
    public var propertyValueBytes: Int { values.byteCount }

    /// What somebody said about being written to by a channel.
    public func consent(_ channel: Channel, of profile: ProfileNumber) -> ConsentState { consents[Int(channel.rawValue)][profile.index] }

    /// How many were asked to confirm that they want to be written to by a channel, and have not.
    public func pendingCount(_ channel: Channel) -> Int {
        var count = 0
        consents[Int(channel.rawValue)].forEach { _, state in if state.status == .pending { count += 1 } }
        return count
    }

    /// The lists that a profile is in, with when it joined, by number of the list.
    public func memberships(of profile: ProfileNumber) -> [(list: ListNumber, joined: Instant)] {
        lists.keys.sorted().compactMap { list in
            lists[list]?.joinedSeconds(profile).map { (list, Instant(secondsSince1970: Int64($0))) }
        }
    }

    /// When a profile joined a list; `nil` for one that is not in.
    public func joined(_ list: ListNumber, _ profile: ProfileNumber) -> Instant? {
        lists[list]?.joinedSeconds(profile).map { Instant(secondsSince1970: Int64($0)) }
    }

    /// The members of a list in order of their numbers, with when they joined.
    public func members(of list: ListNumber) -> [(profile: ProfileNumber, joined: Instant)] {
        var members: [(ProfileNumber, Instant)] = []
        guard let membership = lists[list] else { return [] }
        members.reserveCapacity(membership.count)
        membership.forEach { members.append(($0, Instant(secondsSince1970: Int64($1)))) }
        return members
    }

    /// How many are in a list.
    public func memberCount(of list: ListNumber) -> Int { lists[list]?.count ?? 0 }

    /// The kinds of events, by number.
    public var allMetrics: [Metric] { metrics.all }

    /// A kind of event.
    public func metric(_ number: MetricNumber) -> Metric? { number.index < metrics.all.count ? metrics.all[number.index] : nil }

    /// The kind of event of a name.
    public func metric(named name: String) -> MetricNumber? { metrics.number(name) }

    /// How many events of a metric there are.
    public func eventCount(_ metric: MetricNumber) -> Int { metric.index < events.count ? events[metric.index].count : 0 }
}
