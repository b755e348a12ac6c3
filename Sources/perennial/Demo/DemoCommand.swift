import ArgumentParser
import CustomerValue
import DemoShop
import Facts
import Foundation
import JSON
import Journal
import PerennialServer
import Population
import Shop

/// `perennial demo`: a shop that was never there, to look at.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a realistic shop, take it in, and serve it.",
        discussion: """
            The shop has two years and more of orders, refunds, subscriptions, visits and mails; the same seed, number of customers and day \
            give the same shop. Run again on the same folder it changes nothing and serves what is there.
            """)

    @Option(help: ArgumentHelp("The folder of the demo's data (./perennial-demo).", valueName: "folder"))
    var data = "./perennial-demo"

    @Option(help: ArgumentHelp("The port to serve at; 0 takes a free one.", valueName: "number"))
    var port = 8080

    @Option(help: ArgumentHelp("How many customers the shop has.", valueName: "number"))
    var customers = 4_000

    @Option(help: ArgumentHelp("By what chance it is made: another number, another shop.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The last day of the shop's history (today).", valueName: "date"))
    var asOf: ShopDay?

    @Flag(help: "Check the numbers and stop, without serving.")
    var headless = false

    func validate() throws {
        guard (1...DemoShop.mostCustomers).contains(customers) else {
            throw ValidationError("--customers is a number from 1 to \(grouped(DemoShop.mostCustomers)).")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let demo =
            asOf.map { DemoShop(customers: customers, seed: seed, asOf: $0) } ?? DemoShop(customers: customers, seed: seed, asOf: .now)
        // A demo of another day stands on that day: its clock goes on from the day's last second.
        let ahead = asOf == nil ? 0 : demo.asOf.secondsSince1970 - Instant.now.secondsSince1970
        let shop: Shop
        do throws(JournalError) {
            shop = try Shop.open(folder: data, clock: { Instant(secondsSince1970: Instant.now.secondsSince1970 + ahead) })
        } catch {
            throw error.exit
        }
        let progress = Progress()
        do throws(IntakeError) {
            try DemoIntake(shop: shop, demo: demo).run(progress)
        } catch {
            progress.end()
            shop.close()
            throw failure(.inputOutput, "The demo shop could not be taken in: \(error)")
        }
        progress.stage("Fitting")
        let outcome = await withCheckedContinuation { continuation in
            shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
        }
        progress.end()
        let summary = DemoSummary(shop)
        say(summary.text)
        if headless {
            let faults = summary.faults(outcome)
            shop.close()
            guard faults.isEmpty else { throw failure(.software, "The demo shop is not as promised: " + faults.joined(separator: " ")) }
            return
        }
        try await serve(shop)
    }

    private func serve(_ shop: Shop) async throws {
        var options = ServerOptions()
        options.port = port
        guard let logger = Logs.logger(level: "warning", format: "auto") else { return }
        try await ServeCommand.serve(shop, options, logger) { port in
            say("\nOpen      http://127.0.0.1:\(port)/\nStop      Ctrl-C")
        }
    }
}
