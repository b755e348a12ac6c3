import BuyTillYouDie
import Facts
import JSON
import Journal
import Population

@testable import Shop

/// Something that happens to a shop. People are named by what they are known by, so that it can be told to any shop.
enum LifeStep: Sendable {
    case create(Identities, change: String)
    case change(Identities, change: String, shows: Identities, clears: [IdentityKind])
    case event(EventIntake)
    case consent(Identities, Channel, ConsentFact.Change, seconds: UInt32)
    case list(Identities, ListNumber, isMember: Bool, seconds: UInt32)
    case objection(Identities, Bool)
    case merge(Identities, Identities)
    case erase(Identities)
    /// Another metric means this from now on; `nil`: the usual one. Alone in its commit, as in the API.
    case mapping(MetricMapping.Meaning, metric: String?)
    /// All of these, and then it is found that none may be.
    indirect case failing([LifeStep])

    /// Does it; what cannot be is left.
    func perform(_ intake: Intake) {
        do throws(IntakeError) {
            try intake.nested { (intake) throws(IntakeError) in try attempt(intake) }
        } catch {
            return
        }
    }

    private func attempt(_ intake: Intake) throws(IntakeError) {
        switch self {
        case .create(let who, let change): _ = try intake.create(who, change: Array(change.utf8))
        case .change(let who, let change, let shows, let clears):
            try intake.change(one(who, intake), Array(change.utf8), identities: shows, cleared: clears)
        case .event(let event): _ = try intake.event(event)
        case .consent(let who, let channel, let change, let seconds):
            let proof = Array(#"{"method":"FORM","wording":"Yes"}"#.utf8)
            intake.consent(
                ConsentFact(profile: try one(who, intake), channel: channel, change: change, seconds: seconds, proof: proof[...]))
        case .list(let who, let list, let isMember, let seconds):
            intake.membership(try one(who, intake), in: list, isMember: isMember, seconds: seconds)
        case .objection(let who, let isObjected): intake.profiling(try one(who, intake), isObjected: isObjected)
        case .merge(let from, let into): intake.merge(try one(from, intake), into: try one(into, intake))
        case .erase(let who): intake.erase(try one(who, intake))
        case .mapping(let meaning, let metric):
            let number = try metric.map { (name) throws(IntakeError) in try intake.metric(name).value }
            let body = number.map { #"{"meaning":"\#(meaning.rawValue)","metric":\#($0)}"# }
            let place = UInt64(MetricMapping.Meaning.allCases.firstIndex(of: meaning) ?? 0) + 1
            intake.write(
                .definition(DefinitionChange(kind: "mapped-metric", number: place, body: body, at: intake.now, who: "test")))
        case .failing(let steps):
            for step in steps { step.perform(intake) }
            throw .conflict("none of it")
        }
    }

    /// Whether it must be alone in its commit.
    var isAlone: Bool {
        if case .mapping = self { true } else { false }
    }

    private func one(_ who: Identities, _ intake: Intake) throws(IntakeError) -> ProfileNumber {
        guard let profile = intake.find(who).first else { throw .notFound("nobody") }
        return profile
    }
}

/// The life of a shop, by chance but always the same: few people, so that much happens to each.
struct RandomLife {
    private var random: SeededGenerator
    private let end: Int64
    /// Steps told so far; orders are named by it.
    private var count = 0

    init(seed: UInt64, until end: Int64) {
        random = SeededGenerator(seed: seed)
        self.end = end
    }

    mutating func steps(_ count: Int) -> [LifeStep] { (0..<count).map { _ in step() } }

    private mutating func step(isNested: Bool = false) -> LifeStep {
        count += 1
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<8: return .create(who(), change: change())
        case 8..<22:
            let shows = chance(0.4) ? who(atMost: 1) : Identities()
            let clears = chance(0.2) ? [IdentityKind.allCases[Int.random(in: 0..<4, using: &random)]] : []
            return .change(who(atMost: 1), change: change(), shows: shows, clears: clears.filter { shows[$0] == nil })
        case 22..<48: return .event(order())
        case 48..<62: return .event(visit())
        case 62..<70:
            let change = ConsentFact.Change(rawValue: UInt8.random(in: 1...8, using: &random)) ?? .subscribed
            return .consent(who(atMost: 1), chance(0.7) ? .email : .sms, change, seconds: UInt32(clamping: moment()))
        case 70..<78:
            let list = ListNumber(UInt32.random(in: 1...3, using: &random))
            return .list(who(atMost: 1), list, isMember: chance(0.7), seconds: UInt32(clamping: moment()))
        case 78..<82: return .objection(who(atMost: 1), chance(0.6))
        case 82..<90: return .merge(who(atMost: 1), who(atMost: 1))
        case 90..<94: return .erase(who(atMost: 1))
        case 94 where !isNested:
            let meaning: MetricMapping.Meaning = chance(0.5) ? .revenue : chance(0.5) ? .refundedSales : .cancelledSales
            let names = [meaning.usualName, "Viewed Product", "Placed Order", "Refunded Order"]
            return .mapping(meaning, metric: chance(0.5) ? nil : names.randomElement(using: &random))
        default: return isNested ? .event(visit()) : .failing((0..<4).map { _ in step(isNested: true) })
        }
    }

    private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

    private mutating func moment() -> Int64 { end - Int64.random(in: 0..<(400 * 86_400), using: &random) }

    /// One to a few identities of one person or, now and then, of several who are thereby found to be one.
    private mutating func who(atMost: Int = 3) -> Identities {
        var identities = Identities()
        let person = Int.random(in: 0..<30, using: &random)
        for _ in 0..<Int.random(in: 1...atMost, using: &random) {
            let other = chance(0.15) ? Int.random(in: 0..<30, using: &random) : person
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1: identities[.email] = chance(0.1) ? "p\(other)@marketplace.amazon.fr" : "p\(other)@example.com"
            case 2: identities[.phone] = "+4860000\(1_000 + other)"
            case 3: identities[.externalID] = "x-\(other)"
            case 4: identities[.anonymousID] = "anonymous-\(other)"
            default: identities[.customerID] = "\(5_000 + other)"
            }
        }
        return identities
    }

