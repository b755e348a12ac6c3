import Facts
import Population
import Shop

/// Finds the events that a query asks for, in its order.
struct EventSearch: Sendable {
    /// What `filter` may say.
    static let rules = FilterRules(
        .init("metric_id", .text, .equals), .init("profile_id", .text, .equals), .init("profile", .text, .has),
        .init("metric", .text, .has),
        .init("datetime", .instant, .greaterOrEqual, .greaterThan, .lessOrEqual, .lessThan),
        .init("timestamp", .integer, .greaterOrEqual, .greaterThan, .lessOrEqual, .lessThan))

    /// What `sort` may say. Both are the moment of the event.
    static let orders = ["datetime", "timestamp"]

    private let walk: PageWalk
    private var metric: MetricNumber?
    private var profile: ProfileNumber?
    private var from: Int64 = 0
    private var through: Int64 = Int64(UInt32.max)
    /// Whether the conditions leave nothing to be found.
    private var isEmpty = false

    init(_ query: Query, _ ids: PublicIDs) {
        // The latest come first unless another order is asked for.
        walk = PageWalk(query, isDescending: query.sort?.isDescending ?? true)
        for term in query.filter?.terms ?? [] {
            switch term.field {
            case "metric_id": if !Self.narrow(&metric, to: term.value.text.flatMap { ids.metric($0) }) { isEmpty = true }
            case "profile_id": if !Self.narrow(&profile, to: term.value.text.flatMap { ids.profile($0) }) { isEmpty = true }
            case "datetime": if let instant = term.value.instant { narrow(instant.secondsSince1970, term.comparison) }
            case "timestamp": if let seconds = term.value.number { narrow(Int64(min(max(seconds, -1e15), 1e15)), term.comparison) }
            // Every event has a profile and a metric.
            default: continue
            }
        }
        isEmpty = isEmpty || from > through
    }

    /// Takes up a value that something must have. False where that leaves nothing: it must have another already, or nothing has this one.
    private static func narrow<Number: Equatable>(_ wanted: inout Number?, to number: Number?) -> Bool {
        defer { wanted = number }
        return number != nil && (wanted == nil || wanted == number)
    }

    private mutating func narrow(_ seconds: Int64, _ comparison: FilterOperator) {
        switch comparison {
        case .greaterThan: from = max(from, seconds + 1)
        case .greaterOrEqual: from = max(from, seconds)
        case .lessThan: through = min(through, seconds - 1)
        case .lessOrEqual: through = min(through, seconds)
        default: break
        }
    }

    /// The page.
    func page(_ shop: Shop) -> Page<EventPlace> {
        guard !isEmpty else { return walk.page([]) { Self.cursor($0) } }
        var query = Population.EventQuery()
        query.fromSeconds = UInt32(clamping: from)
        query.throughSeconds = UInt32(clamping: through)
        query.isDescending = walk.isDescending
        query.limit = walk.limit
        if let cursor = walk.cursor, let seconds = cursor.number(0), let sequence = cursor.number(1) {
            query.after = (UInt32(clamping: seconds), UInt64(clamping: sequence))
        }
        var found: [EventPlace] = []
        let metrics = metric.map { [$0] } ?? shop.read { $0.allMetrics.map(\.number) }
        // Metric by metric, so that writers get their turn between two of them.
        for metric in metrics {
            query.metric = metric
            found += shop.read { population in
                guard let profile else { return population.events(query) }
                query.profile = Self.current(profile, population)
                return query.profile == nil ? [] : population.events(query)
            }
        }
        if metrics.count > 1 {
            found.sort { walk.isBefore($0.key, $1.key) }
            found = Array(found.prefix(walk.limit))
        }
        return walk.page(found) { Self.cursor($0) }
    }

    /// The profile that somebody is now; `nil` for one that is no more.
    private static func current(_ profile: ProfileNumber, _ population: Population) -> ProfileNumber? {
        switch population.standing(profile) {
        case .live: profile
        case .merged(let into): into
        case .erased, .unknown: nil
        }
    }

    private static func cursor(_ place: EventPlace) -> Cursor {
        Cursor(.number(Int64(place.seconds)), .number(Int64(clamping: place.sequence)))
    }
}

extension EventPlace {
    /// What events are put in order by.
    fileprivate var key: EventKey { EventKey(seconds: seconds, sequence: sequence) }
}

/// Events in the order of their moments; those of one second as they were told.
private struct EventKey: Comparable {
    var seconds: UInt32
    var sequence: UInt64

    static func < (a: EventKey, b: EventKey) -> Bool { (a.seconds, a.sequence) < (b.seconds, b.sequence) }
}
