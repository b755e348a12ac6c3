import ArgumentParser
import Facts
import Shop
import Wording

extension PersonCommand {
    /// `perennial person rfm`.
    struct RFM: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a person's RFM group, now or as it was known at the end of a day, and every change until then.",
            discussion: "Works while the server runs.")

        @OptionGroup var who: Who

        @Option(help: ArgumentHelp("A day of the shop, as it was known at its end: 2026-01-31. By default today.", valueName: "day"))
        var on: ShopDay?

        @OptionGroup var model: RFMModelFlag

        @Option(help: "The language of the table: en, fr or pl.")
        var language = Language.en

        @Option(help: "As words and tables, or as JSON.")
        var format = WordsOrJSON.table

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(who.folder, beside: true, progress) { shop in
                let profile = try who.find(in: shop)
                let today = shop.today
                if let on, on > today {
                    throw failure(
                        .usage, "--on \(on) is still to come: today is \(today) in the shop's zone. Give today or an earlier day.")
                }
                let groups = PersonGroups(of: profile, on: on ?? today, by: try model.find(in: shop).number, in: shop)
                progress.end()
                print(format == .json ? groups.json : groups.text(Words(language)))
            }
        }
    }
}
