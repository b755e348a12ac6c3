import ArgumentParser
import Connectors
import Facts
import Shop

/// `perennial rates`: what other currencies are worth in the shop's.
struct RatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates", abstract: "Give the shop exchange rates, by which orders in other currencies count.",
        subcommands: [Show.self, Set.self])

    /// `perennial rates show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the rates, as a file that perennial rates set takes.", discussion: "Works while the server runs.")

        @OptionGroup var folder: DataFolderFlag

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(folder, beside: true, progress) { shop in
                progress.end()
                print("date,from,to,rate")
                for rate in shop.exchangeRates.all { print("\(rate.day),\(rate.from.code),\(rate.to.code),\(rate.rate.text)") }
            }
        }
    }

    /// `perennial rates set`.
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the rates of a file in place of those that the shop has.",
            discussion: """
                The file is CSV with the columns date,from,to,rate: one unit of from is worth rate units of to, from the date on. An order takes the \
                latest rate on or before its day; one without a rate is held aside, and counts once a rate is given. The server must be stopped; \
                while it runs, its API takes rates: PUT /api/perennial/exchange-rates.
                """)

        @OptionGroup var folder: DataFolderFlag

        @Argument(help: "The file of rates; - reads standard input.")
        var file: String

        func run() async throws {
            try folder.requireShop()
            let rates: ExchangeRates
            do throws(ReadingError) {
                rates = try ExchangeRates.read(path: file)
            } catch {
                throw error.exit
            }
            let progress = Progress()
            try await OpenShop.with(folder, progress) { shop in
                try await shop.setExchangeRates(rates, by: OpenShop.who)
                progress.end()
                say("Set       \(counted(rates.all.count, "rate", "rates")). Orders that waited for one count when the server starts.")
                guard let currency = shop.settings.currency else { return }
                let others = Swift.Set(rates.all.map(\.to)).filter { $0 != currency }
                guard !rates.all.contains(where: { $0.to == currency }) else { return }
                say(
                    "Note      The shop counts in \(currency.code), and no rate leads to it: these lead to "
                        + "\(others.map(\.code).sorted().joined(separator: ", ")).")
            }
        }
    }
}
