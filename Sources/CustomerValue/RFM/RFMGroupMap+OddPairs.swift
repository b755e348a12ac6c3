extension RFMGroupMap {
    /// Two combinations of scores that differ by one step in one dimension, of which the higher is in the worse group.
    public struct OddPair: Sendable, Equatable {
        /// The lower combination, such as 221.
        public let lower: Int
        /// The higher one, such as 231.
        public let higher: Int
        /// The group of the lower one, which is the better.
        public let groupOfLower: RFMGroup
        /// The group of the higher one, which is the worse.
        public let groupOfHigher: RFMGroup
    }

    /// Every place where a higher score gives a worse group, the lowest combination first. Of ``standard`` it is 221 and 231 alone.
    public var oddPairs: [OddPair] {
        let count = levels.rawValue
        var pairs: [OddPair] = []
        for place in groups.indices {
            let scores = [place / (count * count), place / count % count, place % count]
            for (score, step) in zip(scores, [count * count, count, 1]) where score + 1 < count {
                let next = place + step
                guard groups[next].place > groups[place].place else { continue }
                pairs.append(
                    OddPair(
                        lower: self.score(at: place), higher: self.score(at: next), groupOfLower: groups[place],
                        groupOfHigher: groups[next]))
            }
        }
        return pairs
    }
}
