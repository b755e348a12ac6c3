import ArgumentParser
import Facts
import JSON
import Population
import Segments
import Shop
import Wording

/// `perennial metric preview`.
struct MetricPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show what would change for whom if other events were orders, before anything is kept.",
        discussion: """
            Works while the server runs, and changes nothing. With --definition it is a custom metric that is not there yet; with a metric \
            as well, that custom metric defined anew. Customers are predicted by the model in use.

            Examples:
              perennial metric preview revenue "Online orders"
              perennial metric preview revenue --definition online.json
              perennial metric preview revenue "Online orders" --definition online.json
              perennial metric preview revenue
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("Which meaning: revenue, refunded_sales or cancelled_sales.", valueName: "meaning"))
    var meaning: String

    @Argument(
        help: ArgumentHelp("The id or name of a metric or custom metric; without one the usual metric.", valueName: "metric"))
    var metric: String?

    @Option(help: ArgumentHelp("A file with the definition of a custom metric as JSON.", valueName: "file"))
    var definition: String?

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func run() async throws {
        let known = try MetricMapping.Meaning(argument: meaning, where: \.isOfOrders)
        let file = try definition.map { try MetricDefinitionFile($0) }
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            let proposal = try proposal(known, file, shop, progress)
            progress.stage("Counting customers")
            guard let change = try await shop.preview(proposal) else { return }
            progress.end()
            var json = JSONWriter()
            change.write(to: &json, shop.ids)
            for warning in try proposal.definition.map({ try shop.oddProperties(of: $0) }) ?? [] {
                say("Note      \(warning.pointer): \(visible(warning.detail))")
            }
            print(format == .json ? json.text : OrdersChangeText.text(try JSONDocument(json.text).root, Words(tongue.language(of: shop))))
        }
    }

    private func proposal(
        _ meaning: MetricMapping.Meaning, _ file: MetricDefinitionFile?, _ shop: Shop, _ progress: Progress
    ) throws -> OrdersProposal {
        guard let file else { return .mapped(meaning, try metric.map { try shop.mapped(named: $0) } ?? .usual) }
        let own = try metric.map { try shop.customMetric(named: $0).number }
        do throws(SegmentFaults) {
            let checked = try shop.checked(file.definition, of: own)
            return own.map { .changed($0, checked, meaning) } ?? .new(meaning, checked)
        } catch {
            progress.end()
            throw file.failure(error)
        }
    }
}

extension MetricMapping.Meaning {
    /// The meaning that somebody names.
    ///
    /// - Throws: an exit, with words, where there is none of that name.
    init(argument: String, where isMeant: (MetricMapping.Meaning) -> Bool = { _ in true }) throws {
        let names = Self.allCases.filter(isMeant).map(\.rawValue)
        guard let known = Self(rawValue: argument), isMeant(known) else {
            throw failure(
                .usage,
                "\(visible(argument)) is not among the meanings: \(names.joined(separator: ", ")).\(NearestNames.advice(argument, among: names))"
            )
        }
        self = known
    }
}
