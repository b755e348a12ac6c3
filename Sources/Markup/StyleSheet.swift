import Charts

/// Rules of style. They come from the program's own text and from the figures' style, never from data.
public struct StyleSheet: Sendable {
    /// As written into the page or the file.
    public let text: String

    /// Rules as they stand in the program.
    public init(_ rules: StaticString) {
        text = "\(rules)"
    }

    private init(text: String) {
        self.text = text
    }

    /// The rules that figures need, with the colours of light and dark.
    public static let figures = StyleSheet(text: ChartStyle.css)

    /// Rules one after another.
    public static func + (first: StyleSheet, second: StyleSheet) -> StyleSheet { StyleSheet(text: first.text + second.text) }
}
