import CustomerValue
import Facts
import JSON
import Journal
import Population
import Shop

extension ProfileModelQuery {
    /// What the columns know of a person, read at once.
    struct Columns: Sendable {
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
        var rfm: CustomerScore.RFM?
        var segments: [(segment: SegmentNumber, joined: Instant)] = []
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
            rfm = population.rfmScores(of: profile)
            segments = population.segments(of: profile)
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
                lists.append(
                    ProfileModel.Membership(
                        id: shop.ids.id(membership.list), name: name ?? shop.ids.id(membership.list), joinedAt: membership.joined))
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
