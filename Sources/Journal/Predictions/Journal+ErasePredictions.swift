public import Facts

extension Journal {
    /// Forgets all numbers that some profiles ever had: a transaction for those who share a shelf.
    public func erasePredictions(of profiles: some Sequence<ProfileNumber>) throws(JournalError) {
        let byShelf = Dictionary(grouping: profiles) { $0.row / PredictionShelf.width }
        for (shelf, profiles) in byShelf.sorted(by: { $0.key < $1.key }) {
            try writing { db in try PredictionTable.erase(profiles, shelf: shelf, db) }
        }
    }
}
