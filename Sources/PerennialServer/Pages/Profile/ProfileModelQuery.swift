import CustomerValue
import Facts
import JSON
import Journal
import Population
import Shop

/// Fills the page of one person.
struct ProfileModelQuery {
    let shop: Shop
    let profile: ProfileNumber

    private static let eventsOnPage = 25

    /// What the page says; `nil` where there is no such person.
    ///
    /// - Parameter cursor: the events before it are shown; `nil`: the newest.
    func model(before cursor: String?) throws -> ProfileModel? {
        let after = cursor.flatMap { Self.place($0) }
        if cursor != nil, after == nil { return nil }
        let standing = shop.models.standing
        let read = shop.read { population -> Columns? in population.isLive(profile) ? Columns(population, shop, profile, after: after) : nil
        }
        guard let read else { return nil }
        return ProfileModel(
            name: read.name, place: read.place, createdAt: read.created, lastActive: read.lastActive, orders: read.orders,
            outlook: outlook(read, standing), rfm: read.rfm, identities: read.identities, consent: try consent(read),
            lists: read.lists, properties: read.properties, timeline: try timeline(read, standing, isFirst: after == nil))
    }

    // MARK: What is expected

    private func outlook(_ read: Columns, _ standing: ModelKeeper.Standing) -> ProfileOutlook {
        if read.hasObjected { return .none(.objected(read.updated)) }
        guard let score = read.score else { return .none(read.aside ?? .neverOrdered) }
        guard score.numberOfOrders > 0 else { return .none(.nothingLeft) }
        if let eligibility = standing.eligibility, !eligibility.isEligible { return .none(.shopNotEligible(eligibility.findings)) }
        guard let prediction = score.prediction, let basis = PredictionBasis(standing) else {
            return .none(standing.failure.map { .failed($0) } ?? .notFittedYet)
        }
        return .predicted(
            ProfilePrediction(
                basis: basis, clv: MoneyEstimate(prediction), numberOfOrders: prediction.numberOfOrders,
                churnProbability: prediction.churnProbability, probabilityOfOrder: prediction.probabilityOfOrder,
                expectedDateOfNextOrder: prediction.expectedDateOfNextOrder, isOverdue: prediction.isOverdue,
                valueClass: prediction.clvClass, likelihoodClass: prediction.likelihoodClass,
                reason: shop.models.reason(of: profile, shop),
                pastRisk: []))
    }

    // MARK: Consent

    private func consent(_ read: Columns) throws -> [ChannelConsent] {
        try read.consent.map { channel, state in
            let proof = try state.proofSequence > 0 ? Self.proof(shop.journal.fact(UInt64(state.proofSequence))) : nil
            var reasons: [(reason: ChannelConsent.Suppression, since: Instant)] = []
            for (suppression, reason) in Self.reasons where state.suppressions.contains(suppression) {
                reasons.append((reason, Instant(secondsSince1970: Int64(state.seconds(of: suppression)))))
            }
            return ChannelConsent(
                channel: channel, state: Self.state(state.status),
                since: state.statusSeconds > 0 ? Instant(secondsSince1970: Int64(state.statusSeconds)) : nil, proof: proof,
                suppressions: reasons)
        }
    }

    private static let reasons: [(ConsentState.Suppressions, ChannelConsent.Suppression)] = [
        (.user, .byHand), (.hardBounce, .hardBounced), (.spamComplaint, .spamComplaint), (.invalidAddress, .invalidAddress),
    ]

    private static func state(_ status: ConsentState.Status) -> ChannelConsent.State {
        switch status {
        case .neverSubscribed: .never
        case .subscribed: .subscribed
        case .unsubscribed: .unsubscribed
        case .pending: .pending
        }
    }

    private static func proof(_ fact: Fact?) -> ChannelConsent.Proof? {
        guard case .consent(let consent) = fact, let root = try? JSONDocument(consent.proof).root else { return nil }
        return ChannelConsent.Proof(
            method: root["method"]?.string, place: root["method_detail"]?.string ?? root["custom_source"]?.string,
            wording: root["wording"]?.string, importName: root["import"]?.string)
    }

    // MARK: What happened

