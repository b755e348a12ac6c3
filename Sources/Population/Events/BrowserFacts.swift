/// Which facts a browser told, by their numbers in the journal: a bit for each.
///
/// Anybody can say anything there, so that no order, refund or cancellation is ever believed from it, whichever metric means which later on.
struct BrowserFacts: Sendable {
    private var words: ContiguousArray<UInt64> = []

    /// Notes that a browser told a fact.
    mutating func insert(_ sequence: UInt32) {
        let place = Int(sequence >> 6)
        while words.count <= place { words.append(0) }
        words[place] |= 1 << UInt64(sequence & 63)
    }

    /// Whether a browser told a fact.
    func contains(_ sequence: UInt32) -> Bool {
        let place = Int(sequence >> 6)
        return place < words.count && words[place] & 1 << UInt64(sequence & 63) != 0
    }
}
