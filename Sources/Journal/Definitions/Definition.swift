public import Facts

/// Something that people or programs set up: a list, a tag, a segment, a mapping of metrics.
public struct Definition: Sendable, Equatable {
    /// What it is: `list`, `tag`, `segment`, …
    public var kind: String
    /// Its number among its kind, from 1.
    public var number: UInt64
    /// All that it says, as JSON.
    public var body: String
    /// When it was made.
    public var createdAt: Instant
    /// When it was changed last.
    public var updatedAt: Instant
    /// When it was deleted; `nil` while it lives.
    public var deletedAt: Instant?

    /// A definition.
    public init(kind: String, number: UInt64, body: String, createdAt: Instant, updatedAt: Instant, deletedAt: Instant? = nil) {
        self.kind = kind
        self.number = number
        self.body = body
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.deletedAt = deletedAt
    }
}

/// A change of a definition.
public struct DefinitionChange: Sendable {
    /// What it is: `list`, `tag`, `segment`, …
    public var kind: String
    /// Its number, from ``Journal/nextNumber(_:)`` for a new one.
    public var number: UInt64
    /// All that it says from now on, as JSON; `nil` deletes it.
    public var body: String?
    /// When.
    public var at: Instant
    /// Who changed it: a key's or a user's name, for people to read.
    public var who: String

    /// A change; without a body, a deletion.
    public init(kind: String, number: UInt64, body: String?, at: Instant, who: String) {
        self.kind = kind
        self.number = number
        self.body = body
        self.at = at
        self.who = who
    }
}

/// One entry of a history: who changed what, when.
public struct HistoryEntry: Sendable, Equatable {
    /// When.
    public var at: Instant
    /// Who, for people to read.
    public var who: String
    /// What it said before, as JSON; `nil` where it was not there.
    public var before: String?
    /// What it said afterwards, as JSON; `nil` where it was deleted.
    public var after: String?
}
