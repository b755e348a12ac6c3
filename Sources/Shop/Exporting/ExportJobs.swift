public import Facts
import JSON
public import Journal

extension JobKind {
    /// The name of exports that are asked for through the API.
    public static let exportName = "profile-bulk-export"
    /// How long the file of an export is kept.
    public static let exportKeptForInSeconds: Int64 = 7 * 86_400
    /// Files that are kept at once.
    static let mostExportsKept = 100

    /// Writes a file that is fetched later.
    static let export = JobKind(name: exportName) { _ in
        []
    } read: { _, _, _ in
        .refused([])
    } afterwards: { shop, payload, job throws(JournalError) in
        do throws(ExportFile.Failure) {
            guard let order = ExportOrder(payload) else { throw ExportFile.Failure(.orderUnreadable, "The order cannot be read.") }
            try shop.makeExportsFolder()
            shop.removeExports(before: .min, keeping: mostExportsKept - 1)
            let result = try shop.export(order, to: shop.exportFile(ofJob: job.number), isZipped: true)
            job.take(result)
            try audit(result, of: job, shop)
        } catch {
            job.fail(error)
        }
    }

    /// Says in the audit log what left the shop.
    static func audit(_ result: ExportResult, of job: JobRow, _ shop: Shop) throws(ExportFile.Failure) {
        let (who, id, detail) = (job.who, shop.ids.id(.job, job.number), job.detail)
        do throws(IntakeError) {
            try shop.writeAndWait { (intake) throws(IntakeError) in intake.audit("profile.export", "job", id, by: who, detail: detail) }
        } catch {
            throw ExportFile.Failure(.notAudited, "The audit log cannot be written: \(error).")
        }
    }
}

extension JobRow {
    /// What an export says of itself beside its counts.
    public struct ExportNotes: Sendable, Equatable {
        /// The moment at which members were members.
        public var asOf: Instant?
        /// Whether the segment keeps the members of the last time that predictions were there.
        public var isStale: Bool
        /// Why there is no file, in English.
        public var fault: String?
        /// Why there is no file; `nil` also for what failed before causes were kept.
        public var cause: ExportFault?
    }

    /// What an export says of itself.
    public var exportNotes: ExportNotes {
        let root = (try? JSONDocument(detail))?.root
        return ExportNotes(
            asOf: root?["as_of"]?.int.map { Instant(secondsSince1970: $0) }, isStale: root?["stale"]?.bool ?? false,
            fault: root?["fault"]?.string, cause: root?["cause"]?.string.flatMap { ExportFault(rawValue: $0) })
    }

    mutating func take(_ result: ExportResult) {
        totalCount = result.members
        completedCount = result.rows
        failedCount = result.gone
        note { json in
            json.member("as_of", result.asOf.secondsSince1970)
            json.member("rows", result.rows)
            if result.isStale { json.member("stale", true) }
        }
    }

    /// Ends it without a file.
    mutating func fail(_ why: ExportFile.Failure) {
        status = .cancelled
        note { json in
            json.member("fault", why.detail)
            json.member("cause", why.fault.rawValue)
        }
    }

    private mutating func note(_ write: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.object { json in
            if let document = try? JSONDocument(detail) {
                for (name, value) in document.root.members { json.member(name, value) }
            }
            write(&json)
        }
        detail = json.text
    }
}
