import ArgumentParser
import CustomerValue
import Facts
import Population
import Reports
import Shop
import Wording

/// `perennial rfm-models`: several ways to put customers into groups, each with its own history.
struct RFMModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rfm-models", abstract: "List, make, change and delete RFM models, and choose the default one.",
        subcommands: [RFMModelsList.self, RFMModelsCreate.self, RFMModelsChange.self, RFMModelsDelete.self])
}

/// `perennial rfm-models list`.
struct RFMModelsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the RFM models: id, name, what they go by and who is in which group.",
        discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    @Option(help: "table or json.")
    var format = WordsOrJSON.table

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let models = shop.rfmModels
            if format == .json { return print("[\(models.map { $0.json(in: shop) }.joined(separator: ",\n"))]") }
            let words = Words(.en)
            var rows = [["id", "default", "goes by"] + RFMGroup.allCases.map { words($0.phrase) } + ["name"]]
            for model in models {
                let groups = shop.rfmInUse(by: model).groups
                rows.append(
                    [
                        shop.ids.id(model.number), model.number == shop.shownRFMModel.number ? "yes" : "",
                        visible(model.metricName(in: shop) ?? "orders"),
                    ] + RFMGroup.allCases.map { grouped(groups[$0]) } + [visible(model.name)])
            }
            print(aligned(rows, leftLast: true))
        }
    }
}

/// `perennial rfm-models delete`.
struct RFMModelsDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete an RFM model with its history: not the default one, nor one that a segment goes by.",
        discussion: "The server must be stopped. While it runs, its API deletes models: DELETE /api/perennial/rfm-models/{id}.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("The id or name of an RFM model.", valueName: "model"))
    var model: String

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, progress) { shop in
            let entry = try shop.rfmModel(named: model)
            try await shop.deleteRFMModel(entry.number, by: OpenShop.who)
            progress.end()
            say("Deleted   \(visible(entry.name))")
        }
    }
}
