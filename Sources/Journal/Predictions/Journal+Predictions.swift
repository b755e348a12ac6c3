public import Facts

extension Journal {
    /// A profile's numbers on the days on which they changed, from a day on.
    public func predictionHistory(
        _ profile: ProfileNumber, from day: ShopDay = ShopDay(daysSince1970: .min)
    ) throws(JournalError) -> [(day: ShopDay, record: PredictionRecord)] {
        try reading { db in try PredictionTable.history(db, profile, from: day) }
    }
}
