/// Whether forecasts came true: groups of customers by mean forecast against what was observed, with the diagonal where both agree.
public struct CalibrationChart: Figure {
    /// A group of customers with like forecasts.
    public struct Point: Sendable {
        /// The mean forecast.
        public var forecast: Double
        /// What was observed.
        public var observed: Double
        /// How many customers: the area of the circle.
        public var customers: Double
        /// The customers as text, for the table and the hint.
        public var customersText: String

        /// A group of customers.
        public init(forecast: Double, observed: Double, customers: Double, customersText: String) {
            self.forecast = forecast
            self.observed = observed
            self.customers = customers
            self.customersText = customersText
        }

        var isDrawable: Bool { forecast.isDrawable && observed.isDrawable }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// The groups; of more than 200 the first are drawn.
    public var points: [Point]
    /// The mean forecast, to the right. Values at or above zero.
    public var forecastAxis: ValueAxis
    /// What was observed, upwards. Values at or above zero.
    public var observedAxis: ValueAxis
    /// The title of the customers' column, and of the circles' size.
    public var customersTitle: String
    /// Beside the diagonal: `as forecast`.
    public var diagonalText: String
    /// In the corner above the diagonal: `more came back than forecast`.
    public var aboveText: String
    /// In the corner below the diagonal: `fewer came back than forecast`.
    public var belowText: String

    /// Points from plain values.
    public init(
        words: FigureWords, points: [Point], forecastAxis: ValueAxis, observedAxis: ValueAxis, customersTitle: String, diagonalText: String,
        aboveText: String = "", belowText: String = ""
    ) {
        self.words = words
        self.points = points
        self.forecastAxis = forecastAxis
        self.observedAxis = observedAxis
        self.customersTitle = customersTitle
        self.diagonalText = diagonalText
        self.aboveText = aboveText
        self.belowText = belowText
    }

    private static let most = 200

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        ChartTable(
            caption: words.title, header: [forecastAxis.title, observedAxis.title, customersTitle],
            rows: points.map { [forecastAxis.text($0.forecast), observedAxis.text($0.observed), $0.customersText] })
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let drawn = points.filter(\.isDrawable)
        return Drawing.figure(words, id: id, width: width, isEmpty: drawn.isEmpty, isShortened: drawn.count > Self.most) {
            draw(Array(drawn.prefix(Self.most)), on: &$0)
        }
    }

    private func draw(_ drawn: [Point], on drawing: inout Drawing) {
        let size = drawing.sizes.label
        let low = min(drawn.map { min($0.forecast, $0.observed) }.min() ?? 0, 0)
        let high = max(drawn.map { max($0.forecast, $0.observed) }.max() ?? 0, 0)
        // A square field: only then does the diagonal stand at 45 degrees. What is left of a wide figure stays empty.
        let side = min(drawing.width - 70, 400)
        let plot = drawing.plot(observedAxis, from: low, to: high, height: side, rightMargin: 14, isSquare: true)
        let ticks = Ticks(covering: low, high, steps: drawing.isNarrow ? 4 : 5, smallestStep: observedAxis.smallestStep)
        let across = LinearScale(domain: ticks.domain, start: plot.left, end: plot.right)
        drawForecastAxis(ticks, across, plot, on: &drawing)
        drawing.line(x1: plot.left, y1: plot.bottom, x2: plot.right, y2: plot.top, paint: .rule, width: 1.25, dashes: "4 3")

        let most = drawn.map { $0.customers.isDrawable ? max($0.customers, 0) : 0 }.max() ?? 0
        for point in drawn.sorted(by: { $0.customers > $1.customers }) {
            let share = most > 0 && point.customers.isDrawable ? max(point.customers, 0) / most : 0
            drawing.circle(
                x: across(point.forecast), y: plot.scale(point.observed), radius: max(3.5, 13 * share.squareRoot()), paint: .series(.blue),
                outline: .surface, opacity: 0.85,
                hint: "\(forecastAxis.exact(point.forecast)) → \(observedAxis.exact(point.observed)), \(point.customersText)")
        }
        drawWords(plot, size: size, on: &drawing)
    }

    private func drawForecastAxis(_ ticks: Ticks, _ across: LinearScale, _ plot: Plot, on drawing: inout Drawing) {
        let size = drawing.sizes.label
        var free = -Double.infinity
        for value in ticks.values {
            let x = across(value).rounded()
            drawing.line(x1: x, y1: plot.top, x2: x, y2: plot.bottom, paint: value == 0 ? .rule : .grid)
            let label = TextMeasure.fitted(forecastAxis.tick(value), within: drawing.width / 2, size: size)
            let width = TextMeasure.width(label, size: size)
            guard x - width / 2 >= free else { continue }
            drawing.text(label, x: x, y: plot.bottom + size + 9, size: size, anchor: .middle, paint: .muted, halo: true)
            free = x + width / 2 + 8
        }
        drawing.top += size + 14
        for line in TextMeasure.lines(forecastAxis.title, within: plot.right, size: size, atMost: 2) {
            drawing.text(line, x: plot.right, y: drawing.top + size + 3, size: size, anchor: .end, paint: .muted)
            drawing.top += (size * 1.4).rounded()
        }
        drawing.top += 4
    }

    private func drawWords(_ plot: Plot, size: Double, on drawing: inout Drawing) {
        let corner = plot.width * 0.42
        for (row, line) in TextMeasure.lines(aboveText, within: corner, size: size, atMost: 3).enumerated() {
            drawing.text(line, x: plot.left + 10, y: plot.top + size + 8 + Double(row) * size * 1.3, size: size, paint: .muted, halo: true)
        }
        let below = TextMeasure.lines(belowText, within: corner, size: size, atMost: 3)
        for (row, line) in below.enumerated() {
            let y = plot.bottom - 10 - Double(below.count - 1 - row) * size * 1.3
            drawing.text(line, x: plot.right - 10, y: y, size: size, anchor: .end, paint: .muted, halo: true)
        }
        let besides = drawing.width - plot.right - 8
        if TextMeasure.width(diagonalText, size: size) <= besides {
            drawing.text(diagonalText, x: plot.right + 8, y: plot.top + size * 0.35, size: size, paint: .muted)
            let sizeLines = TextMeasure.lines("● " + customersTitle, within: besides, size: size, atMost: 3)
            for (row, line) in sizeLines.enumerated() {
                drawing.text(
                    line, x: plot.right + 8, y: plot.bottom - Double(sizeLines.count - 1 - row) * size * 1.3, size: size, paint: .muted)
            }
        } else {
            drawing.key([(.stroke(.rule, dashes: "4 3"), diagonalText)])
            drawing.paragraph("● " + customersTitle, size: size, paint: .muted)
        }
    }
}
