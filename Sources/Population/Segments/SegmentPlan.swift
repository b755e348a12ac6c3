import Dispatch
public import Facts
import Segments
import Synchronization

/// A definition made ready for a shop: its metrics, lists and properties looked up, its tests in an order that asks the cheapest first.
public struct SegmentPlan: Sendable {
    indirect enum Node: Sendable {
        case all([Node])
        case any([Node])
        case not(Node)
        case test(any SegmentTest)
    }

    let root: Node
    /// What can change who is in.
    public let dependencies: SegmentDependencies

    /// Everybody whom a definition means, as of the first second that is not known yet.
    ///
    /// Many are shared out to two threads, each of which looks at one half of the rows.
    public func members(of population: Population, before end: Int64) -> ProfileSet {
        members(of: population, before: end, sharedOutFrom: Self.sharedOutFrom)
    }

    /// - Parameter most: profiles from which on they are shared out.
    func members(of population: Population, before end: Int64, sharedOutFrom most: Int) -> ProfileSet {
        let view = SegmentView(population, before: end)
        guard population.profileCount >= most else { return Self.filter(view.everybody, root, view) }
        // Borders need everybody: they are found before, so that the threads only read them.
        for top in root.tops { top.prepare(view) }
        let middle = population.profileCount / 2
        let halves = [0..<middle, middle..<population.profileCount]
        let found = Mutex([ProfileSet](repeating: ProfileSet(capacity: 0), count: halves.count))
        // The caller keeps writers away while this runs; nothing is written but what each thread found.
        nonisolated(unsafe) let shared = view
        DispatchQueue.concurrentPerform(iterations: halves.count) { half in
            let members = Self.filter(shared.everybody(in: halves[half]), root, shared)
            found.withLock { $0[half] = members }
        }
        return found.withLock { halves in
            var members = halves[0]
            for half in halves.dropFirst() { members.formUnion(half) }
            return members
        }
    }

    /// Profiles from which on a thread more is worth its start.
    static let sharedOutFrom = 50_000

    /// Whether a definition means somebody.
    public func holds(_ profile: ProfileNumber, in population: Population, before end: Int64) -> Bool {
        holds(profile, SegmentView(population, before: end))
    }

    /// The same for many in turn, of whom nothing changes meanwhile: what takes a look at everybody is found out once.
    public func holds(_ profile: ProfileNumber, _ view: SegmentView) -> Bool {
        view.population.isLive(profile) && Self.holds(profile.index, root, view)
    }

    /// The first moment, as an `end`, at which the answer for somebody may be another as time goes by; `nil` where it never will be. It may come
    /// too early, never too late.
    public func nextChange(_ profile: ProfileNumber, in population: Population, after end: Int64) -> Int64? {
        nextChange(profile, SegmentView(population, before: end))
    }

    /// The same for many in turn, after the `end` of a view.
    public func nextChange(_ profile: ProfileNumber, _ view: SegmentView) -> Int64? {
        guard dependencies.isOfTime, view.population.isLive(profile) else { return nil }
        return Self.nextChange(profile.index, root, view)
    }

    /// Those of some who meet a node.
    static func filter(_ some: ProfileSet, _ node: Node, _ view: SegmentView) -> ProfileSet {
        switch node {
        case .all(let parts):
            var left = some
            for part in parts where !left.isEmpty { left = filter(left, part, view) }
            return left
        case .any(let parts):
            var left = some
            var found = ProfileSet(capacity: some.capacity)
            for part in parts where !left.isEmpty {
                let here = filter(left, part, view)
                found.formUnion(here)
                left.subtract(here)
            }
            return found
        case .not(let part):
            var left = some
            left.subtract(filter(some, part, view))
            return left
        case .test(let test): return test.filter(some, view)
        }
    }

    static func holds(_ row: Int, _ node: Node, _ view: SegmentView) -> Bool {
        switch node {
        case .all(let parts): parts.allSatisfy { holds(row, $0, view) }
        case .any(let parts): parts.contains { holds(row, $0, view) }
        case .not(let part): !holds(row, part, view)
        case .test(let test): test.holds(row, view)
        }
    }

