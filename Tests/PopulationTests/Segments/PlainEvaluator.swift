import CustomerValue
import Facts
import Population
import Segments

/// Whom a definition means, by asking everything of everybody, one after another.
struct PlainEvaluator {
    let shop: PlainShop
    let filters: PlainFilters
    /// The metrics by name and by id.
    let metrics: [String: Int]
    private var end: Int { filters.end }
    private var calendar: PlainCalendar { filters.calendar }

    init(_ shop: PlainShop, _ calendar: PlainCalendar, end: Int, metrics: [String: Int]) {
        self.shop = shop
        self.metrics = metrics
        filters = PlainFilters(calendar: calendar, end: end)
    }

    /// The rows of those who are meant.
    func members(_ condition: Condition) -> Set<Int> {
        Set(shop.people.indices.filter { !shop.people[$0].isGone && holds(condition, $0) })
    }

    func holds(_ condition: Condition, _ row: Int) -> Bool {
        switch condition {
        case .all(let parts):
            for part in parts { if !holds(part, row) { return false } }
            return true
        case .any(let parts):
            for part in parts { if holds(part, row) { return true } }
            return false
        case .not(let part): return !holds(part, row)
        case .test(let test): return holds(test, row)
        }
    }

    private func holds(_ test: Test, _ row: Int) -> Bool {
        let person = shop.people[row]
        switch test {
        case .metric(let test): return holds(test, person)
        case .funnel(let test): return holds(test, person)
        case .property(let test): return holds(test, person)
        case .number(let dimension, let filter): return number(dimension, person).map { filters.holds(filter, $0) } ?? false
        case .moment(let dimension, let filter): return moment(dimension, person).map { filters.holds(filter, $0) } ?? false
        case .word(let dimension, let filter): return word(dimension, person).map { filters.holds(filter, $0) } ?? false
        case .model(let test):
            // Rows in the random shop have scores and groups by another model too.
            switch test.question {
            case .score(let dimension, let filter):
                let scores = person.otherScores.map { [NumberDimension.rfmRecency: $0.0, .rfmFrequency: $0.1, .rfmMonetary: $0.2] }
                return scores?[dimension].map { filters.holds(filter, Double($0)) } ?? false
            case .group(let dimension, let filter):
                guard let group = PlainPerson.standing(person.otherGroups) else { return false }
                return filters.holds(filter, dimension == .rfmGroup ? group.now : group.previous ?? "Unknown")
            case .changed(let filter):
                return PlainPerson.standing(person.otherGroups)?.since.map { filters.holds(filter, $0) } ?? false
            }
        case .overdue(let value): return person.score?.prediction?.isOverdue == value
        case .top(let test): return isTop(test, row)
        case .membership(let test): return holds(test, person)
        case .consent(let test): return holds(test, person)
        case .region(let region, let isIn): return isInRegion(region, person).map { $0 == isIn } ?? false
        case .distance: return false
        case .sample(let percent, let seed): return Self.draw(row, seed) < percent / 100
        }
    }

    /// The number between 0 and 1 that a profile drew: SplitMix64 of its number and the seed, as it is documented by its author.
    private static func draw(_ row: Int, _ seed: UInt64) -> Double {
        let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
        var mixed = UInt64(row)
        for _ in 0...Int(seed) { mixed = mixed &+ golden }
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed = mixed ^ (mixed >> 31)
        return Double(mixed >> 11) / 9_007_199_254_740_992
    }

    // MARK: Profiles

    private func holds(_ test: PropertyTest, _ person: PlainPerson) -> Bool {
        switch test.property {
        case .standard("email"): return holdsOfIdentity(test.filter, person.emails.first)
        case .standard("phone_number"): return holdsOfIdentity(test.filter, person.phones.first)
        case .standard("created"): return holdsOfMoment(test.filter, person.created)
        case .standard("updated"): return holdsOfMoment(test.filter, person.updated)
        case .standard("last_event_date"):
            return holdsOfMoment(test.filter, person.events.map(\.at).filter { $0 < end }.max())
        case .standard(let name): return filters.holds(test.filter, person.attributes[name])
        case .custom(["Current RFM group"]), .custom(["$current_month_rfm_group"]):
            return filters.holds(test.filter, person.group.map { .text($0.now) })
        case .custom(["Previous RFM group"]): return filters.holds(test.filter, person.group.map { .text($0.previous ?? "Unknown") })
        case .custom(["RFM group last changed"]): return holdsOfMoment(test.filter, person.group?.since)
        case .custom(let names):
            var value = person.properties[names[0]]
            for name in names.dropFirst() {
                if case .object(let members) = value { value = members[name] } else { value = nil }
            }
            return filters.holds(test.filter, value)
        }
    }

