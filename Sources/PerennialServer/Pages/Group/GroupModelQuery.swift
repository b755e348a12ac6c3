import CustomerValue
import Facts
import Population
import SegmentWording
import Segments
import Shop
import Wording

/// Fills the page of one list or segment.
struct GroupModelQuery {
    let shop: Shop
    let kind: ProfileGroup
    let id: String
    let language: Language

    /// Days of the past that are drawn.
    private static let days = 90
    private static let membersOnPage = 10

    func model(asked: String?, knownOn: String? = nil, mayChange: Bool) async throws -> GroupModel {
        let standing = shop.models.standing
        let group = try group
        let report = shop.report(on: group.figured, name: group.name)
        var query = ProfileQuery(order: standing.hasPredictions ? .totalValue : .lastOrder)
        query.within = id
        let table = ProfilesModelQuery(shop: shop).model(query)
        var model = GroupModel(
            kind: kind, id: id, name: group.name, isStarred: group.segment?.isStarred ?? false, tags: tags(group.figured),
            created: group.created, updated: group.updated,
            standing: group.segment.map { shop.standing(of: $0) } ?? GroupStanding(), report: report,
            everybody: shop.read { $0.everybody.count }, basis: PredictionBasis(standing), history: history(group),
            members: Array(table.rows.prefix(Self.membersOnPage)), definition: [], uses: shop.uses(of: group.figured), optIn: group.optIn,
            mayChange: mayChange)
        if let segment = group.segment {
            model.definition = SegmentWords(language, names: shop.segmentNames).outline(segment.condition).lines
        }
        model.askedDay = knownOn
        if let asked, !asked.isEmpty { model.explanation = await explanation(asked, knownOn, group.segment) }
        if mayChange { model.tagging = TaggingModel(shop, kind, UInt64(group.number)) }
        return model
    }

    /// What is looked at.
    struct Found {
        var name: String
        var figured: FiguredGroup
        var segment: SegmentDefinition?
        var optIn: ListResource.OptInProcess?
        var created: Instant
        var updated: Instant

        /// Its number among lists, or among segments.
        var number: UInt32 {
            switch figured {
            case .everybody: 0
            case .list(let list): list.value
            case .segment(let segment): segment.value
            }
        }
    }

    var group: Found {
        get throws(PageFailure) {
            switch kind {
            case .segment:
                guard let segment = try? shop.segment(id) else { throw .notFound }
                return Found(
                    name: segment.name, figured: .segment(segment.number), segment: segment, created: segment.created,
                    updated: segment.updated)
            case .list:
                guard let list = try? shop.list(id) else { throw .notFound }
                return Found(
                    name: list.name, figured: .list(list.number), optIn: list.optInProcess, created: list.created, updated: list.updated)
            }
        }
    }

    private func tags(_ group: FiguredGroup) -> [String] {
        switch group {
        case .everybody: []
        case .list(let list): shop.definitions.tags(on: .list, UInt64(list.value)).map(\.name)
        case .segment(let segment): shop.definitions.tags(on: .segment, UInt64(segment.value)).map(\.name)
        }
    }

    /// Day by day since it was made, or since somebody was in it, at most the last ninety.
    private func history(_ group: Found) -> [GroupModel.Day] {
        let zone = shop.settings.timeZone
        let today = zone.day(of: shop.clock())
        let (created, earliest) = (zone.day(of: group.created), today.advanced(byDays: 1 - Self.days))
        var first = max(created, earliest)
        // Who is on a list may have been told to be so since before it was made here.
        if case .list(let list) = group.figured,
            shop.read({ $0.memberCount(of: list, before: zone.start(of: created).secondsSince1970) }) > 0
        {
            first = earliest
        }
        let count = max(1, first.days(until: today) + 1)
        return shop.read { population in
            (0..<count).map { place in
                let day = first.advanced(byDays: place)
                let (start, end) = (zone.start(of: day), zone.start(of: day.advanced(byDays: 1)))
                let (from, until) = (start.secondsSince1970, end.secondsSince1970)
                let (changes, members): (SegmentChanges, Int)
                switch group.figured {
                case .everybody: (changes, members) = (.nobody, 0)
                case .list(let list):
                    changes = population.changes(of: list, from: from, before: until)
                    members = population.memberCount(of: list, before: until)
                case .segment(let segment):
                    changes = population.changes(of: segment, from: from, before: until)
                    members = population.memberCount(of: segment, before: until)
                }
                return GroupModel.Day(day: day, members: members, added: changes.added, removed: changes.removed)
            }
        }
    }

