import BuyTillYouDie
import Eventually
import Facts
import Foundation
import JSON
import Journal
import Population
import Segments
import Testing

@testable import Shop

/// A shop for tests of custom metrics.
struct CustomMetricShop {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    func open(_ name: String = "data") throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.path + "/" + name, clock: { clock.now })
    }
}

/// A sale as an event with properties, days before the end of June 2025.
func sale(
    _ id: String, of email: String, daysAgo: Int64 = 30, value: Double? = 10, metric: String = "Placed Order", currency: String = "EUR",
    _ properties: String = "{}"
) throws -> EventIntake {
    var event = EventIntake(identities: identities(email), metric: metric, source: .api)
    event.time = Instant(secondsSince1970: 1_751_284_800 - daysAgo * 86_400)
    event.value = value
    event.currency = Currency(code: currency)
    event.uniqueID = "\(metric)-\(id)"
    event.take(properties: try JSONDocument(properties).root)
    if event.orderID == nil { event.orderID = id }
    return event
}

/// A life whose orders say more, some of which are told by another metric.
func salesLife(_ seed: UInt64, until end: Int64, _ count: Int) -> [LifeStep] {
    var random = SeededGenerator(seed: seed &* 31)
    var life = RandomLife(seed: seed, until: end)
    return life.steps(count).compactMap { step -> LifeStep? in
        // Few are erased, so that somebody is left.
        if case .erase = step, Int.random(in: 0..<12, using: &random) > 0 { return nil }
        guard case .event(var event) = step, event.metric == "Placed Order" else { return step }
        if Int.random(in: 0..<4, using: &random) == 0 { event.metric = "Till Sale" }
        let page = Int.random(in: 0..<9, using: &random)
        let tag = ["pos", "web"].randomElement(using: &random) ?? ""
        let net = Double(Int.random(in: 0..<3_000, using: &random)) / 100
        if page < 7 { event.properties = Array(#"{"page":\#(page),"tag":["\#(tag)"],"net":\#(net)}"#.utf8) }
        return .event(event)
    }.filter { !$0.isAlone }
}

extension Shop {
    func live(_ steps: ArraySlice<LifeStep>) async throws {
        for start in stride(from: steps.startIndex, to: steps.endIndex, by: 20) {
            let some = steps[start..<min(steps.endIndex, start + 20)]
            try await write { (intake) throws(IntakeError) in for step in some { step.perform(intake) } }
        }
    }

    func tell(_ events: EventIntake...) async throws {
        for event in events { _ = try await write { (intake) throws(IntakeError) in try intake.event(event) } }
    }

    /// Makes a custom metric of a definition in JSON; metrics may be named.
    func make(_ name: String, _ json: String) async throws -> CustomMetricNumber {
        try await makeCustomMetric(named: name, try checked(CustomMetricDefinition(try JSONDocument(json).root)), by: "test")
    }

    func change(_ number: CustomMetricNumber, _ json: String) async throws -> JobRow? {
        let definition = try checked(CustomMetricDefinition(try JSONDocument(json).root), of: number)
        return try await changeCustomMetric(number, name: nil, definition, by: "test")
    }

    /// How many orders somebody has, and what they brought.
    func worth(_ email: String) async throws -> [Double] {
        let profile = try #require(read { $0.profile(.email, email) })
        await settleScores(of: [profile])
        let score = read { $0.scores[profile] }
        return [Double(score?.numberOfOrders ?? 0), Double(score?.historicMinorUnits ?? 0) / 100]
    }

    /// The job, once it is over.
    func finished(_ job: JobRow?) async throws -> JSONValue {
        let number = try #require(job?.number)
        var over: JobRow?
        try await eventually {
            over = try journal.job(number).flatMap { $0.status.isUnfinished ? nil : $0 }
            return over != nil
        }
        return try JSONDocument(try #require(over).detail).root
    }
}
