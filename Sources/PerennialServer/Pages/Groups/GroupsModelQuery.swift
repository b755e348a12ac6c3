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
        let text = query.text.alphabeticKey
        func matches(_ name: String) -> Bool { text.isEmpty || name.alphabeticKey.contains(text) }
        if query.kind != .segment { rows += self.rows(of: lists.filter { matches($0.name) }) }
        if query.kind != .list { rows += self.rows(of: segments.filter { matches($0.name) }) }
        let places = rows.indices.map { GroupPlace(of: rows[$0], at: $0, in: query.order) }.sorted()
        let page = Self.page(query.cursor, of: places)
        var shown = places[page].map { rows[$0.row] }
        for place in shown.indices { shown[place].tags = tags(shown[place], definitions) }
        var model = GroupsModel(
            query: query, rows: shown, total: rows.count, all: lists.count + segments.count, mayChange: mayChange)
        model.first = page.lowerBound + 1
        if page.lowerBound > 0 { model.previous = places[page].first?.cursor(isBefore: true) }
        if page.upperBound < places.count { model.next = places[page].last?.cursor(isBefore: false) }
        return model
    }

    /// Which of the places that stand in order are on a page.
    private static func page(_ cursor: RowCursor?, of places: [GroupPlace]) -> Range<Int> {
        let size = GroupsQuery.rowsPerPage
        let first = 0..<min(size, places.count)
        guard let cursor else { return first }
        let end = GroupPlace(cursor)
        // Nothing stands there any more, or less than a page: the first page is whole.
        if cursor.isBefore {
            let behind = places.firstIndex { !($0 < end) } ?? places.count
            return behind > size ? behind - size..<behind : first
        }
        guard let start = places.firstIndex(where: { end < $0 }), start > 0 else { return first }
        return start..<min(start + size, places.count)
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
}

/// Where a list or segment stands in the table. Where nothing else tells them apart they stand by name, and of one name by id: the order is
/// the same each time.
private struct GroupPlace: Comparable {
    /// The least comes first.
    var key: Double
    /// See ``Swift/String/alphabeticKey``.
    var name: String
    var id: String
    /// Which row it is; -1 for one that need not be there any more.
    var row = -1

    init(of row: GroupsModel.Row, at number: Int, in order: GroupsQuery.Order) {
        key =
            switch order {
            case .name: row.isStarred ? 0 : 1
            case .members: -Double(row.members)
            case .change: -Double(row.lastWeek.map { $0.added + $0.removed } ?? 0)
            case .updated: -Double(row.updated.secondsSince1970)
            }
        name = row.name.alphabeticKey
        id = row.id
        self.row = number
    }

    init(_ cursor: RowCursor) {
        (key, name, id) = (cursor.key, cursor.name, cursor.id)
    }

    func cursor(isBefore: Bool) -> RowCursor { RowCursor(isBefore: isBefore, key: key, id: id, name: name) }

    static func < (a: GroupPlace, b: GroupPlace) -> Bool { (a.key, a.name, a.id) < (b.key, b.name, b.id) }
    static func == (a: GroupPlace, b: GroupPlace) -> Bool { (a.key, a.name, a.id) == (b.key, b.name, b.id) }
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
