import ArgumentParser
import Facts
import JSON
import Journal
import Shop
import Wording

/// `perennial metric changes`.
struct MetricChanges: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "Show what changed for whom when other events became orders.",
        discussion: "Works while the server runs. Without an id the latest change is shown.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("The id of a change.", valueName: "id"))
    var change: String?

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let job: JobRow?
            if let change {
                let found = try shop.ids.number(.job, change).flatMap { try shop.journal.job($0) }
                job = found?.kind == OrdersChange.jobKind ? found : nil
                if job == nil { throw failure(.noInput, "There is no change \(visible(change)).") }
            } else {
                job = try shop.journal.jobs(kind: OrdersChange.jobKind, before: .max, limit: 1).first
            }
            let words = Words(tongue.language(of: shop))
            guard let job else { return say(words(Phrase.Metrics.nothingChanged)) }
            print(format == .json ? job.detail : OrdersChangeText.text(job, shop.ids, words))
        }
    }
}
