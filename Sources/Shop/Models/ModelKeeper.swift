public import CustomerValue
public import Facts
import Foundation
import Journal
import Population
import Synchronization

/// Keeps every customer's numbers current: scores whoever ordered, scores all when the shop's day turns, fits models anew.
public final class ModelKeeper: Sendable {
    /// What is known of the models now.
    public struct Standing: Sendable {
        /// The model in use; `nil` where nothing can be predicted.
        public var model: ShopModel?
        /// Its number in the journal.
        public var number: UInt32?
        /// When it was fitted.
        public var fittedAt: Instant?
        /// Whether there is enough to predict, condition by condition; `nil` before the first order.
        public var eligibility: Eligibility?
        /// Why an eligible shop has no predictions.
        public var failure: PredictionFailure?
        /// The figures of all customers together, as of ``scoredAsOf``.
        public var totals: GroupFigures?
        /// What was merged, converted, netted and left out.
        public var report: SummaryReport?
        /// What today's customers will probably spend, month by month; empty without predictions.
        public var months: [MonthForecast] = []
        /// The shop by month, by cohort, and by what customers began with.
        public var history: ShopHistory?
        /// Who is silent for longer than their rhythm explains; `nil` without predictions.
        public var slipping: Slipping?
        /// Puts the reasons of single customers into words; `nil` without predictions.
        public var reasons: Reasons?
        /// The day that scores are as of.
        public var scoredAsOf: ShopDay?
        /// When all customers were scored last.
        public var scoredAt: Instant?
        /// Whether orders changed since, so that what is counted of all customers together is older than what is known of single ones.
        public var isOvertaken = false
        /// Whether customers have predictions.
        public var hasPredictions: Bool { model != nil && eligibility?.isEligible == true }
        /// Whether a fit is going on.
        public var isFitting = false
        /// When the model will be fitted anew at the latest; `nil` without one.
        public var nextFit: Instant? {
            fittedAt.map { Instant(secondsSince1970: $0.secondsSince1970 + Int64(ModelKeeper.fitEveryDays) * 86_400) }
        }
    }

    /// Overdue customers.
    public struct Slipping: Sendable {
        /// The figures of all of them together.
        public var figures: GroupFigures
        /// The money that hangs on whether they come back, in minor units.
        public var atStakeMinorUnits: Double
        /// Those with most money at stake, highest first.
        public var top: [(profile: ProfileNumber, atStakeMinorUnits: Double, reason: Reason?)]
    }

    struct State {
        var standing = Standing()
        /// How customers are scored, and the borders that they are scored by.
        var rfm = RFMScoring()
        /// Borders that were settled by the shop's settings and are kept.
        var keptBorders: KeptBorders?
        /// The RFM models beside the standard one.
        var saved: [RFMModelNumber: SavedRFM] = [:]
        /// Who did something that counts for some of them, since they were scored.
        var modelsWaiting: Set<ProfileNumber> = []
        /// How many events they went by when all were scored.
        var eventsAtScoring = 0
        /// The settings by which all were scored last.
        var scoredBy: RFMSettings?
        /// Customers to be scored when there is time.
        var waiting: [ProfileNumber] = []
        /// Whose score is older than what is known of them: those of ``waiting``, each once, until they are scored.
        var unscored: Set<ProfileNumber> = []
        /// Those of them whose orders changed because other events are orders.
        var recounted: Set<ProfileNumber> = []
        /// Whether other events are orders, and customers are being counted anew.
        var isCounting = false
        /// How often all were scored.
        var scorings = 0
        /// Whether orders changed since a scoring of all began.
        var isOvertakenSince = false
        /// When all may be scored again because somebody asks: the longer that takes, the less often.
        var countedAgainAt = DispatchTime(uptimeNanoseconds: 0)
        /// Who was touched since a scoring of all began; `nil` while there is none.
        var touchedSince: Set<ProfileNumber>?
        /// Orders when all were scored last.
        var ordersAtScoring = 0
        var ordersAtFit = 0
        /// Orders of the shop, as far as the keeper has been told.
        var ordersSeen = 0
        /// When the model was put to use, where that was by hand: it is to stay for a while, however old it is.
        var adoptedAt: Instant?
        /// When a fit was last due and tried, so that one that cannot be is not tried all the time.
        var triedAt: Instant?
        var requests: [Request] = []
        var hasThread = false
        var isStopping = false
        /// Whether the shop is only looked at: what is found out stays in memory.
        var isLooking = false
    }

