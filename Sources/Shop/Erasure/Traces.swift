import Facts
import JSON
import Journal
import Population

/// Where the journal holds something of some people, and by which identities they were known.
struct Traces {
    /// An identity that a fact told.
    struct Identity: Hashable {
        var kind: IdentityKind
        var text: String

        /// Whether it is one person's: a short number could be anything.
        var isTelling: Bool {
            switch kind {
            case .email, .phone: text.utf8.count >= 3
            case .externalID, .anonymousID, .customerID: text.utf8.count >= 8
            }
        }
    }

    private(set) var identities: Set<Identity> = []
    /// The numbers of the facts that say something, in order.
    private(set) var toBlank: [UInt64] = []
    /// The number of the first fact, whether it says something or is blank already.
    private(set) var first: UInt64?

    init(of profiles: Set<ProfileNumber>, in journal: Journal) throws(JournalError) {
        let blanking = Blanking(profiles: profiles)
        try journal.forEachFact { fact, sequence, _ in
            guard let profile = fact.profile, profiles.contains(profile) else { return }
            first = first ?? sequence
            if blanking.blank(fact) != nil { toBlank.append(sequence) }
            if case .profile(let fact) = fact { note(fact) }
        }
    }

    private mutating func note(_ fact: ProfileFact) {
        guard !fact.change.isEmpty, let document = try? JSONDocument(fact.change) else { return }
        for (name, value) in document.root.members {
            note(name, value)
            if name == "aliases" { for (name, value) in value.members { note(name, value) } }
        }
    }

    private mutating func note(_ name: String, _ value: JSONValue) {
        guard let kind = IdentityKind(attributeName: name) else { return }
        for text in value.string.map({ [$0] }) ?? value.elements.compactMap(\.string) {
            identities.insert(Identity(kind: kind, text: text))
        }
    }
}
