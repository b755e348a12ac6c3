import Testing

@testable import Charts

@Suite("Drawings")
struct DrawingTests {
    private static let widths = [320.0, 360, 520, 720, 1100]

    @Test("every figure is an image with a title and a description that its ids name", arguments: widths)
    func accessible(width: Double) throws {
        for figure in Samples().all {
            let drawing = ParsedDrawing(figure.svg(id: "value", width: width))
            #expect(drawing.isWellFormed)
            let root = try #require(drawing.elements.first)
            #expect(root.attributes["role"] == "img")
            #expect(root.attributes["aria-labelledby"] == "value-title value-desc")
            #expect(drawing.elements.contains { $0.attributes["id"] == "value-title" && $0.text == figure.words.title })
            #expect(drawing.elements.contains { $0.attributes["id"] == "value-desc" && $0.text == figure.words.description })
            #expect(drawing.elements.compactMap { $0.attributes["id"] }.allSatisfy { $0.hasPrefix("value") })
        }
    }

    @Test("no label leaves the view box, however long the words", arguments: widths)
    func inside(width: Double) {
        let long = Samples(text: { "Bardzo długie określenie " + $0 + " bez żadnego skrótu i z końcówką" })
        let unbroken = Samples(text: { String(repeating: "Wartość", count: 40) + $0 })
        for count in [1, 2, 7, 12, 40] {
            for var samples in [Samples(), long, unbroken] {
                samples.count = count
                for figure in samples.all {
                    let drawing = ParsedDrawing(figure.svg(id: "a", width: width))
                    let size = drawing.size
                    for box in drawing.boxes(includingRotated: true) {
                        #expect(box.left >= -0.6 && box.right <= size.width + 0.6, "\(figure.words.title): \(box)")
                        #expect(box.top >= -0.6 && box.bottom <= size.height + 0.6, "\(figure.words.title): \(box)")
                    }
                    for bar in drawing.elements where bar.name == "rect" {
                        let right = drawing.number("x", of: bar) + drawing.number("width", of: bar)
                        let bottom = drawing.number("y", of: bar) + drawing.number("height", of: bar)
                        #expect(drawing.number("x", of: bar) >= 0 && right <= size.width + 0.6 && bottom <= size.height + 0.6)
                    }
                }
            }
        }
    }

    @Test("French and Polish labels neither overlap nor are cut", arguments: [360.0, 720])
    func apart(width: Double) {
        for count in [5, 8, 12, 24, 36] {
            let samples = Samples(count: count)
            let figures: [any Figure] = [
                samples.histogram, samples.stacked, samples.grouped, samples.ranked, samples.forecast, samples.comparison,
                samples.calibration,
                samples.heatMap, samples.grid, samples.shares, samples.total, samples.valueBar, samples.riskBar, samples.eventAxis,
                samples.sankey,
            ]
            for figure in figures {
                let boxes = ParsedDrawing(figure.svg(id: "a", width: width)).boxes(includingRotated: false)
                for (place, box) in boxes.enumerated() {
                    #expect(!box.text.hasSuffix("…"), "\(figure.words.title), \(count): \(box.text)")
                    for other in boxes[(place + 1)...] {
                        #expect(!box.overlaps(other), "\(figure.words.title), \(count): \(box) \(other)")
                    }
                }
            }
        }
    }

