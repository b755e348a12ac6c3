public import Facts
import Segments

/// What a custom metric counts, all in all.
public struct CustomMetricFigures: Sendable, Equatable {
    /// Of one group.
    public struct OfGroup: Sendable, Equatable {
        /// Events of its metric.
        public var events = 0
        /// Those that count by this group.
        public var counted = 0
        /// Those of them that do not say what they are worth.
        public var withoutValue = 0
    }

    /// What events of one currency are worth.
    public struct Amount: Sendable, Equatable {
        /// Events that say what they are worth.
        public var events = 0
        /// All of it, in ten-thousandths of the currency's unit.
        public var tenThousandths: Int64 = 0
    }

    /// By the places of the groups.
    public var groups: [OfGroup] = []
    /// Different people.
    public var profiles = 0
    /// By currency.
    public var amounts: [Currency: Amount] = [:]

    /// Events that count.
    public var counted: Int { groups.reduce(0) { $0 + $1.counted } }
}

extension Population {
    /// What a custom metric counts. One pass over the columns of its metrics.
    public func figures(of custom: CustomMetric) -> CustomMetricFigures {
        var figures = CustomMetricFigures()
        figures.groups = custom.groups.map { .init(events: eventCount($0.metric)) }
        var people = ProfileSet(capacity: profileCount)
        for events in counted(custom) {
            let groups = custom.groups.indices.filter { custom.groups[$0].metric == events.metric }
            let tally = tally(events, ways: groups.count, &people)
            for (way, group) in groups.enumerated() {
                figures.groups[group].counted = tally.counted[way]
                if custom.method == .value { figures.groups[group].withoutValue = tally.withoutValue[way] }
            }
            guard custom.method == .value else { continue }
            for (code, amount) in tally.amounts.enumerated() where amount.events > 0 {
                let currency = currency(UInt8(code))
                figures.amounts[currency, default: .init()].events += amount.events
                figures.amounts[currency, default: .init()].tenThousandths.add(amount.tenThousandths)
            }
        }
        figures.profiles = people.count
        return figures
    }

    /// Whether any event of a metric says what it is worth.
    public func saysWorth(_ metric: MetricNumber) -> Bool {
        columns(metric).map { columns in
            // A column of worths is there once any event said one.
            !columns.look.values.isEmpty
        } ?? false
    }

    /// How many events a custom metric counts until one says what it is worth, and whether any does.
    public func saysWorth(_ custom: CustomMetric) -> (count: Int, isSaid: Bool) {
        var count = 0
        for events in counted(custom) {
            let look = events.look
            var isSaid = false
            look.runs.forEach { _, run in
                guard !isSaid else { return }
                for place in run.range {
                    guard let way = events.way(at: place) else { continue }
                    count += 1
                    if events.value(at: place, by: way).bitPattern != 0 { isSaid = true }
                }
            }
            if isSaid { return (count, true) }
        }
        return (count, false)
    }

    /// What is counted without looking anything up for each event.
    private struct Tally {
        /// By the places of the ways.
        var counted: [Int]
        var withoutValue: [Int]
        /// By the places of currencies.
        var amounts = [CustomMetricFigures.Amount](repeating: .init(), count: 256)
    }

    private func tally(_ events: CountedEvents, ways: Int, _ people: inout ProfileSet) -> Tally {
        var tally = Tally(counted: Array(repeating: 0, count: ways), withoutValue: Array(repeating: 0, count: ways))
        let look = events.look
        look.runs.forEach { row, run in
            var isOne = false
            for place in run.range {
                guard let way = events.way(at: place), way < ways else { continue }
                isOne = true
                tally.counted[way] += 1
                let value = events.value(at: place, by: way)
                if value.bitPattern == 0 {
                    tally.withoutValue[way] += 1
                } else {
                    let currency = look.currencies.isEmpty ? 0 : Int(look.currencies[place])
                    tally.amounts[currency].events += 1
                    tally.amounts[currency].tenThousandths.add(EventRuns.scaled(value + 0))
                }
            }
            if isOne { people[row] = true }
        }
        return tally
    }
}
