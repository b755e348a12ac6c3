import Facts
import GRDB

/// One change of the journal's tables; a ``JournalBatch`` carries them along with facts.
public enum JournalWrite: Sendable {
    /// Makes, changes or deletes a definition; its history is kept.
    case definition(DefinitionChange)
    /// Sets a setting; its history is kept.
    case setting(SettingChange)
    /// Makes a job, or brings it up to date.
    case job(JobRow)
    /// Gives a job its payload.
    case jobPayload(job: UInt64, bytes: [UInt8])
    /// Forgets a job's payload.
    case dropJobPayload(job: UInt64)
    /// Adds rows that a job refused.
    case jobErrors(job: UInt64, [JobError])

    func perform(_ db: Database) throws {
        switch self {
        case .definition(let change): try DefinitionTable.apply(change, db)
        case .setting(let change): try SettingTable.apply(change, db)
        case .job(let row): try JobTable.put(row, db)
        case .jobPayload(let job, let bytes): try JobTable.putPayload(job, bytes, db)
        case .dropJobPayload(let job): try JobTable.dropPayload(job, db)
        case .jobErrors(let job, let errors): try JobTable.add(errors, job: job, db)
        }
    }
}
