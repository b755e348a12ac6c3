public import Facts
import JSON
import Population

/// What a browser says of somebody only adds to what is known: whoever can read a page can name anybody.
extension Intake {
    /// Changes a profile by what it does not have yet; nothing that it has is replaced or taken away.
    ///
    /// - Parameter change: as JSON; see ``ProfileFact/change``. Holds no identities.
    public func addMissing(_ change: [UInt8], to profile: ProfileNumber, at place: String = "/data") throws(IntakeError) {
        let missing = missing(change, of: profile)
        if !missing.isEmpty { try self.change(profile, missing, at: place, source: .client) }
    }

    /// The part of a change that a profile does not have yet; empty where it has all of it.
    public func missing(_ change: [UInt8], of profile: ProfileNumber) -> [UInt8] {
        guard !change.isEmpty, let root = try? JSONDocument(change).root, let profile = canonical(profile) else { return [] }
        let told = toldInBatch(of: profile)
        func has(_ kind: Known) -> Bool {
            told.contains(kind) || profile.index < population.profileCount && kind.isKnown(of: profile, population)
        }
        var writer = JSONWriter()
        writer.beginObject()
        let start = writer.bytes.count
        for (name, value) in root.members where !value.isNull {
            switch name {
            case "location", "properties", "append":
                let new = value.members.filter { !$0.value.isNull && !has(name == "location" ? .location($0.key) : .property($0.key)) }
                guard !new.isEmpty else { continue }
                writer.key(name)
                writer.object { writer in for (name, value) in new { writer.member(name, value) } }
            case "unappend", "unset": continue
            default: if !has(.attribute(name)) { writer.member(name, value) }
            }
        }
        guard writer.bytes.count > start else { return [] }
        writer.endObject()
        return writer.bytes
    }

    /// What may be known of somebody.
    private enum Known: Hashable {
        case attribute(String)
        case location(String)
        case property(String)

        func isKnown(of profile: ProfileNumber, _ population: Population) -> Bool {
            switch self {
            case .attribute(let name): !population.attribute(name, of: profile).isEmpty
            case .location(let name): !population.attribute("location.\(name)", of: profile).isEmpty
            case .property(let name): !population.property(name, of: profile).isEmpty
            }
        }
    }

    /// What this commit told of a profile so far, which the columns do not know yet.
    private func toldInBatch(of profile: ProfileNumber) -> Set<Known> {
        var told: Set<Known> = []
        for case .profile(let fact) in facts where last(fact.profile) == profile && !fact.change.isEmpty {
            guard let root = try? JSONDocument(fact.change).root else { continue }
            for (name, value) in root.members where !value.isNull {
                switch name {
                case "location": for (name, value) in value.members where !value.isNull { told.insert(.location(name)) }
                case "properties", "append": for (name, value) in value.members where !value.isNull { told.insert(.property(name)) }
                default: told.insert(.attribute(name))
                }
            }
        }
        return told
    }
}
