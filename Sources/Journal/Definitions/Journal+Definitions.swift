extension Journal {
    /// The definitions of a kind, by number; those that were deleted only on demand.
    public func definitions(_ kind: String, withDeleted: Bool = false) throws(JournalError) -> [Definition] {
        try reading { db in try DefinitionTable.all(db, kind: kind, withDeleted: withDeleted) }
    }

    /// One definition, also when it was deleted; `nil` for a number that was never given.
    public func definition(_ kind: String, number: UInt64) throws(JournalError) -> Definition? {
        try reading { db in try DefinitionTable.one(db, kind: kind, number: number) }
    }

    /// Who changed a definition, when and how, oldest first.
    public func definitionHistory(_ kind: String, number: UInt64) throws(JournalError) -> [HistoryEntry] {
        try reading { db in try DefinitionTable.history(db, kind: kind, number: number) }
    }
}
