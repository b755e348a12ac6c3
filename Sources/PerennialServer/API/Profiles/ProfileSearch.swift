import Facts
import Population
import Shop

/// Finds the profiles that a query asks for, in its order.
struct ProfileSearch: Sendable {
    /// What `sort` may say.
    static let orders = [
        "created", "email", "id", suppression + "timestamp", listSuppressions + "timestamp", "updated",
    ]

    /// By what profiles stand in order.
    private enum Order: Sendable {
        case number, created, updated, email, suppressed
    }

    /// The order that a field asks for. Nobody is kept from a single list: by that all are alike, and their numbers decide.
    private static func order(_ field: String) -> Order {
        switch field {
        case "created": .created
        case "updated": .updated
        case "email": .email
        case suppression + "timestamp": .suppressed
        default: .number
        }
    }

    /// What `filter` may say.
    static let rules = FilterRules(
        .init("id", .text, .equals, .any), .init("email", .text, .equals, .any), .init("phone_number", .text, .equals, .any),
        .init("external_id", .text, .equals, .any), .init("created", .instant, .greaterThan, .lessThan),
        .init("updated", .instant, .greaterThan, .lessThan),
        .init(suppression + "reason", .text, .equals),
        .init(suppression + "timestamp", .instant, .greaterThan, .greaterOrEqual, .lessThan, .lessOrEqual),
        .init(listSuppressions + "reason", .text, .equals),
        .init(listSuppressions + "timestamp", .instant, .greaterThan, .greaterOrEqual, .lessThan, .lessOrEqual),
        .init(listSuppressions + "list_id", .text, .equals))

    private static let suppression = "subscriptions.email.marketing.suppression."
    private static let listSuppressions = "subscriptions.email.marketing.list_suppressions."

    private let walk: PageWalk
    private let order: Order
    private let named: [FilterTerm]
    private let times: [FilterTerm]
    private let suppressions: [FilterTerm]
    private let isEmpty: Bool
    private let ids: PublicIDs

    init(_ query: Query, _ ids: PublicIDs) {
        walk = PageWalk(query)
        order = query.sort.flatMap { Self.order($0.field) } ?? .number
        self.ids = ids
        let terms = query.filter?.terms ?? []
        times = terms.filter { $0.field == "created" || $0.field == "updated" }
        suppressions = terms.filter { $0.field.hasPrefix(Self.suppression) }
        // Nobody is kept from a single list.
        isEmpty = terms.contains { $0.field.hasPrefix(Self.listSuppressions) }
        named = terms.filter { ["id", "email", "phone_number", "external_id"].contains($0.field) }
    }

    /// Profiles that are looked at before writers get their turn.
    private static let chunk = 20_000

    /// The page.
    func page(_ shop: Shop) -> Page<ProfileNumber> {
        var first = FirstKeys(walk, beyond: walk.cursor.flatMap { ProfileKey($0) })
        if isEmpty {
            // Nothing to look for.
        } else if !named.isEmpty {
            shop.read { population in
                for profile in candidates(population) { consider(profile, population, &first) }
            }
        } else if order == .number {
            walkByNumber(shop, &first)
        } else {
            walkThroughAll(shop, &first)
        }
        let page = walk.page(first.keys) { $0.cursor }
        return Page(items: page.items.map(\.profile), next: page.next, previous: page.previous)
    }

    /// Looks at everybody once, whatever the order, and keeps no more than the page. Whoever came later is mostly further on in any
    /// order: from that side the page fills with what it will hold, and the rest costs one comparison each.
    private func walkThroughAll(_ shop: Shop, _ first: inout FirstKeys<ProfileKey>) {
        if walk.isDescending {
            var end = shop.read { $0.profileCount }
            while end > 0 {
                let rows = max(0, end - Self.chunk)..<end
                shop.read { population in for row in rows.reversed() { look(at: row, population, &first) } }
                end = rows.lowerBound
            }
        } else {
            var start = 0
            var count = 1
            while start < count {
                count = shop.read { population in
                    for row in start..<min(start + Self.chunk, population.profileCount) { look(at: row, population, &first) }
                    return population.profileCount
                }
                start += Self.chunk
            }
        }
    }