    @Test("a page gets a wide and a narrow drawing with no id in common")
    func responsive() {
        let page = ParsedDrawing(
            "<main>" + Samples().all.enumerated().map { $0.element.responsiveHTML(id: "f\($0.offset)") }.joined() + "</main>")
        #expect(page.isWellFormed)
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == 2 * 3 * Samples().all.count && Set(ids).count == ids.count)
        #expect(page.elements.filter { $0.name == "div" }.map { $0.attributes["class"] }.prefix(2) == ["chart-wide", "chart-narrow"])
    }

    @Test("the same values give the same bytes")
    func deterministic() {
        let first = Samples().all.map { $0.svg(id: "a", width: 720) }
        let second = Samples().all.map { $0.svg(id: "a", width: 720) }
        #expect(first == second)
    }

    @Test("a phone's drawing has fewer ticks than a page's, and the same view box as it asked for")
    func narrow() {
        let figure = Samples(count: 24).forecast
        let page = ParsedDrawing(figure.svg(id: "a", width: 720))
        let phone = ParsedDrawing(figure.svg(id: "b", width: 360))
        let shown = { (drawing: ParsedDrawing) in drawing.elements.count { $0.name == "text" && $0.text.hasPrefix("sept.") } }
        #expect(page.size.width == 720 && phone.size.width == 360)
        #expect(shown(phone) < shown(page) && shown(phone) > 2)
    }

    @Test("values that cannot be drawn give no NaN and no infinity, whatever their mixture")
    func hostileValues() {
        var random = SeededRandom(seed: 99)
        for round in 0..<120 {
            // One kind of value in some rounds, a mixture in the others; the first rounds are all of one value.
            let all = HostileValues.all
            let fixed = round < all.count ? all[round] : nil
            let mixed = (0..<997).map { _ in all.randomElement(using: &random) ?? 0 }
            var next = 0
            var samples = Samples(value: { usual in
                next += 1
                if let fixed { return fixed }
                return next % 3 == 0 ? usual : mixed[next % mixed.count]
            })
            samples.count = [0, 1, 2, 5, 60][round % 5]
            for figure in samples.all {
                for width in round < 8 ? [.nan, .infinity, -5, 1e12] : [360.0, 720] {
                    let svg = figure.svg(id: "a", width: width)
                    let drawing = ParsedDrawing(svg)
                    #expect(drawing.isWellFormed)
                    #expect(drawing.size.width >= 240 && drawing.size.width <= 1600 && drawing.size.height < 6000)
                    for element in drawing.elements {
                        for (name, value) in element.attributes where name != "font-family" && name != "id" {
                            let lower = value.lowercased()
                            #expect(!lower.contains("nan") && !lower.contains("inf") && !lower.contains("e+"), "\(name)=\(value)")
                        }
                    }
                }
                _ = figure.table
            }
        }
    }

    @Test("with nothing to draw the caller's words stand in the figure's place")
    func empty() {
        let none = Samples(value: { _ in .nan }, count: 3)
        let zero = Samples(count: 0)
        let figures: [any Figure] = [
            none.histogram, none.stacked, none.grouped, none.ranked, none.forecast, none.comparison, none.calibration, none.heatMap,
            none.shares, none.total, none.valueBar, none.riskBar, none.eventAxis, none.sankey, zero.sankey, zero.eventAxis, zero.histogram,
            zero.ranked,
            zero.forecast, zero.comparison, zero.calibration, zero.heatMap,
            zero.shares,
        ]
        for figure in figures {
            let drawing = ParsedDrawing(figure.svg(id: "a", width: 720))
            #expect(drawing.elements.contains { $0.name == "text" && $0.text == "Trop peu de données." }, "\(figure.words.title)")
            #expect(!drawing.elements.contains { ["path", "circle", "line"].contains($0.name) })
        }
    }

    @Test("a drawing's size is bounded, however many values there are")
    func bounded() {
        let many = Samples(count: 20_000)
        let few = Samples(count: 900)
        let figures: [any Figure] = [
            many.histogram, many.stacked, many.ranked, many.forecast, many.calibration, many.eventAxis, few.heatMap, many.sankey,
        ]
        for figure in figures {
            #expect(figure.svg(id: "a", width: 720).utf8.count < 500_000, "\(figure.words.title)")
        }
        // What is left out of the drawing is said, and the table has it.
        let ranked = ParsedDrawing(many.ranked.svg(id: "a", width: 720))
        #expect(ranked.elements.contains { $0.text == "Le tableau contient le reste." })
        #expect(many.ranked.table.rows.count == 20_000)
    }

    @Test("A single line is not named: the title and the axis say what it is", arguments: widths)
    func singleLine(_ width: Double) {
        func texts(_ names: [String]) -> [String] {
            let chart = LineChart(
                words: FigureWords(title: "Średnia", description: "", empty: "", drawsTitle: false), periodTitle: "Miesiąc",
                periods: ["1", "2"], lines: names.map { .init(name: $0, values: [1, 2]) },
                valueAxis: ValueAxis(title: "EUR", tick: { "\(Int($0))" }))
            return ParsedDrawing(chart.svg(id: "single", width: width)).elements.filter { $0.name == "text" }.map(\.text)
        }
        #expect(!texts(["Linia"]).contains("Linia"))
        #expect(Set(texts(["Linia", "Inna"])).isSuperset(of: ["Linia", "Inna"]))
    }

    @Test("of bins that are merged the peak stays")
    func peak() throws {
        var bins = (0..<5000).map { BarChart.Bin(label: "\($0)", value: 1) }
        bins[3210].values = [80]
        let chart = BarChart(
            words: FigureWords(title: "t", description: "d", empty: "e"), binTitle: "b", bins: bins,
            valueAxis: ValueAxis(title: "v", tick: { "\(Int($0))" }))
        let drawing = ParsedDrawing(chart.svg(id: "a", width: 720))
        let heights = drawing.elements.filter { $0.name == "rect" }.map { drawing.number("height", of: $0) }
        let highest = try #require(heights.max())
        let lowest = try #require(heights.min())
        #expect(abs(highest / lowest - 80) < 1)
        #expect(heights.count <= 180)
    }

    @Test("a Sankey's bands fill its bars: what leaves a place and what reaches it is as thick as its bar")
    func bandsFillBars() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<50 {
            let places = (0..<Int.random(in: 1...9, using: &random)).map { Sankey.Place(name: "p\($0)", color: .green) }
            let flows = (0..<40).map { _ in
                Sankey.Flow(
                    from: Int.random(in: 0..<places.count, using: &random), to: Int.random(in: 0..<places.count, using: &random),
                    value: Double(Int.random(in: 0...900, using: &random)))
            }
            let sankey = Sankey(
                words: FigureWords(title: "t", description: "d", empty: "e"), startTitle: "a", endTitle: "b", start: places, end: places,
                flows: flows, valueAxis: ValueAxis(title: "v", tick: { "\(Int($0))" }))
            let layout = SankeyLayout(sankey)
            let placed = layout.placed(slot: 40, height: 300)
            #expect(
                abs(placed.start.reduce(0) { $0 + $1.height } - 300) < 1e-6 && abs(placed.end.reduce(0) { $0 + $1.height } - 300) < 1e-6)
            for (place, bar) in placed.start.enumerated() {
                let own = placed.bands.filter { $0.from == place }
                #expect(abs(own.reduce(0) { $0 + $1.thickness } - bar.height) < 1e-6)
                #expect(own.allSatisfy { $0.top1 >= bar.top - 1e-6 && $0.top1 + $0.thickness <= bar.top + bar.height + 1e-6 })
            }
            for (place, bar) in placed.end.enumerated() {
                let own = placed.bands.filter { $0.to == place }
                #expect(abs(own.reduce(0) { $0 + $1.thickness } - bar.height) < 1e-6)
            }
            let sum = sankey.table.rows.flatMap { $0.dropFirst() }.reduce(0) { $0 + (Int($1) ?? -1) }
            #expect(sum == flows.reduce(0) { $0 + Int($1.value) })
        }
    }
}
