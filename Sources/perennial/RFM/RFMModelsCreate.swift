import ArgumentParser
import CustomerValue
import Facts
import Population
import Shop

/// `perennial rfm-models create`.
struct RFMModelsCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an RFM model; its id is printed.",
        discussion: """
            The server must be stopped. While it runs, its API makes models: POST /api/perennial/rfm-models.
            Everybody's group on past days is worked out too.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("What to call it.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("A metric or custom metric that it goes by; by default orders.", valueName: "metric"))
    var metric: String?

    @Option(help: ArgumentHelp("Its settings, as JSON; by default the standard ones.", valueName: "file.json"))
    var settings: String?

    func run() async throws {
        let settings = try settings.map { try RFMSettings(file: $0) } ?? .standard
        let progress = Progress()
        try await OpenShop.with(folder, keepsModels: true, progress) { shop in
            progress.stage("Finding groups")
            let metric = try metric.map { try shop.rfmMetric(named: $0) } ?? .orders
            let change = try await shop.makeRFMModel(named: name, goingBy: metric, settings, by: OpenShop.who)
            await shop.settingsAreInUse()
            progress.end()
            print(shop.ids.id(change.model.number))
            say(RFMPreviewText(change.effect, shop).standing)
            say("Made      \(visible(name)). In a group: \(grouped(change.effect.then.customers))")
            if !change.hasEvents { say("Note      \(RFMModelsChange.noEvents)") }
        }
    }
}

/// `perennial rfm-models change`.
struct RFMModelsChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Rename an RFM model, let it go by another metric or settings, or make it the default one.",
        discussion: "The server must be stopped. While it runs, its API changes models: PATCH /api/perennial/rfm-models/{id}.")

    static let noEvents = "There is no event of the metric yet: nobody is in a group until one comes."

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("The id or name of an RFM model.", valueName: "model"))
    var model: String

    @Option(help: ArgumentHelp("What to call it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("A metric or custom metric that it is to go by, or orders.", valueName: "metric"))
    var metric: String?

    @Option(help: ArgumentHelp("Its settings, as JSON.", valueName: "file.json"))
    var settings: String?

    @Flag(
        name: .customLong("default"),
        help: "Show its groups from now on as Current RFM group, Previous RFM group and RFM group last changed.")
    var isDefault = false

    func validate() throws {
        if name == nil, metric == nil, settings == nil, !isDefault {
            throw ValidationError("Say what to change: --name, --metric, --settings or --default.")
        }
    }

    func run() async throws {
        let settings = try settings.map { try RFMSettings(file: $0) }
        let progress = Progress()
        try await OpenShop.with(folder, keepsModels: true, progress) { shop in
            progress.stage("Finding groups")
            let entry = try shop.rfmModel(named: model)
            let metric = try metric.map { try $0 == "orders" ? RFMMetric.orders : shop.rfmMetric(named: $0) }
            let change = try await shop.changeRFMModel(
                entry.number, name: name, metric: metric, settings: settings, isShown: isDefault ? true : nil, by: OpenShop.who)
            await shop.settingsAreInUse()
            progress.end()
            if settings != nil || metric != nil { print(RFMPreviewText(change.effect, shop).effect) }
            say("Changed   \(visible(change.model.name))\(isDefault ? ", which is the default one now" : "")")
            if !change.hasEvents { say("Note      \(Self.noEvents)") }
        }
    }
}

extension Shop {
    /// What a model goes by that goes by a metric or custom metric of an id or name.
    ///
    /// - Throws: an exit, with words, where there is none.
    func rfmMetric(named name: String) throws -> RFMMetric {
        switch try mapped(named: name) {
        case .metric(let number): .metric(number)
        case .custom(let number): .custom(number)
        case .usual: .orders
        }
    }
}
