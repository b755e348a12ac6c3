import CustomerValue
import Facts
import Population
import Shop

/// Fills the list of people: one look at everybody, which keeps no more than the page that is asked for.
struct ProfilesModelQuery {
    let shop: Shop

    /// People who are looked at before writers get their turn.
    private static let chunk = 20_000

    /// Somebody, and by what they stand in the order.
    private struct Place {
        var profile: ProfileNumber
        var key: Double
    }

    func model(_ asked: ProfileQuery) -> ProfilesModel {
        var query = asked
        let standing = shop.models.standing
        let within = query.within.flatMap { group($0) }
        if let id = query.within, within == nil {
            query.complaints.append(.init(parameter: ProfileQuery.withinParameter, found: id, known: []))
            query.within = nil
        }
        let cursor = query.cursor
        if let cursor, shop.ids.profile(cursor.id) == nil {
            query.complaints.append(
                .init(parameter: cursor.isBefore ? RowCursor.beforeParameter : RowCursor.afterParameter, found: cursor.id, known: []))
            query.cursor = nil
        }
        let members = within.map { within in shop.read { $0.members(of: within.group) } }
        var model = model(query, standing, among: members)
        // Nobody stands there any more, or fewer than a page: the first page is whole.
        if query.cursor != nil, model.total > 0, model.first == 1 || model.rows.isEmpty {
            query.cursor = nil
            model = self.model(query, standing, among: members)
        }
        model.within = within.map { .init(kind: $0.kind, id: $0.id, name: $0.name) }
        return model
    }

    /// The list or segment of an id.
    private func group(_ id: String) -> (kind: ProfileGroup, id: String, name: String, group: FiguredGroup)? {
        if let segment = try? shop.segment(id) { return (.segment, id, segment.name, .segment(segment.number)) }
        if let list = try? shop.list(id) { return (.list, id, list.name, .list(list.number)) }
        return nil
    }

    private func model(_ query: ProfileQuery, _ standing: ModelKeeper.Standing, among members: ProfileSet?) -> ProfilesModel {
        let byID = shop.ids.profile(query.text)
        var search = byID == nil ? NameSearch(query.text) : nil
        while shop.read({ search?.lookAtIdentities(of: $0) ?? false }) {}
        let size = ProfileQuery.rowsPerPage
        // Before a cursor the last ones count: those that come first in the order turned round.
        let isTurned = query.cursor?.isBefore ?? false
        var first = FirstFew<Place>(size) { a, b in isTurned ? Self.comes(b, before: a) : Self.comes(a, before: b) }
        let cursor = query.cursor.flatMap { cursor in shop.ids.profile(cursor.id).map { Place(profile: $0, key: cursor.key) } }
        var (total, all, skipped) = (0, 0, 0)
        // From those who came last: in most orders they are further in front, and the rest then costs one comparison each.
        var end = shop.read { $0.profileCount }
        while end > 0 {
            let rows = max(0, end - Self.chunk)..<end
            shop.read { population in
                search?.begin(population)
                for row in rows.reversed() {
                    let profile = ProfileNumber(UInt32(truncatingIfNeeded: row))
                    guard members?.contains(profile) ?? true, population.isLive(profile) else { continue }
                    if let byID {
                        guard profile == byID else { continue }
                    } else if search?.finds(profile, in: population) == false {
                        continue
                    }
                    let score = population.scores[profile]
                    guard query.admits(profile, score, population) else { continue }
                    all += 1
                    guard let key = Self.key(query.order, profile, score) else { continue }
                    total += 1
                    let place = Place(profile: profile, key: key)
                    if let cursor {
                        // Who stands before the cursor, or is the one that it names.
                        let isAhead = Self.comes(place, before: cursor)
                        if isAhead || !isTurned && place.profile == cursor.profile && place.key == cursor.key { skipped += 1 }
                        guard isTurned ? isAhead : Self.comes(cursor, before: place) else { continue }
                    }
                    first.consider(place)
                }
            }
            end = rows.lowerBound
        }
        let places = isTurned ? first.sorted.reversed() : first.sorted
        let rows = shop.read { population in
            // Somebody may be gone since they were found.
            places.filter { population.isLive($0.profile) }.map { Self.row($0.profile, population, shop.ids) }
        }
        var model = ProfilesModel(query: query, rows: rows, total: total, all: all, basis: PredictionBasis(standing))
        model.first = 1 + (isTurned ? max(0, skipped - places.count) : skipped)
        if model.first > 1, let place = places.first {
            model.previous = RowCursor(isBefore: true, key: place.key, id: shop.ids.id(place.profile))
        }
        if model.first - 1 + places.count < total, let place = places.last {
            model.next = RowCursor(isBefore: false, key: place.key, id: shop.ids.id(place.profile))
        }
        return model
    }

    /// Highest first; who is alike stands by their number.
    private static func comes(_ a: Place, before b: Place) -> Bool { (b.key, a.profile) < (a.key, b.profile) }

    /// By what a profile stands in an order, highest first; `nil` where it has no place in it.
    private static func key(_ order: ProfileQuery.Order, _ profile: ProfileNumber, _ score: CustomerScore?) -> Double? {
        switch order {
        case .newest: return Double(profile.row)
        case .lastOrder: return Double(score?.lastOrder?.secondsSince1970 ?? -1)
        case .totalValue: return score.map { Double($0.totalMinorUnits ?? $0.historicMinorUnits) } ?? -.greatestFiniteMagnitude
        case .predictedValue: return score?.prediction.map { Double($0.clvMinorUnits) } ?? -.greatestFiniteMagnitude
        case .atStake:
            return atStake(score)
        }
    }

    /// What hangs on whether an overdue customer comes back.
    private static func atStake(_ score: CustomerScore?) -> Double? {
        guard let prediction = score?.prediction, prediction.isOverdue else { return nil }
        return Double(prediction.clvMinorUnits) * prediction.churnProbability
    }

    static func row(_ profile: ProfileNumber, _ population: Population, _ ids: PublicIDs) -> ProfilesModel.Row {
        let score = population.scores[profile]
        var row = ProfilesModel.Row(
            profile: ProfileName(profile, population, ids), numberOfOrders: Int(score?.numberOfOrders ?? 0), lastOrder: score?.lastOrder,
            historicMinorUnits: score?.historicMinorUnits ?? 0, predicted: score?.prediction.map { MoneyEstimate($0) },
            churnProbability: score?.prediction?.churnProbability, isOverdue: score?.prediction?.isOverdue ?? false,
            atStakeMinorUnits: atStake(score), group: population.rfmScores(of: profile)?.group)
        row.totalMinorUnits = score?.totalMinorUnits
        row.likelihood = score?.prediction?.likelihoodClass
        row.nextOrder = score?.prediction?.expectedDateOfNextOrder
        row.averageOrderMinorUnits = score?.averageOrderMinorUnits
        row.lastActive = population.lastEvent(profile)
        row.created = population.created(profile)
        return row
    }
}
