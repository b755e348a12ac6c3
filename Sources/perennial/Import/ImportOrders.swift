import ArgumentParser
import Connectors
import Facts
import Shop

/// `perennial import orders`.
struct ImportOrders: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders", abstract: "Take in orders, and what their files say was refunded.",
        discussion: """
            Understands the same files as perennial analyze. Each order is one event of the metric Placed Order. An order that is known by \
            its id, from a file or by the API, counts once.
            """)

    @OptionGroup var flags: ImportFlags

    @Option(help: ArgumentHelp("The currency of rows without one; by default the shop's.", valueName: "code"))
    var currency: String?

    @OptionGroup(title: "How orders are understood") var orders: OrderFlags

    func validate() throws { try flags.check("orders") }

    func run() throws {
        let progress = Progress()
        let said = try currency.map { try TextFlags.currency($0) }
        try flags.withShop(progress) { shop, options in
            var options = options
            options.currency = said ?? shop.settings.currency
            try orders.add(to: &options)
            progress.stage("Reading")
            options.keepsOrderIDs = true
            var reader = OrderReader(options: options, rejects: try flags.rejectSink("orders"))
            reader.progress = progress.whileReading
            for path in flags.files { try reader.readOrders(path: path) }
            let read = try reader.finish()
            try shop.adopt(currency: said ?? read.orders.usualCurrency, timeZone: nil, by: "import")
            progress.stage("Taking in")
            let counts = try shop.importOrders(read) { done, all, _ in progress.rows("Taking in", done, of: all) }
            progress.end()
            say(ImportText(read.report, counts, rejects: flags.rejectsPath("orders")).text)
            try read.report.checkNotAllRejected()
            if let timings = progress.timings { say(timings) }
        }
    }
}
