import Facts
import Population
import Shop

/// The members of a list or segment, a page at a time in the order of joining.
struct GroupMembers {
    /// A member.
    struct Member: Comparable {
        var joined: Instant
        var profile: ProfileNumber

        static func < (a: Member, b: Member) -> Bool { (a.joined, a.profile) < (b.joined, b.profile) }

        var cursor: Cursor { Cursor(.number(joined.secondsSince1970), .number(Int64(profile.row))) }
    }

    let shop: Shop
    /// All of them.
    let all: (Population) -> [(profile: ProfileNumber, joined: Instant)]
    /// When somebody joined; `nil` for one that is not in.
    let joined: (Population, ProfileNumber) -> Instant?

    /// What a filter of members may ask for.
    static let filter = FilterRules(
        .init("profile_id", .text, .any, .equals), .init("email", .text, .any, .equals), .init("phone_number", .text, .any, .equals),
        .init("joined_group_at", .instant, .greaterOrEqual, .greaterThan, .lessOrEqual, .lessThan))

    func page(_ query: Query) -> Page<Member> {
        let walk = PageWalk(query)
        var start: Member?
        if let seconds = walk.cursor?.number(0), let row = walk.cursor?.number(1).flatMap({ UInt32(exactly: $0) }) {
            start = Member(joined: Instant(secondsSince1970: seconds), profile: ProfileNumber(row))
        }
        let terms = query.filter?.terms ?? []
        let named = terms.filter { $0.field != "joined_group_at" }
        let times = terms.filter { $0.field == "joined_group_at" }
        let members = shop.read { population in named.isEmpty ? all(population) : found(named, population) }
        var first = FirstKeys(walk, beyond: start)
        for member in members where times.allSatisfy({ $0.holds(of: member.joined) }) {
            first.consider(Member(joined: member.joined, profile: member.profile))
        }
        return walk.page(first.keys) { $0.cursor }
    }

    /// The members that all the identities lead to.
    private func found(_ terms: [FilterTerm], _ population: Population) -> [(profile: ProfileNumber, joined: Instant)] {
        var found: Set<ProfileNumber>?
        for term in terms {
            let here = term.value.texts.compactMap { text -> ProfileNumber? in
                if term.field == "profile_id" { return shop.ids.profile(text) }
                return IdentityKind(attributeName: term.field).flatMap { kind in
                    Identities.normal(text, kind).flatMap { population.profile(kind, $0) }
                }
            }
            found = found?.intersection(here) ?? Set(here)
        }
        return (found ?? []).filter { population.isLive($0) }.compactMap { profile in joined(population, profile).map { (profile, $0) } }
    }
}

extension FilterTerm {
    /// Whether a moment meets the comparison.
    fileprivate func holds(of moment: Instant) -> Bool { Filter.term(self).matches { _ in .instant(moment) } }
}
