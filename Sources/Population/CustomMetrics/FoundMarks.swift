public import Facts
import Segments

extension Population {
    /// What is to be found out about events that came before it was needed.
    public struct MissingMarks: Sendable {
        /// Of events of one metric; of marks no more than a number has bits.
        struct OfMetric: Sendable {
            var marks: [(mark: Int, filters: [EventPropertyTest])] = []
            var amounts: [(place: Int, property: String)] = []
        }

        var byMetric: [MetricNumber: OfMetric] = [:]

        /// By number, whether a metric's events are to be looked at; none where nothing is missing.
        public var metrics: [Bool] {
            let count = byMetric.keys.reduce(0) { max($0, $1.index + 1) }
            return (0..<count).map { byMetric[MetricNumber(UInt32($0))] != nil }
        }
    }

    /// What was found out about events, by the numbers of their facts, of which each is of one metric: the first thing that is missing of its
    /// metric stands with the first of others.
    public struct FoundMarks {
        private let missing: MissingMarks
        private var looks: [QuickLook?]
        private var properties: [[String]]
        /// By the places of the marks among those that are missing of their metric: a bit for each fact.
        fileprivate private(set) var marks: [FactBits]
        /// The same of amounts.
        fileprivate private(set) var amounts: [FoundAmounts]

        /// Nothing yet.
        ///
        /// - Parameters:
        ///   - missing: what is to be found out.
        ///   - last: the number of the last fact that is looked at.
        public init(_ missing: MissingMarks, through last: UInt64) {
            self.missing = missing
            let all = missing.metrics.indices.map { missing.byMetric[MetricNumber(UInt32($0))] }
            looks = all.map { $0.map { QuickLook($0) } }
            properties = all.map { $0?.amounts.map(\.property) ?? [] }
            let most = all.reduce(0) { max($0, $1?.marks.count ?? 0) }
            marks = Array(repeating: FactBits(through: UInt32(clamping: last)), count: most)
            amounts = Array(repeating: FoundAmounts(), count: properties.reduce(0) { max($0, $1.count) })
        }

        /// The metrics of which something was missing.
        public var metrics: [MetricNumber] { missing.byMetric.keys.sorted() }

        /// Amounts that are held at a time, so that memory stays flat.
        private static let mostAmounts = 1 << 21

        /// Whether so much was found that it should be told now; see ``forgetAmounts()``.
        public var isFull: Bool { amounts.contains { $0.count >= Self.mostAmounts } }

        /// Forgets amounts that were told, to go on.
        public mutating func forgetAmounts() {
            for place in amounts.indices { amounts[place].removeAll() }
        }

        /// Looks at one event after another, in the order of their numbers.
        public mutating func look(at event: EventBytes, sequence: UInt64) {
            let metric = event.metric.index
            guard metric < looks.count, let found = looks[metric]?.marks(of: event) else { return }
            let number = UInt32(clamping: sequence)
            var rest = found
            while rest != 0 {
                marks[rest.trailingZeroBitCount].insert(number)
                rest &= rest - 1
            }
            guard !properties[metric].isEmpty else { return }
            let sayings = EventSayings(event)
            for (place, property) in properties[metric].enumerated() {
                if let amount = sayings.amount(property) { amounts[place].add(amount, of: number) }
            }
        }

        fileprivate func missing(_ metric: MetricNumber) -> MissingMarks.OfMetric? { missing.byMetric[metric] }
    }

    /// Tells what was found out about the events of a metric. One pass over their numbers for each mark.
    public func mark(_ metric: MetricNumber, _ found: FoundMarks) {
        guard metric.index < events.count, let missing = found.missing(metric) else { return }
        let columns = events[metric.index]
        for (place, mark) in missing.marks.enumerated() { columns.set(mark.mark, of: found.marks[place]) }
        for (place, amount) in missing.amounts.enumerated() { columns.set(amount.place, of: found.amounts[place].byNumber) }
    }
}

/// A bit for each fact.
struct FactBits {
    private(set) var words: ContiguousArray<UInt64>

    /// None is set, up to a fact's number.
    init(through last: UInt32) { words = ContiguousArray(repeating: 0, count: Int(last >> 6) + 1) }

    @inline(__always)
    mutating func insert(_ number: UInt32) { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
}

/// Amounts of events, in the order of their facts' numbers.
struct FoundAmounts {
    private var numbers: ContiguousArray<UInt32> = []
    private var values: ContiguousArray<Double> = []

    var count: Int { numbers.count }

    mutating func add(_ amount: Double, of number: UInt32) {
        numbers.append(number)
        values.append(EventColumns.Event.stored(amount))
    }

    mutating func removeAll() {
        numbers.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }

    /// To be asked by number.
    var byNumber: AmountsByNumber { AmountsByNumber(numbers, values) }
}

/// Amounts by the numbers of facts: which have one, and how many of those came before each 64th number.
struct AmountsByNumber {
    private let first: UInt32
    private var words: ContiguousArray<UInt64> = []
    private var ranks: ContiguousArray<UInt32> = []
    private let values: ContiguousArray<Double>

    init(_ numbers: ContiguousArray<UInt32>, _ values: ContiguousArray<Double>) {
        self.values = values
        first = numbers.first.map { $0 & ~63 } ?? 0
        guard let last = numbers.last else { return }
        words = ContiguousArray(repeating: 0, count: Int((last - first) >> 6) + 1)
        for number in numbers { words[Int((number - first) >> 6)] |= 1 << UInt64(number & 63) }
        ranks.reserveCapacity(words.count)
        var rank: UInt32 = 0
        for word in words {
            ranks.append(rank)
            rank += UInt32(word.nonzeroBitCount)
        }
    }

    /// As values are kept; `nil` where there is none.
    @inline(__always)
    subscript(number: UInt32) -> Double? {
        guard number >= first else { return nil }
        let place = Int((number - first) >> 6)
        guard place < words.count else { return nil }
        let bit: UInt64 = 1 << UInt64(number & 63)
        guard words[place] & bit != 0 else { return nil }
        return values[Int(ranks[place]) + (words[place] & (bit - 1)).nonzeroBitCount]
    }
}
