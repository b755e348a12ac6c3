import Facts
import Foundation
import Journal
import Population

/// What an export came to.
struct ExportResult: Sendable, Equatable {
    /// The moment at which members were members.
    var asOf: Instant
    /// How many they were.
    var members: Int
    /// Rows that were written.
    var rows: Int
    /// Those who were erased, or became one with somebody, while it was written.
    var gone: Int
    /// Whether the segment asks for predictions that there are none of now.
    var isStale: Bool
}

extension Shop {
    /// The folder of exports that were asked for through the API.
    var exportsFolder: String { journal.folder + "/exports" }

    /// Where the export of a job stands.
    public func exportFile(ofJob number: UInt64) -> String { "\(exportsFolder)/\(number).csv.gz" }

    /// Writes an export to a file.
    func export(_ order: ExportOrder, to path: String, isZipped: Bool) throws(ExportFile.Failure) -> ExportResult {
        guard order.source.isDefined(in: definitions) else {
            throw ExportFile.Failure(.groupGone, "The list or segment that was to be exported is not there any more.")
        }
        let style = order.style
        if let model = missingRFMModel(of: style.columns) {
            throw ExportFile.Failure(.modelGone, "The RFM model '\(model)', of which columns were to be exported, is not there any more.")
        }
        var isStale = false
        if case .segment(let segment) = order.source {
            isStale = segments.standing(segment)?.isStale ?? false
            try waitFor(segment)
        }
        let (asOf, members) = read { (clock(), order.source.members($0)) }
        let file = try ExportFile(path: path, isZipped: isZipped)
        let export = ProfileExport(self, columns: style.columns, style: style, joined: order.source.joined)
        let outcome = try export.write(members) { (bytes) throws(ExportFile.Failure) in try file.write(bytes) }
        guard outcome.rows + outcome.gone == members.count else {
            throw ExportFile.Failure(.rowsMissing, "\(outcome.rows) rows were written instead of \(members.count).")
        }
        try file.finish()
        return ExportResult(asOf: asOf, members: members.count, rows: outcome.rows, gone: outcome.gone, isStale: isStale)
    }

    /// Waits until everybody was looked at: a file of some of them would be silently short.
    private func waitFor(_ segment: SegmentNumber) throws(ExportFile.Failure) {
        // One that stands still is not found out: those who were in are.
        func standsStill() -> Bool { definitions.segment(segment)?.isActive != true }
        guard segments.waitUntilFound(segment, unless: { jobs.isStopping || standsStill() }) || standsStill() else {
            throw ExportFile.Failure(.stillCounting, "Who is in the segment is still being found out.")
        }
    }

    /// Makes the folder of exports where it is missing, for nobody but its owner.
    func makeExportsFolder() throws(ExportFile.Failure) {
        guard mkdir(exportsFolder, 0o700) == 0 || errno == EEXIST else {
            throw ExportFile.Failure(.notWritable, "\(exportsFolder) cannot be made: \(String(cString: strerror(errno))).")
        }
    }

    /// Removes files of exports that were asked for before a second since 1970, and what a kill left half written; all but the newest of some.
    func removeExports(before seconds: Int64, keeping most: Int) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: exportsFolder)) ?? []
        var kept: [(path: String, changed: Int64)] = []
        for name in names where name.hasSuffix(".csv.gz") || name.hasSuffix(".part") {
            let path = exportsFolder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            #if canImport(Darwin)
                let changed = Int64(status.st_mtimespec.tv_sec)
            #else
                let changed = Int64(status.st_mtim.tv_sec)
            #endif
            kept.append((path, changed))
        }
        kept.sort { $0.changed > $1.changed }
        for (place, file) in kept.enumerated() where place >= most || file.changed < seconds { unlink(file.path) }
    }
}