    private func timeline(_ read: Columns, _ standing: ModelKeeper.Standing, isFirst: Bool) throws -> Timeline {
        let shown = read.events.prefix(Self.eventsOnPage)
        let events = try shown.map { place in try event(place, read) }
        let more = read.events.count > Self.eventsOnPage
        return Timeline(
            events: events, total: read.eventCount, olderCursor: more ? shown.last.map { "\($0.seconds)-\($0.sequence)" } : nil,
            isFirstPage: isFirst)
    }

    private func event(_ place: EventPlace, _ read: Columns) throws -> Timeline.Event {
        var properties: JSONValue?
        var value: Money?
        let currency = shop.settings.currency ?? .none
        var isOfBrowser = false
        if case .event(let fact)? = try shop.journal.fact(place.sequence) {
            isOfBrowser = fact.source == .client
            properties = fact.properties.isEmpty ? nil : (try? JSONDocument(fact.properties))?.root
            if let amount = fact.value {
                let own = fact.currency ?? currency
                value = Money(minorUnits: Int64(clamping: amount * Double(own.minorUnitsPerMajor)), currency: own)
            }
        }
        let kind: Timeline.Event.Kind =
            // What a browser told says nothing of orders, whatever its metric means by now.
            switch isOfBrowser ? nil : read.meanings[place.metric] {
            case .revenue: .order
            case .refundedSales: .refund
            case .cancelledSales: .cancellation
            default: .other
            }
        return Timeline.Event(
            at: Instant(secondsSince1970: Int64(place.seconds)), metric: read.metricNames[place.metric] ?? "", kind: kind, value: value,
            isHeldAside: kind == .order && value.map { $0.currency != currency } == true, isAhead: Int64(place.seconds) > read.endOfToday,
            summary: Self.summary(properties),
            details: Self.details(properties))
    }

    private static func summary(_ properties: JSONValue?) -> String? {
        for name in ["OrderId", "order_id", "ProductName", "Product Name", "Subject", "Campaign Name", "List", "URL", "page"] {
            if let text = properties?[name].flatMap({ text($0) }), !text.isEmpty { return text }
        }
        return nil
    }

    private static let mostDetails = 40

    private static func details(_ properties: JSONValue?) -> [(name: String, value: String)] {
        guard let properties else { return [] }
        return properties.members.prefix(mostDetails).map { ($0.key, text($0.value) ?? "") }
    }

