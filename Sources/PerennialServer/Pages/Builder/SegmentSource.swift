import CustomerValue
import Facts
import Markup
import Segments
import Shop

/// What a new segment begins with: something ready-made, or what the table of contacts shows.
enum SegmentSource {
    static let readyMadeParameter = "ready-made"

    /// Where a segment is made of what the table of contacts shows; `nil` where it shows everybody, or only a text was searched for.
    static func path(of query: ProfileQuery) -> PagePath? {
        guard condition(of: query) != nil else { return nil }
        var path = PagePaths.newSegment
        for filter in query.filters { path = path.with(filter.name, filter.value) }
        if query.order == .atStake { path = path.with(ProfileQuery.orderParameter, query.order.rawValue) }
        return path
    }

    /// Whom the table of contacts shows, as a definition: exactly those, but for the text that was searched for.
    static func condition(of query: ProfileQuery) -> Condition? {
        var tests: [Test] = []
        if let group = query.group { tests.append(.word(.rfmGroup, .equals(group.rawValue))) }
        if let value = query.value { tests.append(.word(.clvCategory, .equals(value.rawValue))) }
        if let likelihood = query.likelihood { tests.append(.word(.purchaseLikelihood, .equals(likelihood.rawValue))) }
        if let risk = query.risk { tests += Self.tests(of: risk) }
        if query.order == .atStake { tests.append(.overdue(true)) }
        if let within = query.within { tests.append(.membership(MembershipTest(isMember: true, groups: [.id(within)]))) }
        return tests.isEmpty ? nil : .all(tests.map { .any([.test($0)]) })
    }

    private static func tests(of risk: ChurnRisk) -> [Test] {
        switch risk {
        case .low: [.number(.churnProbability, .lessThan(ChurnRisk.moderateFrom))]
        case .moderate:
            [
                .number(.churnProbability, .greaterThanOrEqual(ChurnRisk.moderateFrom)),
                .number(.churnProbability, .lessThan(ChurnRisk.highFrom)),
            ]
        case .high: [.number(.churnProbability, .greaterThanOrEqual(ChurnRisk.highFrom))]
        }
    }
}