    /// What the background thread is asked to do.
    enum Request: Sendable {
        case score(Set<Occasion>)
        case fit(adopts: Bool, Set<Occasion>, done: @Sendable (FitOutcome) -> Void)
        /// Something else; it is handed no shop where the shop closes first.
        case work(@Sendable (Shop?) -> Void)
    }

    /// Whether anything is scored and fitted at all.
    let isAtWork: Bool
    let state = Mutex(State())
    let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    /// Belongs to the writer's thread.
    let predictor = Mutex<LivePredictor?>(nil)
    /// Whose RFM group is to be kept.
    let groups = Mutex(GroupState())
    /// Numbers of customers that are to be kept.
    let notes = PredictionNotes()
    /// What orders are changed, and what that changed for whom is not told yet.
    let pendingOrdersChange = Mutex<PendingOrdersChange?>(nil)
    /// What kept forecasts turned out to be worth, as found out last.
    let checked = Mutex<DriftReport?>(nil)
    /// How customers moved between groups, as counted last.
    let moves = Mutex<RFMMoves?>(nil)
    /// What forecasts of earlier days were worth.
    let lookBacks = Mutex(LookBackState())
    /// Whether something that readers asked for is being found out.
    let isAsked = Mutex(false)

    /// What is known of the models now.
    public var standing: Standing { state.withLock { $0.standing } }

    // MARK: Starting and stopping

    /// - Parameter isAtWork: whether customers are scored at all.
    init(isAtWork: Bool) { self.isAtWork = isAtWork }

