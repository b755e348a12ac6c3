public import CustomerValue
public import Facts

/// The groups of all who ever had one, before each of some moments: of one state of the shop.
public struct PastRFMGroups: Sendable {
    /// Who, in the order of their numbers.
    public fileprivate(set) var profiles: [ProfileNumber] = []
    /// By moment, then by the place of the profile: the place of the group, or ``none``.
    fileprivate var places: [ContiguousArray<UInt8>]

    fileprivate static let none: UInt8 = 7

    /// The group of somebody before a moment; `nil` for none.
    public func group(_ place: Int, at moment: Int) -> RFMGroup? { RFMGroup(place: Int(places[moment][place])) }
}

extension Population {
    /// Everybody's group as facts told it before some moments, in seconds since 1970; `Int64.max` is now.
    ///
    /// - Parameters:
    ///   - moments: the moments.
    ///   - model: by which model, here and below; `nil`: the one that is shown.
    /// - Complexity: linear in the profiles, and in the changes since the earliest of the moments.
    public func rfmGroups(before moments: [Int64], by model: RFMModelNumber? = nil) -> PastRFMGroups {
        var groups = PastRFMGroups(places: moments.map { _ in [] })
        guard let log = rfmLogs[model ?? shownRFMModel] else { return groups }
        for row in 0..<profileCount where log.knows(row) {
            let profile = ProfileNumber(UInt32(row))
            guard isLive(profile) else { continue }
            groups.profiles.append(profile)
            for (place, moment) in moments.enumerated() {
                let standing = log.lastChange(row, before: moment).flatMap { RFMFact.standing(packed: $0.packed) }
                groups.places[place].append(standing?.group ?? PastRFMGroups.none)
            }
        }
        return groups
    }

    /// How many are in each group now, as facts told.
    public func rfmDistribution(by model: RFMModelNumber? = nil) -> RFMDistribution {
        var distribution = RFMDistribution()
        guard let log = rfmLogs[model ?? shownRFMModel] else { return distribution }
        for row in 0..<profileCount where isLive(ProfileNumber(UInt32(row))) {
            if let group = log.current(row).flatMap({ RFMGroup(place: Int($0.group)) }) { distribution.add(group) }
        }
        return distribution
    }

    /// Somebody's group before a moment, in seconds since 1970, as facts told; `nil` for who had none.
    public func rfm(_ profile: ProfileNumber, before moment: Int64, by model: RFMModelNumber? = nil) -> RFMStanding? {
        RFMStanding(rfmLogs[model ?? shownRFMModel]?.standing(profile.index, before: moment))
    }

    /// The last change of somebody's group before a moment, in seconds since 1970; `nil` before the first.
    public func lastRFMChange(of profile: ProfileNumber, before moment: Int64, by model: RFMModelNumber? = nil) -> RFMChange? {
        rfmLogs[model ?? shownRFMModel]?.lastChange(profile.index, before: moment).map { RFMChange($0.seconds, $0.packed) }
    }
}

extension RFMStanding {
    init?(_ told: (current: UInt8, previous: UInt8?, changed: UInt32?)?) {
        guard let told, let current = RFMGroup(place: Int(told.current)) else { return nil }
        self.current = current
        previous = told.previous.flatMap { RFMGroup(place: Int($0)) }
        changedAt = told.changed.map { Instant(secondsSince1970: Int64($0)) }
    }
}
