public import Connectors
import Facts
import JSON
import Journal
import Population
import Synchronization

/// Takes in the people of files, batch by batch: who is new, what is new of those who are known, who joined which list, who said what.
public final class ProfileImport: Sendable {
    private let shop: Shop
    /// A list that all people of the files join.
    private let everybody: ListNumber?
    private let state = Mutex(State())

    private struct State {
        var lists: [String: ListNumber] = [:]
        var counts = ProfileCounts()
    }

    /// An import into a shop.
    ///
    /// - Parameter list: the name of a list that everybody in the files joins; `nil` for none.
    public init(_ shop: Shop, list: String? = nil) throws(IntakeError) {
        self.shop = shop
        let (lists, made) = try list.map { name throws(IntakeError) in try shop.lists(named: [name]) } ?? ([:], 0)
        everybody = list.flatMap { lists[$0] }
        state.withLock { state in
            state.lists = lists
            state.counts.listsMade = made
        }
    }

    /// What was taken in so far.
    public var counts: ProfileCounts { state.withLock { $0.counts } }

    /// Takes in a batch.
    public func take(_ batch: ProfileBatch) throws(IntakeError) {
        var state = state.withLock { $0 }
        let missing = batch.lists.filter { state.lists[$0] == nil }
        if !missing.isEmpty {
            let (lists, made) = try shop.lists(named: missing)
            state.lists.merge(lists) { known, _ in known }
            state.counts.listsMade += made
        }
        let lists = batch.lists.map { state.lists[$0] }
        let everybody = everybody
        let counts = try shop.writeAndWait(weight: batch.json.count + batch.rows.count * 200) { (intake) throws(IntakeError) in
            var people = PeopleOfBatch(batch, lists, everybody, intake)
            for place in batch.rows.indices { try people.take(place) }
            intake.refuse(people.counts.consentsAhead, "consent_in_future", "Nobody can have agreed or refused in the future.")
            return people.counts
        }
        state.counts += counts
        let after = state
        self.state.withLock { $0 = after }
    }
}

/// What became of the people of files.
public struct ProfileCounts: Sendable, Equatable {
    /// People who were not there before.
    public var made = 0
    /// People of whom the files say something new.
    public var changed = 0
    /// People of whom all was known.
    public var known = 0
    /// Joinings of lists.
    public var joined = 0
    /// Lists that were made.
    public var listsMade = 0
    /// What people said about being written to, as far as it was not known.
    public var consents = 0
    /// What people are said to have agreed to, or refused, in the future: it is not taken in.
    public var consentsAhead = 0
    /// Values of properties that are worked out from orders, such as `Current RFM group`: they are not taken in.
    public var valuesWorkedOut = 0

    static func += (a: inout ProfileCounts, b: ProfileCounts) {
        a.made += b.made
        a.changed += b.changed
        a.known += b.known
        a.joined += b.joined
        a.listsMade += b.listsMade
        a.consents += b.consents
        a.consentsAhead += b.consentsAhead
        a.valuesWorkedOut += b.valuesWorkedOut
    }
}

/// The people of one batch, as they are taken in.
private struct PeopleOfBatch {
    private let batch: ProfileBatch
    private let lists: [ListNumber?]
    private let everybody: ListNumber?
    private let intake: Intake
    private(set) var counts = ProfileCounts()

    init(_ batch: ProfileBatch, _ lists: [ListNumber?], _ everybody: ListNumber?, _ intake: Intake) {
        self.batch = batch
        self.lists = lists
        self.everybody = everybody
        self.intake = intake
    }

    mutating func take(_ place: Int) throws(IntakeError) {
        var identities = Identities()
        for identity in batch.identities(of: place) { identities[identity.kind] = identity.text }
        let factsBefore = intake.facts.count
        let profile: ProfileNumber
        if intake.find(identities).isEmpty {
            profile = try intake.create(identities, change: change(place, of: nil))
            counts.made += 1
        } else {
            profile = try intake.profile(identities).number
            let change = change(place, of: profile)
            if !change.isEmpty { try intake.change(profile, change) }
        }
        let isNew = profile.index >= intake.population.profileCount
        // Of somebody who was not known, what is said without a time is so since they were created.
        let since = isNew ? batch.seconds(batch.rows[place].created) : nil
        for membership in batch.memberships(of: place) {
            guard let list = lists[membership.list] else { continue }
            join(list, profile, since: batch.seconds(membership.joined) ?? since, isNew: isNew)
        }
        if let everybody { join(everybody, profile, since: since, isNew: isNew) }
        // A consent lifts what forbade it before: what forbids it in the same row comes after it, wherever its column stands.
        for isReason in [false, true] {
            for consent in batch.consents(of: place) where consent.change.forbids == isReason { take(consent, of: profile, isNew: isNew) }
        }
        if isNew { return }
        if intake.facts.count > factsBefore { counts.changed += 1 } else { counts.known += 1 }
    }

