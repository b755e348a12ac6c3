public import Facts
import Journal
import Population

extension Intake {
    /// Makes, changes or deletes (without a body) a definition, and says so in the audit log.
    ///
    /// - Parameters:
    ///   - id: its public id, by which people find it in the log.
    ///   - who: who asked for it, for people to read.
    ///   - isNew: whether it was not there before.
    public func define(_ kind: DefinitionKind, _ number: UInt64, _ body: String?, id: String, by who: String, isNew: Bool = false) {
        write(.definition(DefinitionChange(kind: kind.rawValue, number: number, body: body, at: now, who: who)))
        let what = body == nil ? "delete" : isNew ? "create" : "update"
        audit("\(kind.rawValue).\(what)", kind.rawValue, id, by: who)
    }

    /// Notes in the audit log, with the same commit, what was done to what.
    ///
    /// - Parameters:
    ///   - action: what was done: `list.create`.
    ///   - kind: to what kind of thing.
    ///   - id: to which one, by its public id.
    ///   - detail: what else there is to know, as a JSON object.
    public func audit(_ action: String, _ kind: String, _ id: String, by who: String, detail: String = "{}") {
        write(.audit(AuditEntry(at: now, who: who, action: action, objectKind: kind, objectID: id, detail: detail)))
    }

    /// Whether somebody was in a list before this commit.
    public func isMember(_ profile: ProfileNumber, of list: ListNumber) -> Bool {
        profile.index < population.profileCount && population.joined(list, profile) != nil
    }
}
