/// A table that definitions as SQL ask: its columns, and how programs read the file of it.
public enum SQLTable: String, CaseIterable, Sendable {
    case profiles, events, memberships, predictions, consents
    case rfmModels = "rfm_models"
    case postalCodes = "postal_codes"

    /// What a column holds.
    enum Kind {
        case text, whole, number, moment, day, truth
    }

    /// The names of its columns, in their order, with what they hold.
    var columns: [(name: String, kind: Kind)] {
        switch self {
        case .profiles:
            [("profile_id", .text), ("profile_number", .whole)] + Self.profileTexts.map { ($0, .text) } + [
                ("latitude", .number), ("longitude", .number), ("created_at", .moment), ("updated_at", .moment), ("properties", .text),
            ]
        case .events:
            [
                ("profile_id", .text), ("metric_id", .text), ("metric", .text), ("occurred_at", .moment), ("value", .number),
                ("currency", .text), ("properties", .text),
            ]
        case .memberships: [("profile_id", .text), ("group_id", .text), ("group_name", .text), ("joined_at", .moment)]
        case .predictions: [("profile_id", .text)] + Self.predicted.map { ($0.rawValue, Self.kind($0)) }
        case .consents:
            [
                ("profile_id", .text), ("channel", .text), ("status", .text), ("status_at", .moment), ("suppressed", .truth),
                ("bounced_at", .moment), ("suppressed_by_hand_at", .moment), ("invalid_at", .moment), ("method", .text),
                ("method_detail", .text), ("custom_source", .text), ("double_opt_in", .truth),
            ]
        case .rfmModels:
            [("profile_id", .text), ("model", .text), ("model_name", .text)] + Self.ofRFM.map { ($0.rawValue, Self.kind($0)) }
        case .postalCodes: [("country", .text), ("postal_code", .text), ("latitude", .number), ("longitude", .number)]
        }
    }

    /// The name of its file.
    public var fileName: String { "\(rawValue).csv" }

    static let identities = ["email", "phone_number", "external_id", "anonymous_id", "customer_id"]
    static let attributes = ["first_name", "last_name", "organization", "title", "locale", "image"]
    static let places = ["address1", "address2", "city", "country", "region", "zip", "timezone", "ip"]
    private static var profileTexts: [String] { identities + attributes + places }

    /// The columns of an export of profiles that say what is known and expected of a customer.
    static let predicted: [ExportColumn.Standard] = {
        let all = ExportColumn.Standard.allCases
        guard let first = all.firstIndex(of: .firstOrderAt), let last = all.firstIndex(of: .overdue) else { return [] }
        return Array(all[first...last])
    }()
    /// Those that an RFM model says.
    static let ofRFM = predicted.filter(\.isOfRFM)

    private static func kind(_ column: ExportColumn.Standard) -> Kind {
        switch column {
        case .firstOrderAt, .lastOrderAt, .rfmGroupChangedAt: .moment
        case .expectedDateOfNextOrder: .day
        case .clvCategory, .purchaseLikelihood, .rfmGroup, .previousRFMGroup: .text
        case .overdue: .truth
        default: .number
        }
    }

    // MARK: Reading it

    /// The statement by which DuckDB reads its file, in the folder where it stands.
    var readByDuckDB: String {
        let types = columns.map { name, kind in "'\(name)': '\(Self.duckDB(kind))'" }.joined(separator: ", ")
        return """
            CREATE OR REPLACE TABLE \(rawValue) AS SELECT * FROM read_csv('\(fileName)', header = true, delim = ',', quote = '"', escape = '"', \
            nullstr = '', allow_quoted_nulls = false, max_line_size = 100000000, columns = {\(types)});
            """
    }

    /// The statement by which Spark reads its file, in the folder where it stands.
    var readBySpark: String {
        let types = columns.map { name, kind in "\(name) \(Self.spark(kind))" }.joined(separator: ", ")
        return """
            CREATE OR REPLACE TEMPORARY VIEW \(rawValue) (\(types)) USING csv OPTIONS (path '\(fileName)', header 'true', quote '"', escape '"', \
            multiLine 'true', nullValue '', emptyValue '', maxCharsPerColumn '-1');
            """
    }

    private static func duckDB(_ kind: Kind) -> String {
        switch kind {
        case .text: "VARCHAR"
        case .whole: "BIGINT"
        case .number: "DOUBLE"
        case .moment: "TIMESTAMP"
        case .day: "DATE"
        case .truth: "BOOLEAN"
        }
    }

    private static func spark(_ kind: Kind) -> String {
        switch kind {
        case .text: "STRING"
        case .whole: "BIGINT"
        case .number: "DOUBLE"
        case .moment: "TIMESTAMP"
        case .day: "DATE"
        case .truth: "BOOLEAN"
        }
    }
}
