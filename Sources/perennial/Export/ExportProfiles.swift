public import ArgumentParser
import Facts
import Foundation
import Journal
import Population
import Segments
public import Shop

/// `perennial export profiles`.
struct ExportProfiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "Write profiles, or the members of a segment or list, as CSV.",
        discussion: """
            Works while the server runs. The file appears whole or not at all. As of a moment, everything dated before it counts, whenever it was \
            told, with a model fitted on that; members are then those whom the segment means at that moment.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Option(help: ArgumentHelp("The id or name of a segment; by default everybody.", valueName: "segment"))
    var segment: String?

    @Option(help: ArgumentHelp("The id or name of a list.", valueName: "list"))
    var list: String?

    @Option(
        help: ArgumentHelp("The first moment that is not known yet, such as 2025-01-01T00:00:00Z; by default now.", valueName: "instant"))
    var asOf: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Which columns, in this order: our names, Klaviyo's labels, or properties['Name']. By default those of the preset.",
            valueName: "column"))
    var columns: [String] = []

    @Option(help: "plain, excel-en, excel-fr, excel-pl, klaviyo, mailchimp or brevo.")
    var preset = ExportStyle.Preset.plain

    @Flag(help: "Write texts as they are, without the apostrophe that keeps spreadsheets from running them as formulas.")
    var raw = false

    @Option(help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        if segment != nil, list != nil { throw ValidationError("Name a segment or a list, not both.") }
        try PastMoment.check(asOf)
    }

    func run() async throws {
        let columns = columns.isEmpty ? nil : try chosen()
        let out: OutputFile
        do throws(OutputFile.Failure) {
            out = try output.map { (path) throws(OutputFile.Failure) in try OutputFile(path: path, isPrivate: true) } ?? OutputFile()
        } catch {
            throw error.exit
        }
        let progress = Progress()
        let moment = asOf.flatMap { Timestamp.parse($0) }
        let shop = try open(moment, progress)
        defer { shop.close() }
        let order = ExportOrder(source: try source(in: shop), columns: columns, preset: preset, isRaw: raw)
        if let model = shop.missingRFMModel(of: order.style.columns) {
            throw failure(
                .usage, "There is no RFM model \(visible(model)).\(NearestNames.advice(model, among: shop.rfmModels.map(\.name)))")
        }
        if moment == nil { try requireFound(order.source, shop) }
        let members = try members(order.source, moment, shop)
        progress.stage("Writing")
        let export = ProfileExport(shop, columns: order.style.columns, style: order.style, joined: order.source.joined)
        let outcome = try write(export, members, to: out, progress)
        progress.end()
        say("Written   \(grouped(outcome.rows)) of \(grouped(members.count)) profiles\(output.map { " to \($0)" } ?? "").")
    }

    private func chosen() throws -> [ExportColumn] {
        try columns.flatMap { $0.split(separator: ",").map(String.init) }.map { name in
            guard let column = ExportColumn(named: name.trimmingCharacters(in: .whitespaces)) else {
                let names = ExportColumn.Standard.allCases.map(\.rawValue)
                throw failure(.usage, "There is no column \(visible(name)).\(NearestNames.advice(name, among: names))")
            }
            return column
        }
    }

    private func open(_ moment: Instant?, _ progress: Progress) throws -> Shop {
        guard FileManager.default.fileExists(atPath: folder.path + "/perennial.db") else {
            throw failure(.noInput, "There is no shop in \(folder.path). Name the folder by --data.")
        }
        do throws(JournalError) {
            guard let moment else { return try Shop.openBeside(folder: folder.path, progress: { stage, _ in progress.stage(stage) }) }
            return try Shop.openAsOf(moment, folder: folder.path) { stage, _ in progress.stage(stage) }
        } catch {
            progress.end()
            throw error.exit
        }
    }

    private func source(in shop: Shop) throws -> ExportSource {
        if let segment { return .segment(try shop.segment(named: segment).number) }
        return try list.map { .list(try shop.list(named: $0)) } ?? .everybody
    }

    /// Ends the command where it is not found out yet who is in: a file of some of them would be silently short.
    private func requireFound(_ source: ExportSource, _ shop: Shop) throws {
        guard case .segment(let number) = source, let segment = shop.definitions.segment(number), shop.isProcessing(segment) else { return }
        throw failure(
            .noInput,
            "Who is in \(visible(segment.name)) is not found out yet: a running server does that once a segment was made or changed. "
                + "Try again in a moment, or give --as-of for whom it means then.")
    }

    /// Those whom a segment means at a moment; of anything else, and without a moment, the members as they are.
    private func members(_ source: ExportSource, _ moment: Instant?, _ shop: Shop) throws -> ProfileSet {
        guard let moment, case .segment(let number) = source, let segment = shop.definitions.segment(number) else {
            return shop.read { source.members($0) }
        }
        do throws(SegmentFaults) {
            let plan = try shop.plan(segment.condition)
            return shop.read { plan.members(of: $0, before: moment.secondsSince1970) }
        } catch {
            throw failure(.badData, error.list.map(\.detail).joined(separator: "\n"))
        }
    }

    private func write(
        _ export: ProfileExport, _ members: ProfileSet, to out: OutputFile, _ progress: Progress
    ) throws -> ProfileExport.Outcome {
        let buffer = ByteBuffer(capacity: 1 << 20)
        do throws(OutputFile.Failure) {
            let outcome = try export.write(members) { (bytes) throws(OutputFile.Failure) in
                bytes.withUnsafeBytes { buffer.append($0) }
                try out.write(buffer)
            }
            // Never silently short: whoever was gone is told, and nothing else may be missing.
            if outcome.gone > 0 { say("Note      \(grouped(outcome.gone)) were erased or became one with others while it was written.") }
            guard outcome.rows + outcome.gone == members.count else {
                throw .failed("\(outcome.rows) rows were written instead of \(members.count).")
            }
            try out.finish()
            return outcome
        } catch {
            progress.end()
            throw error.exit
        }
    }
}

extension ExportStyle.Preset: ExpressibleByArgument {}
