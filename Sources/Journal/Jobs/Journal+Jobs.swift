extension Journal {
    /// Jobs that are not done, in the order in which they were asked for: to be taken up again after a restart.
    public func unfinishedJobs() throws(JournalError) -> [JobRow] {
        try reading { db in try JobTable.unfinished(db) }
    }

    /// A job; `nil` for a number that was never given.
    public func job(_ number: UInt64) throws(JournalError) -> JobRow? {
        try reading { db in try JobTable.one(db, number) }
    }

    /// A page of jobs, newest first: those before a number, of one kind or of all.
    public func jobs(kind: String? = nil, before number: UInt64 = .max, limit: Int = 100) throws(JournalError) -> [JobRow] {
        try reading { db in try JobTable.page(db, kind: kind, before: number, limit: limit) }
    }

    /// What a job was given to do; `nil` after it was dropped.
    public func jobPayload(_ job: UInt64) throws(JournalError) -> [UInt8]? {
        try reading { db in try JobTable.payload(db, job) }
    }

    /// A page of the rows that a job refused, in order: those after an id, 0 for the first.
    public func jobErrors(_ job: UInt64, after id: Int64 = 0, limit: Int = 100) throws(JournalError) -> [(id: Int64, error: JobError)] {
        try reading { db in try JobTable.errors(db, job: job, after: id, limit: limit) }
    }
}
