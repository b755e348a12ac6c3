public import Facts

/// Something that came to a door and was not taken in.
public struct RefusedFact: Sendable, Equatable {
    /// Of what came, so many bytes are kept.
    public static let largestOriginal = 1 << 16

    /// When.
    public var at: Instant
    /// Where it came: `api`, `client`, `import`, `webhook:shopify`, …
    public var door: String
    /// The reason, for programs.
    public var code: String
    /// The reason, in a sentence.
    public var detail: String
    /// The place in what came, as a JSON pointer.
    public var pointer: String
    /// How many rows were refused by this.
    public var rowCount: Int
    /// What came; `nil` where it was redacted.
    public private(set) var original: [UInt8]?
    /// Whether ``original`` is only the beginning.
    public private(set) var isCut: Bool

    /// A refusal; of what came the first 64 KiB are kept.
    public init(at: Instant, door: String, code: String, detail: String, pointer: String = "", rowCount: Int = 1, original: [UInt8]?) {
        self.at = at
        self.door = door
        self.code = code
        self.detail = detail
        self.pointer = pointer
        self.rowCount = rowCount
        isCut = (original?.count ?? 0) > Self.largestOriginal
        self.original = original.map { $0.count > Self.largestOriginal ? Array($0[..<Self.largestOriginal]) : $0 }
    }

    init(
        at: Instant, door: String, code: String, detail: String, pointer: String, rowCount: Int, original: [UInt8]?, isCut: Bool
    ) {
        self.init(at: at, door: door, code: code, detail: detail, pointer: pointer, rowCount: rowCount, original: original)
        self.isCut = isCut
    }
}

/// How often something was refused for a reason.
public struct RefusalCount: Sendable, Equatable {
    /// Where it came.
    public var door: String
    /// The reason.
    public var code: String
    /// How many rows, since the journal began.
    public var rowCount: Int
    /// When the last one came.
    public var lastAt: Instant
}