    /// - Parameters:
    ///   - saved: the RFM models beside the standard one.
    ///   - fits: whether models are fitted and customers scored anew in the background, or all stays as it is now.
    func start(
        _ shop: Shop, model number: UInt32?, adoptedAt: Instant?, keptBorders: KeptBorders?, saved: [SavedRFM], fits: Bool,
        progress: (String, Double) -> Void
    ) throws(JournalError) {
        guard isAtWork else { return }
        let settings = shop.settings.rfm
        state.withLock { state in
            state.rfm.settings = settings
            state.keptBorders = keptBorders
            for saved in saved { state.saved[saved.entry.number] = saved }
            state.adoptedAt = adoptedAt
            state.isLooking = !fits
        }
        if let number, let row = try shop.journal.model(UInt64(number)), let body = try shop.journal.modelBody(UInt64(number)) {
            do throws(ShopModelError) {
                use(try ShopModel(decoding: body), number: number, fittedAt: row.fittedAt)
            } catch {
                // A model of another version is no reason not to open: one is fitted anew.
                state.withLock { $0.requests.append(.fit(adopts: true, []) { _ in }) }
            }
        }
        progress("Scoring customers", 0)
        let orders = shop.read { $0.orderEventCount }
        state.withLock { state in
            state.ordersSeen = orders
            state.ordersAtFit = orders
        }
        // A change of what counts as an order that was cut off is told as such.
        let isRecounting = try shop.journal.unfinishedJobs().contains { $0.kind == OrdersChange.jobKind }
        scoreAll(shop, because: isRecounting ? [.opening, .counting] : [.opening])
        guard fits else { return }
        state.withLock { $0.hasThread = true }
        let thread = Thread { [self, unowned shop] in run(shop) }
        thread.name = "models"
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

    func use(_ model: ShopModel?, number: UInt32?, fittedAt: Instant?) {
        predictor.withLock { $0 = model.map { LivePredictor($0) } }
        state.withLock { state in
            state.standing.model = model
            state.standing.number = number
            state.standing.fittedAt = fittedAt
            if let borders = state.settledBorders { state.rfm.borders = borders }
        }
    }

    // MARK: In the background

    /// How often it is looked whether something is due.
    private static let lookEvery: DispatchTimeInterval = .seconds(5)

    private func run(_ shop: Shop) {
        defer { ended.signal() }
        keepGroups(shop)
        while true {
            _ = wake.wait(timeout: .now() + (untilPast() ?? untilLookBack ?? Self.lookEvery))
            let (request, isStopping) = state.withLock { state -> (Request?, Bool) in
                let request = state.requests.isEmpty ? nil : state.requests.removeFirst()
                // What was asked for is under way from now on: at no moment it looks as if nobody had asked.
                if case .score = request { state.touchedSince = state.touchedSince ?? [] }
                return (request, state.isStopping)
            }
            if isStopping {
                writeNotes(shop)
                return abandon(request)
            }
            if request != nil { lookBacks.withLock { $0.waitForQuiet() } }
            switch request {
            case .score(let occasions): scoreAll(shop, because: occasions)
            case .fit(let adopts, let occasions, let done): done(fit(shop, adopts: adopts, because: occasions))
            case .work(let work): work(shop)
            case nil:
                keepPast(shop)
                if let due = whatIsDue(shop) { perform(due, shop) }
                writeNotes(shop)
                keepMonth(shop)
                lookBackAStep(shop)
            }
        }
    }

    /// Says to whoever still waits that nothing will come.
    private func abandon(_ request: Request?) {
        let left = state.withLock { state in
            defer { state.requests = [] }
            return state.requests
        }
        for request in [request].compactMap({ $0 }) + left {
            switch request {
            case .score: continue
            case .fit(_, _, let done): done(.stopped)
            case .work(let work): work(nil)
            }
        }
    }

    private func perform(_ due: Due, _ shop: Shop) {
        switch due {
        case .score(let occasion): scoreAll(shop, because: [occasion])
        case .fit:
            let now = shop.clock()
            state.withLock { $0.triedAt = now }
            _ = fit(shop, adopts: true)
        }
    }

    private enum Due {
        case score(Occasion)
        case fit
    }

    /// Days after which a model is fitted anew.
    static let fitEveryDays = 7
    /// The growth in orders after which one is.
    private static let fitAfterGrowth = 0.2
    /// Seconds before a fit that was due is tried again.
    private static let triesAgainAfter: Int64 = 3_600

    private func whatIsDue(_ shop: Shop) -> Due? {
        let (today, now) = (shop.today, shop.clock())
        let areEventsDue = areEventsDue(shop)
        return state.withLock { state in
            let standing = state.standing
            let orders = state.ordersSeen
            let mayFit = state.triedAt.map { now.secondsSince1970 - $0.secondsSince1970 >= Self.triesAgainAfter } ?? true
            if let fittedAt = standing.fittedAt {
                let age = now.secondsSince1970 - max(fittedAt, state.adoptedAt ?? fittedAt).secondsSince1970
                let hasGrown = Double(orders) > Double(state.ordersAtFit) * (1 + Self.fitAfterGrowth)
                if mayFit, hasGrown || age >= Int64(Self.fitEveryDays) * 86_400 { return .fit }
            } else if mayFit, standing.eligibility?.isEligible == true, standing.failure == nil {
                return .fit
            }
            // A clock set back leaves scores as of a later day: they stay until that day has come again.
            if let scored = standing.scoredAsOf, scored < today { return .score(.day) }
            if areEventsDue { return .score(.orders) }
            let grown = orders - state.ordersAtScoring
            return grown > 0 && (standing.model == nil || Double(grown) > 0.02 * Double(state.ordersAtScoring))
                ? .score(.orders) : nil
        }
    }

    /// Asks for a fit; the answer comes when it is done.
    public func requestFit(adopts: Bool, done: @escaping @Sendable (FitOutcome) -> Void = { _ in }) {
        requestFit(adopts: adopts, because: [], done: done)
    }

    /// The same, after something that may change groups otherwise than by borders.
    func requestFit(adopts: Bool, because occasions: Set<Occasion>, done: @escaping @Sendable (FitOutcome) -> Void = { _ in }) {
        let isStopping = state.withLock { state in
            if !isAtWork { return true }
            if !state.isStopping { state.requests.append(.fit(adopts: adopts, occasions, done: done)) }
            return state.isStopping
        }
        if isStopping { done(.stopped) } else { wake.signal() }
    }

    /// Asks for a piece of work that needs the orders of all customers; it gets no shop where the shop closes first.
    func requestWork(_ work: @escaping @Sendable (Shop?) -> Void) {
        let isStopping = state.withLock { state in
            if !state.isStopping { state.requests.append(.work(work)) }
            return state.isStopping
        }
        if isStopping { work(nil) } else { wake.signal() }
    }

    /// Asks for a scoring of all customers: what an order is worth, or how it is counted, is something else now.
    public func requestRecount() { requestScoring(because: [.counting]) }

    /// Asks for a scoring of all customers.
    func requestScoring(because occasions: Set<Occasion> = [.orders]) {
        state.withLock { $0.requests.append(.score(occasions)) }
        wake.signal()
    }
}
