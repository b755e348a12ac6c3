import CustomerValue
import Dispatch
public import Facts
import Foundation
import Journal
import Population
import Segments
import Synchronization

/// The segments of a shop, live: who enters or leaves is noticed as it happens, and becomes a fact.
///
/// A fact touches only the segments that it can change, and of these only the profile that it is about. Whether somebody is in is always decided
/// on the writer's thread, when the next commit is put together, by what all commits before it say: an entry is a fact that stands in the
/// journal after what caused it. Time is watched by a queue of the moments at which it may change something within the next while.
public final class SegmentKeeper: Sendable {
    /// What is known of a segment.
    public struct Standing: Sendable {
        /// Whether who is in is being found out for the first time since it was made or changed.
        public var isProcessing: Bool
        /// Why it cannot be evaluated.
        public var fault: SegmentStandstill?
        /// Whether it asks for predictions that there are none of: its members are those of the last time there were.
        public var isStale: Bool
        /// When everybody was looked at last, and how long that took; `nil` before the first time since the start. In between it is kept
        /// current person by person.
        public var lastLook: Look?
    }

    /// A look at everybody.
    public struct Look: Sendable, Equatable {
        /// As of when.
        public var at: Instant
        /// What it took.
        public var milliseconds: Double
    }

    struct Live {
        var definition: SegmentDefinition
        var plan: SegmentPlan?
        /// What the custom metrics that it names are made of.
        var customMetrics: [CustomMetric] = []
        var fault: SegmentStandstill?
        /// Whether everybody was looked at since it was made or changed.
        var isEvaluated = false
        var lastLook: Look?
    }

    /// Somebody about whom it must be decided.
    struct Question: Hashable {
        var profile: ProfileNumber
        var segment: SegmentNumber
    }

    struct Reason {
        var cause: SegmentFact.Cause
        /// When what caused it happened, where that is not now.
        var seconds: UInt32?
    }

    enum Request {
        /// Definitions changed.
        case reload
        /// Everybody is to be looked at, of the segments that hold by numbers of customers.
        case scores
        /// Everybody is to be looked at, of the segments that ask for RFM groups.
        case groups
        /// Everybody is to be looked at, of all segments: the shop's zone or currency is another.
        case everything
        /// Properties of events that a definition asks for are to be kept; it is not a segment yet.
        case keep(Condition, done: @Sendable () -> Void)
    }

    struct State {
        var segments: [SegmentNumber: Live] = [:]
        var index = SegmentIndex()
        /// Whether predictions are there.
        var hasPredictions = false
        var questions: [Question: Reason] = [:]
        /// Those that are being answered: where their commit fails they are asked again.
        var underDecision: [Question: Reason] = [:]
        /// Whether the writer was asked to answer them.
        var isAsked = false
        /// Whether something came in since those were looked at that compare everybody with everybody.
        var othersChanged = false
        /// When they may be looked at again.
        var othersAgainAt = DispatchTime(uptimeNanoseconds: 0)
        var changes = ChangeQueue()
        /// Changes that are kept in mind: with more of them it is looked ahead less far, and more often. 16 bytes each.
        var mostChanges = 2_000_000
        /// Up to where changes were looked for, as an `end`.
        var lookedUntil: Int64 = 0
        /// The `end` after which moments were not looked for, though it may have gone by since.
        var unwatchedFrom = Int64.max
        /// How many seconds ahead it is looked.
        var horizon: Int64 = 86_400
        /// Changes that the last look found.
        var changesFound = 0
        var requests: [Request] = []
        /// The definitions that were counted last without being kept.
        var previewed: [Condition] = []
        /// See ``Population/incompleteProperties``, when definitions were read.
        var incompleteProperties = 0
        var hasThread = false
        var isStopping = false
    }

    let state = Mutex(State())
    let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Definitions that were only counted whose properties of events stay.
    static let mostPreviewed = 20
    /// Whether who is in is found out at all: not where somebody only looks at the shop.
    var isKeeping: Bool { state.withLock { $0.hasThread } }

    /// Questions that one commit answers.
    static let mostAtOnce = 10_000

    /// What is known of a segment; `nil` where there is none.
    public func standing(_ segment: SegmentNumber) -> Standing? {
        state.withLock { state in
            state.segments[segment].map { live in
                Standing(
                    isProcessing: !live.isEvaluated && live.fault == nil, fault: live.fault,
                    isStale: live.plan?.dependencies.isOfPredictions == true && !state.hasPredictions, lastLook: live.lastLook)
            }
        }
    }

    /// Whether it is not found out yet who is in a segment, by the definition that it has now.
    public func isProcessing(_ segment: SegmentDefinition) -> Bool {
        state.withLock { state in
            guard let live = state.segments[segment.number] else { return true }
            return live.definition.condition != segment.condition || !live.isEvaluated && live.fault == nil
        }
    }

    // MARK: Starting and stopping