    private func holdsOfIdentity(_ filter: ValueFilter, _ text: String?) -> Bool {
        switch filter {
        case .text, .isSet, .list: filters.holds(filter, text.map { .text($0) })
        default: false
        }
    }

    private func holdsOfMoment(_ filter: ValueFilter, _ moment: Int?) -> Bool {
        switch filter {
        case .date(let filter): moment.map { filters.holds(filter, $0) } ?? false
        case .isSet(let wanted): (moment != nil) == wanted
        default: false
        }
    }

    private func holds(_ test: MembershipTest, _ person: PlainPerson) -> Bool {
        var joined: [Int] = []
        for group in test.groups {
            switch group {
            case .id(let text), .name(let text):
                let number = Int(text.dropFirst()) ?? 0
                if let at = text.hasPrefix("L") ? person.lists[number] : person.segments[number] { joined.append(at) }
            }
        }
        guard test.isMember else { return joined.isEmpty }
        guard let filter = test.joined else { return !joined.isEmpty }
        return joined.contains { filters.holds(filter, $0) }
    }

    private func isInRegion(_ region: Region, _ person: PlainPerson) -> Bool? {
        guard case .text(let country) = person.attributes["location.country"], !country.isEmpty else { return nil }
        return (region == .unitedStates ? ["us", "usa", "united states"] : ["pl", "poland", "fr", "france", "de"])
            .contains(country.lowercased())
    }

    // MARK: Consent

    private func holds(_ test: ConsentTest, _ person: PlainPerson) -> Bool {
        let consent = person.consents[test.channel] ?? PlainConsent()
        var can = consent.reasons.isEmpty
        switch test.channel {
        case .email:
            let address = person.emails.first
            can = can && consent.status != .unsubscribed && address != nil && address?.hasSuffix("@marketplace.amazon.de") == false
        case .sms, .whatsapp: can = can && consent.status == .subscribed && !person.phones.isEmpty
        case .push: can = can && consent.status == .subscribed
        }
        guard can == test.canReceive else { return false }
        switch test.subscription {
        case .any: break
        case .subscribed: if consent.status != .subscribed { return false }
        case .unsubscribed: if consent.status != .unsubscribed { return false }
        case .neverSubscribed: if consent.status == .subscribed || consent.status == .unsubscribed { return false }
        }
        for filter in test.filters {
            switch filter {
            case .moment: break
            case .isDoubleOptIn(let value):
                let hasAnswered = [.subscribed, .unsubscribed].contains(consent.status)
                guard hasAnswered, (consent.way?.isDoubleOptIn == true) == value else { return false }
            case .customSource(let source): guard consent.way?.source == source else { return false }
            case .method(let method, let among):
                guard let way = consent.way, way.method.lowercased() == method else { return false }
                if !among.isEmpty, !among.contains(where: { $0 == way.detail }) { return false }
            }
        }
        for case .moment(let which, let filter) in test.filters {
            let moment: Int?
            switch which {
            case .status: moment = consent.statusAt == 0 ? nil : consent.statusAt
            case .bounce: moment = consent.reasons.contains(.hardBounced) ? consent.deadAt : nil
            case .invalidEmail: moment = consent.reasons.contains(.invalidAddress) ? consent.deadAt : nil
            case .manualSuppression: moment = consent.reasons.contains(.suppressed) ? consent.objectedAt : nil
            }
            guard let moment, filters.holds(filter, moment) else { return false }
        }
        return true
    }

    // MARK: Events

    private func says(_ name: String, _ event: PlainEvent) -> PlainValue? {
        if let value = event.says[name] { return value }
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 2, case .object(let members) = event.says[parts[0]] else { return nil }
        return members[parts[1]]
    }

    private func metric(_ reference: MetricReference) -> Int {
        switch reference {
        case .id(let text), .name(let text): metrics[text] ?? -1
        }
    }

    private func events(_ reference: MetricReference, _ tests: [EventPropertyTest], _ person: PlainPerson) -> [PlainEvent] {
        person.events.filter { event in
            event.metric == metric(reference) && tests.allSatisfy { filters.holds($0.filter, says($0.property, event)) }
        }
    }

    private func holds(_ test: MetricTest, _ person: PlainPerson) -> Bool {
        let counted = events(test.metric, test.properties, person).filter { filters.holdsOfEvent(test.timeFrame, $0.at) }
        let summed = counted.filter { $0.currency == nil || $0.currency == shop.currency }
        // Amounts here are quarters: their sums are exact.
        let sum = summed.reduce(0) { $0 + ($1.value ?? 0) }
        switch test.measurement {
        case .count: return filters.holds(test.filter, Double(counted.count))
        case .sum: return filters.holds(test.filter, sum)
        case .average: return !summed.isEmpty && filters.holds(test.filter, sum / Double(summed.count))
        }
    }

