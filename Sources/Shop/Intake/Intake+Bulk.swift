public import Facts
import Population

/// Events by their parts, for files of millions of rows: nothing of them is text any more.
extension Intake {
    /// What makes an event one for ever, without whose it is.
    ///
    /// - Parameters:
    ///   - unique: the ``Fingerprint`` of its unique id; 0 for none: then its second tells it apart.
    ///   - seconds: when it happened.
    public static func identity(of metric: MetricNumber, unique: UInt64, seconds: UInt32) -> UInt64 {
        identity(metric, unique: unique, seconds: seconds)
    }

    /// Whether somebody with one of these identities was erased: what such a person did before must not come back.
    func wasErased(_ identities: Identities) -> Bool {
        guard population.hasErasedIdentities || !erasedHashes.isEmpty else { return false }
        return identities.given.contains { kind, text in
            let hash = identityHash(kind, text)
            return !population.erased(hash: hash).isEmpty || erasedHashes[hash]?.isEmpty == false
        }
    }

    /// Takes in an event; one that was taken in before has no second effect. No flow starts by it.
    ///
    /// - Parameters:
    ///   - profile: whose: a profile that lives, as ``canonical(_:)`` gives it.
    ///   - metric: what kind, a number that ``metric(_:integration:)`` gave.
    ///   - seconds: when.
    ///   - value: what it was worth.
    ///   - currency: of the value; `nil`: the shop's.
    ///   - identity: see ``identity(of:unique:seconds:)``.
    ///   - order: the ``Fingerprint`` of the order that it names; 0 for none.
    ///   - source: through which door it came.
    ///   - properties: a compact JSON object; empty without any.
    /// - Returns: whether it is new.
    public func event(
        _ profile: ProfileNumber, metric: MetricNumber, seconds: UInt32, value: Double?, currency: Currency?, identity: UInt64,
        order: UInt64 = 0, source: FactSource, properties: [UInt8] = []
    ) -> Bool {
        guard isNew(identity, profile) || wasForestalled(order, metric, profile) else { return false }
        record(
            .event(
                EventFact(
                    profile: profile, metric: metric, seconds: seconds, value: value, currency: currency, identity: identity, order: order,
                    isBackfill: true, source: source, properties: properties[...])))
        return true
    }
}
