extension Journal {
    /// A page of what was refused, newest first: those before an id, of one reason or of all. The newest 20,000 are kept.
    public func refusals(
        code: String? = nil, before id: Int64 = .max, limit: Int = 100
    ) throws(JournalError) -> [(id: Int64, refusal: RefusedFact)] {
        try reading { db in try RefusalTable.page(db, code: code, before: id, limit: limit) }
    }

    /// How often something was refused at each door for each reason, most often first.
    public func refusalCounts() throws(JournalError) -> [RefusalCount] {
        try reading { db in try RefusalTable.counts(db) }
    }
}