    static func nextChange(_ row: Int, _ node: Node, _ view: SegmentView) -> Int64? {
        switch node {
        case .all(let parts), .any(let parts):
            var next: Int64?
            for part in parts {
                if let change = nextChange(row, part, view), next.map({ change < $0 }) ?? true { next = change }
            }
            return next
        case .not(let part): return nextChange(row, part, view)
        case .test(let test): return test.nextChange(row, view)
        }
    }
}

/// What can change who is in a segment.
public struct SegmentDependencies: Sendable, Equatable {
    /// Events of these kinds.
    public var metrics: Set<MetricNumber> = []
    /// What these custom metrics are made of.
    public var customMetrics: Set<CustomMetricNumber> = []
    /// Events of every kind, of those that are not met yet too.
    public var isOfAllEvents = false
    /// Joining and leaving these lists.
    public var lists: Set<ListNumber> = []
    /// Entering and leaving these segments.
    public var segments: Set<SegmentNumber> = []
    /// Changes of attributes and properties.
    public var isOfProfile = false
    /// Changes of consent.
    public var isOfConsent = false
    /// Customers' numbers, known and predicted.
    public var isOfScores = false
    /// RFM groups and their changes.
    public var isOfRFM = false
    /// Predictions, which are there only where a shop's data allow them.
    public var isOfPredictions = false
    /// Everybody's numbers together: who is among the greatest changes with others.
    public var isOfOthers = false
    /// Time itself.
    public var isOfTime = false
}

/// What tests look at: the columns, as of a moment. It is good as long as nothing changes.
public struct SegmentView {
    let population: Population
    /// The first second that is not known yet.
    let end: Int64
    let zone: ShopTimeZone
    /// How many minor units a unit of the shop's currency has. Asked now, not when the definition was read: a shop learns its currency with
    /// its first order.
    let minorUnits: Double
    /// Whether no event ever said another currency than the shop's.
    let isOneCurrency: Bool
    /// The numbers of those who are the last to be in, found out so far.
    let borders: Borders

    /// The borders of parts at the top, by what is asked.
    final class Borders {
        var known: [(test: TopTest, border: Double?)] = []
    }

    /// The columns as of the first second that is not known yet.
    public init(_ population: Population, before end: Int64) {
        self.init(population, before: end, borders: Borders())
    }

    /// The same, with borders that others found out too.
    init(_ population: Population, before end: Int64, borders: Borders) {
        self.population = population
        self.borders = borders
        self.end = end
        zone = population.timeZone
        minorUnits = Double(population.currency.minorUnitsPerMajor)
        isOneCurrency = population.currencies.allSatisfy { $0 == population.currency }
    }

    /// Every profile that lives.
    var everybody: ProfileSet { everybody(in: 0..<population.profileCount) }

    /// Those of some rows that live.
    func everybody(in rows: Range<Int>) -> ProfileSet {
        var set = ProfileSet(capacity: population.profileCount)
        let states = population.profiles.states
        for row in rows where states[row].isDisjoint(with: [.merged, .erased]) { set.words[row >> 6] |= 1 << UInt64(row & 63) }
        return set
    }
}

/// One thing that is asked of a profile, made ready.
protocol SegmentTest: Sendable {
    /// About what asking costs for a profile, in nanoseconds.
    var cost: Double { get }
    /// Whether it holds of a row.
    func holds(_ row: Int, _ view: SegmentView) -> Bool
    /// Those of some of whom it holds.
    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet
    /// See ``SegmentPlan/nextChange(_:in:after:)``.
    func nextChange(_ row: Int, _ view: SegmentView) -> Int64?
    /// For whom time alone may change the answer.
    var timing: SegmentTiming { get }
    /// What it sees of a row.
    func observed(_ row: Int, _ view: SegmentView) -> Observed
}

extension SegmentTest {
    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet { some.filtered { holds($0, view) } }
    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? { nil }
    var timing: SegmentTiming { .never }
}
