import Facts
import Segments

/// Whether somebody is in any of some lists and segments.
struct MemberOfGroups: SegmentTest {
    let lists: [ListNumber]
    let segments: [SegmentNumber]
    let isMember: Bool
    let joined: DateFilter?
    var cost: Double { 5 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        let profile = ProfileNumber(UInt32(row))
        for list in lists { if let list = view.population.lists[list], isIn(list, profile, view) { return isMember } }
        for other in segments { if let other = view.population.segments[other], isIn(other, profile, view) { return isMember } }
        return !isMember
    }

    var timing: SegmentTiming { joined?.isRelative == true ? .anybody : .never }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        guard let joined else { return nil }
        var next: Int64?
        forEachMoment(ProfileNumber(UInt32(row)), view) { next = .earlier(next, joined.nextChange($0, after: view.end, in: view.zone)) }
        return next
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        let profile = ProfileNumber(UInt32(row))
        func joined(_ group: Observed.Joined.Group, _ seconds: UInt32?) -> Observed.Joined? {
            seconds.map { Observed.Joined(group, since: Instant(secondsSince1970: Int64($0))) }
        }
        return .groups(
            lists.compactMap { joined(.list($0), view.population.lists[$0]?.joinedSeconds(profile)) }
                + segments.compactMap { joined(.segment($0), view.population.segments[$0]?.joinedSeconds(profile)) })
    }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        // Each list is looked up once, not once for everybody.
        let groups = lists.compactMap { view.population.lists[$0] } + segments.compactMap { view.population.segments[$0] }
        return some.filtered { row in
            for group in groups where isIn(group, ProfileNumber(UInt32(row)), view) { return isMember }
            return !isMember
        }
    }

    /// Who is in is in, also where a clock went wrong when that was told.
    @inline(__always)
    private func isIn(_ group: ListMembership, _ profile: ProfileNumber, _ view: SegmentView) -> Bool {
        guard let seconds = group.joinedSeconds(profile) else { return false }
        return joined?.holds(Int64(seconds), before: view.end, in: view.zone) ?? true
    }

    private func forEachMoment(_ profile: ProfileNumber, _ view: SegmentView, _ body: (Int64) -> Void) {
        for list in lists { if let seconds = view.population.lists[list]?.joinedSeconds(profile) { body(Int64(seconds)) } }
        for segment in segments { if let seconds = view.population.segments[segment]?.joinedSeconds(profile) { body(Int64(seconds)) } }
    }
}

/// Whether somebody may be written to, and what was said about it.
struct ConsentOfProfile: SegmentTest {
    let test: ConsentTest
    var cost: Double { 8 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        let state = view.population.consents[Int(test.channel.rawValue)][row]
        return canReceive(state, row, view) == test.canReceive && isSubscription(state)
            && test.filters.allSatisfy { holds($0, state, view) }
    }

    var timing: SegmentTiming {
        let isRelative = test.filters.contains { if case .moment(_, let date) = $0 { date.isRelative } else { false } }
        return isRelative ? .anybody : .never
    }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        let state = view.population.consents[Int(test.channel.rawValue)][row]
        var next: Int64?
        for case .moment(let which, let date) in test.filters {
            guard let moment = moment(which, state) else { continue }
            next = .earlier(next, date.nextChange(moment, after: view.end, in: view.zone))
        }
        return next
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        let state = view.population.consents[Int(test.channel.rawValue)][row]
        let subscription: ConsentTest.Subscription =
            switch state.status {
            case .subscribed: .subscribed
            case .unsubscribed: .unsubscribed
            case .neverSubscribed, .pending: .neverSubscribed
            }
        let reasons: [(ConsentState.Suppressions, Observed.Consent.Suppression)] = [
            (.user, .user), (.hardBounce, .hardBounce), (.spamComplaint, .spamComplaint), (.invalidAddress, .invalidAddress),
        ]
        return .consent(
            Observed.Consent(
                canReceive: canReceive(state, row, view), subscription: subscription,
                at: state.statusSeconds == 0 ? nil : Instant(secondsSince1970: Int64(state.statusSeconds)),
                suppressions: reasons.filter { state.suppressions.contains($0.0) }.map(\.1), obstacle: obstacle(row, view),
                way: way(state, view).map {
                    Observed.Consent.Way(method: $0.method, customSource: $0.customSource, isDoubleOptIn: $0.isDoubleOptIn)
                }))
    }

    /// Klaviyo's rule: by e-mail whoever has an address may be written to who neither unsubscribed nor is suppressed, also where never
    /// subscribed; by other channels only who subscribed.
    private func canReceive(_ state: ConsentState, _ row: Int, _ view: SegmentView) -> Bool {
        guard state.suppressions.isEmpty else { return false }
        guard obstacle(row, view) == nil else { return false }
        return test.channel == .email ? state.status != .unsubscribed : state.status == .subscribed
    }

    private func obstacle(_ row: Int, _ view: SegmentView) -> Observed.Consent.Obstacle? {
        func hasShown(_ kind: IdentityKind) -> Bool {
            view.population.identities[Int(kind.rawValue)].hasShown(ProfileNumber(UInt32(row)))
        }
        switch test.channel {
        case .email: return !hasShown(.email) ? .noAddress : view.population.profiles.states[row].contains(.masked) ? .maskedAddress : nil
        case .sms, .whatsapp: return hasShown(.phone) ? nil : .noAddress
        case .push: return nil
        }
    }

    private func isSubscription(_ state: ConsentState) -> Bool {
        switch test.subscription {
        case .any: true
        case .subscribed: state.status == .subscribed
        case .unsubscribed: state.status == .unsubscribed
        case .neverSubscribed: state.status == .neverSubscribed || state.status == .pending
        }
    }

    private func holds(_ filter: ConsentTest.Filter, _ state: ConsentState, _ view: SegmentView) -> Bool {
        switch filter {
        case .moment(let which, let date):
            moment(which, state).map { date.holds($0, before: view.end, in: view.zone) } ?? false
        // Who never said anything, or was asked and has not answered, gave no consent in any way.
        case .isDoubleOptIn(let value):
            (state.status == .subscribed || state.status == .unsubscribed) && (way(state, view)?.isDoubleOptIn ?? false) == value
        case .customSource(let source): way(state, view)?.customSource == source
        case .method(let method, let among): way(state, view).map { $0.method == method && Self.isAny(among, $0.detail) } ?? false
        }
    }

    private func way(_ state: ConsentState, _ view: SegmentView) -> ConsentWay? { view.population.consentWays[state.way] }

    /// Whether a form, key, page or integration is one of some; where none is named, any.
    private static func isAny(_ among: [String], _ detail: String?) -> Bool {
        guard !among.isEmpty else { return true }
        return detail.map { among.contains($0) } ?? false
    }

    private func moment(_ which: ConsentTest.Moment, _ state: ConsentState) -> Int64? {
        let reason: ConsentState.Suppressions
        switch which {
        case .status: return state.statusSeconds == 0 ? nil : Int64(state.statusSeconds)
        case .bounce: reason = .hardBounce
        case .manualSuppression: reason = .user
        case .invalidEmail: reason = .invalidAddress
        }
        return state.suppressions.contains(reason) ? Int64(state.seconds(of: reason)) : nil
    }
}
