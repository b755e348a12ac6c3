/// Why a file cannot be read: what was found, what was expected, what to do.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure; the command line maps them to exit codes.
    public enum Code: Sendable {
        /// The file is missing or may not be read.
        case inputMissing
        /// Reading broke off.
        case inputFailed
        /// The content is not what was expected.
        case badData
        /// The content can be read in two ways and the person must say which.
        case needsAnswer
        /// The file of rejected rows cannot be written.
        case outputFailed
    }

    /// What is asked where a file can be read in two ways, for who asks it otherwise than by flags.
    public enum Question: Sendable, Equatable {
        /// Whether the day or the month comes first; ``ReadingOptions/dateOrder``.
        case dateOrder
        /// Which mark stands before the decimals; ``ReadingOptions/decimalMark``.
        case decimalMark
        /// The character set; ``ReadingOptions/encoding``.
        case encoding
        /// What these statuses mean; ``ReadingOptions/statuses``.
        case statuses([String])
        /// Whether the people of a file agreed to get mail.
        case consent
        /// Which column holds what; ``ReadingOptions/columns``.
        case columns
    }

    /// The kind.
    public var code: Code
    /// What is asked, where something is.
    public var question: Question?
    /// The file, as given; `-` is standard input.
    public var file: String
    /// The line, from 1, where one is to blame.
    public var line: Int?
    /// The column's name, where one is to blame.
    public var column: String?
    /// What was found and what was expected, in a sentence.
    public var message: String
    /// What to do, in a sentence, with the flag to give.
    public var advice: String?
    /// Why, for other words than these; `nil` for what only who runs commands meets.
    public var cause: Cause?
    /// The names and numbers in those words, in their order.
    public var values: [String]
    /// What the columns hold that are missing or asked about.
    public var wanted: [OrderColumn]

    /// A failure.
    public init(
        _ code: Code, file: String = "", line: Int? = nil, column: String? = nil, _ message: String, advice: String? = nil,
        question: Question? = nil, because cause: Cause? = nil, values: [String] = [], wanted: [OrderColumn] = []
    ) {
        self.code = code
        self.question = question
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
        self.cause = cause
        self.values = values.map { QuotedValue.visible($0) }
        self.wanted = wanted
    }

    /// `orders.csv, line 7, column value: …`, and on the next line what to do. Control characters show by their numbers: a file's
    /// name or content never steers a terminal.
    public var description: String {
        var place = file == "-" ? "standard input" : QuotedValue.visible(file)
        if let line { place += ", line \(line)" }
        if let column { place += ", column \(QuotedValue.visible(column))" }
        let advised = advice.map { "\n\(QuotedValue.visible($0))" } ?? ""
        return (place.isEmpty ? "" : "\(place): ") + QuotedValue.visible(message) + advised
    }
}