    // MARK: Why

    private func explanation(_ asked: String, _ knownOn: String?, _ segment: SegmentDefinition?) async -> GroupModel.Explanation {
        guard let profile = shop.profile(known: asked) else { return .nobody(asked: asked) }
        if let segment, let knownOn, !knownOn.isEmpty { return await explanation(asked, profile, knownOn, segment) }
        await shop.settleScores(of: [profile])
        let name = shop.read { ProfileName(profile, $0, shop.ids) }
        guard let segment else {
            let list = shop.ids.list(id)
            let since = list.flatMap { list in shop.read { $0.joined(list, profile) } }
            return .found(.init(profile: name, isIn: since != nil, since: since, lines: []))
        }
        // What it names may be gone: then it stands still, and says so above.
        guard let told = try? shop.explain(segment.condition, of: segment.number, profile) else {
            let since = shop.read { $0.joined(segment.number, profile) }
            return .found(.init(profile: name, isIn: since != nil, since: since, lines: []))
        }
        let words = SegmentWords(language, names: shop.segmentNames)
        return .found(
            .init(
                profile: name, isIn: told.condition.holds, since: told.memberSince,
                lines: ProfileModelQuery.lines(told.condition, depth: 0, words, shop.groupName)))
    }

    /// Why somebody was in a segment at the end of a past day, or was not, by what was known then.
    private func explanation(
        _ asked: String, _ profile: ProfileNumber, _ knownOn: String, _ segment: SegmentDefinition
    ) async -> GroupModel.Explanation {
        let (now, zone) = (shop.clock(), shop.settings.timeZone)
        guard let day = ShopDay(knownOn), day <= zone.day(of: now) else { return .past(asked: asked, problem: Phrase.GroupPage.dayWrong) }
        let end = min(Instant(secondsSince1970: now.secondsSince1970 + 1), zone.start(of: day.advanced(byDays: 1)))
        do throws(PastFault) {
            guard let told = try await shop.explainAsKnown(before: end, segment.condition, of: segment.number, profile) else {
                return .past(asked: asked, problem: Phrase.GroupPage.notKnownThen)
            }
            let words = SegmentWords(language, names: shop.segmentNames)
            let name = shop.read { ProfileName(profile, $0, shop.ids) }
            return .found(
                .init(
                    profile: name, isIn: told.condition.holds, since: told.memberSince,
                    lines: ProfileModelQuery.lines(told.condition, depth: 0, words, shop.groupName), day: day))
        } catch {
            switch error {
            case .isBusy: return .past(asked: asked, problem: Phrase.GroupPage.pastIsBusy)
            case .unknown: return .past(asked: asked, problem: Phrase.GroupPage.namesNotThen)
            case .unreadable: return .past(asked: asked, problem: Phrase.GroupPage.pastUnreadable)
            }
        }
    }
}

extension Shop {
    /// The person whom an id, an address, a number or another identity names as a whole.
    func profile(known text: String) -> ProfileNumber? {
        let found =
            ids.profile(text)
            ?? read { population in
                for kind in IdentityKind.allCases {
                    if let normal = Identities.normal(text, kind), let profile = population.profile(kind, normal) { return profile }
                }
                return population.profile(shownID: text)
            }
        guard let found, read({ $0.isLive(found) }) else { return nil }
        return found
    }
}
