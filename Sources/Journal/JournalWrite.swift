public import Facts
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
    /// Forgets payloads and refused rows of jobs that ended before a moment; the jobs and their counts stay.
    case dropJobDetails(before: Instant)
    /// Adds rows that a job refused.
    case jobErrors(job: UInt64, [JobError])
    /// Adds a fitted model and its body.
    case model(ModelRow, body: [UInt8])
    /// Says how good a model is, as JSON.
    case modelMetrics(UInt64, String)
    /// Notes what is expected of days to come.
    case forecast(ForecastRow)
    /// Notes the numbers of profiles at the end of a day.
    case predictions(ShopDay, [PredictionRecord])
    /// Forgets all numbers that a profile ever had.
    case erasePredictions(ProfileNumber)
    /// Puts a key as it is known from elsewhere; new ones are made by ``Journal/createKey(hash:name:scopes:by:at:detail:)``.
    case apiKey(APIKeyRow)
    /// Notes when keys were used last; worth a write now and then, not one per request.
    case apiKeysUsed([UInt64: Instant])
    /// Makes a user, or brings the user up to date.
    case user(UserRow)
    /// Begins a session, or moves its end.
    case session(SessionRow)
    /// Ends a session.
    case endSession(hash: [UInt8])
    /// Ends all sessions of a user.
    case endSessions(user: UInt64)
    /// Makes a link that works once; ``Journal/useOneTimeLink(hash:at:)`` uses it.
    case oneTimeLink(OneTimeLinkRow)
    /// Forgets all links that were not used.
    case endOneTimeLinks
    /// Forgets sessions and links that ended before a moment.
    case dropExpired(before: Instant)
    /// Adds to the audit log.
    case audit(AuditEntry)
    /// Notes what was not taken in, and counts it.
    case refusal(RefusedFact)
    /// Forgets what was refused before a moment; the counts stay.
    case dropRefusals(before: Instant)

    func perform(_ db: Database) throws {
        switch self {
        case .definition(let change): try DefinitionTable.apply(change, db)
        case .setting(let change): try SettingTable.apply(change, db)
        case .job(let row): try JobTable.put(row, db)
        case .jobPayload(let job, let bytes): try JobTable.putPayload(job, bytes, db)
        case .dropJobPayload(let job): try JobTable.dropPayload(job, db)
        case .dropJobDetails(let instant): try JobTable.dropDetails(before: instant, db)
        case .jobErrors(let job, let errors): try JobTable.add(errors, job: job, db)
        case .model(let model, let body): try ModelTable.add(model, body: body, db)
        case .modelMetrics(let model, let metrics): try ModelTable.put(metrics: metrics, of: model, db)
        case .forecast(let forecast): try ModelTable.put(forecast, db)
        case .predictions(let day, let records): try PredictionTable.put(records, day: day, db)
        case .erasePredictions(let profile): try PredictionTable.erase(profile, db)
        case .apiKey(let key): try APIKeyTable.put(key, db)
        case .apiKeysUsed(let used): try APIKeyTable.note(used: used, db)
        case .user(let user): try UserTable.put(user, db)
        case .session(let session): try SessionTable.add(session, db)
        case .endSession(let hash): try SessionTable.end(hash: hash, db)
        case .endSessions(let user): try SessionTable.endAll(of: user, db)
        case .oneTimeLink(let link): try LinkTable.add(link, db)
        case .endOneTimeLinks: try LinkTable.endAll(db)
        case .dropExpired(let instant): try SessionTable.dropExpired(before: instant, db)
        case .audit(let entry): try AuditTable.add(entry, db)
        case .refusal(let refusal): try RefusalTable.add(refusal, db)
        case .dropRefusals(let instant): try RefusalTable.drop(before: instant, db)
        }
    }
}
