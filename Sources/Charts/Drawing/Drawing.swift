/// A figure under construction: shapes and texts from top to bottom.
///
/// A text that would leave the drawing is moved inwards and, where that is not enough, shortened: no label is cut by the edge.
struct Drawing {
    /// Sizes of letters in pixels.
    struct Sizes {
        let title: Double
        let body: Double
        let label: Double
    }

    /// Which point of a text its position names.
    enum Anchor: String { case start, middle, end }

    let width: Double
    let sizes: Sizes
    /// Where what comes next begins.
    var top = 0.0
    private var body = Markup()

    /// Whether the drawing is for a phone.
    var isNarrow: Bool { width < 520 }

    /// A drawing of a width held within 240 and 1600 pixels.
    private init(width: Double) {
        self.width = width.isFinite ? min(max(width.rounded(), 240), 1600) : 720
        sizes = self.width < 520 ? Sizes(title: 15, body: 12.5, label: 11.5) : Sizes(title: 17, body: 13.5, label: 12)
    }

    /// A whole figure: heading, what `draw` draws, or the words for nothing to draw.
    static func figure(
        _ words: FigureWords, id: String, width: Double, isEmpty: Bool, isShortened: Bool = false, draw: (inout Drawing) -> Void
    ) -> String {
        var drawing = Drawing(width: width)
        drawing.heading(words)
        if isEmpty { drawing.emptyState(words.empty) } else { draw(&drawing) }
        if isShortened, !isEmpty, !words.shortened.isEmpty { drawing.paragraph(words.shortened, size: drawing.sizes.label, paint: .muted) }
        return drawing.finished(words, id: Markup.identifier(id))
    }

    private mutating func heading(_ words: FigureWords) {
        guard words.drawsTitle else { return }
        let size = words.hasSmallTitle ? sizes.body : sizes.title
        for line in TextMeasure.balancedLines(words.title, within: width, size: size, weight: .bold, atMost: 3) {
            text(line, x: 0, y: top + size, size: size, weight: .bold)
            top += (size * 1.28).rounded()
        }
        if !words.subtitle.isEmpty { paragraph(words.subtitle, size: sizes.body, paint: .muted) }
        top += 8
    }

    /// Lines of text over the whole width.
    mutating func paragraph(_ words: String, size: Double, paint: Paint) {
        for line in TextMeasure.lines(words, within: width, size: size, atMost: 4) {
            text(line, x: 0, y: top + size + 2, size: size, paint: paint)
            top += (size * 1.4).rounded()
        }
    }

    private mutating func emptyState(_ words: String) {
        let lines = TextMeasure.lines(words, within: width - 48, size: sizes.body, atMost: 5)
        let lineHeight = (sizes.body * 1.45).rounded()
        let height = max(96, Double(lines.count) * lineHeight + 48)
        rectangle(x: 0, y: top, width: width, height: height, paint: .panel, radius: 4)
        let first = top + (height - Double(lines.count) * lineHeight) / 2 + sizes.body
        for (place, line) in lines.enumerated() {
            text(line, x: width / 2, y: first + Double(place) * lineHeight, size: sizes.body, anchor: .middle, paint: .muted)
        }
        top += height
    }

    private func finished(_ words: FigureWords, id: String) -> String {
        let height = (top + 4).rounded(.up)
        var markup = Markup()
        markup.open(
            "svg",
            [
                ("xmlns", .text("http://www.w3.org/2000/svg")), ("class", .text("chart")), ("id", .text(id)), ("role", .text("img")),
                ("aria-labelledby", .text("\(id)-title \(id)-desc")), ("width", .number(width)), ("height", .number(height)),
                ("viewBox", .text("0 0 \(Markup.number(width)) \(Markup.number(height))")),
                ("font-family", .text(ChartStyle.fontFamily)),
            ])
        markup.element("title", [("id", .text("\(id)-title"))], text: String(words.title.prefix(500)))
        markup.element("desc", [("id", .text("\(id)-desc"))], text: String(words.description.prefix(4000)))
        markup.append(body)
        markup.close("svg")
        return markup.text
    }

