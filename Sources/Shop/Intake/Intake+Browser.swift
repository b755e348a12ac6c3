public import Facts
public import Population

extension Intake {
    /// The profile of somebody whom a browser names: found, made, or known better than before.
    ///
    /// Whoever can read a page can say anything here, so that who somebody is does not change by it: an identity that a profile has is neither
    /// replaced nor given to another, and two people are never made one. What was done before anybody said who they are joins them: a profile
    /// that is known by an anonymous id alone goes into the one that is named with it.
    public func profile(seenByBrowser identities: Identities) throws(IntakeError) -> ProfileNumber {
        let found = find(identities)
        guard let profile = found.first else { return try self.profile(identities).number }
        for other in found.dropFirst() where isAnonymous(other) { merge(other, into: profile) }
        var own = Identities()
        for (kind, text) in identities.given {
            switch owner(kind, text) {
            case profile?: own[kind] = text
            case nil where kind == .anonymousID || !has(kind, profile): own[kind] = text
            default: continue
            }
        }
        return try self.profile(own).number
    }

    private func isAnonymous(_ profile: ProfileNumber) -> Bool {
        IdentityKind.allCases.allSatisfy { $0 == .anonymousID || !has($0, profile) }
    }

    /// Whether a profile has an identity of a kind, also where it got it in this commit.
    private func has(_ kind: IdentityKind, _ profile: ProfileNumber) -> Bool {
        if profile.index < population.profileCount {
            for text in population.allIdentities(kind, of: profile) where owner(kind, text) == profile { return true }
        }
        return owners.contains { key, owner in key.kind == kind && owner.flatMap { canonical($0) } == profile }
    }
}
