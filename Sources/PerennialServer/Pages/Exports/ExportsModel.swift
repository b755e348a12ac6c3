import Facts
import Shop
import Wording

/// What the page of the exports says.
struct ExportsModel: Sendable {
    /// A file that was asked for.
    struct File: Sendable {
        /// The public id of its job.
        var id: String
        var source: Source
        var preset: ExportStyle.Preset
        var who: String
        var at: Instant
        var rows: Int
        var state: State
    }

    /// What there is of a file.
    enum State: Sendable {
        case written
        /// There, with its bytes as it lies packed on the disk.
        case ready(bytes: Int)
        case gone
        /// Written into the folder of scheduled exports.
        case inFolder
        /// - Parameter detail: what is said of it in English, shown where the cause is not known.
        case failed(ExportFault?, detail: String)
    }

    /// Of whom.
    enum Source: Sendable {
        case everybody, gone
        case list(String)
        case segment(String)
    }

    /// An export that is written again and again.
    struct Schedule: Sendable {
        var id: String
        var name: String
        var source: Source
        var preset: ExportStyle.Preset
        var days: ExportSchedule.Days
        var minutes: Int
        var next: Instant
    }

    /// The columns that are ticked at first.
    static let usualColumns = Set(ExportTheme.usual.map(\.rawValue))

    /// What is asked for, as it was chosen.
    struct Form: Sendable {
        var source = ""
        var preset = ExportStyle.Preset.plain.rawValue
        /// Those that the page of one list or segment ticks as well.
        var columns = usualColumns
        var name = ""
        var often = "day"
        var at = "06:00"
        var keeps = "7"
        var problems: [String: Phrase] = [:]
    }

    var files: [File]
    var older: String?
    var isLater: Bool
    var schedules: [Schedule]
    var hasFolder: Bool
    /// Lists and segments to choose from: value and name.
    var lists: [(value: String, name: String)]
    var segments: [(value: String, name: String)]
    var form = Form()
    /// Something that was done just now.
    var notice: Phrase?

    static let perPage = 30
    static let sourceField = "of"
    static let presetField = "program"
    static let columnField = "column"
    static let nameField = "name"
    static let oftenField = "every"
    static let atField = "at"
    static let keepsField = "keep"
    static let beforeParameter = "before"
}

extension ExportStyle.Preset {
    /// The program that it is for.
    var program: Phrase {
        switch self {
        case .plain: Phrase.Exports.plain
        case .excelEnglish: Phrase.Exports.excelEnglish
        case .excelFrench: Phrase.Exports.excelFrench
        case .excelPolish: Phrase.Exports.excelPolish
        case .klaviyo: Phrase.Exports.klaviyo
        case .mailchimp: Phrase.Exports.mailchimp
        case .brevo: Phrase.Exports.brevo
        }
    }
}
