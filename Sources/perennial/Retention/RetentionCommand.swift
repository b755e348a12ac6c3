import ArgumentParser
import Facts
import Journal
import Population
import Shop

/// `perennial retention`: how long people are kept of whom nothing is heard.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Set how long people are kept of whom nothing is heard, see whom that means, and erase them.",
        subcommands: [Show.self, Set.self, Preview.self, Apply.self])

    /// `perennial retention show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the rule, and who changed it.")

        @OptionGroup var folder: DataFolderFlag

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(folder, beside: true, progress) { shop in
                progress.end()
                print(RetentionCommand.words(try shop.retentionRule()))
                for entry in try shop.retentionHistory() {
                    let rule = entry.after.flatMap { RetentionRule(json: $0) }
                    print("\(entry.at)  \(visible(entry.who)): \(RetentionCommand.words(rule))")
                }
            }
        }
    }

    /// `perennial retention set`.
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set the rule. Nobody is erased by this.",
            discussion: """
                For example, three years without an order or a click:

                  perennial retention set --days 1095 --metric "Placed Order" --metric "Clicked Email"
                """)

        @OptionGroup var folder: DataFolderFlag

        @Option(help: ArgumentHelp("Days without a sign of life after which somebody is to be erased.", valueName: "number"))
        var days: Int?

        @Option(
            name: .customLong("metric"),
            help: ArgumentHelp(
                "A kind of event that is a sign of life; may be given several times. Without any, every event is.", valueName: "name"))
        var metrics: [String] = []

        @Flag(help: "Take the rule away.")
        var off = false

        func validate() throws {
            guard off != (days != nil) else { throw ValidationError("Say either --days or --off.") }
        }

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(folder, progress) { shop in
                let rule = days.map { RetentionRule(days: $0, metrics: metrics) }
                try await shop.setRetention(rule, by: OpenShop.who)
                progress.end()
                say(RetentionCommand.words(rule))
            }
        }
    }

    /// `perennial retention preview`.
    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the ids of those whom the rule would erase today, one a line.", discussion: "Works while the server runs.")

        @OptionGroup var folder: DataFolderFlag

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(folder, beside: true, progress) { shop in
                let rule = try RetentionCommand.rule(shop)
                let preview = try shop.previewRetention(rule)
                progress.end()
                for profile in preview.profiles { print(shop.ids.id(.profile, UInt64(profile.row))) }
                say(RetentionCommand.words(preview))
            }
        }
    }

    /// `perennial retention apply`.
    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Erase those whom the rule names today. It cannot be taken back.")

        @OptionGroup var folder: DataFolderFlag

        @Flag(help: "Do not ask.")
        var yes = false

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(folder, progress) { shop in
                let rule = try RetentionCommand.rule(shop)
                let preview = try shop.previewRetention(rule)
                progress.end()
                say(RetentionCommand.words(preview))
                guard !preview.profiles.isEmpty else { return }
                guard yes || Confirmation.isGiven("Erase them for good?") else {
                    throw failure(.usage, "Nobody was erased. Say --yes, or answer yes on a terminal.")
                }
                try shop.jobs.start(shop)
                guard let job = try await shop.applyRetention(rule, by: OpenShop.who) else { return }
                progress.stage("Erasing")
                let ended = try await shop.jobs.end(of: job.number, shop)
                progress.end()
                say(ReceiptText.of(ended))
            }
        }
    }

    private static func rule(_ shop: Shop) throws -> RetentionRule {
        guard let rule = try shop.retentionRule() else {
            throw failure(.settings, "There is no rule. Set one: perennial retention set --days 1095 --metric \"Placed Order\"")
        }
        return rule
    }

    private static func words(_ rule: RetentionRule?) -> String {
        guard let rule else { return "No rule: everybody is kept." }
        let signs = rule.metrics.isEmpty ? "any event" : rule.metrics.map { visible($0) }.joined(separator: ", ")
        return "Erase after \(grouped(rule.days)) days without a sign of life: \(signs), or a word on being written to."
    }

    private static func words(_ preview: RetentionPreview) -> String {
        "\(grouped(preview.profiles.count)) of \(grouped(preview.profileCount)) profiles gave the last sign of life before "
            + "\(preview.firstDayKept)."
    }
}
