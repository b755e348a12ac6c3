import CustomerValue
import Facts
import SeededDice
import Segments
import Testing

@testable import Population

/// A shop in which things happen by chance: in the product, and written down plainly.
final class RandomShop {
    static let now = 1_774_800_000
    static let metricNames = ["Placed Order", "Viewed Product", "Clicked Email"]
    static let eventProperties = ["source", "ship.country", "due", "a.b", "n", "missing"]

    let population: Population
    let plain: PlainShop
    private(set) var calendar: PlainCalendar
    var dice: Dice
    /// The events so far, as facts with their numbers.
    private(set) var events: [(EventFact, UInt64)] = []

    init(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let (currency, zone) = (dice.pick(["EUR", "JPY"]), dice.pick(["UTC", "Europe/Warsaw"]))
        population = Population(
            currency: try #require(Currency(code: currency)), timeZone: try #require(ShopTimeZone(identifier: zone)))
        plain = PlainShop(currency: currency, zone: zone)
        calendar = try PlainCalendar(zone)
        self.dice = dice
        population.set(rfmModels: [Self.otherModel: .orders], shown: .standard)
        for (number, name) in Self.metricNames.enumerated() {
            apply(.metric(MetricFact(metric: MetricNumber(UInt32(number)), name: name, integration: "API", seconds: 1)))
        }
    }

    /// From now on amounts without a currency are in another, and days are those of another place.
    func move(currency: String, zone: String) throws {
        population.set(currency: try #require(Currency(code: currency)), timeZone: try #require(ShopTimeZone(identifier: zone)))
        (plain.currency, plain.zone) = (currency, zone)
        calendar = try PlainCalendar(zone)
    }

    /// Keeps all properties of events that definitions may ask for, and tells of the events that came before.
    func keepProperties() {
        for metric in Self.metricNames.indices {
            for property in Self.eventProperties { _ = population.keep(property, of: MetricNumber(UInt32(metric))) }
        }
        for (fact, sequence) in events { population.fill(fact, sequence: sequence) }
    }

    var groups: SegmentCompiler.Groups {
        @Sendable func number(_ reference: GroupReference, _ letter: String) -> UInt32? {
            switch reference {
            case .id(let text), .name(let text): text.hasPrefix(letter) ? UInt32(text.dropFirst()) : nil
            }
        }
        return SegmentCompiler.Groups(
            list: { number($0, "L").map { ListNumber($0) } }, segment: { number($0, "S").map { SegmentNumber($0) } },
            metric: { id in UInt32(id).map { MetricNumber($0) } }, rfmModel: { $0 == "Other" ? Self.otherModel : nil })
    }

    func evaluator(_ end: Int) -> PlainEvaluator {
        var metrics: [String: Int] = [:]
        for (number, name) in Self.metricNames.enumerated() {
            metrics[name] = number
            metrics["\(number)"] = number
        }
        return PlainEvaluator(plain, calendar, end: end, metrics: metrics)
    }

    private func apply(_ fact: Fact) {
        let sequence = population.sequence + 1
        if case .event(let event) = fact { events.append((event, sequence)) }
        population.apply(fact, sequence: sequence, recordedAt: Instant(secondsSince1970: Int64(Self.now)))
    }

    // MARK: What happens

    func go(on count: Int) {
        for _ in 0..<count {
            let happening = happening()
            plain.take(happening)
            apply(fact(happening))
            if dice.chance(10) { setScore(person(), to: score()) }
            if dice.chance(15) { setGroup(person()) }
            if dice.chance(10) { setOtherScores(person()) }
        }
    }

    private func setScore(_ person: Int, to score: CustomerScore?) {
        guard !plain.people[person].isGone else { return }
        plain.people[person].score = score
        population.set(score: score, of: ProfileNumber(UInt32(person)))
    }

    static let otherModel = RFMModelNumber(2)

    private func setOtherScores(_ person: Int) {
        guard !plain.people[person].isGone else { return }
        let scores = dice.chance(85) ? (dice.whole(1...3), dice.whole(1...3), dice.whole(1...3)) : nil
        plain.people[person].otherScores = scores
        let rfm = scores.map {
            CustomerScore.RFM(recency: UInt8($0.0), frequency: UInt8($0.1), monetary: UInt8($0.2), group: dice.pick(RFMGroup.allCases))
        }
        population.set(rfm: rfm, of: ProfileNumber(UInt32(person)), by: Self.otherModel)
    }

    private func setGroup(_ person: Int) {
        let (group, at) = (dice.chance(85) ? dice.pick(RFMGroup.allCases) : nil, moment())
        let isOther = dice.bool()
        if !plain.people[person].isGone {
            if isOther {
                plain.people[person].otherGroups.append((group?.rawValue, at))
            } else {
                plain.people[person].groups.append((group?.rawValue, at))
            }
        }
        let standing = group.map { RFMFact.Standing(recency: 1, frequency: 2, monetary: 3, group: UInt8($0.place)) }
        apply(
            .rfm(
                RFMFact(
                    profile: ProfileNumber(UInt32(person)), model: isOther ? Self.otherModel : .standard, standing: standing,
                    seconds: UInt32(at), cause: .order,
                    isReconstructed: dice.bool())))
    }

    private func person() -> Int { dice.whole(0...plain.people.count - 1) }

    private func moment() -> Int {
        switch dice.whole(0...4) {
        case 0: Self.now + dice.whole(-40 * 86_400...3 * 86_400)
        case 1: Self.now + dice.whole(-60...60) * 3_600
        case 2: Self.now + dice.whole(-40...20) * 86_400
        case 3: Self.now - dice.whole(0...3) * 31_536_000 + dice.whole(-20...20) * 86_400
        default: Self.now - dice.whole(0...400 * 86_400)
        }
    }

    private func happening() -> Happening {
        guard plain.people.count > 2 else { return told(isNew: true) }
        switch dice.whole(0...99) {
        case 0..<8: return told(isNew: true)
        case 8..<28: return told(isNew: false)
        case 28..<70: return event()
        case 70..<73: return .merge(from: person(), into: person(), at: moment())
        case 73..<83:
            return .consent(
                person: person(), dice.pick([.email, .email, .sms, .push]),
                dice.pick([
                    .subscribed, .subscribed, .unsubscribed, .pending, .suppressed, .unsuppressed, .hardBounced, .spamComplaint,
                    .invalidAddress,
                ]), at: moment(), way: way())
        case 83..<91: return .list(person: person(), list: dice.whole(1...3), isMember: dice.chance(75), at: moment())
        case 91..<98: return .segment(person: person(), segment: dice.whole(1...2), isMember: dice.chance(75), at: moment())
        default: return dice.chance(30) ? .erasure(person: person()) : event()
        }
    }

    private func way() -> PlainWay? {
        guard dice.chance(80) else { return nil }
        return PlainWay(
            method: dice.pick(["API", "FORM", "MANUAL_IMPORT"]), detail: dice.pick([nil, "F1", "F2"]),
            source: dice.pick([nil, "Till", "Fair"]),
            isDoubleOptIn: dice.pick([nil, true, false]))
    }

    /// The proof as requests write it.
    private static func proof(_ way: PlainWay?) -> [UInt8] {
        guard let way else { return [] }
        var members = ["\"method\":\"\(way.method)\""]
        if let detail = way.detail { members.append("\"method_detail\":\"\(detail)\"") }
        if let source = way.source { members.append("\"custom_source\":\"\(source)\"") }
        if let isDoubleOptIn = way.isDoubleOptIn { members.append("\"double_optin\":\(isDoubleOptIn)") }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    private func told(isNew: Bool) -> Happening {
        let row = isNew ? plain.people.count : person()
        var attributes: [String: PlainValue] = [:]
        if dice.chance(50) {
            let domain = dice.pick(["example.com", "example.com", "marketplace.amazon.de"])
            attributes["email"] = dice.chance(10) ? .null : .text("p\(row).\(dice.whole(0...99_999))@\(domain)")
        }
        if dice.chance(30) {
            let digits = "\(100_000_000 + row * 10_000 + dice.whole(0...9_999))"
            attributes["phone_number"] = dice.chance(10) ? .null : .text(dice.pick(["+48", "+33", "+49", "+12"]) + digits)
        }
        if dice.chance(40) { attributes["first_name"] = dice.chance(20) ? .null : .text(dice.text()) }
        if dice.chance(40) {
            attributes["location.country"] = dice.pick([
                .text("PL"), .text("Poland"), .text("fr"), .text("US"), .text("usa"), .text("GB"), .text(""), .null, .number(7),
            ])
        }
        var properties: [String: PlainValue] = [:]
        for name in ["vip", "color", "count", "tags", "born", "nest"] where dice.chance(35) { properties[name] = dice.value(of: name) }
        return .told(person: row, isNew: isNew, at: moment(), attributes: attributes, properties: properties)
    }

    private func event() -> Happening {
        var says: [String: PlainValue] = [:]
        if dice.chance(60) { says["source"] = dice.value(of: dice.pick(["color", "count", "vip", "tags"])) }
        if dice.chance(40) { says["ship"] = .object(["country": dice.value(of: "color"), "other": .number(1)]) }
        if dice.chance(40) { says["due"] = dice.value(of: "born") }
        if dice.chance(20) { says["a.b"] = dice.value(of: "color") }
        if dice.chance(20) { says["a"] = .object(["b": .text("inner")]) }
        if dice.chance(40) { says["n"] = .number(Double(dice.whole(-2...4)) / 2) }
        return .event(
            person: person(),
            PlainEvent(
                metric: dice.whole(0...2), at: moment(), value: dice.chance(30) ? nil : Double(dice.whole(-8...80)) / 4,
                currency: dice.pick([nil, nil, "EUR", "JPY", "USD"]), says: says))
    }

    private func fact(_ happening: Happening) -> Fact {
        func number(_ person: Int) -> ProfileNumber { ProfileNumber(UInt32(person)) }
        switch happening {
        case .told(let person, let isNew, let at, let attributes, let properties):
            var change = attributes.filter { !$0.key.hasPrefix("location.") }
            let location = attributes.filter { $0.key.hasPrefix("location.") }.map { (String($0.key.dropFirst(9)), $0.value) }
            if !location.isEmpty { change["location"] = .object(Dictionary(uniqueKeysWithValues: location)) }
            change["properties"] = .object(properties)
            return .profile(
                ProfileFact(
                    profile: number(person), isNew: isNew, seconds: UInt32(at), change: Array(PlainValue.object(change).json.utf8)[...]))
        case .event(let person, let event):
            return .event(
                EventFact(
                    profile: number(person), metric: MetricNumber(UInt32(event.metric)), seconds: UInt32(event.at), value: event.value,
                    currency: event.currency.flatMap { Currency(code: $0) }, identity: population.sequence + 1, order: 0, isBackfill: false,
                    source: .api, properties: Array(PlainValue.object(event.says).json.utf8)[...]))
        case .merge(let from, let into, let at): return .merge(MergeFact(from: number(from), into: number(into), seconds: UInt32(at)))
        case .consent(let person, let channel, let change, let at, let way):
            return .consent(
                ConsentFact(
                    profile: number(person), channel: channel, change: change, seconds: UInt32(at), proof: Self.proof(way)[...]))
        case .list(let person, let list, let isMember, let at):
            return .membership(
                MembershipFact(profile: number(person), list: ListNumber(UInt32(list)), isMember: isMember, seconds: UInt32(at)))
        case .segment(let person, let segment, let isMember, let at):
            return .segment(
                SegmentFact(
                    profile: number(person), segment: SegmentNumber(UInt32(segment)), isMember: isMember, seconds: UInt32(at), cause: .fact)
            )
        case .erasure(let person): return .erasure(ErasureFact(profile: number(person), seconds: UInt32(Self.now)))
        }
    }

    private func score() -> CustomerScore? {
        guard dice.chance(90) else { return nil }
        let orders = dice.whole(0...4)
        let moments = [moment(), moment()].sorted().map { Instant(secondsSince1970: Int64($0)) }
        let historic = orders == 0 ? 0 : Int64(dice.whole(0...8)) * 250
        var prediction: CustomerScore.Prediction?
        if orders > 0, dice.chance(80) {
            let clv = Int64(dice.whole(0...6)) * 250
            prediction = CustomerScore.Prediction(
                numberOfOrders: Double(dice.whole(0...8)) / 4, clvMinorUnits: clv, clvLowMinorUnits: clv / 2, clvHighMinorUnits: clv * 2,
                spendVariance: Double(dice.whole(0...40)) * 1_000,
                churnProbability: Double(dice.whole(0...4)) / 4, probabilityOfOrder: Double(dice.whole(0...4)) / 4,
                expectedDateOfNextOrder: ShopDay(daysSince1970: Int32(Self.now / 86_400 + dice.whole(-5...40))), isOverdue: dice.bool(),
                clvClass: dice.pick(CustomerClass.allCases), likelihoodClass: dice.pick(CustomerClass.allCases))
        }
        var rfm: CustomerScore.RFM?
        if orders > 0, dice.chance(80) {
            rfm = CustomerScore.RFM(
                recency: UInt8(dice.whole(1...3)), frequency: UInt8(dice.whole(1...3)), monetary: UInt8(dice.whole(1...3)),
                group: dice.pick(RFMGroup.allCases))
        }
        return CustomerScore(
            asOf: ShopDay(daysSince1970: Int32(Self.now / 86_400)), numberOfOrders: Int32(orders), historicMinorUnits: historic,
            firstOrder: orders > 0 ? moments[0] : nil, lastOrder: orders > 0 ? moments[1] : nil,
            averageOrderMinorUnits: orders > 0 ? Double(historic) / Double(orders) : nil,
            averageDaysBetweenOrders: orders > 1 ? Double(dice.whole(0...20)) / 2 : nil, prediction: prediction, rfm: rfm)
    }
}

extension Dice {
    mutating func text() -> String { pick(["", "a", "ab", "b", "Red", "red", "é", "inner", "a b"]) }

    mutating func value(of name: String) -> PlainValue {
        if chance(8) { return pick([.null, .text("a"), .number(1), .bool(true), .list([]), .object([:])]) }
        switch name {
        case "vip": return .bool(bool())
        case "count": return .number(Double(whole(-2...4)) / 2)
        case "tags": return .list(many(0...3) { dice in dice.chance(80) ? .text(dice.text()) : .number(Double(dice.whole(0...2))) })
        case "born": return .text(moment())
        case "nest": return .object(["a": .object(["b": .text(text())]), "c": .number(Double(whole(0...2)))])
        default: return .text(text())
        }
    }

    /// A day or a moment, some on leap days, one that is none.
    private mutating func moment() -> String {
        if chance(10) { return pick(["2024-02-29", "2025-02-28", "2026-03-29", "2025-10-26", "2026-02-30", "soon"]) }
        let instant = Instant(secondsSince1970: Int64(RandomShop.now + whole(-40...20) * 86_400 + whole(0...86_399)))
        let text = "\(instant)"
        return bool() ? String(text.prefix(10)) : "\(whole(2_020...2_026))" + text.dropFirst(4)
    }
}
