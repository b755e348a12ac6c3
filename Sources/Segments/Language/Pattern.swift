import CRegex

/// A regular expression in RE2's syntax. Matching takes time in proportion to the text: no expression explodes.
public final class Pattern: Sendable, Equatable {
    /// Why something is no expression that is taken.
    public struct Fault: Error, Sendable, Equatable {
        /// In words.
        public var detail: String
    }

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
    public init(_ source: String) throws(Fault) {
        guard source.utf8.count <= Self.longest else { throw Fault(detail: "is longer than \(Self.longest) bytes") }
        var fault = [CChar](repeating: 0, count: 256)
        let compiled = source.withCString { regex_compile($0, source.utf8.count, Self.mostMemory, Self.mostSteps, &fault, fault.count) }
        guard let compiled else {
            let reason = fault.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw Fault(detail: "is no regular expression that is taken: \(String(decoding: reason, as: UTF8.self))")
        }
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
