public import CustomerValue
public import Facts
public import Population
import Segments

extension Shop {
    /// The report of a group, of one moment.
    ///
    /// - Parameter name: what it is called.
    public func report(on group: FiguredGroup, name: String?) -> GroupReport {
        let frame = ReportFrame(self)
        let doubts = doubts(group)
        return read { frame.report(on: group, name: name, doubts, $0.members(of: group), $0) }
    }

    /// The report of everybody, and the figures of each RFM group of the model that is shown, of one moment.
    public func reportByRFMGroup() -> (everybody: GroupReport, groups: [(group: RFMGroup, figures: ProfileFigures)]) {
        let frame = ReportFrame(self)
        let doubts = doubts(.everybody)
        return read { population in
            (
                frame.report(on: .everybody, name: nil, doubts, population.everybody, population),
                population.figuresByRFMGroup(sharedError: frame.sharedError)
            )
        }
    }

    /// The figures of each RFM group by a model, of one moment.
    public func figuresByRFMGroup(by model: RFMModelNumber) -> [(group: RFMGroup, figures: ProfileFigures)] {
        let frame = ReportFrame(self)
        return read { $0.figuresByRFMGroup(by: model, sharedError: frame.sharedError) }
    }

    /// Two groups beside each other, of one moment.
    public func compare(
        _ first: (group: FiguredGroup, name: String?), _ second: (group: FiguredGroup, name: String?)
    ) -> GroupComparison {
        let frame = ReportFrame(self)
        let (firstDoubts, secondDoubts) = (doubts(first.group), doubts(second.group))
        return read { population in
            let (a, b) = (population.members(of: first.group), population.members(of: second.group))
            return GroupComparison(
                first: frame.report(on: first.group, name: first.name, firstDoubts, a, population),
                second: frame.report(on: second.group, name: second.name, secondDoubts, b, population),
                inBoth: population.figures(of: a.intersection(b), sharedError: frame.sharedError),
                onlyInFirst: population.figures(of: a.subtracting(b), sharedError: frame.sharedError),
                onlyInSecond: population.figures(of: b.subtracting(a), sharedError: frame.sharedError))
        }
    }

    /// What there is to say against the members of a group. It reads columns, so it is asked before they are read.
    private func doubts(_ group: FiguredGroup) -> ReportFrame.Doubts {
        let isCounting = !models.isEverybodyScored
        guard case .segment(let number) = group, let segment = definitions.segment(number) else { return .init(isProcessing: isCounting) }
        let isProcessing = isProcessing(segment) || isCounting
        // What names something that is gone stands still.
        guard (try? plan(segment.condition)) != nil else { return .init(isStale: true, isProcessing: isCounting) }
        guard !models.standing.hasPredictions else { return .init(isProcessing: isProcessing) }
        // What cannot be evaluated stands still for another reason, and says so by itself.
        let isStale = (try? plan(segment.condition))?.dependencies.isOfPredictions ?? false
        return .init(isStale: isStale, isProcessing: isProcessing)
    }
}

/// What a report says beside what stands in the columns.
private struct ReportFrame {
    struct Doubts {
        var isStale = false
        var isProcessing = false
    }

    private let standing: ModelKeeper.Standing
    private let now: Instant

    init(_ shop: Shop) {
        standing = shop.models.standing
        now = shop.clock()
    }

    var sharedError: Double { standing.model?.model.sharedErrorOfGroups ?? GroupFigures.assumedSharedError }

    func report(
        on group: FiguredGroup, name: String?, _ doubts: Doubts, _ members: ProfileSet, _ population: Population
    ) -> GroupReport {
        var changes: [GroupReport.Change]?
        if case .segment(let segment) = group {
            let end = now.secondsSince1970 + 1
            changes = GroupReport.daysOfChange.map { days in
                GroupReport.Change(days: days, changes: population.changes(of: segment, from: end - Int64(days) * 86_400, before: end))
            }
        }
        return GroupReport(
            group: group, name: name, figures: population.figures(of: members, sharedError: sharedError), changes: changes, computedAt: now,
            asOf: standing.scoredAsOf, currency: population.currency,
            horizonInDays: standing.hasPredictions ? standing.model?.horizonInDays : nil, isStale: doubts.isStale,
            isProcessing: doubts.isProcessing)
    }
}

extension Population {
    /// Whoever is in a list or segment, or everybody.
    public func members(of group: FiguredGroup) -> ProfileSet {
        switch group {
        case .everybody: everybody
        case .list(let list): memberSet(of: list)
        case .segment(let segment): memberSet(of: segment)
        }
    }
}
