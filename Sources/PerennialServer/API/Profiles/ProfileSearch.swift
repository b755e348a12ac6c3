import Facts
import Population
import Shop

/// Finds the profiles that a query asks for, in its order.
struct ProfileSearch: Sendable {
    /// Where a profile stands in an order: by a number or a text, then by its own number.
    struct Key: Comparable, Sendable {
        var number: Int64 = 0
        var text = ""
        var profile: ProfileNumber

        static func < (a: Key, b: Key) -> Bool {
            if a.number != b.number { return a.number < b.number }
            if a.text != b.text { return a.text < b.text }
            return a.profile < b.profile
        }

        init(number: Int64 = 0, text: String = "", profile: ProfileNumber) {
            self.number = number
            self.text = text
            self.profile = profile
        }

        init?(_ cursor: Cursor) {
            guard let number = cursor.number(0), let text = cursor.text(1), let row = cursor.number(2).flatMap({ UInt32(exactly: $0) })
            else {
                return nil
            }
            self.init(number: number, text: text, profile: ProfileNumber(row))
        }

        var cursor: Cursor { Cursor(.number(number), .text(text), .number(Int64(profile.row))) }
    }

    /// What `sort` may say.
    static let orders = [
        "created", "email", "id", suppression + "timestamp", listSuppressions + "timestamp", "updated",
    ]

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
    private let order: String
    private let named: [FilterTerm]
    private let times: [FilterTerm]
    private let suppressions: [FilterTerm]
    private let isEmpty: Bool
    private let ids: PublicIDs

    init(_ query: Query, _ ids: PublicIDs) {
        walk = PageWalk(query)
        order = query.sort?.field ?? "id"
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
        var first = FirstKeys(walk, beyond: walk.cursor.flatMap { Key($0) })
        if isEmpty {
            // Nothing to look for.
        } else if !named.isEmpty {
            shop.read { population in
                for profile in candidates(population) { consider(profile, population, &first) }
            }
        } else if order == "id" {
            walkByNumber(shop, &first)
        } else {
            var row = 0
            var count = 1
            while row < count {
                count = shop.read { population in
                    look(at: row..<min(row + Self.chunk, population.profileCount), population, &first)
                    return population.profileCount
                }
                row += Self.chunk
            }
        }
        let page = walk.page(first.keys) { $0.cursor }
        return Page(items: page.items.map(\.profile), next: page.next, previous: page.previous)
    }

    /// In the order of their numbers the rest need not be looked at once the page is full.
    private func walkByNumber(_ shop: Shop, _ first: inout FirstKeys<Key>) {
        let start = walk.cursor.flatMap { Key($0) }.map { Int($0.profile.row) }
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

    private func look(at rows: Range<Int>, _ population: Population, _ first: inout FirstKeys<Key>) {
        for row in rows { consider(ProfileNumber(UInt32(row)), population, &first) }
    }

    private func consider(_ profile: ProfileNumber, _ population: Population, _ first: inout FirstKeys<Key>) {
        guard population.isLive(profile), holds(of: profile, population) else { return }
        first.consider(key(of: profile, population))
    }

    private func key(of profile: ProfileNumber, _ population: Population) -> Key {
        switch order {
        case "created": Key(number: population.created(profile).secondsSince1970, profile: profile)
        case "updated": Key(number: population.updated(profile).secondsSince1970, profile: profile)
        case "email": Key(text: Self.cut(population.identity(.email, of: profile) ?? ""), profile: profile)
        case Self.suppression + "timestamp":
            Key(number: population.consent(.email, of: profile).reasons.map(\.since.secondsSince1970).max() ?? 0, profile: profile)
        default: Key(profile: profile)
        }
    }

    /// Cursors hold texts up to a length; what comes after it decides no order.
    private static func cut(_ text: String) -> String {
        text.utf8.count <= 500 ? text : String(decoding: text.utf8.prefix(500), as: UTF8.self)
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
        return Identities.normal(text, kind).flatMap { population.profile(kind, $0) }
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