    /// A value as text: lists and objects as JSON.
    static func text(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string
        case .null: nil
        default: String(decoding: value.compactBytes, as: UTF8.self)
        }
    }

    private static func place(_ cursor: String) -> (seconds: UInt32, sequence: UInt64)? {
        let parts = cursor.split(separator: "-")
        guard parts.count == 2, let seconds = UInt32(parts[0]), let sequence = UInt64(parts[1]) else { return nil }
        return (seconds, sequence)
    }

    /// What the columns know of a person, read at once.
    fileprivate struct Columns: Sendable {
        var name: ProfileName
        var place: String?
        var created: Instant
        var updated: Instant
        var lastActive: Instant?
        var hasObjected: Bool
        var score: CustomerScore?
        var orders: OrderHistory?
        /// Why there are no figures although there are orders; `nil` where there are none.
        var aside: WhyNoPrediction?
        /// The last second of the shop's day.
        var endOfToday: Int64
        var rfm: RFMStanding?
        var identities: [ProfileModel.Identity] = []
        var consent: [(Channel, ConsentState)] = []
        var lists: [ProfileModel.Membership] = []
        var properties: [ProfileModel.Property] = []
        var events: [EventPlace]
        var eventCount: Int
        var metricNames: [MetricNumber: String] = [:]
        var meanings: [MetricNumber: MetricMapping.Meaning] = [:]

        init(_ population: Population, _ shop: Shop, _ profile: ProfileNumber, after: (seconds: UInt32, sequence: UInt64)?) {
            name = ProfileName(profile, population, shop.ids)
            let city = population.text("location.city", of: profile)
            let country = population.text("location.country", of: profile)
            let places = [city, country].compactMap { $0 }
            place = places.isEmpty ? nil : places.joined(separator: ", ")
            created = population.created(profile)
            updated = population.updated(profile)
            lastActive = population.lastDone(profile, through: shop.clock())
            endOfToday = shop.settings.timeZone.lastSecond(of: shop.today)
            hasObjected = population.hasObjected(profile)
            score = population.scores[profile]
            var query = Population.EventQuery()
            query.profile = profile
            query.limit = ProfileModelQuery.eventsOnPage + 1
            query.after = after
            events = population.events(query)
            eventCount = population.allMetrics.reduce(0) { $0 + population.eventCount($1.number, of: profile) }
            for metric in population.allMetrics {
                metricNames[metric.number] = metric.name
                meanings[metric.number] = population.mapping.meaning(metric.number)
            }
            let standings = population.orderStandings(of: profile).filter(\.isCounted)
            let placed = standings.filter { $0.at.secondsSince1970 <= endOfToday }
            if score == nil { aside = Self.aside(standings, endOfToday) }
            if let score, let first = score.firstOrder, let last = score.lastOrder {
                let (currency, zone, rates) = (population.currency, population.timeZone, shop.exchangeRates)
                orders = OrderHistory(
                    numberOfOrders: Int(score.numberOfOrders), historicMinorUnits: score.historicMinorUnits,
                    averageOrderMinorUnits: score.averageOrderMinorUnits, averageDaysBetweenOrders: score.averageDaysBetweenOrders,
                    first: first, last: last,
                    orders: placed.suffix(OrderHistory.most).compactMap { order in
                        let own = Int64(clamping: (order.value ?? 0) * Double(order.currency.minorUnitsPerMajor))
                        // What no rate brings into the shop's currency has no place on its axis.
                        return rates.convert(Money(minorUnits: own, currency: order.currency), to: currency, on: zone.day(of: order.at)).map
                        {
                            OrderHistory.Order(at: order.at, minorUnits: $0.minorUnits)
                        }
                    })
            }
            rfm = population.rfmScores(of: profile).map {
                RFMStanding(
                    group: $0.group, recency: Int($0.recency), frequency: Int($0.frequency), monetary: Int($0.monetary), previous: nil,
                    changedAt: nil)
            }
            for kind in IdentityKind.allCases {
                for text in population.allIdentities(kind, of: profile) {
                    identities.append(
                        ProfileModel.Identity(kind: kind, value: text, isMasked: kind == .email && MaskedAddress.isMasked(text)))
                }
            }
            consent = Channel.allCases.map { ($0, population.consent($0, of: profile)) }
            for membership in population.memberships(of: profile) {
                let body = shop.definitions[.list, UInt64(membership.list.value)]?.body
                let name = body.flatMap { (try? JSONDocument($0))?.root["name"]?.string }
                lists.append(ProfileModel.Membership(name: name ?? shop.ids.id(membership.list), joinedAt: membership.joined))
            }
            properties = population.properties(of: profile).compactMap { name, json in
                guard let value = try? JSONDocument(json).root else { return nil }
                return ProfileModel.Property(key: name, value: ProfileModelQuery.text(value) ?? "")
            }.sorted { $0.key < $1.key }
        }
    }
}

extension ProfileModelQuery.Columns {
    /// Why orders that are not called off count nowhere: a currency without a rate, or a day to come.
    fileprivate static func aside(_ orders: [OrderStanding], _ endOfToday: Int64) -> WhyNoPrediction? {
        let held = orders.filter { $0.at.secondsSince1970 <= endOfToday }
        if let first = held.first { return .heldAside(orders: held.count, currency: first.currency) }
        return orders.first.map { .orderedAhead($0.at) }
    }
}

extension Population {
    /// A standard attribute that is text; `nil` without one.
    func text(_ name: String, of profile: ProfileNumber) -> String? {
        let json = attribute(name, of: profile)
        return json.isEmpty ? nil : (try? JSONDocument(json))?.root.string
    }
}

extension ProfileName {
    /// How lists name a profile.
    init(_ profile: ProfileNumber, _ population: Population, _ ids: PublicIDs) {
        let names = [population.text("first_name", of: profile), population.text("last_name", of: profile)].compactMap { $0 }
        self.init(
            id: ids.id(profile), name: names.isEmpty ? nil : names.joined(separator: " "),
            email: population.identity(.email, of: profile), customerID: population.shownID(of: profile))
    }
}