    func start(_ shop: Shop) {
        state.withLock { state in
            state.hasThread = true
            state.requests.append(.reload)
        }
        let thread = Thread { [self, unowned shop] in run(shop) }
        thread.name = "segments"
        thread.stackSize = 16 << 20
        thread.start()
    }

    func stop() {
        let mustWait = state.withLock { state in
            defer { state.isStopping = true }
            return state.hasThread && !state.isStopping
        }
        guard mustWait else { return }
        wake.signal()
        ended.wait()
    }

    private func run(_ shop: Shop) {
        defer { ended.signal() }
        while true {
            let (request, isStopping) = state.withLock { state in
                (state.requests.isEmpty ? nil : state.requests.removeFirst(), state.isStopping)
            }
            if isStopping { return abandon(request) }
            switch request {
            case .reload:
                reload(shop)
                continue
            case .scores:
                noteGate(shop)
                let start = shop.clock().secondsSince1970 + 1
                evaluate(shop, .scores) { $0.isOfScores }
                // Moments that go by numbers are others now, also of those whose answer is the same.
                lookAgain(shop, after: start) { $0.isOfScores }
                continue
            case .groups:
                let start = shop.clock().secondsSince1970 + 1
                evaluate(shop, .fact) { $0.isOfRFM }
                lookAgain(shop, after: start) { $0.isOfRFM }
                continue
            case .everything:
                let start = shop.clock().secondsSince1970 + 1
                evaluate(shop, .fact) { _ in true }
                state.withLock { $0.lookAnew(after: start) }
                continue
            case .keep(let condition, let done):
                // For a while: who edits asks again, and what is asked about must not be let go in between.
                state.withLock { $0.previewed = $0.previewed.suffix(Self.mostPreviewed - 1) + [condition] }
                let needed = makeRoom(shop)
                shop.population.write { $0.keepOnly(needed) }
                keepProperties(shop, [condition])
                done()
                continue
            case nil: break
            }
            let incomplete = shop.read { $0.incompleteProperties }
            if state.withLock({ $0.incompleteProperties != incomplete }) {
                state.withLock { $0.incompleteProperties = incomplete }
                // Segments that ask for them stand still, and say why.
                reload(shop)
            }
            lookAhead(shop)
            lookAtOthers(shop)
            let seconds = popDue(shop)
            _ = wake.wait(timeout: .now() + .milliseconds(Int(max(10, min(1_000, seconds * 1_000)))))
        }
    }

    /// Lets nobody wait for what will not be done any more.
    private func abandon(_ request: Request?) {
        let left = state.withLock { state in
            defer { state.requests = [] }
            return state.requests
        }
        for case .keep(_, let done) in [request].compactMap({ $0 }) + left { done() }
    }

    /// Waits until everybody was looked at for a segment.
    ///
    /// - Returns: whether that was so within some seconds, and before something else was over.
    public func waitUntilFound(_ segment: SegmentNumber, seconds: Double = 300, unless isOver: () -> Bool = { false }) -> Bool {
        let end = Date.now.addingTimeInterval(seconds)
        // One of which nothing is known was made a moment ago.
        while standing(segment)?.isProcessing ?? true {
            guard Date.now < end, !isOver(), isKeeping else { return false }
            Thread.sleep(forTimeInterval: 0.02)
        }
        return true
    }

    /// Returns once the properties of events that a definition asks for are kept, those of events that came before too.
    func keepProperties(_ shop: Shop, of condition: Condition) async {
        guard shop.lacksProperties(of: condition) else { return }
        await withCheckedContinuation { continuation in
            let isAwake = state.withLock { state in
                guard state.hasThread, !state.isStopping else { return false }
                state.requests.append(.keep(condition) { continuation.resume() })
                return true
            }
            if isAwake { wake.signal() } else { continuation.resume() }
        }
    }

    /// Asks for definitions to be read again.
    func definitionsChanged() {
        let isAwake = state.withLock { state in
            guard state.hasThread else { return false }
            state.requests.append(.reload)
            return true
        }
        if isAwake { wake.signal() }
    }

    /// What days and money are is something else now.
    func settingsChanged() {
        let isAwake = state.withLock { state in
            guard state.hasThread else { return false }
            state.requests.append(.everything)
            return true
        }
        if isAwake { wake.signal() }
    }

    /// The RFM groups of the past are there.
    func groupsReconstructed() {
        let isAwake = state.withLock { state in
            guard state.hasThread else { return false }
            state.requests.append(.groups)
            return true
        }
        if isAwake { wake.signal() }
    }

    /// Everybody was scored anew.
    func allScored() {
        let isAwake = state.withLock { state in
            guard state.hasThread else { return false }
            state.requests.append(.scores)
            return true
        }
        if isAwake { wake.signal() }
    }

    func noteGate(_ shop: Shop) {
        let hasPredictions = shop.models.standing.hasPredictions
        state.withLock { $0.hasPredictions = hasPredictions }
    }
}
