/// How much of a text is taken on: what a stranger sends must not cost more than it may.
public struct JSONLimits: Sendable, Equatable {
    /// The longest text, in bytes. Parsing takes at most sixteen times as much memory.
    public var size: Int
    /// How deep a value may stand in objects and arrays: 1 admits `[1]`, 2 admits `[[1]]`. An empty object or array is a plain value here.
    /// Never more than ``greatestDepth``.
    public var depth: Int { didSet { depth = Self.admissible(depth) } }

    /// The greatest ``depth``.
    public static let greatestDepth = 1_024

    /// 8 MiB, 64 deep.
    public static let standard = JSONLimits()

    /// Limits; a depth outside 1 and ``greatestDepth`` becomes the nearer of the two.
    public init(size: Int = 8 << 20, depth: Int = 64) {
        self.size = size
        self.depth = Self.admissible(depth)
    }

    private static func admissible(_ depth: Int) -> Int { min(max(depth, 1), greatestDepth) }
}
