import ArgumentParser
import Facts
import Foundation
import JSON
import SegmentWording
import Segments
import Shop
import Wording

/// `perennial segment count`.
struct SegmentCount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "Say in words whom definitions mean, how many they are and what they are worth.",
        discussion: """
            Each argument is a file that holds a definition as the API takes it, or the id or name of a segment. Nothing is kept, and it works \
            while the server runs.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("Files of definitions, and ids or names of segments.", valueName: "file-or-segment"))
    var definitions: [String]

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func run() async throws {
        let files = try NamedDefinition.files(definitions)
        let progress = Progress()
        try folder.requireShop()
        let shop = try OpenShop.toLook(folder, known: nil, conditions: files.compactMap { $0?.condition }, progress)
        defer { shop.close() }
        progress.end()
        let words = tongue.words(of: shop)
        var told: [(definition: NamedDefinition, preview: SegmentPreview)] = []
        for definition in try NamedDefinition.all(definitions, files, in: shop) {
            do throws(SegmentFaults) {
                guard let preview = try await shop.preview(definition.condition, at: definition.places) else { continue }
                told.append((definition, preview))
            } catch {
                throw definition.fault(error)
            }
        }
        print(format == .json ? Self.json(told, words) : Self.text(told, words))
    }

    private static func json(_ told: [(definition: NamedDefinition, preview: SegmentPreview)], _ words: SegmentWords) -> String {
        let units = Double(words.names.currency.minorUnitsPerMajor)
        var json = JSONWriter()
        json.array { json in
            for (definition, preview) in told {
                json.object { json in
                    json.member("name", definition.name)
                    json.member("sentence", words.sentence(definition.condition))
                    json.member("count", preview.count)
                    json.member("share", preview.share)
                    json.member("customers", preview.customers)
                    json.member("with_predictions", preview.withPredictions)
                    json.member("historic_clv", Double(preview.historicMinorUnits) / units)
                    json.member("predicted_clv", preview.withPredictions == 0 ? nil : Double(preview.predictedMinorUnits) / units)
                    json.member("lacks_predictions", preview.lacksPredictions)
                }
            }
        }
        return json.text
    }

    private static func text(_ told: [(definition: NamedDefinition, preview: SegmentPreview)], _ words: SegmentWords) -> String {
        told.map { definition, preview in
            let rows = [
                words.members(preview.count, of: preview.profiles, share: preview.share), words.customers(preview.customers),
                words.historicCLV(preview.historicMinorUnits),
                words.predictedCLV(preview.predictedMinorUnits, withPredictions: preview.withPredictions),
            ]
            let width = 2 + (rows.map { $0.label.count }.max() ?? 0)
            var lines = [visible(definition.name), words.outline(definition.condition).text, ""]
            lines += rows.map { $0.label.padding(toLength: width, withPad: " ", startingAt: 0) + $0.text }
            if preview.lacksPredictions { lines.append(words.lacksPredictions) }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

/// The language in which definitions are said.
struct SegmentLanguageFlag: ParsableArguments {
    @Option(help: "The language of the words: en, fr or pl; by default the shop's.")
    var language: Language?

    /// The words of the language for a shop.
    func words(of shop: Shop) -> SegmentWords {
        SegmentWords(language(of: shop), names: shop.segmentNames)
    }

    /// The language: the one asked for, else the shop's.
    func language(of shop: Shop) -> Language { language ?? Language(rawValue: shop.settings.language) ?? .en }
}
