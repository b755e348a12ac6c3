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
            give the same shop. Run again on the same folder it changes nothing and serves what is there. A folder that holds another shop, or \
            another demo, is refused.
            """)

    @Option(help: ArgumentHelp("The folder of the demo's data (./perennial-demo).", valueName: "folder"))
    var data = "./perennial-demo"

    @Option(help: ArgumentHelp("The port to serve at; 0 takes a free one.", valueName: "number"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "How many customers the shop has, from \(DemoShop.fewestCustomers) to \(DemoShop.mostCustomers).", valueName: "number"))
    var customers = 4_000

    @Option(help: ArgumentHelp("By what chance it is made: another number, another shop.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The last day of the shop's history (today).", valueName: "date"))
    var asOf: ShopDay?

    @Flag(help: "Check the numbers and stop, without serving.")
    var headless = false

    func validate() throws {
        guard (DemoShop.fewestCustomers...DemoShop.mostCustomers).contains(customers) else {
            throw ValidationError(
                "--customers is a number from \(grouped(DemoShop.fewestCustomers)) to \(grouped(DemoShop.mostCustomers)): "
                    + "with fewer nothing could be predicted.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let found = try DemoMark.found(in: data)
        if let found, !found.isAsked(seed: seed, customers: customers, day: asOf) {
            throw failure(
                .cannotCreate,
                "The folder \(data) holds another demo: \(found.words). Nothing was changed. Ask for that one, or name another folder: --data."
            )
        }
        let mark = found ?? DemoMark(seed: seed, customers: customers, day: asOf)
        // A demo of another day stands on that day: its clock goes on from the day's last second.
        let ahead = mark.isDayFixed ? mark.asOf.secondsSince1970 - Instant.now.secondsSince1970 : 0
        let shop: Shop
        do throws(JournalError) {
            shop = try Shop.open(folder: data, clock: { Instant(secondsSince1970: Instant.now.secondsSince1970 + ahead) })
        } catch {
            throw error.exit
        }
        let progress = Progress()
        do throws(IntakeError) {
            if !mark.isComplete { try DemoIntake(shop: shop, mark: mark).run(progress) }
        } catch {
            progress.end()
            shop.close()
            throw failure(.inputOutput, "The demo shop could not be taken in: \(error)")
        }
        progress.stage("Fitting")
        let outcome = await fitted(shop)
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

    /// The model that is in use already, else one that is fitted now.
    private func fitted(_ shop: Shop) async -> FitOutcome {
        if let number = shop.models.standing.number { return .fitted(number: number, isInUse: true) }
        return await withCheckedContinuation { continuation in
            shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
        }
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
