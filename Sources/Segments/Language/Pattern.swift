import CRegex

/// A regular expression in RE2's syntax. Matching takes time in proportion to the text: no expression explodes.
public final class Pattern: Sendable, Equatable {
    /// The expression as it was written.
    public let source: String
    // Compiled once, only read after that, by any thread.
    nonisolated(unsafe) private let compiled: UnsafeMutableRawPointer

    /// The longest expression that is taken, in bytes.
    public static let longest = 1_000
    private static let mostMemory = 1 << 20
    /// Steps of the compiled expression: a byte of text takes up to so many. Letters of every script take a thousand.
    public static let mostSteps: Int32 = 3_000

    /// Compiles an expression.
    public init(_ source: String) throws(PatternFault) {
        guard source.utf8.count <= Self.longest else { throw .tooLong(mostBytes: Self.longest) }
        var problem = regex_problem()
        let compiled = source.withCString { regex_compile($0, source.utf8.count, Self.mostMemory, Self.mostSteps, &problem) }
        guard let compiled else { throw PatternFault(problem, mostSteps: Int(Self.mostSteps)) }
        self.source = source
        self.compiled = compiled
    }

    deinit { regex_release(compiled) }

    /// Whether a text, in UTF-8, holds a match anywhere.
    public func matches(_ text: UnsafeRawBufferPointer) -> Bool {
        regex_matches(compiled, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
    }

    /// Alike where they are written alike.
    public static func == (a: Pattern, b: Pattern) -> Bool { a.source == b.source }
}
