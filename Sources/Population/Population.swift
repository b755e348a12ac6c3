public import Facts

/// Everything a shop knows, in columns in memory, a row per profile.
///
/// Built from the facts of the journal, in their order, by ``apply(_:sequence:)``; the same facts give the same columns. One writer changes
/// it while nobody reads, many read while nobody writes: whoever owns it sees to that.
public final class Population {
    /// The currency of what is told without one.
    public internal(set) var currency: Currency
    /// The zone of the shop's days.
    public internal(set) var timeZone: ShopTimeZone
    /// The number of the last fact taken up.
    public internal(set) var sequence: UInt64 = 0
    /// How much came in, by which door and when.
    public internal(set) var tally = IntakeTally()
    /// The scores of customers.
    public internal(set) var scores = ScoreColumns()

    /// Where postal codes are, as somebody loaded them.
    public var places = PostalPlaces()

    var profiles = ProfileColumns()
    var identities = IdentityKind.allCases.map { _ in IdentityTable() }
    var standard = PropertyColumns()
    var custom = PropertyColumns()
    var values = ValueDictionary()
    /// What events say in properties that segments ask for.
    var eventValues = ValueDictionary()
    /// How often a kept property turned out to have more different values than there is room for: who asks for it would be told something wrong.
    public internal(set) var incompleteProperties = 0
    /// Bytes of them after which no other is taken up; tests set a smaller one.
    var eventValueByteLimit = Population.mostEventValueBytes
    /// Properties to be kept of metrics that are not met yet.
    var wanted: (byName: [String: Set<String>], byNumber: [MetricNumber: Set<String>]) = ([:], [:])
    /// When values take so many bytes, those that nobody has any more are looked for.
    var valueBytesToTidy = Population.leastValueBytesToTidy
    /// Another each time that values got other numbers.
    var valueNumbering = 0
    /// How people consented, by the numbers that ``ConsentState`` has.
    var consentWays = ConsentWays()
    let consents = Channel.allCases.map { _ in SparseColumn(empty: ConsentState()) }
    var lists: [ListNumber: ListMembership] = [:]
    /// Who is in which segment, and since when, as facts told.
    var segments: [SegmentNumber: ListMembership] = [:]
    /// When somebody entered and left each segment.
    var segmentHistories: [SegmentNumber: SegmentHistory] = [:]
    /// When people came to lists and left them.
    var listHistories: [ListNumber: SegmentHistory] = [:]
    /// Who came into which RFM group when, by model.
    var rfmLogs: [RFMModelNumber: RFMLog] = [:]
    /// What the RFM models go by that there are beside the standard one.
    public internal(set) var rfmModels: [RFMModelNumber: RFMMetric] = [:]
    /// The RFM model whose groups are shown under Klaviyo's names.
    public internal(set) var shownRFMModel = RFMModelNumber.standard
    /// Everybody's scores by the models beside the standard one, packed, by row.
    var savedScores: [RFMModelNumber: ContiguousArray<UInt16>] = [:]
    /// By number, whether events of a metric count for a model that goes by none of orders.
    var rfmMetrics: ContiguousArray<Bool> = []
    /// Who did something that does.
    var rfmTouched: [ProfileNumber] = []
    var metrics = MetricTable()
    var events: [EventColumns] = []
    var fingerprints = FingerprintSet()
    /// The currencies met in events, by the number that events carry less one.
    var currencies: [Currency] = []
    var book = OrderBook()
    var remnants: [Remnant] = []
    /// Which events came from browsers: they say nothing of orders.
    var browserFacts = BrowserFacts()
    /// Whose an identity was that was erased, by its keyed hash: several where somebody came back and was erased again.
    var erasedIdentities: [UInt64: [ProfileNumber]] = [:]
    /// Which metrics say what of orders.
    public internal(set) var mapping = MetricMapping()
    /// Which events have which meaning for orders, by what ``mapping`` says.
    var orderSources: [MetricMapping.Meaning: [CountedSource]] = [:]
    /// The custom metrics that there are.
    var customMetrics: [CustomMetricNumber: CustomMetric] = [:]
    /// Those that are about to be made or changed.
    var preparedMetrics: [CustomMetric] = []
    /// Customers whose orders changed since they were last scored.
    var touched: [ProfileNumber] = []
    /// Whether that is so because other events are orders.
    var isRecounted = false
    /// The number of the last fact that told of a group.
    var lastToldGroup: UInt64 = 0

    /// An empty shop.
    public init(currency: Currency, timeZone: ShopTimeZone) {
        self.currency = currency
        self.timeZone = timeZone
    }

    /// How many profiles were ever created; their numbers are below this.
    public var profileCount: Int { profiles.count }

    /// How many events there are.
    public var eventCount: Int { events.reduce(0) { $0 + $1.count } }

    /// How many profiles there are, without those merged away or erased.
    public var liveProfileCount: Int { profiles.liveCount }

    /// The customers whose orders changed since this was asked last, each once.
    public func takeTouched() -> [ProfileNumber] {
        guard !touched.isEmpty else { return [] }
        let result = Array(Set(touched)).sorted()
        touched.removeAll(keepingCapacity: true)
        return result
    }

    /// Whether other events are orders since this was asked last.
    public func takeRecounted() -> Bool {
        defer { isRecounted = false }
        return isRecounted
    }

    /// Forgets whose orders changed: all are about to be scored.
    public func forgetTouched() {
        touched = []
        rfmTouched = []
        isRecounted = false
    }

    /// Leaves out who came from a second on and did nothing before it: of a shop as it was at a moment. For reading alone.
    public func leaveOut(createdFrom second: UInt32) { profiles.leaveOut(createdFrom: second) }

    /// Sets or clears the score of a customer.
    public func set(score: CustomerScore?, of profile: ProfileNumber) { scores.set(score, of: profile) }

    /// Sets what is said in no currency, and in which zone days begin.
    public func set(currency: Currency, timeZone: ShopTimeZone) {
        self.currency = currency
        self.timeZone = timeZone
    }
}
