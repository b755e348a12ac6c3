public import Facts

/// A piece of work that is done in the background, and outlives a restart.
public struct JobRow: Sendable, Equatable {
    /// How far it has come.
    public enum Status: Int, Sendable, CaseIterable {
        /// Waits for its turn.
        case queued = 0
        /// Is being done, or was when the program ended.
        case processing = 1
        /// Is done; rows may have been refused.
        case complete = 2
        /// Will not be done.
        case cancelled = 3

        /// Whether there is still something to do.
        public var isUnfinished: Bool { self == .queued || self == .processing }
    }

    /// Its number, from ``Journal/nextNumber(_:)`` for a new one.
    public var number: UInt64
    /// What it does.
    public var kind: String
    /// How far it has come.
    public var status: Status
    /// Who asked for it, for people to read.
    public var who: String
    /// When it was asked for.
    public var createdAt: Instant
    /// When it was begun.
    public var startedAt: Instant?
    /// When it ended.
    public var completedAt: Instant?
    /// How many rows it has.
    public var totalCount: Int
    /// How many were done.
    public var completedCount: Int
    /// How many were refused.
    public var failedCount: Int
    /// What else there is to know, as JSON.
    public var detail: String

    /// A job; a new one waits and has done nothing.
    public init(
        number: UInt64, kind: String, status: Status = .queued, who: String, createdAt: Instant, startedAt: Instant? = nil,
        completedAt: Instant? = nil, totalCount: Int, completedCount: Int = 0, failedCount: Int = 0, detail: String = "{}"
    ) {
        self.number = number
        self.kind = kind
        self.status = status
        self.who = who
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.completedAt = completedAt
        self.totalCount = totalCount
        self.completedCount = completedCount
        self.failedCount = failedCount
        self.detail = detail
    }
}

/// Why a job refused a row.
public struct JobError: Sendable, Equatable {
    /// The row's place in the payload, from 0.
    public var row: Int
    /// The kind of error, for programs.
    public var code: String
    /// The kind of error, for people.
    public var title: String
    /// What was found, in a sentence.
    public var detail: String
    /// The place in the row, as a JSON pointer.
    public var pointer: String
    /// The row as it came; `nil` where an earlier error of the same row carries it, or it was redacted.
    public var refused: [UInt8]?

    /// An error.
    public init(row: Int, code: String, title: String, detail: String, pointer: String, refused: [UInt8]?) {
        self.row = row
        self.code = code
        self.title = title
        self.detail = detail
        self.pointer = pointer
        self.refused = refused
    }
}
