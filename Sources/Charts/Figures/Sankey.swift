/// Bands from what something was to what it became: how customers moved from the groups of one day to those of another.
public struct Sankey: Figure {
    /// A place that bands leave or reach.
    public struct Place: Sendable {
        /// What it is called.
        public var name: String
        /// Its colour.
        public var color: ChartColor

        /// A place with its name.
        public init(name: String, color: ChartColor) {
            self.name = name
            self.color = color
        }
    }

    /// What went from one place to another.
    public struct Flow: Sendable {
        /// From which place at the start, by its index.
        public var from: Int
        /// To which place at the end, by its index.
        public var to: Int
        /// How much; what is not above zero is not drawn.
        public var value: Double

        /// A flow between two places.
        public init(from: Int, to: Int, value: Double) {
            self.from = from
            self.to = to
            self.value = value
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What stands on the left, above its places: `1 January`.
    public var startTitle: String
    /// What stands on the right: `31 March`.
    public var endTitle: String
    /// At the start, from top to bottom; of more than ``most`` the first are drawn.
    public var start: [Place]
    /// At the end, from top to bottom; of more than ``most`` the first are drawn.
    public var end: [Place]
    /// In any order.
    public var flows: [Flow]
    /// What is counted, and how its numbers read.
    public var valueAxis: ValueAxis

    /// Places and flows from plain values.
    public init(
        words: FigureWords, startTitle: String, endTitle: String, start: [Place], end: [Place], flows: [Flow], valueAxis: ValueAxis
    ) {
        self.words = words
        self.startTitle = startTitle
        self.endTitle = endTitle
        self.start = start
        self.end = end
        self.flows = flows
        self.valueAxis = valueAxis
    }

    /// Places of one side that are drawn.
    public static let most = 12

    /// A row for each place at the start, a column for each at the end.
    public var table: ChartTable {
        let rows = start.indices.map { from in
            [start[from].name]
                + end.indices.map { to in
                    let values = flows.filter { $0.from == from && $0.to == to && $0.value.isDrawable }.map(\.value)
                    return valueAxis.text(values.reduce(0, +))
                }
        }
        return ChartTable(caption: words.title, header: ["\(startTitle) → \(endTitle)"] + end.map(\.name), rows: rows)
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let layout = SankeyLayout(self)
        let isShortened = max(start.count, end.count) > Self.most
        return Drawing.figure(words, id: id, width: width, isEmpty: layout.flows.isEmpty, isShortened: isShortened) { drawing in
            draw(layout, on: &drawing)
        }
    }

    private static let barWidth = 10.0

    private func draw(_ layout: SankeyLayout, on drawing: inout Drawing) {
        let size = drawing.sizes.label
        let labelWidth = min(drawing.width * (drawing.isNarrow ? 0.3 : 0.22), 190).rounded()
        let (left, right) = (labelWidth + 8, drawing.width - labelWidth - 8)
        drawing.text(
            TextMeasure.fitted(startTitle, within: drawing.width * 0.45, size: size), x: 0, y: drawing.top + size, size: size, paint: .muted
        )
        drawing.text(
            TextMeasure.fitted(endTitle, within: drawing.width * 0.45, size: size), x: drawing.width, y: drawing.top + size, size: size,
            anchor: .end, paint: .muted)
        drawing.top += size + 12
        let lines = { (place: Place) in TextMeasure.lines(place.name, within: labelWidth, size: size, atMost: 3) }
        let names = (layout.start.map { lines(start[$0.index]) }, layout.end.map { lines(end[$0.index]) })
        let lineHeight = size * 1.22
        let most = (names.0 + names.1).map(\.count).max() ?? 1
        let placed = layout.placed(slot: Double(most + 1) * lineHeight + 8, height: drawing.isNarrow ? 280 : 330)
        for band in placed.bands {
            let (from, to) = (start[layout.start[band.from].index], end[layout.end[band.to].index])
            drawing.band(
                x1: left + Self.barWidth, top1: drawing.top + band.top1, x2: right - Self.barWidth, top2: drawing.top + band.top2,
                thickness: band.thickness, paint: .series(from.color), hint: "\(from.name) → \(to.name): \(valueAxis.text(band.value))")
        }
        for (place, bar) in placed.start.enumerated() {
            draw(start[layout.start[place].index], bar, names.0[place], x: left, isStart: true, on: &drawing)
        }
        for (place, bar) in placed.end.enumerated() {
            draw(end[layout.end[place].index], bar, names.1[place], x: right - Self.barWidth, isStart: false, on: &drawing)
        }
        drawing.top += placed.height + 4
    }

    private func draw(
        _ place: Place, _ bar: SankeyLayout.Bar, _ name: [String], x: Double, isStart: Bool, on drawing: inout Drawing
    ) {
        let size = drawing.sizes.label
        let lineHeight = size * 1.22
        let y = drawing.top + bar.top
        drawing.rectangle(
            x: x, y: y, width: Self.barWidth, height: max(bar.height, 1.5), paint: .series(place.color), radius: 1,
            hint: "\(place.name): \(valueAxis.text(bar.value))")
        let room = isStart ? x - 8 : drawing.width - x - Self.barWidth - 8
        let value = TextMeasure.fitted(valueAxis.text(bar.value), within: room, size: size, weight: .bold)
        let first = drawing.top + bar.middle - Double(name.count + 1) * lineHeight / 2 + size * 0.95
        let edge = isStart ? x - 8 : x + Self.barWidth + 8
        for (row, line) in (name + [value]).enumerated() {
            drawing.text(
                line, x: edge, y: first + Double(row) * lineHeight, size: size, anchor: isStart ? .end : .start,
                weight: row == name.count ? .bold : .regular)
        }
    }
}