    private func holds(_ test: FunnelTest, _ person: PlainPerson) -> Bool {
        let moments = test.steps.map { step in events(step.metric, step.properties, person).map(\.at) }
        for start in moments[0] where filters.holdsOfEvent(test.timeFrame, start) {
            let limit = min(end - 1, test.completionSeconds.map { start + Int($0) } ?? end)
            if follows(test.steps, moments, 1, after: start, through: limit) { return true }
        }
        return false
    }

    /// Whether the steps from one on follow: what must happen, at the first moment it does; what must not, nowhere before that.
    private func follows(_ steps: [FunnelTest.Step], _ moments: [[Int]], _ place: Int, after: Int, through: Int) -> Bool {
        let wanted = (place..<steps.count).first { steps[$0].hasHappened }
        var last = through
        if let wanted {
            guard let first = moments[wanted].filter({ $0 > after && $0 <= through }).min() else { return false }
            last = first - 1
        }
        for forbidden in place..<(wanted ?? steps.count) where moments[forbidden].contains(where: { $0 > after && $0 <= last }) {
            return false
        }
        guard let wanted, wanted + 1 < steps.count else { return true }
        return follows(steps, moments, wanted + 1, after: last + 1, through: through)
    }

    // MARK: Customers

    private var unit: Double { shop.currency == "JPY" ? 1 : 100 }

    private func number(_ dimension: NumberDimension, _ person: PlainPerson) -> Double? {
        guard let score = person.score else { return nil }
        let expected = score.prediction
        let clv = expected.map { Double($0.clvMinorUnits) }
        switch dimension {
        case .historicNumberOfOrders: return Double(score.numberOfOrders)
        case .historicCLV: return Double(score.historicMinorUnits) / unit
        case .averageOrderValue: return score.averageOrderMinorUnits.map { $0 / unit }
        case .averageDaysBetweenOrders: return score.averageDaysBetweenOrders
        case .predictedNumberOfOrders: return expected?.numberOfOrders
        case .predictedCLV: return clv.map { $0 / unit }
        case .predictedCLVLow: return expected.map { Double($0.clvLowMinorUnits) / unit }
        case .predictedCLVHigh: return expected.map { Double($0.clvHighMinorUnits) / unit }
        case .totalCLV: return clv.map { (Double(score.historicMinorUnits) + $0) / unit }
        case .churnProbability: return expected?.churnProbability
        case .probabilityOfOrder: return expected?.probabilityOfOrder
        case .moneyAtStake: return expected.map { $0.churnProbability * Double($0.clvMinorUnits) / unit }
        case .rfmRecency: return score.rfm.map { Double($0.recency) }
        case .rfmFrequency: return score.rfm.map { Double($0.frequency) }
        case .rfmMonetary: return score.rfm.map { Double($0.monetary) }
        }
    }

    private func moment(_ dimension: MomentDimension, _ person: PlainPerson) -> Int? {
        switch dimension {
        case .firstOrder: person.score?.firstOrder.map { Int($0.secondsSince1970) }
        case .lastOrder: person.score?.lastOrder.map { Int($0.secondsSince1970) }
        case .expectedDateOfNextPurchase:
            person.score?.prediction.map { calendar.start(Int($0.expectedDateOfNextOrder.daysSince1970)) }
        case .rfmGroupChanged: person.group?.since
        }
    }

    private func word(_ dimension: WordDimension, _ person: PlainPerson) -> String? {
        switch dimension {
        case .rfmGroup: person.group?.now
        case .previousRFMGroup: person.group.map { $0.previous ?? "Unknown" }
        case .clvCategory: person.score?.prediction?.clvClass.rawValue
        case .purchaseLikelihood: person.score?.prediction?.likelihoodClass.rawValue
        }
    }

    /// Whether fewer have a better number than there are places.
    private func isTop(_ test: TopTest, _ row: Int) -> Bool {
        let compared = shop.people.indices.filter { other in
            !shop.people[other].isGone && (test.among.map { holds($0, other) } ?? true)
        }
        guard compared.contains(row), let mine = number(test.dimension, shop.people[row]) else { return false }
        let all = compared.compactMap { number(test.dimension, shop.people[$0]) }
        let better = all.count { test.isBottom ? $0 < mine : $0 > mine }
        switch test.size {
        case .count(let count): return better < count
        // Percentages here are halves: so many of two hundred, rounded up.
        case .percent(let percent): return better < max(1, (all.count * Int(percent * 2) + 199) / 200)
        }
    }
}
