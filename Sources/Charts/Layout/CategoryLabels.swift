/// Labels below the bars or points of an axis, so arranged that none overlaps another.
///
/// They stand on one line; where that is too narrow on two or three; a few long ones rise at an angle; many are thinned.
struct CategoryLabels {
    private enum Form {
        case lines([[String]])
        case rising([String])
    }

    private let form: Form
    private let size: Double
    /// Of how many neighbouring labels one is shown.
    let stride: Int
    /// The room that the labels need below the axis.
    let height: Double

    /// Arranges labels whose centres are evenly spaced.
    ///
    /// - Parameters:
    ///   - spacing: From centre to centre.
    ///   - edge: From the outermost centres to the edge of the drawing. A label that is held within the edge comes nearer to its
    ///     neighbour.
    init(_ labels: [String], spacing: Double, edge: Double, size: Double) {
        self.size = size
        let lineHeight = (size * 1.25).rounded()
        let widest = labels.map { TextMeasure.width($0, size: size) }.max() ?? 0
        let gap = size * 0.6
        let lineWidth = min(spacing - gap, spacing / 2 + edge)
        let overhang = max(widest / 2 - edge, 0)
        if widest + gap + overhang <= spacing {
            form = .lines(labels.map { [$0] })
            stride = 1
            height = lineHeight + 6
        } else if labels.allSatisfy({ TextMeasure.fits($0, within: lineWidth, size: size, atMost: 3) }) {
            let lines = labels.map { TextMeasure.lines($0, within: lineWidth, size: size, atMost: 3) }
            form = .lines(lines)
            stride = 1
            height = Double(lines.map(\.count).max() ?? 1) * lineHeight + 6
        } else if labels.count <= 10 {
            let shown = labels.map { TextMeasure.fitted($0, within: Self.longestRising, size: size) }
            let longest = shown.map { TextMeasure.width($0, size: size) }.max() ?? 0
            form = .rising(shown)
            stride = 1
            height = (longest * 0.643 + size).rounded() + 11
        } else {
            // Whole quarters and years of months.
            let neat = [2, 3, 4, 6, 12, 24, 36, 60, 120, 240, 600, 1200]
            stride =
                neat.first { stride in
                    let afterLast = (labels.count - 1) % stride
                    let overhang = max(widest / 2 - edge - Double(afterLast) * spacing, 0)
                    return widest + gap + overhang <= Double(stride) * spacing
                } ?? labels.count
            form = .lines(labels.map { [$0] })
            height = lineHeight + 6
        }
    }

    /// The length in pixels at which a rising label is shortened.
    private static let longestRising = 130.0

    /// Draws the labels below a baseline, each around its centre.
    func draw(on drawing: inout Drawing, centers: [Double], baseline: Double) {
        switch form {
        case .lines(let labels):
            let lineHeight = (size * 1.25).rounded()
            for (place, lines) in labels.enumerated() where place % stride == 0 && place < centers.count {
                for (row, line) in lines.enumerated() {
                    let y = baseline + 5 + size + Double(row) * lineHeight
                    drawing.text(line, x: centers[place], y: y, size: size, anchor: .middle, paint: .muted)
                }
            }
        case .rising(let labels):
            for (place, label) in labels.enumerated() where place < centers.count {
                // A label that begins left of the drawing would be cut: it gets what room there is.
                let room = (centers[place] + 3 - size * 0.7) / 0.766
                let shown = TextMeasure.fitted(label, within: room, size: size)
                drawing.risingText(shown, x: centers[place] + 3, y: baseline + 7 + size * 0.8, size: size, paint: .muted)
            }
        }
    }
}
