import CustomerValue
import Facts
import Population
import Segments

extension Shop {
    /// The report of a group, of one moment.
    ///
    /// - Parameter name: what it is called.
    public func report(on group: FiguredGroup, name: String?) -> GroupReport {
        let frame = ReportFrame(self)
        let isStale = isStale(group)
        return read { frame.report(on: group, name: name, isStale: isStale, $0.members(of: group), $0) }
    }

    /// Two groups beside each other, of one moment.
    public func compare(
        _ first: (group: FiguredGroup, name: String?), _ second: (group: FiguredGroup, name: String?)
    ) -> GroupComparison {
        let frame = ReportFrame(self)
        let (firstIsStale, secondIsStale) = (isStale(first.group), isStale(second.group))
        return read { population in
            let (a, b) = (population.members(of: first.group), population.members(of: second.group))
            return GroupComparison(
                first: frame.report(on: first.group, name: first.name, isStale: firstIsStale, a, population),
                second: frame.report(on: second.group, name: second.name, isStale: secondIsStale, b, population),
                inBoth: population.figures(of: a.intersection(b), sharedError: frame.sharedError),
                onlyInFirst: population.figures(of: a.subtracting(b), sharedError: frame.sharedError),
                onlyInSecond: population.figures(of: b.subtracting(a), sharedError: frame.sharedError))
        }
    }

    /// Whether a segment asks for predictions that there are none of. It reads columns, so it is asked before they are read.
    private func isStale(_ group: FiguredGroup) -> Bool {
        guard case .segment(let number) = group, !models.standing.hasPredictions, let segment = definitions.segment(number) else {
            return false
        }
        // What cannot be evaluated stands still for another reason, and says so by itself.
        return (try? plan(segment.condition))?.dependencies.isOfPredictions ?? false
    }
}

/// What a report says beside what stands in the columns.
private struct ReportFrame {
    private let standing: ModelKeeper.Standing
    private let now: Instant

    init(_ shop: Shop) {
        standing = shop.models.standing
        now = shop.clock()
    }

    var sharedError: Double { standing.model?.model.sharedErrorOfGroups ?? GroupFigures.assumedSharedError }

    func report(
        on group: FiguredGroup, name: String?, isStale: Bool, _ members: ProfileSet, _ population: Population
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
            horizonInDays: standing.hasPredictions ? standing.model?.horizonInDays : nil, isStale: isStale)
    }
}

extension Population {
    fileprivate func members(of group: FiguredGroup) -> ProfileSet {
        switch group {
        case .everybody: everybody
        case .list(let list): memberSet(of: list)
        case .segment(let segment): memberSet(of: segment)
        }
    }
}
