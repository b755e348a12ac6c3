/// Where the bars of a ``BarChart`` stand.
struct BarLayout {
    /// Series that are told apart; more are not drawn.
    private static let mostSeries = 4

    private let chart: BarChart
    private let bins: [BarChart.Bin]
    private let seriesCount: Int
    /// Bins of the chart for one that is drawn.
    private let merged: Int

    init(_ chart: BarChart, width: Double) {
        self.chart = chart
        seriesCount = min(max(chart.series.count, 1), Self.mostSeries)
        let most = max(Int(width / 4), 1)
        merged = (chart.bins.count + most - 1) / most
        bins = merged <= 1 ? chart.bins : Self.merge(chart.bins, by: merged, series: seriesCount)
    }

    /// Of neighbours the largest, so that peaks stay.
    private static func merge(_ bins: [BarChart.Bin], by size: Int, series: Int) -> [BarChart.Bin] {
        stride(from: 0, to: bins.count, by: size).map { start in
            let group = bins[start..<min(start + size, bins.count)]
            let values = (0..<series).map { place in
                let drawable = group.compactMap { place < $0.values.count && $0.values[place].isDrawable ? $0.values[place] : nil }
                return drawable.max { $0.magnitude < $1.magnitude } ?? .nan
            }
            return BarChart.Bin(label: bins[start].label, values: values, isHighlighted: group.contains(where: \.isHighlighted))
        }
    }

    private func values(of bin: BarChart.Bin) -> [Double] {
        (0..<seriesCount).map { $0 < bin.values.count && bin.values[$0].isDrawable ? bin.values[$0] : 0 }
    }

