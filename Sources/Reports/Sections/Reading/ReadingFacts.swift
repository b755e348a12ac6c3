public import Facts
public import Wording

/// What was read and what became of it, as plain values: reports need not know how files are read.
public struct ReadingFacts: Sendable {
    /// One file.
    public struct File: Sendable {
        /// Its name, without its folders; `nil` for standard input.
        public var name: String?
        /// What it was understood as.
        public var form: Phrase
        /// Whether that form is known from descriptions only.
        public var isAssumed: Bool
        /// Records.
        public var rows: Int
        /// Orders or refunds that it brought.
        public var brought: Int
        /// What the reader noted.
        public var notes: [Note]

        /// A file that was read.
        public init(name: String?, form: Phrase, isAssumed: Bool, rows: Int, brought: Int, notes: [Note]) {
            self.name = name
            self.form = form
            self.isAssumed = isAssumed
            self.rows = rows
            self.brought = brought
            self.notes = notes
        }
    }

    /// Something to know of how a file was read.
    public struct Note: Sendable {
        /// What, for ``Words/readingNote(_:_:)``.
        public var code: String
        /// The names and numbers in it: text from outside.
        public var values: [String]
        /// In English.
        public var text: String

        /// Something to know.
        public init(code: String, values: [String], text: String) {
            self.code = code
            self.values = values
            self.text = text
        }
    }

    /// How often something was met.
    public struct Count: Sendable {
        /// What.
        public var what: Phrase
        /// How often.
        public var number: Int

        /// A count of something.
        public init(_ what: Phrase, _ number: Int) {
            self.what = what
            self.number = number
        }
    }

    /// A status met in the files.
    public struct Status: Sendable {
        /// As it stands there: text from outside.
        public var value: String
        /// What it was taken for.
        public var meaning: Phrase
        /// How many rows have it.
        public var number: Int

        /// A status and its meaning.
        public init(value: String, meaning: Phrase, number: Int) {
            self.value = value
            self.meaning = meaning
            self.number = number
        }
    }

    /// The files in the order in which they were read.
    public var files: [File]
    /// What became of the rows.
    public var outcomes: [Count]
    /// The statuses met, most frequent first; empty where no file has any.
    public var statuses: [Status]
    /// Why rows could not be used, most frequent first.
    public var problems: [Count]
    /// What orders without a customer came to.
    public var withoutCustomer: [Money]

    /// What was read.
    public init(files: [File], outcomes: [Count], statuses: [Status], problems: [Count], withoutCustomer: [Money]) {
        self.files = files
        self.outcomes = outcomes
        self.statuses = statuses
        self.problems = problems
        self.withoutCustomer = withoutCustomer
    }
}
