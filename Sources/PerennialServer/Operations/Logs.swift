public import Logging

/// How the server writes its log.
public enum Logs {
    /// A logger for a level and a format; `nil` for names that are none.
    public static func logger(level: String, format: String) -> Logger? {
        let formats: [String: LogFormat] = ["auto": .automatic, "json": .json, "text": .text]
        guard let level = Logger.Level(rawValue: level), let format = formats[format] else { return nil }
        return Logger(label: "perennial") { ServerLog(label: $0, level: level, format: format) }
    }
}
