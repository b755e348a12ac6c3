/// A probability on a bar from 0 to 1 whose zones say in words and colours what it means.
public struct RiskBar: Figure {
    /// A stretch of the bar.
    public struct Zone: Sendable {
        /// What it means: `high`.
        public var label: String
        /// Where it ends; it begins where the one before it ends.
        public var end: Double
        /// Its colour.
        public var color: ChartColor

        /// A zone.
        public init(label: String, end: Double, color: ChartColor) {
            self.label = label
            self.end = end
            self.color = color
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the bar measures: `Churn risk`.
    public var valueTitle: String
    /// Where the mark stands, from 0 to 1.
    public var value: Double
    /// The value as text: `21 %`.
    public var valueText: String
    /// From left to right; of more than six the first are drawn.
    public var zones: [Zone]

    /// A bar from plain values.
    public init(words: FigureWords, valueTitle: String, value: Double, valueText: String, zones: [Zone]) {
        self.words = words
        self.valueTitle = valueTitle
        self.value = value
        self.valueText = valueText
        self.zones = zones
    }

    private static let barHeight = 16.0
    private static let most = 6

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        ChartTable(
            caption: words.title, header: [valueTitle, words.title],
            rows: [[zone?.label ?? ChartTable.missing, value.isDrawable ? valueText : ChartTable.missing]])
    }

    private var share: Double { value.isDrawable ? min(max(value, 0), 1) : 0 }

    /// The zone in which the value lies.
    private var zone: Zone? {
        let shown = zones.prefix(Self.most)
        return shown.first { share < $0.end } ?? shown.last
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        Drawing.figure(words, id: id, width: width, isEmpty: !value.isDrawable) { draw(on: &$0) }
    }

    private func draw(on drawing: inout Drawing) {
        let size = drawing.sizes.label
        let scale = LinearScale(domain: 0...1, start: 1, end: drawing.width - 1)
        let mark = scale(share)
        drawing.top += 10
        let bar = drawing.top
        var from = 0.0
        var labels: [(text: String, from: Double, to: Double, isHere: Bool)] = []
        for zone in zones.prefix(Self.most) {
            let end = zone.end.isDrawable ? min(max(zone.end, from), 1) : from
            let isHere = share >= from && (share < end || (end == 1 && share == 1))
            let left = scale(from)
            let right = scale(end)
            if right > left {
                drawing.rectangle(
                    x: left, y: bar, width: max(right - left - 1.5, 0), height: Self.barHeight,
                    paint: isHere ? .series(zone.color) : .pale(zone.color), hint: zone.label)
                labels.append((zone.label, left, right, isHere))
            }
            from = end
        }
        drawMark(x: mark, bar: bar, on: &drawing)
        drawing.top += Self.barHeight + 8
        for label in labels {
            let shown = TextMeasure.fitted(
                label.text, within: label.to - label.from - 4, size: size, weight: label.isHere ? .bold : .regular)
            drawing.text(
                shown, x: (label.from + label.to) / 2, y: drawing.top + size, size: size, anchor: .middle,
                weight: label.isHere ? .bold : .regular, paint: label.isHere ? .ink : .muted)
        }
        drawing.top += size + 4
    }

    /// A pointer through the bar.
    private func drawMark(x: Double, bar: Double, on drawing: inout Drawing) {
        let held = min(max(x, 6), drawing.width - 6)
        drawing.line(x1: held, y1: bar - 3, x2: held, y2: bar + Self.barHeight + 4, paint: .surface, width: 5)
        drawing.line(x1: held, y1: bar - 3, x2: held, y2: bar + Self.barHeight + 4, paint: .ink, width: 2)
        drawing.area([(held - 6, bar - 9), (held + 6, bar - 9), (held, bar - 1)], paint: .ink)
    }
}
