public import Facts
import Journal
import Population

extension Shop {
    /// Who is meant by a text: a profile's id, or any identity in any of the kinds, an e-mail address first.
    public func findPerson(_ text: String) -> ProfileNumber? {
        read { population in
            if let number = ids.number(.profile, text).flatMap({ UInt32(exactly: $0) }) {
                switch population.standing(ProfileNumber(number)) {
                case .live: return ProfileNumber(number)
                case .merged(let into): return population.isLive(into) ? into : nil
                case .erased, .unknown: return nil
                }
            }
            return IdentityKind.byStrength.lazy
                .compactMap { kind in Identities.normal(text, kind).flatMap { population.profile(kind, $0) } }
                .first
        }
    }

    /// Notes that somebody objects to being profiled, or does no more: from then on neither predictions nor RFM scores are made.
    public func setObjection(_ profile: ProfileNumber, _ isObjected: Bool, by who: String) async throws(IntakeError) {
        let ids = ids
        try await write { (intake) throws(IntakeError) in
            guard let profile = intake.canonical(profile) else { throw .notFound("There is no such profile.") }
            intake.profiling(profile, isObjected: isObjected)
            intake.write(
                .audit(
                    AuditEntry(
                        at: intake.now, who: who, action: isObjected ? "profile.object" : "profile.unobject", objectKind: "profile",
                        objectID: ids.id(.profile, UInt64(profile.row)))))
        }
    }
}