    // MARK: Shapes

    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, paint: Paint, outline: Paint? = nil, radius: Double = 0, hint: String? = nil
    ) {
        var attributes: Markup.Attributes = [
            ("x", .number(x)), ("y", .number(y)), ("width", .number(max(width, 0))), ("height", .number(max(height, 0))),
        ]
        if radius > 0 { attributes.append(("rx", .number(radius))) }
        add("rect", attributes, fill: paint, stroke: outline, hint: hint)
    }

    mutating func line(
        x1: Double, y1: Double, x2: Double, y2: Double, paint: Paint, width: Double = 1, dashes: String? = nil
    ) {
        var attributes: Markup.Attributes = [("x1", .number(x1)), ("y1", .number(y1)), ("x2", .number(x2)), ("y2", .number(y2))]
        attributes.append(("stroke-width", .number(width)))
        if let dashes { attributes.append(("stroke-dasharray", .text(dashes))) }
        add("line", attributes, stroke: paint)
    }

    /// A line through points.
    mutating func polyline(_ points: [(x: Double, y: Double)], paint: Paint, width: Double, dashes: String? = nil) {
        guard points.count > 1 else { return }
        var attributes: Markup.Attributes = [
            ("d", .path(Self.steps(points))), ("stroke-width", .number(width)), ("stroke-linejoin", .text("round")),
            ("stroke-linecap", .text(dashes == nil ? "round" : "butt")),
        ]
        if let dashes { attributes.append(("stroke-dasharray", .text(dashes))) }
        add("path", attributes, stroke: paint)
    }

    /// A filled outline through points.
    mutating func area(_ points: [(x: Double, y: Double)], paint: Paint, hint: String? = nil) {
        guard points.count > 2 else { return }
        add("path", [("d", .path(Self.steps(points) + [Markup.PathStep(letter: "Z", numbers: [])]))], fill: paint, hint: hint)
    }

    /// A band of equal thickness that swings from one height to another, through which what lies below is seen.
    mutating func band(
        x1: Double, top1: Double, x2: Double, top2: Double, thickness: Double, paint: Paint, hint: String? = nil
    ) {
        let drawn = max(thickness, 0.75)
        let middle = (x1 + x2) / 2
        let steps: [Markup.PathStep] = [
            .init(letter: "M", numbers: [x1, top1]), .init(letter: "C", numbers: [middle, top1, middle, top2, x2, top2]),
            .init(letter: "L", numbers: [x2, top2 + drawn]),
            .init(letter: "C", numbers: [middle, top2 + drawn, middle, top1 + drawn, x1, top1 + drawn]), .init(letter: "Z", numbers: []),
        ]
        add("path", [("d", .path(steps)), ("fill-opacity", .number(0.4))], fill: paint, hint: hint)
    }

    mutating func circle(
        x: Double, y: Double, radius: Double, paint: Paint, outline: Paint? = nil, opacity: Double = 1, hint: String? = nil
    ) {
        var attributes: Markup.Attributes = [("cx", .number(x)), ("cy", .number(y)), ("r", .number(radius))]
        if opacity < 1 { attributes.append(("fill-opacity", .number(opacity))) }
        add("circle", attributes, fill: paint, stroke: outline, hint: hint)
    }

    private static func steps(_ points: [(x: Double, y: Double)]) -> [Markup.PathStep] {
        points.enumerated().map { Markup.PathStep(letter: $0.offset == 0 ? "M" : "L", numbers: [$0.element.x, $0.element.y]) }
    }

    /// Adds an element with the classes of its paints, and the same colours as attributes for where there is no style.
    private mutating func add(
        _ name: StaticString, _ attributes: Markup.Attributes, fill: Paint? = nil, stroke: Paint? = nil, hint: String? = nil
    ) {
        var classes: [String] = []
        var colors: Markup.Attributes = []
        if let fill { classes.append("f-" + fill.name) }
        colors.append(("fill", .text(fill?.light ?? "none")))
        if let stroke {
            classes.append("s-" + stroke.name)
            colors.append(("stroke", .text(stroke.light)))
        }
        body.element(name, [("class", .text(classes.joined(separator: " ")))] + colors + attributes, hint: hint)
    }

    // MARK: Texts

    /// A text on one line, held within the drawing.
    ///
    /// - Parameters:
    ///   - y: Of the baseline.
    ///   - halo: Whether it stands out from lines behind it.
    mutating func text(
        _ words: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, weight: TextMeasure.Weight = .regular,
        paint: Paint = .ink, halo: Bool = false
    ) {
        let shown = TextMeasure.fitted(words, within: width, size: size, weight: weight)
        guard !shown.isEmpty else { return }
        let measured = TextMeasure.width(shown, size: size, weight: weight)
        let before: Double
        switch anchor {
        case .start: before = 0
        case .middle: before = measured / 2
        case .end: before = measured
        }
        let held = min(max(x, before), max(width - measured + before, before))
        addText(shown, x: held, y: y, size: size, anchor: anchor, weight: weight, paint: paint, halo: halo, rotation: nil)
    }

    /// A text that rises to the point where it ends, for labels below an axis.
    mutating func risingText(_ words: String, x: Double, y: Double, size: Double, paint: Paint) {
        addText(
            words, x: x, y: y, size: size, anchor: .end, weight: .regular, paint: paint, halo: false,
            rotation: "rotate(-40 \(Markup.number(x)) \(Markup.number(y)))")
    }

    private mutating func addText(
        _ words: String, x: Double, y: Double, size: Double, anchor: Anchor, weight: TextMeasure.Weight, paint: Paint, halo: Bool,
        rotation: String?
    ) {
        var attributes: Markup.Attributes = [("class", .text("f-\(paint.name)" + (halo ? " halo" : ""))), ("fill", .text(paint.light))]
        attributes += [("x", .number(x)), ("y", .number(y)), ("font-size", .number(size))]
        if anchor != .start { attributes.append(("text-anchor", .text(anchor.rawValue))) }
        if weight == .bold { attributes.append(("font-weight", .text("600"))) }
        if let rotation { attributes.append(("transform", .text(rotation))) }
        body.element("text", attributes, text: words)
    }
}
