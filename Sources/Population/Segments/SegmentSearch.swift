import Dispatch

/// Whom a definition means, found out some profiles at a time, so that whoever changes the columns has a turn in between.
///
/// Each profile is looked at once, at some moment of the search; the moment by which times are judged is one for all. For those at the top of
/// some the numbers of all are gathered first, in the same way, and the border among them is found while nobody is kept waiting.
public struct SegmentSearch {
    private let plan: SegmentPlan
    private let end: Int64
    private let borders = SegmentView.Borders()
    /// The parts at the top whose borders are not known yet; those that others are among come first.
    private var tops: [TopCustomers]
    private var numbers: [Double] = []
    /// The first row that was not looked at.
    private var row = 0
    private var rowsAtOnce: Int
    /// How many profiles there were when it began.
    private var count: Int?

    /// Who was found so far.
    public private(set) var members = ProfileSet(capacity: 0)
    /// Whether everybody was looked at.
    public private(set) var isDone = false

    private static let fewestRows = 1_024
    private static let mostRows = 65_536
    /// What a look should take at most, in nanoseconds.
    private static let longestLook: UInt64 = 3_000_000

    /// A search as of the first second that is not known yet.
    public init(_ plan: SegmentPlan, before end: Int64) { self.init(plan, before: end, rowsAtOnce: Self.fewestRows) }

    init(_ plan: SegmentPlan, before end: Int64, rowsAtOnce: Int) {
        self.plan = plan
        self.rowsAtOnce = rowsAtOnce
        self.end = end
        tops = plan.root.tops
    }

    /// Looks at some profiles. To be called, with nobody changing the columns meanwhile, until it is done; ``settle()`` comes after each look.
    public mutating func look(_ population: Population) {
        let count = min(self.count ?? population.profileCount, population.profileCount)
        if self.count == nil { members = ProfileSet(capacity: count) }
        self.count = count
        let start = DispatchTime.now().uptimeNanoseconds
        let rows = min(row, count)..<min(count, row + rowsAtOnce)
        let view = SegmentView(population, before: end, borders: borders)
        if let top = tops.first {
            numbers += top.numbers(view.everybody(in: rows), view)
        } else {
            members.formUnion(SegmentPlan.filter(view.everybody(in: rows), plan.root, view))
        }
        row = rows.upperBound
        let took = DispatchTime.now().uptimeNanoseconds - start
        if took > Self.longestLook {
            rowsAtOnce = max(Self.fewestRows / 4, rowsAtOnce / 2)
        } else if took < Self.longestLook / 3 {
            rowsAtOnce = min(Self.mostRows, rowsAtOnce * 2)
        }
    }

    /// What a look leaves to be done that needs no columns.
    public mutating func settle() {
        guard let count, row >= count else { return }
        row = 0
        guard let top = tops.first else {
            isDone = true
            return
        }
        borders.known.append((top.test, top.border(of: &numbers)))
        numbers = []
        tops.removeFirst()
    }
}

extension SegmentPlan.Node {
    /// The parts at the top of some, each after those that say whom it is among.
    var tops: [TopCustomers] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.tops)
        case .not(let part): part.tops
        case .test(let test):
            if let top = test as? TopCustomers { (top.among?.tops ?? []) + [top] } else { [] }
        }
    }
}
