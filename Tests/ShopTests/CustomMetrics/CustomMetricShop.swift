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

extension Shop {
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
        for _ in 0..<2_000 {
            if let row = try journal.job(number), !row.status.isUnfinished {
                return try JSONDocument(row.detail).root
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw IntakeError.conflict("The job is not over after twenty seconds.")
    }
}
