import ArgumentParser
import Connectors
import Facts
import Shop

/// `perennial import refunds`.
struct ImportRefunds: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refunds", abstract: "Take in what was given back.",
        discussion: """
            The plain form is customer_id,refund_id,refunded_at,value,currency,order_id. Each refund is one event of the metric Refunded \
            Order. Orders may come before or after.
            """)

    @OptionGroup var flags: ImportFlags

    @Option(help: ArgumentHelp("The currency of rows without one; by default that of the order, else the shop's.", valueName: "code"))
    var currency: String?

    @OptionGroup(title: "How refunds are understood") var orders: OrderFlags

    func validate() throws { try flags.check("refunds") }

    func run() throws {
        let progress = Progress()
        let said = try currency.map { try TextFlags.currency($0) }
        try flags.withShop(progress) { shop, options in
            var options = options
            options.currency = said ?? shop.settings.currency
            try orders.add(to: &options)
            progress.stage("Reading")
            var reader = OrderReader(options: options, rejects: try flags.rejectSink("refunds"))
            reader.takeRefunds(of: shop.knownOrders)
            reader.progress = progress.whileReading
            for path in flags.files { try reader.readRefunds(path: path) }
            let read = try reader.finish()
            progress.stage("Taking in")
            let counts = try shop.importRefunds(read) { done, all, _ in progress.rows("Taking in", done, of: all) }
            progress.end()
            say(ImportText(read.report, counts, rejects: flags.rejectsPath("refunds")).text)
            try read.report.checkNotAllRejected()
            if let timings = progress.timings { say(timings) }
        }
    }
}
