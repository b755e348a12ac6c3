import CustomerValue
import Reports
import Wording

extension Words {
    /// Two settings of RFM groups beside each other, in words.
    func differences(_ newer: RFMSettings, _ mine: RFMSettings) -> [EditConflict.Fact] {
        [.init(self(Phrase.RFMSetup.levels), newer: oneTo(newer.levels.rawValue), mine: oneTo(mine.levels.rawValue))]
            + RFMDimension.allCases.map { dimension in
                .init(self(dimension.phrase), newer: scale(newer, dimension), mine: scale(mine, dimension))
            } + [map(newer, mine)]
    }

    /// How a dimension is scored: the method, and the border of each score.
    private func scale(_ settings: RFMSettings, _ dimension: RFMDimension) -> [EditConflict.Line] {
        let (method, borders): (RFMForm.Method, [Int]) =
            switch settings[dimension] {
            case .values(let list): (.values, list)
            case .percentiles(let list): (.percentiles, list)
            case .equalParts: (.parts, [])
            }
        return [(0, self(method.phrase(dimension)))]
            + borders.enumerated().map { (1, "\(borderOfScore(settings.levels.rawValue - $0.offset)): \(format.number($0.element))") }
    }

    /// Which scores make which group: by the name of the map, and what differs where neither is one that is offered.
    private func map(_ newer: RFMSettings, _ mine: RFMSettings) -> EditConflict.Fact {
        func name(_ settings: RFMSettings) -> EditConflict.Line { (0, self(RFMForm(settings, name: "", metric: "").mapChoice.phrase)) }
        var fact = EditConflict.Fact(self(Phrase.RFMSetup.map), newer: [name(newer)], mine: [name(mine)])
        guard newer.levels == mine.levels else { return fact }
        let scores = UInt8(1)...UInt8(newer.levels.rawValue)
        for (recency, frequency, monetary) in scores.flatMap({ r in scores.flatMap { f in scores.map { (r, f, $0) } } }) {
            let theirs = newer.map.group(recency: recency, frequency: frequency, monetary: monetary)
            let own = mine.map.group(recency: recency, frequency: frequency, monetary: monetary)
            guard theirs != own else { continue }
            let label = groupOfScores(Int(recency) * 100 + Int(frequency) * 10 + Int(monetary))
            fact.newer.append((1, "\(label): \(self(theirs.phrase))"))
            fact.mine.append((1, "\(label): \(self(own.phrase))"))
        }
        return fact
    }
}