    private mutating func change() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            if chance(0.5) { writer.member("first_name", chance(0.2) ? nil : "Ann\(Int.random(in: 0..<9, using: &random))") }
            if chance(0.3) { writer.object("location") { $0.member("city", "Town \(Int.random(in: 0..<5, using: &random))") } }
            if chance(0.5) {
                writer.object("properties") { properties in
                    properties.member("tier", Int.random(in: 0..<3, using: &random))
                    if chance(0.5) { properties.member("tags", "red") }
                }
            }
            if chance(0.3) { writer.object("append") { $0.member("tags", "t\(Int.random(in: 0..<4, using: &random))") } }
            if chance(0.2) { writer.object("unappend") { $0.member("tags", "t\(Int.random(in: 0..<4, using: &random))") } }
            if chance(0.2) { writer.array("unset") { $0.string(chance(0.5) ? "tier" : "tags") } }
        }
        return writer.text
    }

    /// An order, or what becomes of one: often of an order that somebody else placed, often told before the order, often told twice.
    private mutating func order() -> EventIntake {
        let metric = ["Placed Order", "Placed Order", "Placed Order", "Refunded Order", "Cancelled Order"].randomElement(using: &random)
        var event = EventIntake(identities: who(), metric: metric ?? "Placed Order", source: .api)
        let id = Int.random(in: 0..<(count / 2 + 10), using: &random)
        event.orderID = chance(0.9) ? "order-\(id)" : nil
        event.uniqueID = chance(0.8) ? "\(event.metric)-\(id)" : nil
        event.time = Instant(secondsSince1970: moment())
        event.value = chance(0.9) ? (chance(0.1) ? 0 : Double(Int.random(in: 100...9_999, using: &random)) / 100) : nil
        event.currency = chance(0.8) ? Currency(code: chance(0.9) ? "EUR" : "PLN") : nil
        if chance(0.2) { event.change = Array(change().utf8) }
        return event
    }

    private mutating func visit() -> EventIntake {
        var event = EventIntake(identities: who(), metric: chance(0.7) ? "Viewed Product" : "Clicked Email", source: .client)
        event.time = chance(0.2) ? nil : Instant(secondsSince1970: moment() / 86_400 * 86_400)
        event.properties = Array(#"{"page":\#(Int.random(in: 0..<9, using: &random))}"#.utf8)
        return event
    }
}

/// Facts in words, to be compared.
enum FactWords {
    static func of(_ fact: Fact) -> String {
        func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        switch fact {
        case .profile(let fact): return "profile \(fact.profile.row) \(fact.isNew) \(fact.seconds) \(text(fact.change))"
        case .event(let fact):
            return "event \(fact.profile.row) \(fact.metric.value) \(fact.seconds) \(fact.value ?? -1) \(fact.identity) \(fact.order)"
        case .merge(let fact): return "merge \(fact.from.row) \(fact.into.row)"
        case .consent(let fact): return "consent \(fact.profile.row) \(fact.channel) \(fact.change) \(fact.seconds)"
        case .membership(let fact): return "list \(fact.profile.row) \(fact.list.value) \(fact.isMember) \(fact.seconds)"
        case .erasure(let fact): return "erasure \(fact.profile.row)"
        case .profiling(let fact): return "profiling \(fact.profile.row) \(fact.isObjected)"
        case .metric(let fact): return "metric \(fact.metric.value) \(fact.name)"
        case .model(let fact): return "model \(fact.model)"
        case .segment(let fact): return "segment \(fact.profile.row) \(fact.segment.value) \(fact.isMember)"
        case .rfm(let fact): return "rfm \(fact.profile.row) \(fact.model.value) \(fact.packed) \(fact.seconds)"
        }
    }
}
