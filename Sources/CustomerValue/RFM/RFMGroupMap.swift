/// Which group each combination of scores belongs to: 27 of three levels, 125 of five. Total and exclusive by its form.
public struct RFMGroupMap: Sendable, Equatable {
    /// How many scores there are in each dimension.
    public let levels: RFMLevels
    /// The group of the combination at ``place(recency:frequency:monetary:)``.
    private(set) var groups: [RFMGroup]

    /// Klaviyo's published map ("Understanding scoring and customer groups in the RFM report", copy of 2026-04-21).
    ///
    /// The 27 cells are each named once. One pair of cells looks odd and is kept: 221 is Needs Attention while 231, with a higher
    /// frequency, is At Risk.
    public static let standard = RFMGroupMap(
        scores: [
            .champions: [333, 332, 323],
            .loyal: [321, 322, 331, 232, 233],
            .recent: [311, 312, 313, 222, 223],
            .needsAttention: [213, 221, 123, 132, 133],
            .atRisk: [231, 212, 122, 131, 211],
            .inactive: [111, 112, 113, 121],
        ])

    /// Klaviyo's map with one cell moved: 231 is Needs Attention instead of At Risk, so that no higher score gives a worse group.
    public static let corrected = RFMGroupMap.standard.moving(231, to: .needsAttention)

    /// The map of five levels, by recency and by the sum of the two other scores; no higher score gives a worse group.
    ///
    /// | recency | 10 | 9 | 8 | 7 | 6 | 5 | 4 | 3, 2 |
    /// | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    /// | 5 | Champions | Champions | Champions | Loyal | Loyal | Recent | Recent | Recent |
    /// | 4 | Champions | Champions | Loyal | Loyal | Recent | Recent | Recent | Recent |
    /// | 3 | Loyal | Loyal | Loyal | Recent | Recent | Needs Attention | Needs Attention | At Risk |
    /// | 2 | Needs Attention | Needs Attention | Needs Attention | At Risk | At Risk | At Risk | Inactive | Inactive |
    /// | 1 | Needs Attention | Needs Attention | At Risk | At Risk | Inactive | Inactive | Inactive | Inactive |
    public static let standardOfFive = RFMGroupMap(levels: .five) { recency, frequency, monetary in
        let sum = frequency + monetary
        return switch recency {
        case 5: sum >= 8 ? .champions : sum >= 6 ? .loyal : .recent
        case 4: sum >= 9 ? .champions : sum >= 7 ? .loyal : .recent
        case 3: sum >= 8 ? .loyal : sum >= 6 ? .recent : sum >= 4 ? .needsAttention : .atRisk
        case 2: sum >= 8 ? .needsAttention : sum >= 5 ? .atRisk : .inactive
        default: sum >= 9 ? .needsAttention : sum >= 7 ? .atRisk : .inactive
        }
    }

    /// The map that is taken where none is given.
    public static func standard(of levels: RFMLevels) -> RFMGroupMap {
        switch levels {
        case .three: .standard
        case .five: .standardOfFive
        }
    }

    /// A map of three levels from scores written as Klaviyo writes them (`321`: recency 3, frequency 2, monetary 1); scores left out are
    /// Inactive. What comes from outside is read by ``init(levels:cells:pointer:)``, which takes no map with holes.
    public init(scores: [RFMGroup: [Int]]) {
        levels = .three
        groups = [RFMGroup](repeating: .inactive, count: 27)
        for (group, list) in scores {
            for score in list {
                if let place = place(of: score) { groups[place] = group }
            }
        }
    }

    /// A map by a rule over three scores.
    public init(levels: RFMLevels, rule: (_ recency: Int, _ frequency: Int, _ monetary: Int) -> RFMGroup) {
        self.levels = levels
        groups = []
        for recency in 1...levels.rawValue {
            for frequency in 1...levels.rawValue {
                for monetary in 1...levels.rawValue { groups.append(rule(recency, frequency, monetary)) }
            }
        }
    }

    init(levels: RFMLevels, groups: [RFMGroup]) {
        self.levels = levels
        self.groups = groups
    }

    /// The group of three scores, each from 1 to the number of levels.
    public func group(recency: UInt8, frequency: UInt8, monetary: UInt8) -> RFMGroup {
        let place = place(recency: Int(recency), frequency: Int(frequency), monetary: Int(monetary))
        return groups.indices.contains(place) ? groups[place] : .inactive
    }

    /// The scores of a group written as Klaviyo writes them, the highest first.
    public func scores(of group: RFMGroup) -> [Int] {
        groups.indices.reversed().filter { groups[$0] == group }.map { score(at: $0) }
    }

    /// The same map but for one combination, such as 231.
    public func moving(_ score: Int, to group: RFMGroup) -> RFMGroupMap {
        var moved = self
        if let place = place(of: score) { moved.groups[place] = group }
        return moved
    }

    func place(recency: Int, frequency: Int, monetary: Int) -> Int {
        let count = levels.rawValue
        return ((recency - 1) * count + frequency - 1) * count + monetary - 1
    }

    /// The place of a combination written as `321`; `nil` where a digit is no score.
    func place(of score: Int) -> Int? {
        let digits = (score / 100, score / 10 % 10, score % 10)
        let scores = 1...levels.rawValue
        guard scores.contains(digits.0), scores.contains(digits.1), scores.contains(digits.2) else { return nil }
        return place(recency: digits.0, frequency: digits.1, monetary: digits.2)
    }

    /// The combination at a place, written as `321`.
    func score(at place: Int) -> Int {
        let count = levels.rawValue
        return (place / (count * count) + 1) * 100 + (place / count % count + 1) * 10 + place % count + 1
    }
}
