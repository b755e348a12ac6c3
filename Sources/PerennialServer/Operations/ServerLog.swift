import Facts
import JSON
public import Logging
import NIOCore
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes the server's log: one line per record on standard error.
public struct ServerLog: LogHandler {
    /// What every line of this logger says.
    public var metadata: Logger.Metadata = [:]
    /// The quietest level that is written.
    public var logLevel: Logger.Level
    private let label: String
    private let isJSON: Bool
    private let clock: ServerClock
    private let write: @Sendable ([UInt8]) -> Void

    /// A log on standard error.
    public init(label: String, level: Logger.Level, format: LogFormat) {
        self.init(
            label: label, level: level, isJSON: format == .json || (format == .automatic && isatty(2) == 0), write: StandardError.write)
    }

    init(label: String, level: Logger.Level, isJSON: Bool, clock: ServerClock = .system, write: @escaping @Sendable ([UInt8]) -> Void) {
        self.label = label
        logLevel = level
        self.isJSON = isJSON
        self.clock = clock
        self.write = write
    }

    /// One thing that every line says.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        var fields = metadata
        if let own = event.metadata { fields.merge(own) { _, new in new } }
        var values = fields.map { name, value in
            (name, LogScrubber.isHidden(name) ? "[hidden]" : LogScrubber.clean("\(value)"))
        }
        values.sort { $0.0 < $1.0 }
        if let error = event.error { values.append(("error", LogScrubber.clean(String(reflecting: error)))) }
        let message = LogScrubber.clean(event.message.description)
        write(isJSON ? json(event.level, message, values) : words(event.level, message, values))
    }

    private func json(_ level: Logger.Level, _ message: String, _ values: [(String, String)]) -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.beginObject()
        writer.member("time", clock.now().description)
        writer.member("level", level.rawValue)
        writer.member("logger", label)
        writer.member("message", message)
        for (name, value) in values { writer.member(name, value) }
        writer.endObject()
        return writer.bytes + [0x0A]
    }

    private func words(_ level: Logger.Level, _ message: String, _ values: [(String, String)]) -> [UInt8] {
        var line = "\(clock.now()) \(level.rawValue) \(label): \(Self.onOneLine(message))"
        for (name, value) in values { line += " \(name)=\(Self.onOneLine(value))" }
        return Array((line + "\n").utf8)
    }

    /// Line ends and control characters shown, so that nothing that came from outside looks like a line of its own or steers a terminal.
    private static func onOneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                result += scalar.escaped(asASCII: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// Standard error, a line at a time.
enum StandardError {
    private static let line = Mutex(())

    static func write(_ bytes: [UInt8]) {
        line.withLock { _ in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { systemWrite(2, $0.baseAddress, $0.count) }
                // Nobody reads the log any more: there is nobody to tell.
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(file, bytes, count)
    #else
        Darwin.write(file, bytes, count)
    #endif
}
