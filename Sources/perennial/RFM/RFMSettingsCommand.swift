import ArgumentParser
import CustomerValue
import Facts
import JSON
import RFMSpelling
import Shop
import Wording

/// `perennial rfm-settings`: how a shop's customers are scored and grouped.
struct RFMSettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rfm-settings", abstract: "Show how customers are grouped, try other settings, and take them into use.",
        subcommands: [RFMSettingsShow.self, RFMSettingsPreview.self, RFMSettingsSet.self])
}

/// `perennial rfm-settings show`.
struct RFMSettingsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show how customers are scored and grouped.", discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    @OptionGroup var model: RFMModelFlag

    @Option(help: "table or json; json can be given to preview and set again.")
    var format = WordsOrJSON.table

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let model = try model.find(in: shop)
            let settings = model.settings
            guard format == .table else { return print(settings.json) }
            let change = try shop.lastChangeOfRFMSettings(of: model.number)
            print("Settings  \(settings.json)")
            print(change.map { "Chosen    \($0.at), by \(visible($0.who))" } ?? "Chosen    never: these are the standard ones")
            print("\n" + RFMPreviewText(shop.preview(settings, of: model), shop).standing)
        }
    }
}

/// `perennial rfm-settings preview`.
struct RFMSettingsPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Say what other settings would change, and for how many; nothing is kept.",
        discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    @OptionGroup var model: RFMModelFlag

    @Argument(help: ArgumentHelp("The settings, as JSON.", valueName: "file.json"))
    var file: String

    @Option(help: "table or json.")
    var format = WordsOrJSON.table

    func run() async throws {
        let settings = try RFMSettings(file: file)
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.stage("Trying settings")
            let preview = shop.preview(settings, of: try model.find(in: shop))
            progress.stage("Writing")
            if format == .json {
                var json = JSONWriter()
                preview.write(to: &json, currency: shop.settings.currency ?? .none)
                print(json.text)
            } else {
                let text = RFMPreviewText(preview, shop)
                print(text.effect + "\n\n" + text.standing)
            }
            progress.end()
            if let timings = progress.timings { say(timings) }
        }
    }
}

/// `perennial rfm-settings set`.
struct RFMSettingsSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Take settings into use: everybody is put into a group by them at once.",
        discussion: "The server must be stopped. While it runs, its API does it: PUT /api/perennial/rfm-settings.")

    @OptionGroup var folder: DataFolderFlag

    @OptionGroup var model: RFMModelFlag

    @Argument(help: ArgumentHelp("The settings, as JSON.", valueName: "file.json"))
    var file: String

    func run() async throws {
        let settings = try RFMSettings(file: file)
        let progress = Progress()
        try await OpenShop.with(folder, keepsModels: true, progress) { shop in
            progress.stage("Taking settings into use")
            let preview = try await shop.use(settings, of: try model.find(in: shop), by: OpenShop.who)
            await shop.settingsAreInUse()
            progress.end()
            let text = RFMPreviewText(preview, shop)
            print(text.effect + "\n\n" + text.standing)
            say("Taken into use.")
        }
    }
}
