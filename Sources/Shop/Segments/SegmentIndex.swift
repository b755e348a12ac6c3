import Facts
import Population

/// Which segments can be changed by what: a fact looks here, not at every segment.
struct SegmentIndex {
    private var byMetric: [MetricNumber: [SegmentNumber]] = [:]
    private var byList: [ListNumber: [SegmentNumber]] = [:]
    private var bySegment: [SegmentNumber: [SegmentNumber]] = [:]
    private var ofAllEvents: [SegmentNumber] = []
    private var ofProfile: [SegmentNumber] = []
    private var ofConsent: [SegmentNumber] = []
    private(set) var ofScores: [SegmentNumber] = []
    private(set) var all: [SegmentNumber] = []
    /// Those that compare everybody with everybody: a fact about one changes them for others, so that they are looked at as a whole, now and then.
    private(set) var ofOthers: [SegmentNumber] = []

    /// Whether there is no segment at all.
    var isEmpty: Bool { all.isEmpty && ofOthers.isEmpty }

    init() {}

    init(_ plans: [SegmentNumber: SegmentPlan]) {
        for segment in plans.keys.sorted() {
            guard let dependencies = plans[segment]?.dependencies else { continue }
            guard !dependencies.isOfOthers else {
                ofOthers.append(segment)
                continue
            }
            all.append(segment)
            for metric in dependencies.metrics { byMetric[metric, default: []].append(segment) }
            for list in dependencies.lists { byList[list, default: []].append(segment) }
            for other in dependencies.segments { bySegment[other, default: []].append(segment) }
            if dependencies.isOfAllEvents { ofAllEvents.append(segment) }
            if dependencies.isOfProfile { ofProfile.append(segment) }
            if dependencies.isOfConsent { ofConsent.append(segment) }
            if dependencies.isOfScores { ofScores.append(segment) }
        }
    }

    /// Calls a function with each profile and segment that a fact may change.
    func forEach(_ fact: Fact, _ body: (ProfileNumber, [SegmentNumber]) -> Void) {
        switch fact {
        case .event(let fact):
            if !ofAllEvents.isEmpty { body(fact.profile, ofAllEvents) }
            byMetric[fact.metric].map { body(fact.profile, $0) }
        // A new profile may be meant by what it lacks.
        case .profile(let fact): body(fact.profile, fact.isNew ? all : ofProfile)
        case .merge(let fact): body(fact.into, all)
        case .consent(let fact): body(fact.profile, ofConsent)
        case .membership(let fact): byList[fact.list].map { body(fact.profile, $0) }
        case .segment(let fact): bySegment[fact.segment].map { body(fact.profile, $0) }
        case .profiling(let fact): body(fact.profile, ofScores)
        case .erasure, .metric, .model: break
        }
    }
}
