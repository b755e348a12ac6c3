import ArgumentParser
import Facts
import Foundation
import Journal
import Population
import Segments
import Shop

/// `perennial export profiles`.
struct ExportProfiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "Write profiles, or the members of a segment, as CSV.",
        discussion: """
            Works while the server runs. The file appears whole or not at all. As of a moment, everything dated before it counts, whenever it was \
            told, with a model fitted on that; members are then those whom the segment means at that moment.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Option(help: ArgumentHelp("The id or name of a segment; by default everybody.", valueName: "segment"))
    var segment: String?

    @Option(
        help: ArgumentHelp("The first moment that is not known yet, such as 2025-01-01T00:00:00Z; by default now.", valueName: "instant"))
    var asOf: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Which columns, in this order: our names, Klaviyo's labels, or properties['Name']. By default those of the preset.",
            valueName: "column"))
    var columns: [String] = []

    @Option(help: "plain, excel-fr, excel-pl, klaviyo, mailchimp or brevo.")
    var preset = ExportPreset.plain

    @Flag(help: "Write texts as they are, without the apostrophe that keeps spreadsheets from running them as formulas.")
    var raw = false

    @Option(help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        if let asOf, Timestamp.parse(asOf) == nil {
            throw ValidationError("--as-of \(asOf) is no date and time such as 2025-01-01T00:00:00Z.")
        }
    }

    func run() async throws {
        var style = ExportStyle(preset.preset, isRaw: raw)
        if !columns.isEmpty { style.columns = try chosen() }
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
        let members: ProfileSet
        var joined: ((Population, ProfileNumber) -> Instant?)?
        if let segment {
            let found = try find(segment, in: shop)
            joined = { $0.joined(found.number, $1) }
            members = try self.members(found, moment, shop)
            if columns.isEmpty { style.columns.append(.standard(.joinedAt)) }
        } else {
            members = shop.read { $0.everybody }
        }
        progress.stage("Writing")
        let outcome = try write(ProfileExport(shop, columns: style.columns, style: style, joined: joined), members, to: out, progress)
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

    private func find(_ name: String, in shop: Shop) throws -> SegmentDefinition {
        let segments = shop.definitions.segments
        let found = segments.filter { shop.ids.id($0.number) == name || $0.name == name }
        guard found.count == 1, let segment = found.first else {
            throw failure(
                .noInput,
                found.isEmpty
                    ? "There is no segment \(visible(name)).\(NearestNames.advice(name, among: segments.map(\.name)))"
                    : "\(found.count) segments are called \(visible(name)); name it by its id: perennial segment list.")
        }
        return segment
    }

    /// Those whom a segment means at a moment; without one, its members as they are.
    private func members(_ segment: SegmentDefinition, _ moment: Instant?, _ shop: Shop) throws -> ProfileSet {
        guard let moment else { return shop.read { $0.memberSet(of: segment.number) } }
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

/// The presets as a flag names them.
enum ExportPreset: String, CaseIterable, ExpressibleByArgument {
    case plain
    case excelFrench = "excel-fr"
    case excelPolish = "excel-pl"
    case klaviyo, mailchimp, brevo

    var preset: ExportStyle.Preset {
        switch self {
        case .plain: .plain
        case .excelFrench: .excelFrench
        case .excelPolish: .excelPolish
        case .klaviyo: .klaviyo
        case .mailchimp: .mailchimp
        case .brevo: .brevo
        }
    }
}
