import Charts

/// Markup that is written as it is. It can only be made from a figure, whose own writer escapes, or from the style of pages.
struct Verbatim: Sendable {
    let text: String

    /// A figure drawn at a width.
    init(_ figure: any Figure, id: String, width: Double) {
        text = figure.svg(id: id, width: width)
    }

    private init(css: String) {
        text = css
    }

    /// The style of the page and of its figures.
    static let style = Verbatim(css: ChartStyle.css + Stylesheet.css)
}
