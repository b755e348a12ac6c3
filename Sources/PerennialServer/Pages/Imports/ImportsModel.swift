import Connectors
import Facts
import Journal
import Shop
import Wording

/// What the page of the imports says.
struct ImportsModel: Sendable {
    /// A file that was imported, or is.
    struct Entry: Sendable {
        /// The public id of its job.
        var id: String
        var name: String
        var kind: FilePreview.Kind
        var who: String
        var at: Instant
        var standing: ImportStanding
        var result: FileImportResult
    }

    var entries: [Entry]
    /// Where older ones begin.
    var older: String?
    var isLater: Bool
    /// Files that were sent and not taken in.
    var waiting: [ImportSpool.Upload]
    /// What is wrong with what was sent.
    var problem: Phrase?
    var isDiscarded = false

    static let perPage = 30
    static let kindField = "kind"
    static let fileField = "file"
    static let beforeParameter = "before"
    static let discardedParameter = "discarded"
    static let followParameter = "follow"
}

/// How far an import is.
enum ImportStanding: Sendable {
    case queued
    case running(ImportDesk.Progress?)
    case done, stopped, asks, failed

    init(_ job: JobRow, _ progress: ImportDesk.Progress?) {
        switch job.status {
        case .queued: self = progress.map { .running($0) } ?? .queued
        case .processing: self = .running(progress)
        case .complete: self = .done
        case .cancelled: self = job.importResult.isQuestion ? .asks : job.importResult.fault == nil ? .stopped : .failed
        }
    }

    var isUnderWay: Bool {
        switch self {
        case .queued, .running: true
        case .done, .stopped, .asks, .failed: false
        }
    }

    var phrase: Phrase {
        switch self {
        case .queued: Phrase.Imports.queued
        case .running(let progress): progress?.isReading == true ? Phrase.Imports.reading : Phrase.Imports.taking
        case .done: Phrase.Imports.done
        case .stopped: Phrase.Imports.stopped
        case .asks: Phrase.Imports.asks
        case .failed: Phrase.Imports.failed
        }
    }
}

/// What the page of a file says that waits to be taken in.
struct FileToImportModel: Sendable {
    var upload: ImportSpool.Upload
    /// How it looks; `nil` where it is no table at all.
    var preview: FilePreview?
    /// What reading it came to.
    var check: FileCheck
    /// What was written for a currency just now, and is none.
    var unknownCurrency: String?

    var file: FileToImport { upload.file }
    /// Whether it can be taken in as it is.
    var isReady: Bool { check.fault == nil && (check.usable > 0 || !check.isWhole) }

    static let dateField = "date_order"
    static let decimalField = "decimal_mark"
    static let encodingField = "encoding"
    static let currencyField = "currency"
    static let valueField = "value"
    static let consentField = "consent"

    static func columnField(_ column: OrderColumn) -> String { "column-\(column.rawValue)" }
    static func statusField(_ place: Int) -> String { "status-\(place)" }
    static func statusNameField(_ place: Int) -> String { "status-name-\(place)" }

    /// Statuses that can be asked about at once.
    static let mostStatuses = 40
    /// Character sets to choose from.
    static let encodings = ["utf-8", "windows-1252", "windows-1250", "iso-8859-2", "iso-8859-15", "utf-16"]
}