    /// The ends of a bin's bars.
    private func extent(of bin: BarChart.Bin) -> (low: Double, high: Double) {
        let values = values(of: bin)
        guard chart.arrangement == .stacked else { return (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0)) }
        return (values.reduce(0) { $0 + min($1, 0) }, values.reduce(0) { $0 + max($1, 0) })
    }

    func draw(on drawing: inout Drawing) {
        if seriesCount > 1 {
            drawing.key((0..<seriesCount).map { (.box(fill($0, standsBack: false), outline: outline($0)), chart.series[$0]) })
        }
        let extents = bins.map(extent)
        let hasHighlight = bins.contains(where: \.isHighlighted)
        let hasValues = hasHighlight || areFew
        let strip = (hasValues ? 10.0 : 0) + (chart.marker == nil ? 0 : 16)
        let plot = drawing.plot(
            chart.valueAxis, from: extents.map(\.low).min() ?? 0, to: extents.map(\.high).max() ?? 0,
            height: drawing.isNarrow ? 200 : 250, strip: strip)
        let band = plot.width / Double(bins.count)
        let centers = bins.indices.map { plot.left + (Double($0) + 0.5) * band }
        for (place, bin) in bins.enumerated() {
            drawBars(of: bin, center: centers[place], band: band, standsBack: hasHighlight && !bin.isHighlighted, plot, on: &drawing)
        }
        if extents.contains(where: { $0.low < 0 }) || plot.zero < plot.bottom {
            drawing.line(x1: plot.left, y1: plot.zero.rounded(), x2: plot.right, y2: plot.zero.rounded(), paint: .rule)
        }
        if let marker = chart.marker { draw(marker, plot, band: band, lift: hasValues ? 20 : 10, on: &drawing) }
        drawValues(extents: extents, plot, centers: centers, band: band, on: &drawing)
        let labels = CategoryLabels(bins.map(\.label), spacing: band, edge: band / 2, size: drawing.sizes.label)
        labels.draw(on: &drawing, centers: centers, baseline: plot.bottom)
        drawing.top += labels.height
        drawing.belowAxis(chart.binTitle)
    }

    private func drawBars(
        of bin: BarChart.Bin, center: Double, band: Double, standsBack: Bool, _ plot: Plot, on drawing: inout Drawing
    ) {
        let whole = max(min(band * 0.78, 72), 1)
        var above = 0.0
        var below = 0.0
        for (place, value) in values(of: bin).enumerated() where value != 0 {
            let isStacked = chart.arrangement == .stacked
            let width = isStacked ? whole : whole / Double(seriesCount)
            let x = isStacked ? center - whole / 2 : center - whole / 2 + Double(place) * width
            let base = isStacked ? (value > 0 ? above : below) : 0
            if value > 0 { above = base + value } else { below = base + value }
            let ends = (plot.scale(base), plot.scale(base + value))
            let name = place < chart.series.count ? "\(bin.label), \(chart.series[place])" : bin.label
            drawing.rectangle(
                x: x, y: min(ends.0, ends.1), width: width - (seriesCount > 1 && !isStacked && width > 4 ? 1 : 0),
                height: max(abs(ends.1 - ends.0), 0.75), paint: fill(place, standsBack: standsBack), outline: outline(place),
                hint: "\(name): \(chart.valueAxis.exact(value))")
        }
    }

    /// Whether there are so few bars that each has its value written above it.
    private var areFew: Bool { seriesCount == 1 && bins.count <= 10 }

    /// Values above the bars: of those that stand out, and of all where they are few and have room.
    private func drawValues(
        extents: [(low: Double, high: Double)], _ plot: Plot, centers: [Double], band: Double, on drawing: inout Drawing
    ) {
        let size = drawing.sizes.label
        let texts = bins.map { bin in
            bin.values.prefix(seriesCount).contains(where: \.isDrawable)
                ? values(of: bin).map(chart.valueAxis.exact).joined(separator: " + ") : ""
        }
        let allFit = areFew && texts.allSatisfy { TextMeasure.width($0, size: size, weight: .bold) + 4 <= band }
        for (place, bin) in bins.enumerated() where allFit || bin.isHighlighted {
            // A value that is wider than its bar stands above its neighbours as well.
            let reach = (TextMeasure.width(texts[place], size: size, weight: .bold) + band) / 2
            let below = bins.indices.filter { abs(centers[$0] - centers[place]) < reach }
            let highest = allFit ? extents[place].high : below.map { extents[$0].high }.max() ?? 0
            drawing.text(
                texts[place], x: centers[place], y: plot.scale(highest) - 6, size: size, anchor: .middle,
                weight: bin.isHighlighted ? .bold : .regular, halo: true)
        }
    }

    /// The second series is faint with an outline, so that it is told apart without colour.
    private func fill(_ series: Int, standsBack: Bool) -> Paint {
        let color = ChartColor.at(series)
        return standsBack || series % 2 == 1 ? .pale(color) : .series(color)
    }

    private func outline(_ series: Int) -> Paint? { series % 2 == 1 ? .series(ChartColor.at(series)) : nil }

    private func draw(_ marker: BarChart.Marker, _ plot: Plot, band: Double, lift: Double, on drawing: inout Drawing) {
        guard marker.position.isDrawable else { return }
        let bin = min(max(marker.position, 0), Double(chart.bins.count)) / Double(max(merged, 1))
        let x = min(plot.left + bin * band, plot.right)
        // A clear line beneath lets the dashes stand out from a dark bar.
        drawing.line(x1: x, y1: plot.top - lift, x2: x, y2: plot.bottom, paint: .surface, width: 3.5)
        drawing.line(x1: x, y1: plot.top - lift, x2: x, y2: plot.bottom, paint: .ink, width: 1.25, dashes: "4 3")
        let label = TextMeasure.fitted(marker.label, within: drawing.width - 8, size: drawing.sizes.label, weight: .bold)
        let needed = TextMeasure.width(label, size: drawing.sizes.label, weight: .bold)
        let standsRight = x + 6 + needed <= drawing.width
        drawing.text(
            label, x: standsRight ? x + 6 : x - 6, y: plot.top - lift - 2, size: drawing.sizes.label, anchor: standsRight ? .start : .end,
            weight: .bold, halo: true)
    }
}