    /// In the order of their numbers the rest need not be looked at once the page is full.
    private func walkByNumber(_ shop: Shop, _ first: inout FirstKeys<ProfileKey>) {
        let start = walk.cursor.flatMap { ProfileKey($0) }.map { Int($0.profile.row) }
        var row = start.map { walk.isDescending ? $0 - 1 : $0 + 1 }
        while !first.isFull {
            let isOver = shop.read { population -> Bool in
                let last = population.profileCount - 1
                let from = row ?? (walk.isDescending ? last : 0)
                guard (0...max(0, last)).contains(from), last >= 0 else { return true }
                let through = walk.isDescending ? max(0, from - Self.chunk + 1) : min(last, from + Self.chunk - 1)
                for row in stride(from: from, through: through, by: walk.isDescending ? -1 : 1) where !first.isFull {
                    consider(ProfileNumber(UInt32(row)), population, &first)
                }
                row = walk.isDescending ? through - 1 : through + 1
                return false
            }
            if isOver { return }
        }
    }

    private func look(at row: Int, _ population: Population, _ first: inout FirstKeys<ProfileKey>) {
        consider(ProfileNumber(UInt32(truncatingIfNeeded: row)), population, &first)
    }

    private func consider(_ profile: ProfileNumber, _ population: Population, _ first: inout FirstKeys<ProfileKey>) {
        guard population.isLive(profile) else { return }
        if order == .email {
            // Most are passed over by their bytes where they lie, without a text of each.
            let mayStand = population.withIdentityBytes(.email, of: profile) { bytes in
                let text = ProfileKey.cut(bytes)
                return first.mayTake(
                    { walk.isDescending ? $0.isAfter(text, profile) : $0.isBefore(text, profile) },
                    { walk.isDescending ? $0.isBefore(text, profile) : $0.isAfter(text, profile) })
            }
            guard mayStand else { return }
        }
        guard holds(of: profile, population) else { return }
        first.consider(key(of: profile, population))
    }

    private func key(of profile: ProfileNumber, _ population: Population) -> ProfileKey {
        switch order {
        case .created: ProfileKey(number: population.created(profile).secondsSince1970, profile: profile)
        case .updated: ProfileKey(number: population.updated(profile).secondsSince1970, profile: profile)
        case .email:
            ProfileKey(text: population.withIdentityBytes(.email, of: profile) { Array(ProfileKey.cut($0)) }, profile: profile)
        case .suppressed:
            ProfileKey(number: Int64(population.consent(.email, of: profile).forbiddenSeconds), profile: profile)
        case .number: ProfileKey(profile: profile)
        }
    }

    /// The profiles that the identities in the filter lead to.
    private func candidates(_ population: Population) -> Set<ProfileNumber> {
        var found: Set<ProfileNumber>?
        for term in named {
            let here = Set(term.value.texts.compactMap { profile(term.field, $0, population) })
            found = found?.intersection(here) ?? here
        }
        return found ?? []
    }

    private func profile(_ field: String, _ text: String, _ population: Population) -> ProfileNumber? {
        guard let kind = IdentityKind(attributeName: field) else { return ids.profile(text) }
        return Identities.normal(text, kind).flatMap { normal in
            kind == .externalID ? population.profile(shownID: normal) : population.profile(kind, normal)
        }
    }

    private func holds(of profile: ProfileNumber, _ population: Population) -> Bool {
        for term in times {
            let moment = term.field == "created" ? population.created(profile) : population.updated(profile)
            guard Self.holds(term, moment) else { return false }
        }
        guard !suppressions.isEmpty else { return true }
        // One and the same suppression must be as all conditions say.
        return population.consent(.email, of: profile).reasons.contains { mark in
            suppressions.allSatisfy { $0.field.hasSuffix("reason") ? $0.value.text == mark.reason : Self.holds($0, mark.since) }
        }
    }

    private static func holds(_ term: FilterTerm, _ moment: Instant) -> Bool {
        guard let wanted = term.value.instant else { return false }
        switch term.comparison {
        case .greaterThan: return moment > wanted
        case .greaterOrEqual: return moment >= wanted
        case .lessThan: return moment < wanted
        case .lessOrEqual: return moment <= wanted
        default: return false
        }
    }
}
