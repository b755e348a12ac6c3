import Facts
import Population

// Rows of events, as the journal has them.
extension TableExport {
    /// Bytes that are gathered before they are handed on.
    private static let handedOn = 1 << 20

    /// Writes every event of somebody who is there, under whose it is now: those of people who became one are the one's who stayed.
    func writeEvents(_ cells: inout CellWriter, to write: ([UInt8]) throws -> Void) throws -> Int {
        let metrics = shop.read { $0.allMetrics.map(\.name) }
        let (count, owners) = shop.read { ($0.profileCount, ownersOfOthers($0)) }
        var rows = 0
        var failure: (any Error)?
        try shop.journal.forEachFact { fact, sequence, _ in
            guard failure == nil, sequence <= self.sequence, case .event(let event) = fact, event.profile.index < count else { return }
            guard let owner = owners[event.profile] ?? event.profile else { return }
            writeEvent(event, of: owner, metrics, &cells)
            rows += 1
            guard cells.bytes.count > Self.handedOn else { return }
            do { try write(cells.bytes) } catch { failure = error }
            cells.removeAll()
        }
        if let failure { throw failure }
        return rows
    }

    /// Of those who are not there any more, who they became; `nil` for whoever was erased.
    private func ownersOfOthers(_ population: Population) -> [ProfileNumber: ProfileNumber?] {
        var owners: [ProfileNumber: ProfileNumber?] = [:]
        for row in 0..<population.profileCount {
            let profile = ProfileNumber(UInt32(row))
            guard !population.isLive(profile) else { continue }
            if case .merged(let into) = population.standing(profile) {
                owners[profile] = .some(into)
            } else {
                owners[profile] = .some(nil)
            }
        }
        return owners
    }

    private func writeEvent(_ fact: EventFact, of profile: ProfileNumber, _ metrics: [String], _ cells: inout CellWriter) {
        cells.word(shop.ids.id(.profile, UInt64(profile.row)))
        cells.word(shop.ids.id(.metric, UInt64(fact.metric.value)))
        cells.quoted(fact.metric.index < metrics.count ? metrics[fact.metric.index] : nil)
        cells.instant(Instant(secondsSince1970: Int64(fact.seconds)))
        if let value = fact.value { cells.word("\(value)") } else { cells.empty() }
        cells.quoted(fact.currency?.code)
        cells.quoted(fact.properties.isEmpty ? "{}" : String(decoding: fact.properties, as: UTF8.self))
        cells.endRow()
    }
}
