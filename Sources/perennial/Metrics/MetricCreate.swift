import ArgumentParser
import Facts
import Foundation
import JSON
import Population
import Segments
import Shop

/// `perennial metric create`.
struct MetricCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a custom metric of a definition in a file, or change one; its id is printed.",
        discussion: """
            The server must be stopped. While it runs, its API takes custom metrics: POST /api/custom-metrics.
            The file holds {"name": ..., "definition": {"aggregation_method": "value", "metric_groups": [...]}}, or the definition alone. \
            Instead of metric_id a group may have metric_name.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("A file with a definition as JSON.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("What to call it; by default as the file says, or is called.", valueName: "name"))
    var name: String?

    @Flag(help: "Change the custom metric of this name.")
    var replace = false

    private static let mostBytes = 4 << 20

    func run() async throws {
        let (fileName, definition) = try read()
        let name = name ?? fileName
        let progress = Progress()
        try await OpenShop.with(folder, keepsModels: replace, progress) { shop in
            let old = shop.definitions.customMetrics.first { $0.name == name }
            if replace, old == nil { _ = try shop.customMetric(named: name) }
            let checked: CustomMetricDefinition
            do throws(SegmentFaults) {
                checked = try shop.checked(definition, of: old?.number)
            } catch {
                progress.end()
                throw fault(error)
            }
            progress.stage("Reading events")
            if replace, let old {
                let job = try await shop.changeCustomMetric(old.number, name: nil, checked, by: OpenShop.who)
                try await OrdersChangeText.print(job, shop, progress)
                progress.end()
                print(shop.ids.id(old.number))
                return say("Changed   \(visible(name))")
            }
            let number = try await shop.makeCustomMetric(named: name, checked, by: OpenShop.who)
            progress.end()
            print(shop.ids.id(number))
            let report = try shop.report(on: number)
            say("Made      \(visible(name)). It counts \(grouped(report?.figures.counted ?? 0)) events")
            for warning in report?.warnings ?? [] { say("Note      \(warning.pointer): \(visible(warning.detail))") }
        }
    }

    private func read() throws -> (name: String, definition: CustomMetricDefinition) {
        guard let data = FileManager.default.contents(atPath: file) else { throw failure(.noInput, "\(file) cannot be read.") }
        guard data.count <= Self.mostBytes else { throw failure(.badData, "\(file) is longer than \(Self.mostBytes) bytes.") }
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument([UInt8](data))
        } catch {
            throw failure(.badData, "\(file): \(error)")
        }
        let root = document.root
        let inner = root.kind == .object ? root["definition"] : nil
        let stem = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        do throws(SegmentFaults) {
            return (inner == nil ? stem : root["name"]?.string ?? stem, try CustomMetricDefinition(inner ?? root))
        } catch {
            throw fault(error, in: inner == nil ? "" : "/definition")
        }
    }

    private func fault(_ faults: SegmentFaults, in place: String = "") -> any Error {
        failure(.badData, faults.list.map { "\(visible(file))\(place)\($0.pointer): \(visible($0.detail))" }.joined(separator: "\n"))
    }
}
