/// Why a row of events or profiles was not taken.
public enum RowProblem: String, CaseIterable, Sendable {
    case nobody
    case email
    case metric
    case noDate = "no-date"
    case date
    case sheetDate = "sheet-date"
    case value
    case currency
    case unknownCurrency = "unknown-currency"
    case properties
    case tooManyProperties = "too-many-properties"
    case tooManyMetrics = "too-many-metrics"
    case consent
    case tooFewColumns = "too-few-columns"
    case tooManyColumns = "too-many-columns"
    case notText = "not-text"
    case tooLong = "too-long"

    /// The reason in words, for the file of rejected rows.
    public var text: String {
        switch self {
        case .nobody: "nobody is named: no e-mail and no number of a customer"
        case .email: "no e-mail address"
        case .metric: "no name of a metric"
        case .noDate: "no date"
        case .date: "the date is not understood"
        case .sheetDate: "the date is a spreadsheet's number of days: format the column as a date there and save as CSV UTF-8 again"
        case .value: "the value is not understood"
        case .currency: "the currency is not understood"
        case .unknownCurrency: "no currency of ISO 4217 has this code"
        case .properties: "the properties are no JSON object"
        case .tooManyProperties: "a custom property more than the shop may have"
        case .tooManyMetrics: "a metric more than the shop may have: events of one kind share a name"
        case .consent: "the consent is not understood"
        case .tooFewColumns: "fewer columns than the header"
        case .tooManyColumns: "more columns than the header"
        case .notText: "not UTF-8; --encoding names another character set"
        case .tooLong: "too long"
        }
    }
}

/// What is wrong with a row, and in which column.
struct RowFault: Error {
    /// The kind.
    var problem: RowProblem
    /// The column's index, where one is to blame.
    var column: Int?
    /// More than the kind says, in words.
    var detail: String?

    init(_ problem: RowProblem, column: Int? = nil, detail: String? = nil) {
        self.problem = problem
        self.column = column
        self.detail = detail
    }

    /// What is wrong with the number of cells.
    init(_ rejection: Rejection) {
        self.init(rejection.reason == .tooFewColumns ? .tooFewColumns : .tooManyColumns, column: rejection.column, detail: rejection.detail)
    }

    /// The reason in words.
    var text: String { detail.map { "\(problem.text): \($0)" } ?? problem.text }
}
