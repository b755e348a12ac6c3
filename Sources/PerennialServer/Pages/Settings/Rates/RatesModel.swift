import Connectors
import Facts
import Wording

/// What the page of exchange rates says.
struct RatesModel: Sendable {
    /// A rate as it is shown.
    struct Rate: Sendable {
        var day: ShopDay
        var from: Currency
        var to: Currency
        var rate: String
    }

    /// Orders that wait for a rate of their currency.
    struct Waiting: Sendable {
        var held: IntakeHealth.HeldAside
        /// The day of the first of them, from which a rate must hold so that all of them count.
        var firstDay: ShopDay?
    }

    /// A rate as it was typed.
    struct Form: Sendable {
        var day = ""
        var from = ""
        var to = ""
        var rate = ""
        /// What is wrong, by field.
        var problems: [String: Phrase] = [:]
    }

    /// What is wrong with a table that was pasted.
    struct TableProblem: Sendable {
        var line: Int?
        var column: String?
        /// Why, for words of any language, with what stands there.
        var cause: ReadingError.Cause?
        var values: [String]
        /// For a reason that has no other words.
        var english: String
    }

    /// How many there are.
    var count: Int
    /// The newest of them, the newest first.
    var newest: [Rate]
    /// Orders that wait for a rate, by currency.
    var waiting: [Waiting]
    var form: Form
    /// A table as it was pasted.
    var table = ""
    var tableProblem: TableProblem?
    var isSaved = false

    /// Rates that are shown.
    static let mostShown = 50
    /// The most bytes of a table.
    static let mostBytes = 2_000_000

    static let dayField = "date"
    static let fromField = "from"
    static let toField = "to"
    static let rateField = "rate"
    static let tableField = "table"
}
