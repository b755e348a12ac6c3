import Facts
import JSON
import Journal

/// What a journal knows that a backup taken earlier does not: who was erased, who objected or withdrew consent, and which keys were revoked.
struct JournalMemory {
    /// With what identities are hashed: journals of one shop have the same.
    let key: String?
    /// How often an identity was erased, by its keyed hash. Somebody may come back and be erased again.
    private(set) var erasedHashes: [UInt64: Int] = [:]
    /// Who was erased, and whoever had gone into them.
    private(set) var erased: Set<ProfileNumber> = []
    /// What the facts up to the one that was asked for are about. Blanking changes none of it.
    private(set) var lineage: UInt64 = 0
    /// Who objects to being profiled since then.
    private(set) var objectors: Set<ProfileNumber> = []
    /// What people said since then against being written to, and did not take back.
    var withdrawals: [ConsentFact] { said.values.flatMap { $0 }.sorted { ($0.seconds, $0.profile) < ($1.seconds, $1.profile) } }
    let keys: [APIKeyRow]
    let users: [UserRow]

    private var said: [Person: [ConsentFact]] = [:]
    private var mergedFrom: [ProfileNumber: [ProfileNumber]] = [:]

    private struct Person: Hashable {
        var profile: ProfileNumber
        var channel: Channel
    }

    /// Reads a journal once.
    ///
    /// - Parameter last: the number of the last fact that both journals may share.
    init(_ journal: Journal, sharing last: UInt64) throws(JournalError) {
        key = try journal.setting("id_key")
        keys = try journal.apiKeys()
        users = try journal.users()
        try journal.forEachFact { fact, sequence, _ in
            if sequence <= last { mix(fact) }
            take(fact, isSince: sequence > last)
        }
    }

    private mutating func take(_ fact: Fact, isSince: Bool) {
        switch fact {
        case .profile(let fact):
            guard ProfileChange.isErased(fact.change), let root = try? JSONDocument(fact.change).root else { return }
            for text in root["erased"]?.elements.compactMap(\.string) ?? [] {
                if let hash = UInt64(text, radix: 16) { erasedHashes[hash, default: 0] += 1 }
            }
        case .merge(let fact):
            mergedFrom[fact.into, default: []] += [fact.from] + (mergedFrom.removeValue(forKey: fact.from) ?? [])
        case .erasure(let fact):
            erased.insert(fact.profile)
            erased.formUnion(mergedFrom[fact.profile] ?? [])
        case .profiling(let fact):
            guard isSince else { return }
            if fact.isObjected { objectors.insert(fact.profile) } else { objectors.remove(fact.profile) }
        case .consent(let fact):
            if isSince { take(fact) }
        case .event, .membership, .metric, .model, .segment, .rfm: break
        }
    }

    private mutating func take(_ fact: ConsentFact) {
        let person = Person(profile: fact.profile, channel: fact.channel)
        switch fact.change {
        case .subscribed, .pending: said[person]?.removeAll { $0.change == .unsubscribed }
        case .unsuppressed: said[person]?.removeAll { $0.change == .suppressed }
        case .unsubscribed, .suppressed, .hardBounced, .spamComplaint, .invalidAddress: said[person, default: []].append(fact)
        }
    }

    private mutating func mix(_ fact: Fact) {
        let (kind, profile, seconds): (UInt64, UInt32, UInt32) =
            switch fact {
            case .profile(let fact): (1, fact.profile.row, fact.seconds)
            case .event(let fact): (2, fact.profile.row, fact.seconds)
            case .merge(let fact): (3, fact.from.row, fact.into.row)
            case .consent(let fact): (4, fact.profile.row, fact.seconds)
            case .membership(let fact): (5, fact.profile.row, fact.seconds)
            case .erasure(let fact): (6, fact.profile.row, fact.seconds)
            case .profiling(let fact): (7, fact.profile.row, fact.seconds)
            case .metric(let fact): (8, fact.metric.value, fact.seconds)
            case .model(let fact): (9, fact.model, fact.seconds)
            case .segment(let fact): (10, fact.profile.row, fact.seconds)
            case .rfm(let fact): (11, fact.profile.row, fact.seconds)
            }
        // SplitMix64's finaliser over what came before and this.
        var mixed = lineage &+ kind &* 0x9E37_79B9_7F4A_7C15 &+ (UInt64(profile) << 32 | UInt64(seconds))
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        lineage = mixed ^ (mixed >> 31)
    }
}
