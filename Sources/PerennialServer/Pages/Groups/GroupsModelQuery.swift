import Facts
import Journal
import Population
import Shop

/// Fills the table of lists and segments.
struct GroupsModelQuery {
    let shop: Shop

    private static let day: Int64 = 86_400

    func model(_ query: GroupsQuery, mayChange: Bool) -> GroupsModel {
        let definitions = shop.definitions
        let (lists, segments) = (definitions.lists, definitions.segments)
        var rows: [GroupsModel.Row] = []
        if query.kind != .segment { rows += self.rows(of: lists.filter { Self.matches($0.name, query.text) }) }
        if query.kind != .list { rows += self.rows(of: segments.filter { Self.matches($0.name, query.text) }) }
        sort(&rows, query.order)
        let size = GroupsQuery.rowsPerPage
        var query = query
        query.page = min(query.page, max(1, (rows.count + size - 1) / size))
        var shown = Array(rows.dropFirst((query.page - 1) * size).prefix(size))
        for place in shown.indices { shown[place].tags = tags(shown[place], definitions) }
        return GroupsModel(
            query: query, rows: shown, total: rows.count, all: lists.count + segments.count, mayChange: mayChange)
    }

    private static func matches(_ name: String, _ text: String) -> Bool {
        text.isEmpty || name.lowercased().contains(text.lowercased())
    }

    private func rows(of lists: [ListResource]) -> [GroupsModel.Row] {
        let end = shop.clock().secondsSince1970 + 1
        return shop.read { population in
            lists.map { list in
                func change(_ days: Int64) -> GroupsModel.Change {
                    let changes = population.changes(of: list.number, from: end - days * Self.day, before: end)
                    return .init(added: changes.added, removed: changes.removed)
                }
                return GroupsModel.Row(
                    kind: .list, id: shop.ids.id(list.number), name: list.name, members: population.memberCount(of: list.number),
                    lastDay: change(1), lastWeek: change(7), standing: GroupStanding(), isStarred: false, tags: [], updated: list.updated)
            }
        }
    }

    private func rows(of segments: [SegmentDefinition]) -> [GroupsModel.Row] {
        let end = shop.clock().secondsSince1970 + 1
        let standings = segments.map { shop.standing(of: $0) }
        return shop.read { population in
            zip(segments, standings).map { segment, standing in
                func change(_ days: Int64) -> GroupsModel.Change {
                    let changes = population.changes(of: segment.number, from: end - days * Self.day, before: end)
                    return .init(added: changes.added, removed: changes.removed)
                }
                return GroupsModel.Row(
                    kind: .segment, id: shop.ids.id(segment.number), name: segment.name,
                    members: population.memberCount(of: segment.number), lastDay: change(1), lastWeek: change(7), standing: standing,
                    isStarred: segment.isStarred, tags: [], updated: segment.updated)
            }
        }
    }

    private func tags(_ row: GroupsModel.Row, _ definitions: DefinitionTable) -> [String] {
        switch row.kind {
        case .list: shop.ids.list(row.id).map { definitions.tags(on: .list, UInt64($0.value)).map(\.name) } ?? []
        case .segment: shop.ids.segment(row.id).map { definitions.tags(on: .segment, UInt64($0.value)).map(\.name) } ?? []
        }
    }

    private func sort(_ rows: inout [GroupsModel.Row], _ order: GroupsQuery.Order) {
        func size(_ row: GroupsModel.Row) -> Int { row.lastWeek.map { $0.added + $0.removed } ?? 0 }
        // Where nothing else tells them apart they stand by name, and of one name by id: the order is the same each time.
        rows.sort { a, b in
            let first: (Int, Int)
            switch order {
            case .name: first = (a.isStarred ? 0 : 1, b.isStarred ? 0 : 1)
            case .members: first = (-a.members, -b.members)
            case .change: first = (-size(a), -size(b))
            case .updated: first = (Int(-a.updated.secondsSince1970), Int(-b.updated.secondsSince1970))
            }
            if first.0 != first.1 { return first.0 < first.1 }
            let (low, high) = (a.name.lowercased(), b.name.lowercased())
            return low != high ? low < high : a.id < b.id
        }
    }
}

extension Shop {
    /// How it stands with a segment's members.
    func standing(of segment: SegmentDefinition) -> GroupStanding {
        let known = segments.standing(segment.number)
        return GroupStanding(
            isProcessing: isProcessing(segment), fault: known?.fault, isStale: known?.isStale ?? false,
            isActive: segment.isActive, looked: known?.lastLook.map { ($0.at, $0.milliseconds) })
    }
}
