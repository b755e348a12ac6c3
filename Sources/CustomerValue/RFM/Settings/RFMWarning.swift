/// What settings lead to in a shop that may not be meant: said, not refused. Whoever shows it finds the words.
public enum RFMWarning: Sendable, Equatable {
    /// Everybody has the same score in a dimension.
    case everybodyAlike(RFMDimension, score: Int)
    /// Nobody has these scores in a dimension.
    case nobodyHas(RFMDimension, scores: [Int], isTie: Bool)
    /// Nobody is in a group.
    case nobodyIn(RFMGroup)
    /// The map gives a worse group for a higher score.
    case oddPair(RFMGroupMap.OddPair)
    /// A dimension is scored by percentiles or parts, and there is nobody yet.
    case nobodyToSettleOver(RFMDimension)
}

extension RFMWarning {
    /// What is odd about scores and groups of a shop.
    ///
    /// - Parameter scores: how many customers have which score, by dimension; the first is that of score 1.
    static func all(
        settings: RFMSettings, borders: RFMBorders, scores: [RFMDimension: [Int]], groups: RFMDistribution
    ) -> [RFMWarning] {
        var warnings: [RFMWarning] = []
        for dimension in RFMDimension.allCases {
            let counts = scores[dimension] ?? []
            guard groups.customers > 0 else {
                if settings[dimension].needsEverybody { warnings.append(.nobodyToSettleOver(dimension)) }
                continue
            }
            if let score = counts.firstIndex(of: groups.customers) {
                warnings.append(.everybodyAlike(dimension, score: score + 1))
                continue
            }
            let empty = counts.indices.filter { counts[$0] == 0 }.map { $0 + 1 }
            if !empty.isEmpty {
                warnings.append(.nobodyHas(dimension, scores: empty, isTie: settings[dimension].needsEverybody && borders.ties(dimension)))
            }
        }
        if groups.customers > 0 {
            for group in RFMGroup.allCases where groups[group] == 0 { warnings.append(.nobodyIn(group)) }
        }
        return warnings + settings.map.oddPairs.map { .oddPair($0) }
    }
}

extension RFMBorders {
    /// Whether two borders are one, as where many customers have equal values.
    func ties(_ dimension: RFMDimension) -> Bool {
        switch dimension {
        case .recency: Set(daysAtMost).count < daysAtMost.count
        case .frequency: Set(ordersMoreThan).count < ordersMoreThan.count
        case .monetary: Set(minorUnitsMoreThan).count < minorUnitsMoreThan.count
        }
    }
}
