import BuyTillYouDie
import Facts
import Foundation
import Population
import Synchronization
import Testing

@testable import Shop

/// A folder that goes when it is no longer held.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var data: String { path + "/data" }
}

/// A clock that stands where it is put.
final class SetClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ day: String) { instant = Mutex(Instant(secondsSince1970: Int64(ShopDay(day)?.daysSince1970 ?? 0) * 86_400 + 43_200)) }

    var now: Instant { instant.withLock { $0 } }

    func advance(seconds: Int64) {
        instant.withLock { $0 = Instant(secondsSince1970: $0.secondsSince1970 + seconds) }
    }
}

func identities(_ email: String) -> Identities {
    var identities = Identities()
    identities[.email] = email
    return identities
}

/// An order as an event.
func order(_ id: String, of email: String, at seconds: Int64, value: Double, metric: String = "Placed Order") -> EventIntake {
    var event = EventIntake(identities: identities(email), metric: metric, source: .api)
    event.time = Instant(secondsSince1970: seconds)
    event.value = value
    event.currency = Currency(code: "EUR")
    event.uniqueID = "\(metric)-\(id)"
    event.orderID = id
    return event
}

/// Orders of a made-up shop, by chance but always the same: who, when, how much.
func randomOrders(customers: Int, seed: UInt64, until end: Int64) -> [(id: String, email: String, seconds: Int64, value: Double)] {
    var random = SeededGenerator(seed: seed)
    var orders: [(id: String, email: String, seconds: Int64, value: Double)] = []
    for customer in 0..<customers {
        var at = end - Int64.random(in: 86_400...(700 * 86_400), using: &random)
        let gap = Double.random(in: 10...120, using: &random)
        let mean = Double.random(in: 10...90, using: &random)
        while at < end {
            let cents = (mean * 100 * Double.random(in: 0.5...1.5, using: &random)).rounded()
            orders.append(("\(10_000 + orders.count)", "c\(customer)@example.com", at, cents / 100))
            if Double.random(in: 0..<1, using: &random) < 0.3 { break }
            at += Int64(gap * 86_400 * -log(Double.random(in: 1e-6..<1, using: &random)))
        }
    }
    return orders
}
