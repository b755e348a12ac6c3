import ArgumentParser
import Facts
import Shop

/// `perennial order-value benchmark`.
struct OrderValueBenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Enter the average order value of others, with where it is from.",
        discussion: "The server must be stopped. While it runs, its API does it: PUT /api/perennial/order-value-benchmark.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("How much: 54.30.", valueName: "value"))
    var value: Double

    @Option(help: ArgumentHelp("Where it is from.", valueName: "text"))
    var source: String

    @Option(help: ArgumentHelp("In which currency; by default the shop's.", valueName: "code"))
    var currency: String?

    func validate() throws {
        if let currency, Currency(code: currency) == nil { throw ValidationError("--currency is a code such as EUR.") }
    }

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, progress) { shop in
            let own = currency.flatMap { Currency(code: $0) } ?? shop.settings.currency ?? .none
            try await shop.setOrderValueBenchmark(OrderValueBenchmark(value: value, currency: own, source: source), by: OpenShop.who)
            progress.end()
            say("Entered   \(value) \(own.code), from \(visible(source))")
        }
    }
}
