import CustomerValue
import Facts
import Population
import Shop
import Synchronization

/// Medians of RFM groups in large shops: counted in the background once for everybody who looks, and kept while nothing changes that
/// they are counted from, or for some minutes where orders come all the time.
final class RFMMedianCounts: Sendable {
    /// Which medians.
    struct Question: Hashable, Sendable {
        var model: RFMModelNumber
        var start: ShopDay
        var end: ShopDay
    }

    /// What there is of them.
    struct Standing: Sendable {
        /// The groups with their medians, and when they were counted.
        var known: (report: RFMReport, at: Instant)?
        /// Whether they are being counted.
        var isCounting = false
    }

    /// What they are counted from, as far as that shows: events that tell of orders, who is there, how groups are made.
    private struct Mark: Equatable, Sendable {
        var events: Int
        var people: Int
        var settled: Instant?
        var settings: RFMSettings

        init(_ shop: Shop, _ model: RFMModelEntry) {
            (events, people) = shop.read { population in
                let counted = population.allMetrics.indices.reduce(0) { $0 + population.eventCount(MetricNumber(UInt32($1))) }
                return (counted, population.everybody.count)
            }
            let inUse = shop.rfmInUse(by: model)
            (settled, settings) = (inUse.settledAt, inUse.settings)
        }
    }

    private struct Entry: Sendable {
        var standing = Standing()
        var mark: Mark?
        var usedAt: Int64 = 0
    }

    private let entries = Mutex<[Question: Entry]>([:])
    /// How long counts stay where what they are counted from changes all the time.
    private static let lastsSeconds: Int64 = 600
    private static let mostKept = 20

    /// What there is, and is begun to be counted where it is asked for and nothing good is there.
    func standing(_ question: Question, _ model: RFMModelEntry, _ shop: Shop, isAsked: Bool, on queue: WorkQueue) -> Standing {
        let now = shop.clock()
        let mark = Mark(shop, model)
        let (standing, begins) = entries.withLock { entries -> (Standing, Bool) in
            var entry = entries[question] ?? Entry()
            let age = entry.standing.known.map { now.secondsSince1970 - $0.at.secondsSince1970 }
            let isGood = entry.standing.known != nil && (entry.mark == mark || (0..<Self.lastsSeconds).contains(age ?? -1))
            let begins = !entry.standing.isCounting && !isGood && (isAsked || entry.standing.known != nil)
            if begins { entry.standing.isCounting = true }
            entry.usedAt = now.secondsSince1970
            guard begins || entries[question] != nil else { return (entry.standing, false) }
            entries[question] = entry
            if entries.count > Self.mostKept,
                let oldest = entries.filter({ !$0.value.standing.isCounting }).min(by: { $0.value.usedAt < $1.value.usedAt })
            {
                entries[oldest.key] = nil
            }
            return (entry.standing, begins)
        }
        if begins {
            Task { [self] in
                let report = await queue.perform {
                    shop.rfmReport(from: question.start, to: question.end, by: model, hasMedians: true)?.report
                }
                end(question, report ?? nil, mark, at: now)
            }
        }
        return standing
    }

    private func end(_ question: Question, _ report: RFMReport?, _ mark: Mark, at moment: Instant) {
        entries.withLock { entries in
            var entry = entries[question] ?? Entry()
            entry.standing.isCounting = false
            if let report {
                entry.standing.known = (report, moment)
                entry.mark = mark
            }
            entries[question] = entry
        }
    }
}
