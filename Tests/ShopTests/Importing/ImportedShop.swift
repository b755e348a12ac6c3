import Connectors
import CustomerValue
import Facts
import Foundation
import Population
import Testing

@testable import Shop

/// A folder with files to import and a shop to import them into.
final class ImportedShop: Sendable {
    let folder: TemporaryFolder
    let clock: SetClock

    init(today: String) throws {
        folder = try TemporaryFolder()
        clock = SetClock(today)
    }

    /// Opens the shop; without models as an import does.
    func open(keepsModels: Bool = false) throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, keepsModels: keepsModels, clock: { clock.now })
    }

    /// Opens the shop, works on it, and closes it.
    func withShop<Result>(keepsModels: Bool = false, _ work: (Shop) throws -> Result) throws -> Result {
        let shop = try open(keepsModels: keepsModels)
        defer { shop.close() }
        return try work(shop)
    }

    /// Writes a file and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = folder.path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Reads order files, and refund files with them.
    static func read(orders: [String], refunds: [String] = []) throws -> OrderIntake {
        var options = ReadingOptions()
        options.keepsOrderIDs = true
        var reader = OrderReader(options: options, rejects: nil)
        for path in orders { try reader.readOrders(path: path) }
        for path in refunds { try reader.readRefunds(path: path) }
        return try reader.finish()
    }

    /// Imports order files.
    func importOrders(_ paths: String...) throws -> ImportCounts {
        let read = try Self.read(orders: paths)
        return try withShop { shop in
            try shop.adopt(currency: read.orders.usualCurrency, timeZone: nil, by: "test")
            return try shop.importOrders(read)
        }
    }

    /// Imports refund files alone.
    func importRefunds(_ paths: String...) throws -> ImportCounts {
        try withShop { shop in
            var reader = OrderReader(options: ReadingOptions(), rejects: nil)
            reader.takeRefunds(of: shop.knownOrders)
            for path in paths { try reader.readRefunds(path: path) }
            return try shop.importRefunds(try reader.finish())
        }
    }

    /// Every customer's score by e-mail or number, with a model fitted on what the shop has.
    func scoresAfterFit() async throws -> [String: CustomerScore] {
        let shop = try open(keepsModels: true)
        defer { shop.close() }
        let outcome = await withCheckedContinuation { continuation in
            shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
        }
        guard case .fitted = outcome else {
            Issue.record("no model was fitted: \(outcome)")
            return [:]
        }
        return Self.scores(shop)
    }

    /// Every customer's score by e-mail or number.
    static func scores(_ shop: Shop) -> [String: CustomerScore] {
        shop.read { population in
            var scores: [String: CustomerScore] = [:]
            for row in 0..<population.profileCount {
                let profile = ProfileNumber(UInt32(row))
                guard let score = population.scores[profile],
                    let name = population.identity(.email, of: profile) ?? population.identity(.customerID, of: profile)
                else { continue }
                scores[name] = score
            }
            return scores
        }
    }

    /// What an analysis of the same files says.
    func analysis(_ read: OrderIntake) throws -> [String: CustomerScore] {
        let today = ShopTimeZone.utc.day(of: clock.now)
        var summary = SummaryOptions(today: today)
        summary.asOf = today
        summary.currency = read.orders.usualCurrency
        let customers = read.orders.customers
        let analysis = try Analysis(
            orders: read.orders, refunds: read.refunds, summary: summary, prediction: PredictionOptions(), minimumCustomers: 500,
            orderSource: "test")
        var scores: [String: CustomerScore] = [:]
        for row in 0..<analysis.summaries.count {
            scores[customers.text(of: UInt32(row))] = CustomerScore(
                row, summaries: analysis.summaries, predictions: analysis.predictions, rfm: analysis.rfm)
        }
        return scores
    }
}