    private mutating func join(_ list: ListNumber, _ profile: ProfileNumber, since seconds: UInt32?, isNew: Bool) {
        if !isNew, intake.population.joined(list, profile) != nil { return }
        let joined = seconds.map { min($0, UInt32(clamping: intake.now.secondsSince1970)) }
        intake.membership(profile, in: list, isMember: true, seconds: joined)
        counts.joined += 1
    }

    /// What a row says of somebody that is not known, as JSON; empty where all is known.
    private mutating func change(_ place: Int, of profile: ProfileNumber?) -> [UInt8] {
        let known = profile.flatMap { $0.index < intake.population.profileCount ? $0 : nil }
        var attributes: [(name: String, json: ArraySlice<UInt8>)] = []
        var location: [(name: String, json: ArraySlice<UInt8>)] = []
        var properties: [(name: String, json: ArraySlice<UInt8>)] = []
        for value in batch.values(of: place) {
            let json = batch.json(of: value)
            let field = batch.fields[batch.values[value].field]
            if case .property(let name) = field, RFMProperty(name: name) != nil {
                counts.valuesWorkedOut += 1
                continue
            }
            if let known, intake.population.json(field, of: known).elementsEqual(json) { continue }
            switch field {
            case .attribute(let name): attributes.append((name, json))
            case .location(let name): location.append((name, json))
            case .property(let name): properties.append((name, json))
            }
        }
        let created = batch.seconds(batch.rows[place].created).flatMap { seconds -> UInt32? in
            guard Int64(seconds) <= intake.now.secondsSince1970 else { return nil }
            return known.map { intake.population.created($0).secondsSince1970 > Int64(seconds) } ?? true ? seconds : nil
        }
        if attributes.isEmpty, location.isEmpty, properties.isEmpty, created == nil { return [] }
        var writer = JSONWriter()
        writer.object { writer in
            if let created { writer.member("created", created) }
            for (name, json) in attributes { writer.member(name, json: json) }
            for (name, members) in [("location", location), ("properties", properties)] where !members.isEmpty {
                writer.key(name)
                writer.object { writer in
                    for (name, json) in members { writer.member(name, json: json) }
                }
            }
        }
        return writer.bytes
    }

    // MARK: Consent

    private mutating func take(_ consent: ProfileBatch.Consent, of profile: ProfileNumber, isNew: Bool) {
        let seconds = batch.seconds(consent.moment)
        // Nobody can have said it yet, and what people say until then would count for nothing.
        if let seconds, Int64(seconds) > intake.now.secondsSince1970 {
            counts.consentsAhead += 1
            return
        }
        if !isNew, isKnown(consent, at: seconds, of: intake.population.consent(consent.channel, of: profile)) { return }
        intake.consent(
            ConsentFact(
                profile: profile, channel: consent.channel, change: consent.change, seconds: seconds ?? intake.nowSeconds,
                proof: proof(consent)[...]))
        counts.consents += 1
    }

    /// Whether it would change nothing. What was said earlier than what is known never does.
    private func isKnown(_ consent: ProfileBatch.Consent, at seconds: UInt32?, of state: ConsentState) -> Bool {
        switch consent.change {
        case .subscribed, .unsubscribed, .pending:
            let status: ConsentState.Status = consent.change == .subscribed ? .subscribed : .unsubscribed
            guard let seconds else { return state.status == status }
            return seconds < state.statusSeconds || seconds == state.statusSeconds && state.status == status
        case .suppressed: return state.suppressions.contains(.user)
        case .hardBounced: return state.suppressions.contains(.hardBounce)
        case .spamComplaint: return state.suppressions.contains(.spamComplaint)
        case .invalidAddress: return state.suppressions.contains(.invalidAddress)
        case .unsuppressed: return !state.suppressions.contains(.user)
        }
    }

    /// The proof: that a file said so, and which.
    private func proof(_ consent: ProfileBatch.Consent) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("method", "MANUAL_IMPORT")
            writer.member("import", batch.file)
            if let address = consent.address { writer.member("ip", address) }
        }
        return writer.bytes
    }
}

extension Population {
    /// What is known of a field of a profile, as compact JSON; empty where nothing is.
    fileprivate func json(_ field: ProfileField, of profile: ProfileNumber) -> [UInt8] {
        switch field {
        case .attribute(let name): attribute(name, of: profile)
        case .location(let name): attribute("location.\(name)", of: profile)
        case .property(let name): property(name, of: profile)
        }
    }
}

extension JSONWriter {
    /// A member whose value is compact JSON already.
    fileprivate mutating func member(_ name: String, json: ArraySlice<UInt8>) {
        key(name)
        raw(json)
    }
}
