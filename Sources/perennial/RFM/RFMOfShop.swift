import ArgumentParser
import Facts
import Shop
import Wording

/// `perennial rfm --data FOLDER`: the groups of a shop on two days, as facts told them.
enum RFMOfShop {
    /// Ends the command where something is asked that goes with files alone.
    static func check(_ files: OrderFiles, _ flags: RFMFlags, _ reading: ReadingFlags) throws {
        if !files.orders.isEmpty || !files.refunds.isEmpty {
            throw ValidationError("Name files of orders, or a shop by --data, not both. --data takes the orders that the shop has.")
        }
        let ofFiles: [(String, String?)] = [
            ("--settings", flags.settings), ("--history", flags.history), ("--rejects", reading.rejects), ("--rates", reading.rates),
            ("--currency", reading.currency),
        ]
        if let flag = ofFiles.first(where: { $0.1 != nil })?.0 {
            throw ValidationError("\(flag) goes with files of orders, not with --data: a shop has its own.")
        }
    }

    static func run(_ folder: DataFolderFlag, _ flags: RFMFlags) async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            let end = try past("--to", flags.to, shop) ?? shop.today
            let start = try past("--from", flags.from, shop) ?? end.advanced(byDays: -RFMFlags.usualDays)
            let words = Words(flags.language)
            let model = try flags.model.find(in: shop)
            if let name = flags.customer {
                guard let profile = shop.findPerson(name) else { throw failure(.noInput, "There is nobody known as \(visible(name)).") }
                let person = PersonGroups(of: profile, on: end, by: model.number, in: shop)
                progress.end()
                return print(flags.format == .json ? person.json : person.text(words))
            }
            progress.stage("Comparing days")
            guard let report = shop.rfmReport(from: start, to: end, by: model) else {
                throw failure(.usage, "--from \(start) does not lie before the last day, \(end). Give an earlier day.")
            }
            progress.end()
            print(flags.format == .json ? report.json : RFMText(RFMResults(report, words: words)).text)
        }
    }

    private static func past(_ flag: String, _ day: ShopDay?, _ shop: Shop) throws -> ShopDay? {
        guard let day, day > shop.today else { return day }
        throw failure(
            .usage, "\(flag) \(day) is still to come: today is \(shop.today) in the shop's zone. Give today or an earlier day.")
    }
}
