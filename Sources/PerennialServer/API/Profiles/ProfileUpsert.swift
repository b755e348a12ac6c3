import Facts
import Population
import Shop

extension ProfileBody {
    /// About how many bytes it holds while it waits to be written.
    var weight: Int { 512 + change.count }
}

extension Intake {
    /// Creates the profile that a body names, or changes it.
    ///
    /// Identities that lead to it already stay as they are; others it shows from now on. 409 where one is somebody else's: whether two are one
    /// person is for events, and for whoever merges them, to say.
    func upsert(_ body: ProfileBody) throws(IntakeError) -> (profile: ProfileNumber, isNew: Bool) {
        let profile: ProfileNumber
        if let number = body.profile {
            guard canonical(number) == number else { throw .notFound("There is no such profile.") }
            profile = number
        } else if let known = find(body.identities).first {
            profile = known
        } else {
            return (try create(body.identities, change: body.change), true)
        }
        var others = Identities()
        for (kind, text) in body.identities.given where owner(kind, text) != profile { others[kind] = text }
        try change(profile, body.change, identities: others, cleared: body.cleared)
        return (profile, false)
    }
}
