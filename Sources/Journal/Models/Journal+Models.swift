extension Journal {
    /// All models ever fitted, newest first.
    public func models() throws(JournalError) -> [ModelRow] {
        try reading { db in try ModelTable.all(db) }
    }

    /// A model; `nil` for a number that was never given.
    public func model(_ number: UInt64) throws(JournalError) -> ModelRow? {
        try reading { db in try ModelTable.one(db, number) }
    }

    /// A model's body, as it was written.
    public func modelBody(_ number: UInt64) throws(JournalError) -> [UInt8]? {
        try reading { db in try ModelTable.body(db, number) }
    }

    /// All forecasts of a quantity, in the order of the days on which they were made.
    public func forecasts(_ quantity: String) throws(JournalError) -> [ForecastRow] {
        try reading { db in try ModelTable.forecasts(db, quantity: quantity) }
    }
}
