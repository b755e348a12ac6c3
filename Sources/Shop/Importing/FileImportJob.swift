public import Connectors
import Facts
import Foundation
import JSON
public import Journal

/// What became of a file that was taken in, as its job keeps it.
public struct FileImportResult: Sendable, Equatable {
    /// Rows of the file.
    public var rows = 0
    /// Orders, refunds, events or people that are new.
    public var taken = 0
    /// Those that were known already.
    public var known = 0
    /// People of a file of profiles who were known and changed.
    public var changed = 0
    /// Rows that were not understood.
    public var rejected = 0
    /// Rows that could be read and are not taken in: dated too far ahead, or worth too much.
    public var refused = 0
    /// Refunds that a file of orders told.
    public var refunds = 0
    /// People who were not there before.
    public var profilesMade = 0
    /// Known orders that the file tells with another amount or customer.
    public var toldOtherwise = 0
    /// Why it was not taken in, in English; `nil` where it was.
    public var fault: String?
    /// Why, for other words.
    public var cause: ReadingError.Cause?
    /// The names in these words, and what the columns hold that are asked about.
    public var values: [String] = []
    /// See ``values``.
    public var wanted: [OrderColumn] = []
    /// What the shop has no room for, where that ended it.
    public var limit: ShopLimit?
    /// The line of the fault, and the column.
    public var line: Int?
    /// The column of the fault.
    public var column: String?
    /// Whether the fault is a question that can be answered.
    public var isQuestion = false
    /// Whether it was cut off, and begun again.
    public var wasInterrupted = false
    /// Whether somebody stopped it.
    public var wasStopped = false
    /// By what the rows are found that were not understood.
    public var upload = ""

    /// Nothing yet.
    public init() {}

    /// What was written down by ``write(to:)``.
    init(_ json: JSONValue) {
        func number(_ name: String) -> Int { Int(json[name]?.int ?? 0) }
        rows = number("rows")
        taken = number("taken")
        known = number("known")
        changed = number("changed")
        rejected = number("rejected")
        refused = number("refused")
        refunds = number("refunds")
        profilesMade = number("profiles_made")
        toldOtherwise = number("told_otherwise")
        fault = json["fault"]?.string
        cause = json["cause"]?.string.flatMap { ReadingError.Cause(rawValue: $0) }
        values = json["values"]?.elements.compactMap(\.string) ?? []
        wanted = json["wanted"]?.elements.compactMap { $0.string.flatMap { OrderColumn(rawValue: $0) } } ?? []
        limit = json["limit"].flatMap { ShopLimit($0) }
        line = json["line"]?.int.map { Int($0) }
        column = json["column"]?.string
        isQuestion = json["is_question"]?.bool ?? false
        wasInterrupted = json["was_interrupted"]?.bool ?? false
        wasStopped = json["was_stopped"]?.bool ?? false
        upload = json["upload"]?.string ?? ""
    }

    func write(to json: inout JSONWriter) {
        json.member("rows", rows)
        json.member("taken", taken)
        json.member("known", known)
        json.member("changed", changed)
        json.member("rejected", rejected)
        json.member("refused", refused)
        json.member("refunds", refunds)
        json.member("profiles_made", profilesMade)
        json.member("told_otherwise", toldOtherwise)
        if let fault { json.member("fault", fault) }
        if let cause { json.member("cause", cause.rawValue) }
        if !values.isEmpty { json.array("values") { json in for value in values { json.string(value) } } }
        if !wanted.isEmpty { json.array("wanted") { json in for column in wanted { json.string(column.rawValue) } } }
        if let limit {
            json.key("limit")
            limit.write(to: &json)
        }
        if let line { json.member("line", line) }
        if let column { json.member("column", column) }
        if isQuestion { json.member("is_question", true) }
        if wasInterrupted { json.member("was_interrupted", true) }
        if wasStopped { json.member("was_stopped", true) }
        json.member("upload", upload)
    }
}

extension JobRow {
    /// What a file is that a job takes in; `nil` for a job of another kind.
    public var importedFile: FileToImport? { (try? JSONDocument(detail))?.root["file"].flatMap { FileToImport($0) } }

    /// What became of it so far.
    public var importResult: FileImportResult {
        (try? JSONDocument(detail))?.root["result"].map { FileImportResult($0) } ?? FileImportResult()
    }

    /// Notes what became of a file.
    mutating func note(_ file: FileToImport, _ result: FileImportResult) {
        detail = Self.importDetail(file, result)
        totalCount = result.rows
        completedCount = result.taken + result.known + result.changed
        failedCount = result.rejected + result.refused
    }

    fileprivate static func importDetail(_ file: FileToImport, _ result: FileImportResult) -> String {
        var json = JSONWriter()
        json.object { json in
            json.object("file") { file.write(to: &$0) }
            json.object("result") { result.write(to: &$0) }
        }
        return json.text
    }
}

extension Shop {
    /// Takes in a file of the spool, in the background: what it says is on the disk batch by batch, and a file that is cut off begins again without
    /// a second effect.
    public func importFile(_ upload: ImportSpool.Upload, by who: String) async throws(IntakeError) -> JobRow {
        var result = FileImportResult()
        result.upload = upload.id
        let detail = JobRow.importDetail(upload.file, result)
        let job = try await jobs.submit(JobKind.fileImportName, payload: Array(detail.utf8), total: 0, detail: detail, who: who, to: self)
        let (id, kind) = (ids.id(.job, job.number), upload.file.kind.rawValue)
        try await write { (intake) throws(IntakeError) in
            intake.audit("import.start", "job", id, by: who, detail: Shop.importDetail(upload.file.name, kind))
        }
        return job
    }

    /// Of which file a job tells, for the audit log.
    public static func importDetail(_ job: JobRow) -> String {
        job.importedFile.map { importDetail($0.name, $0.kind.rawValue) } ?? "{}"
    }

    static func importDetail(_ name: String, _ kind: String) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            json.member("kind", kind)
        }
        return json.text
    }

    /// The imports that wait or are under way.
    public func unfinishedImports() throws(JournalError) -> [JobRow] {
        try journal.unfinishedJobs().filter { $0.kind == JobKind.fileImportName }
    }
}

extension JobKind {
    /// The name of imports of files.
    public static let fileImportName = "file-import"

    /// Takes in a file.
    static let fileImport = JobKind(name: fileImportName) { _ in
        []
    } read: { _, _, _ in
        .refused([])
    } afterwards: { shop, payload, job throws(JournalError) in
        guard let file = payload["file"].flatMap({ FileToImport($0) }), let id = payload["result"]?["upload"]?.string,
            ImportSpool.isID(id)
        else {
            job.status = .cancelled
            return
        }
        try FileImportRun(shop, file, id, job.number).perform(&job)
    }
}
