import ArgumentParser
import Facts
import Wording

/// The flags of `perennial rfm` beyond those that say how files are read.
struct RFMFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The day that is compared with; by default 30 days before --to.", valueName: "YYYY-MM-DD"))
    var from: ShopDay?

    @Option(help: ArgumentHelp("The last day that counts; by default the day of the last order.", valueName: "YYYY-MM-DD"))
    var to: ShopDay?

    @Option(
        help: ArgumentHelp("How customers are scored: a file of JSON; by default 180 and 365 days, and thirds.", valueName: "file.json"))
    var settings: String?

    @Option(help: ArgumentHelp("Write every change of every customer's group to this CSV file.", valueName: "file.csv"))
    var history: String?

    @Option(help: ArgumentHelp("Show the changes of one customer alone: an e-mail or number, as in the file.", valueName: "id"))
    var customer: String?

    @OptionGroup var model: RFMModelFlag

    @Option(help: "As words and tables, or as JSON; --history FILE.csv writes CSV.")
    var format = WordsOrJSON.table

    @Option(help: "The language of the table: en, fr or pl.")
    var language = Language.en

    @Flag(
        help: "Write identifiers in --history as they are, without the apostrophe that keeps spreadsheets from running them as formulas.")
    var raw = false

    /// Days before the last one that are compared with it where nothing else is said.
    static let usualDays = 30

    func validate() throws {
        for (flag, day) in [("--from", from), ("--to", to)] {
            if let day, !(1970...2100).contains(day.civil.year) {
                throw ValidationError("\(flag) is a day from 1970 to 2100, not \(day).")
            }
        }
        if let from, let to, from >= to { throw ValidationError("--from \(from) must lie before --to \(to).") }
        if history == "-" { throw ValidationError("--history takes the name of a file, not -.") }
    }

    /// Opens the place of the history before any work is done.
    func openHistory() throws -> OutputFile? {
        guard let history else { return nil }
        do {
            return try OutputFile(path: history)
        } catch {
            throw error.exit
        }
    }
}
