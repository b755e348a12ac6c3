import Facts
import Population

/// What happens in a shop.
enum Happening {
    case told(person: Int, isNew: Bool, at: Int, attributes: [String: PlainValue], properties: [String: PlainValue])
    case event(person: Int, PlainEvent)
    case merge(from: Int, into: Int, at: Int)
    case consent(person: Int, Channel, ConsentFact.Change, at: Int, way: PlainWay?)
    case list(person: Int, list: Int, isMember: Bool, at: Int)
    case segment(person: Int, segment: Int, isMember: Bool, at: Int)
    case erasure(person: Int)
}

struct PlainEvent {
    var metric: Int
    var at: Int
    var value: Double?
    var currency: String?
    var says: [String: PlainValue]
}

/// How consent was given.
struct PlainWay: Equatable {
    var method: String
    var detail: String?
    var source: String?
    var isDoubleOptIn: Bool?
}

struct PlainConsent {
    var status = ConsentFact.Change.unsuppressed
    var statusAt = 0
    var way: PlainWay?
    var reasons: Set<ConsentFact.Change> = []
    var deadAt = 0
    var objectedAt = 0
}

/// A person as a record of what is known.
struct PlainPerson {
    var isGone = false
    var created = 0
    var updated = 0
    var emails: [String] = []
    var phones: [String] = []
    /// `first_name`, `location.city`.
    var attributes: [String: PlainValue] = [:]
    var properties: [String: PlainValue] = [:]
    var events: [PlainEvent] = []
    var consents: [Channel: PlainConsent] = [:]
    var lists: [Int: Int] = [:]
    var segments: [Int: Int] = [:]
    var score: CustomerScore?
    /// The RFM groups that it came into, and when; `nil` for none.
    var groups: [(name: String?, at: Int)] = []
    /// The same by another model, and the scores by it.
    var otherGroups: [(name: String?, at: Int)] = []
    var otherScores: (Int, Int, Int)?

    /// The RFM group, the last that was another, and when this one followed it.
    var group: (now: String, previous: String?, since: Int?)? { Self.standing(groups) }

    static func standing(_ groups: [(name: String?, at: Int)]) -> (now: String, previous: String?, since: Int?)? {
        guard let now = groups.last?.name else { return nil }
        let named = groups.filter { $0.name != nil }
        guard let other = named.lastIndex(where: { $0.name != now }) else { return (now, nil, nil) }
        return (now, named[other].name, named[other + 1].at)
    }
}

/// A shop as a list of people. Written for reading, apart from the product.
final class PlainShop {
    var people: [PlainPerson] = []
    var currency: String
    var zone: String

    init(currency: String, zone: String) {
        self.currency = currency
        self.zone = zone
    }

    func take(_ happening: Happening) {
        switch happening {
        case .told(let person, let isNew, let at, let attributes, let properties):
            if isNew { people.append(PlainPerson(created: at, updated: at)) }
            guard !people[person].isGone else { return }
            people[person].updated = max(people[person].updated, at)
            for (name, value) in attributes { people[person].set(name, value) }
            for (name, value) in properties { people[person].properties[name] = value == .null ? nil : value }
        case .event(let person, let event):
            if !people[person].isGone { people[person].events.append(event) }
        case .merge(let from, let into, let at):
            guard from != into, !people[from].isGone, !people[into].isGone else { return }
            people[into].absorb(people[from])
            people[into].updated = max(people[into].updated, at)
            people[from] = PlainPerson(isGone: true)
        case .consent(let person, let channel, let change, let at, let way):
            if !people[person].isGone { people[person].consents[channel, default: PlainConsent()].take(change, at, way) }
        case .list(let person, let list, let isMember, let at):
            if !people[person].isGone { Self.change(&people[person].lists, list, isMember, at) }
        case .segment(let person, let segment, let isMember, let at):
            if !people[person].isGone { Self.change(&people[person].segments, segment, isMember, at) }
        case .erasure(let person): people[person] = PlainPerson(isGone: true)
        }
    }

    private static func change(_ members: inout [Int: Int], _ group: Int, _ isMember: Bool, _ at: Int) {
        if !isMember { members[group] = nil } else if members[group] == nil { members[group] = at }
    }
}

extension PlainPerson {
    mutating func set(_ name: String, _ value: PlainValue) {
        switch name {
        case "email": Self.replace(&emails, value)
        case "phone_number": Self.replace(&phones, value)
        default: attributes[name] = value == .null ? nil : value
        }
    }

    /// The one that is shown is replaced; a null takes all.
    private static func replace(_ texts: inout [String], _ value: PlainValue) {
        guard case .text(let text) = value else {
            texts = []
            return
        }
        if !texts.isEmpty { texts.removeFirst() }
        texts.insert(text, at: 0)
    }

    /// What another knew and this one does not, and all that the other did.
    mutating func absorb(_ other: PlainPerson) {
        if groups.isEmpty { groups = other.groups }
        if otherGroups.isEmpty { otherGroups = other.otherGroups }
        created = min(created, other.created)
        emails += other.emails
        phones += other.phones
        for (name, value) in other.attributes where attributes[name] == nil { attributes[name] = value }
        for (name, value) in other.properties where properties[name] == nil { properties[name] = value }
        events += other.events
        for (channel, consent) in other.consents { consents[channel, default: PlainConsent()].absorb(consent) }
        for (list, at) in other.lists { lists[list] = min(lists[list] ?? at, at) }
        for (segment, at) in other.segments { segments[segment] = min(segments[segment] ?? at, at) }
    }
}

extension PlainConsent {
    mutating func take(_ change: ConsentFact.Change, _ at: Int, _ said: PlainWay?) {
        switch change {
        case .suppressed, .spamComplaint:
            reasons.insert(change)
            objectedAt = max(objectedAt, at)
        case .hardBounced, .invalidAddress:
            reasons.insert(change)
            deadAt = max(deadAt, at)
        case .unsuppressed:
            reasons.remove(.suppressed)
            if !reasons.contains(.spamComplaint) { objectedAt = 0 }
        case .subscribed, .unsubscribed, .pending:
            // A question does not undo an answer, and what is told late does not undo what came later.
            if change == .pending && status == .subscribed || at < statusAt { return }
            status = change
            statusAt = at
            way = said
            if change == .subscribed && at >= objectedAt {
                reasons.subtract([.suppressed, .spamComplaint])
                objectedAt = 0
            }
        }
    }

    mutating func absorb(_ other: PlainConsent) {
        if other.statusAt > statusAt { (status, statusAt, way) = (other.status, other.statusAt, other.way) }
        reasons.formUnion(other.reasons)
        deadAt = max(deadAt, other.deadAt)
        objectedAt = max(objectedAt, other.objectedAt)
    }
}
