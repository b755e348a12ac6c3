import CustomerValue
import Facts
import Journal
import Population
import Shop

/// Finds out what changed lately.
struct NewsQuery {
    let shop: Shop

    private static let days: Int64 = 7
    /// Entries of the audit log that are looked through.
    private static let lookedAt = 60
    /// What is done all the time and tells nothing.
    private static let usual: Set = ["sign-in", "sign-in.fail"]

    func news() throws(JournalError) -> HomeModel.News {
        HomeModel.News(moves: moves, segments: segments, done: try done())
    }

    private var moves: HomeModel.News.Moves? {
        shop.models.knownMoves(shop).map { moves in
            let report = moves.report.report
            return HomeModel.News.Moves(
                since: report.start, groups: report.rows.map { (group: $0.group, added: $0.added, dropped: $0.dropped) })
        }
    }

    private var segments: [HomeModel.News.Segment] {
        let end = shop.clock().secondsSince1970 + 1
        let segments = shop.definitions.segments
        let found = shop.read { population in
            segments.map { segment in
                let changes = population.changes(of: segment.number, from: end - Self.days * 86_400, before: end)
                return HomeModel.News.Segment(
                    id: shop.ids.id(segment.number), name: segment.name, members: population.memberCount(of: segment.number),
                    added: changes.added, removed: changes.removed)
            }
        }
        let changed = found.filter { $0.added + $0.removed > 0 }.sorted { ($0.added + $0.removed) > ($1.added + $1.removed) }
        return Array(changed.prefix(HomeModel.News.most))
    }

    private func done() throws(JournalError) -> [HomeModel.News.Done] {
        let names = try ActivityNames(shop)
        return try shop.journal.audit(limit: Self.lookedAt).map(\.entry).filter { !Self.usual.contains($0.action) }
            .prefix(HomeModel.News.most).map { entry in
                var name: String?
                if case .named(let found) = names.subject(of: entry) { name = found }
                return .init(action: entry.action, who: entry.who, at: entry.at, name: name)
            }
    }
}
