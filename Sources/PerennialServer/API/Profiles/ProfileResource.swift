import Facts
import JSON
import Population

/// A profile as answers show it, taken from the columns at one moment: written later, when nobody is kept from writing any more.
struct ProfileResource: Sendable {
    /// What is to be shown beside the attributes that every answer has.
    struct Parts: Sendable {
        /// Whether consent is shown.
        var subscriptions = false
        /// Whether predictions are shown.
        var predictions = false

        /// Only what every answer has.
        static let plain = Parts()

        init() {}

        /// What `additional-fields[profile]` of a query asks for.
        init(_ query: Query) {
            subscriptions = query.asksFor(additional: "subscriptions", of: "profile")
            predictions = query.asksFor(additional: "predictive_analytics", of: "profile")
        }
    }

    let number: ProfileNumber
    private let identities: [(name: String, text: String?)]
    private let texts: [(name: String, json: [UInt8])]
    private let location: [(name: String, json: [UInt8])]
    private let properties: [(name: String, json: [UInt8])]
    private let created: Instant
    private let updated: Instant
    private let lastEvent: Instant?
    private(set) var subscriptions: ProfileSubscriptions?
    private let predictions: ProfilePredictions?

    /// A profile that lives.
    init(_ profile: ProfileNumber, in population: Population, _ parts: Parts = .plain, now: Instant) {
        number = profile
        identities = [.email, .phone, .externalID].map { kind in
            (kind.attributeName, kind == .externalID ? population.shownID(of: profile) : population.identity(kind, of: profile))
        }
        texts = ProfileAttributes.texts.map { ($0, population.attribute($0, of: profile)) }
        location = ProfileAttributes.location.map { ($0, population.attribute("location.\($0)", of: profile)) }
        properties = population.shownProperties(of: profile)
        created = population.created(profile)
        updated = population.updated(profile)
        lastEvent = population.lastEvent(profile, through: now)
        subscriptions = parts.subscriptions ? ProfileSubscriptions(profile, in: population) : nil
        predictions = parts.predictions ? ProfilePredictions(population.scores[profile], currency: population.currency) : nil
    }

    /// Adds what is known of how consent was given.
    mutating func add(_ proofs: ConsentProofs) { subscriptions?.add(proofs) }

    /// Where the profile is found.
    func path(_ ids: PublicIDs) -> String { "/api/profiles/\(ids.id(number))" }

    /// Writes the resource. `relationships` adds those that the answer knows more of than where they are; `joined` is when it came into the
    /// list whose members the answer shows.
    func write(
        to resources: inout ResourceListWriter, _ ids: PublicIDs, lists: [ListNumber]? = nil, segments: [String]? = nil,
        pushTokens: [String]? = nil, joined: Instant? = nil
    ) {
        resources.resource("profile", id: ids.id(number), path: path(ids)) { resource in
            resource.attributes { attributes in
                write(to: &attributes)
                if let joined { attributes.member("joined_group_at", joined) }
            }
            resource.relationship("lists", type: "list", ids: lists.map { lists in lists.map { ids.id($0) } })
            resource.relationship("segments", type: "segment", ids: segments)
            if let pushTokens { resource.relationship("push-tokens", type: "push-token", ids: pushTokens, links: .none) }
        }
    }

    private func write(to attributes: inout AttributeWriter) {
        for identity in identities { attributes.member(identity.name, identity.text) }
        for text in texts { attributes.json(text.name, text.json) }
        attributes.member("created", created)
        attributes.member("updated", updated)
        attributes.member("last_event_date", lastEvent)
        attributes.object("location") { place in
            for part in location { place.json(part.name, part.json) }
        }
        attributes.value("properties") { json in
            json.object { json in
                for property in properties {
                    json.key(property.name)
                    json.raw(property.json)
                }
            }
        }
        subscriptions?.write(to: &attributes)
        predictions?.write(to: &attributes)
    }
}

extension AttributeWriter {
    /// A value that is JSON already; null where there is none.
    fileprivate mutating func json(_ name: String, _ bytes: [UInt8]) {
        value(name) { json in
            if bytes.isEmpty { json.null() } else { json.raw(bytes) }
        }
    }
}
