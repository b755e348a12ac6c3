public import Logging

/// How the server writes its log.
public enum Logs {
    /// A logger for a level and a format; `nil` for names that are none.
    public static func logger(level: String, format: String) -> Logger? {
        guard let level = Logger.Level(rawValue: level) else { return nil }
        var logger = Logger(label: "perennial")
        logger.logLevel = level
        return logger
    }
}
