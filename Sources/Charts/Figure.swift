/// A figure: values and words that can be drawn at any width and printed as a table.
///
/// The same values always give the same bytes. Whatever the values and the words are, the drawing is well-formed XML, holds no
/// script and no reference to anything outside, and stays within its view box.
///
/// A page puts ``ChartStyle/css`` once into its style, and each figure where it belongs:
///
///     let risk = ShareBar(
///         words: FigureWords(title: "Churn risk", description: "Customers by churn risk: 41 % low, 59 % high.", empty: "No customers yet."),
///         partTitle: "Risk", valueTitle: "Share of customers, %",
///         parts: [.init(label: "low", value: 41, valueText: "41 %"), .init(label: "high", value: 59, valueText: "59 %")])
///     page += risk.responsiveHTML(id: "churn")
public protocol Figure: Sendable {
    /// Its title and the other words that every figure has.
    var words: FigureWords { get }

    /// The numbers behind the drawing, as texts.
    var table: ChartTable { get }

    /// The drawing as one `<svg>` element.
    ///
    /// - Parameters:
    ///   - id: Unlike that of any other figure of the page, also of the same figure at another width. The ids within the drawing begin
    ///     with it; characters other than ASCII letters, digits, `-` and `_` are replaced.
    ///   - width: Of the drawing in CSS pixels, held within 240 and 1600. The layout follows it: 720 suits a page, 360 a phone.
    func svg(id: String, width: Double) -> String
}

/// The words that every figure carries, in the reader's language.
public struct FigureWords: Sendable {
    /// The heading drawn above the figure: what it shows, or better what it says.
    public var title: String
    /// A line below the title, such as the period and the currency; empty for none.
    public var subtitle: String
    /// What the figure shows, for those who cannot see it.
    public var description: String
    /// Drawn in place of the figure when there is nothing to draw.
    public var empty: String
    /// Drawn below the figure when it had to leave out rows; empty for none.
    public var shortened: String
    /// Whether the title is drawn, or stands above the figure as a heading of the page already.
    public var drawsTitle: Bool
    /// Whether the title that is drawn is no larger than a caption, as a heading of the page stands above it.
    public var hasSmallTitle = false

    /// The words of one figure.
    public init(
        title: String, subtitle: String = "", description: String, empty: String, shortened: String = "", drawsTitle: Bool = true
    ) {
        self.title = title
        self.subtitle = subtitle
        self.description = description
        self.empty = empty
        self.shortened = shortened
        self.drawsTitle = drawsTitle
    }
}

/// What an axis measures and how its values read.
public struct ValueAxis: Sendable {
    /// What is measured, with its unit: `Revenue, thousand EUR`.
    public var title: String
    /// The smallest distance of two ticks: 1 where values are counted, so that no tick stands at half a customer; 0 for no limit.
    public var smallestStep: Double
    /// A tick's value as text, short.
    public var tick: @Sendable (Double) -> String
    /// A value as text with all the digits that matter, for labels, hints and the table.
    public var exact: @Sendable (Double) -> String

    /// An axis; where `exact` is missing, values read as ticks do.
    public init(
        title: String, smallestStep: Double = 0, tick: @escaping @Sendable (Double) -> String,
        exact: (@Sendable (Double) -> String)? = nil
    ) {
        self.title = title
        self.smallestStep = smallestStep
        self.tick = tick
        self.exact = exact ?? tick
    }

    /// A value as text; a dash for one that cannot be drawn.
    func text(_ value: Double) -> String {
        value.isDrawable ? exact(value) : ChartTable.missing
    }
}

/// The table behind a figure: header cells, and rows as long as the header.
///
/// The texts are as the caller gave them, not escaped.
public struct ChartTable: Equatable, Sendable {
    /// The figure's title.
    public var caption: String
    /// The titles of the columns; the first column holds the rows' names.
    public var header: [String]
    /// One row of texts for each bar, period, point or row of the figure.
    public var rows: [[String]]

    /// A table of texts.
    public init(caption: String, header: [String], rows: [[String]]) {
        self.caption = caption
        self.header = header
        self.rows = rows
    }

    /// Stands where there is no value.
    static let missing = "–"
}

extension Figure {
    /// The drawing for a page of any width: wide and narrow, of which ``ChartStyle/css`` shows the one that fits.
    ///
    /// - Parameter id: Unlike that of any other figure of the page; the two drawings append `-wide` and `-narrow`.
    public func responsiveHTML(id: String) -> String {
        let wide = svg(id: id + "-wide", width: 720)
        let narrow = svg(id: id + "-narrow", width: 360)
        return "<div class=\"chart-wide\">\(wide)</div><div class=\"chart-narrow\">\(narrow)</div>"
    }
}

extension Double {
    /// Whether a value can stand in a drawing: finite, and within the magnitudes at which a `Double` still counts whole units.
    var isDrawable: Bool { isFinite && magnitude <= 1e15 }
}
