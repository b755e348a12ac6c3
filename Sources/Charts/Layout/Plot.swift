/// The field in which bars and lines stand: a value axis on the left with its ticks and faint lines across.
struct Plot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let scale: LinearScale

    var width: Double { right - left }

    /// Where zero stands, or the nearest end of the axis.
    var zero: Double { scale(0) }
}

extension Drawing {
    /// Draws a value axis with its title above and gives the field beside it.
    ///
    /// - Parameters:
    ///   - strip: Room above the field for labels that stand in no bar's way.
    ///   - rightMargin: Room to the right of the field for labels at the ends of lines.
    ///   - isSquare: Whether the field is as wide as it is high, where there is room.
    mutating func plot(
        _ axis: ValueAxis, from low: Double, to high: Double, height: Double, strip: Double = 0, rightMargin: Double = 0,
        isSquare: Bool = false
    ) -> Plot {
        paragraph(axis.title, size: sizes.label, paint: .muted)
        top += strip + 14
        let ticks = Ticks(covering: low, high, steps: isNarrow ? 4 : 5, smallestStep: axis.smallestStep)
        let labels = ticks.values.map { TextMeasure.fitted(axis.tick($0), within: width * 0.28, size: sizes.label) }
        let gutter = (labels.map { TextMeasure.width($0, size: sizes.label) }.max() ?? 0) + 8
        let scale = LinearScale(domain: ticks.domain, start: top + height, end: top)
        let left = gutter.rounded(.up)
        let farthest = width - max(rightMargin, 2)
        let right = isSquare ? min(left + height, farthest) : farthest
        let plot = Plot(left: left, right: right, top: top, bottom: top + height, scale: scale)
        for (value, label) in zip(ticks.values, labels) {
            let y = scale(value).rounded()
            line(x1: plot.left, y1: y, x2: plot.right, y2: y, paint: value == 0 ? .rule : .grid)
            text(label, x: plot.left - 8, y: y + sizes.label * 0.35, size: sizes.label, anchor: .end, paint: .muted)
        }
        top += height
        return plot
    }

    /// The title of the axis below a field, at its right end.
    mutating func belowAxis(_ title: String) {
        guard !title.isEmpty else { return }
        for line in TextMeasure.lines(title, within: width, size: sizes.label, atMost: 2) {
            text(line, x: width, y: top + sizes.label + 3, size: sizes.label, anchor: .end, paint: .muted)
            top += (sizes.label * 1.4).rounded()
        }
        top += 4
    }

    /// What a key shows before a name.
    enum KeyMark {
        case box(Paint, outline: Paint?)
        case stroke(Paint, dashes: String?)
    }

    /// A key in as many lines as it needs.
    mutating func key(_ entries: [(mark: KeyMark, name: String)]) {
        let lineHeight = (sizes.label * 1.6).rounded()
        var x = 0.0
        for entry in entries {
            let name = TextMeasure.fitted(entry.name, within: width - 24, size: sizes.label)
            let needed = 22 + TextMeasure.width(name, size: sizes.label)
            if x > 0, x + needed > width {
                x = 0
                top += lineHeight
            }
            let middle = top + lineHeight / 2
            switch entry.mark {
            case .box(let paint, let outline):
                rectangle(x: x + 1, y: middle - 5, width: 11, height: 11, paint: paint, outline: outline, radius: 1)
            case .stroke(let paint, let dashes):
                line(x1: x, y1: middle, x2: x + 17, y2: middle, paint: paint, width: 2.5, dashes: dashes)
            }
            text(name, x: x + 22, y: middle + sizes.label * 0.35, size: sizes.label)
            x += needed + 18
        }
        if !entries.isEmpty { top += lineHeight + 5 }
    }
}
