import Facts
import Population

/// Which segments can be changed by what: a fact looks here, not at every segment.
struct SegmentIndex {
    /// Those of which a fact changes whether the one it is about is in.
    let ofOne: SegmentTable
    /// Those that compare everybody with everybody: a fact about one changes them for others, so that they are looked at as a whole, now and then.
    let ofOthers: SegmentTable

    /// Whether there is no segment at all.
    var isEmpty: Bool { ofOne.all.isEmpty && ofOthers.all.isEmpty }

    /// Whether a fact about one changes the comparison for others.
    func concernsOthers(_ fact: Fact) -> Bool {
        guard !ofOthers.all.isEmpty else { return false }
        if case .erasure = fact { return true }
        var concerns = false
        ofOthers.forEach(fact) { _, _ in concerns = true }
        return concerns
    }

    init() { self.init([:]) }

    init(_ plans: [SegmentNumber: SegmentPlan]) {
        ofOne = SegmentTable(plans.filter { !$0.value.dependencies.isOfOthers })
        ofOthers = SegmentTable(plans.filter { $0.value.dependencies.isOfOthers })
    }
}

/// Some segments by what they depend on.
struct SegmentTable {
    private var byMetric: [MetricNumber: [SegmentNumber]] = [:]
    private var byList: [ListNumber: [SegmentNumber]] = [:]
    private var bySegment: [SegmentNumber: [SegmentNumber]] = [:]
    private var ofAllEvents: [SegmentNumber] = []
    private var ofProfile: [SegmentNumber] = []
    private var ofConsent: [SegmentNumber] = []
    private(set) var ofScores: [SegmentNumber] = []
    private var ofRFM: [SegmentNumber] = []
    private(set) var all: [SegmentNumber] = []

    init(_ plans: [SegmentNumber: SegmentPlan]) {
        for segment in plans.keys.sorted() {
            guard let dependencies = plans[segment]?.dependencies else { continue }
            all.append(segment)
            for metric in dependencies.metrics { byMetric[metric, default: []].append(segment) }
            for list in dependencies.lists { byList[list, default: []].append(segment) }
            for other in dependencies.segments { bySegment[other, default: []].append(segment) }
            if dependencies.isOfAllEvents { ofAllEvents.append(segment) }
            if dependencies.isOfProfile { ofProfile.append(segment) }
            if dependencies.isOfConsent { ofConsent.append(segment) }
            if dependencies.isOfScores { ofScores.append(segment) }
            if dependencies.isOfRFM { ofRFM.append(segment) }
        }
    }

    /// Calls a function with each profile and segment that a fact may change.
    func forEach(_ fact: Fact, _ body: (ProfileNumber, [SegmentNumber]) -> Void) {
        func tell(_ profile: ProfileNumber, _ segments: [SegmentNumber]?) {
            if let segments, !segments.isEmpty { body(profile, segments) }
        }
        switch fact {
        case .event(let fact):
            tell(fact.profile, ofAllEvents)
            tell(fact.profile, byMetric[fact.metric])
        // A new profile may be meant by what it lacks.
        case .profile(let fact): tell(fact.profile, fact.isNew ? all : ofProfile)
        case .merge(let fact): tell(fact.into, all)
        case .consent(let fact): tell(fact.profile, ofConsent)
        case .membership(let fact): tell(fact.profile, byList[fact.list])
        case .segment(let fact): tell(fact.profile, bySegment[fact.segment])
        case .profiling(let fact): tell(fact.profile, ofScores)
        // What was worked out afterwards is looked at as a whole.
        case .rfm(let fact): if !fact.isReconstructed { tell(fact.profile, ofRFM) }
        case .erasure, .metric, .model: break
        }
    }
}
