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
            events.look.runs.forEach { row, run in
                for place in run.range {
                    guard let way = events.way(at: place), way < groups.count, let event = events.event(place) else { continue }
                    people[row] = true
                    figures.groups[groups[way]].counted += 1
                    guard custom.method == .value else { continue }
                    if event.amount == nil {
                        figures.groups[groups[way]].withoutValue += 1
                    } else {
                        let currency = currency(event.currency)
                        figures.amounts[currency, default: .init()].events += 1
                        figures.amounts[currency, default: .init()].tenThousandths.add(EventRuns.scaled(event.value))
                    }
                }
            }
        }
        figures.profiles = people.count
        return figures
    }
}
