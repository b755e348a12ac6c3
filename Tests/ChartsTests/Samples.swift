import Charts

/// One figure of each kind, from texts and values that a test chooses.
struct Samples {
    /// The text for a slot, given the slot's usual text.
    var text: (String) -> String = { $0 }
    /// The next value, given the usual one.
    var value: (Double) -> Double = { $0 }
    /// How many bins, periods, points, rows.
    var count = 12

    private func words(_ title: String) -> FigureWords {
        FigureWords(
            title: text(title), subtitle: text("Boutique de Lyon, janvier à décembre"), description: text("Ce que montre la figure."),
            empty: text("Trop peu de données."), shortened: text("Le tableau contient le reste."))
    }

    private func axis(_ title: String) -> ValueAxis {
        let prefix = text("")
        let tick: @Sendable (Double) -> String = { "\(prefix)\(Int($0 * 10)) €" }
        return ValueAxis(title: text(title), tick: tick, exact: { "\(prefix)\(Int($0 * 1000)) €" })
    }

    private static let groups = [
        "Czempioni", "Lojalni klienci", "Niedawni", "Wymagają uwagi", "Zagrożeni odejściem", "Nieaktywni", "À surveiller", "Fidèles",
        "valeur élevée", "nouveau client", "purchase likelihood: moderate", "Klienci, którzy prawdopodobnie wrócą",
    ]

    private func label(_ place: Int) -> String { text(Self.groups[place % Self.groups.count]) }
    private func month(_ place: Int) -> String { text("sept. \(2000 + place)") }
    private func values(_ scale: Double) -> [Double] { (0..<count).map { value(Double($0 % 7 + 1) * scale) } }

    var all: [any Figure] {
        [
            histogram, stacked, grouped, ranked, forecast, comparison, calibration, heatMap, grid, shares, total, valueBar, riskBar,
            eventAxis, sankey,
        ]
    }

    var sankey: Sankey {
        let places = (0..<min(count, 14)).map { Sankey.Place(name: label($0), color: .blue) }
        let flows = values(300).enumerated().map { place, value in
            Sankey.Flow(from: place % max(places.count, 1), to: (place * 5 + 1) % max(places.count, 1), value: value)
        }
        return Sankey(
            words: words("D’un groupe à l’autre"), startTitle: text("1 janvier 2025"), endTitle: text("31 mars 2025"), start: places,
            end: places, flows: flows, valueAxis: axis("Clients"))
    }

    var histogram: BarChart {
        BarChart(
            words: words("Moitié des clients reviennent en trente-quatre jours"), binTitle: text("Jours jusqu’à la deuxième commande"),
            bins: values(100).enumerated().map { .init(label: month($0.offset), value: $0.element, isHighlighted: $0.offset == 2) },
            valueAxis: axis("Clients"), marker: .init(position: value(3.4), label: text("médiane 34 jours")))
    }

    var stacked: BarChart {
        BarChart(
            words: words("Nouveaux et anciens clients"), binTitle: text("Mois"),
            bins: values(100).map { .init(label: month(Int($0.isFinite ? min(max($0, 0), 9) : 0)), values: [$0, value(50)]) },
            series: [text("Première commande"), text("Clients susceptibles de revenir")], valueAxis: axis("Clients"))
    }

    var grouped: BarChart {
        BarChart(
            words: words("Prognoza i wynik"), binTitle: text("Grupa"),
            bins: values(30).prefix(8).enumerated().map { .init(label: label($0.offset), values: [$0.element, value(-40), value(12)]) },
            series: [text("Prognoza"), text("Wynik"), text("Różnica")], arrangement: .grouped, valueAxis: axis("Zamówienia"))
    }

    var ranked: RankedBars {
        RankedBars(
            words: words("Wartość zagrożona według grupy"), itemTitle: text("Grupa"),
            items: values(1000).enumerated().map {
                .init(label: label($0.offset), value: $0.element, valueText: text("12 345 678,50 zł"), color: $0.offset == 0 ? .grey : nil)
            }, valueAxis: axis("Zagrożona wartość, zł"))
    }

    var forecast: LineChart {
        let all = values(9000)
        let half = count / 2
        return LineChart(
            words: words("Chiffre d’affaires attendu"), periodTitle: text("Mois"), periods: (0..<count).map(month),
            lines: [
                .init(name: text("réalité"), values: all.enumerated().map { $0.offset < half ? $0.element : .nan }),
                .init(name: text("prévision"), values: all.enumerated().map { $0.offset < half ? .nan : $0.element }, kind: .forecast),
            ],
            band: .init(
                name: text("fourchette à 80 %"), lowTitle: text("bas"), highTitle: text("haut"),
                low: all.enumerated().map { $0.offset < half ? .nan : value($0.element * 0.8) },
                high: all.enumerated().map { $0.offset < half ? .nan : value($0.element * 1.2) }),
            valueAxis: axis("Chiffre d’affaires, €"))
    }

    var comparison: LineChart {
        LineChart(
            words: words("Dernier trimestre"), periodTitle: text("Semaine"), periods: (0..<count).map { text("\($0 + 1)") },
            lines: [
                .init(name: text("réalité"), values: values(10)),
                .init(name: text("prévision faite au début du trimestre"), values: values(10.2), kind: .forecast),
            ], valueAxis: axis("Commandes cumulées"))
    }

    var calibration: CalibrationChart {
        CalibrationChart(
            words: words("Prévisions et réalité"),
            points: values(0.1).map { .init(forecast: $0, observed: value(0.4), customers: value(90), customersText: text("90")) },
            forecastAxis: axis("Probabilité moyenne prévue"), observedAxis: axis("Part observée"),
            customersTitle: text("surface : nombre de clients"), diagonalText: text("comme prévu"),
            aboveText: text("plus de commandes que prévu"), belowText: text("moins de commandes que prévu"))
    }

    var heatMap: HeatMap {
        HeatMap(
            words: words("Valeur par mois de première commande"), rowTitle: text("Première commande"),
            columnTitle: text("Mois depuis la première commande"), valueTitle: text("Valeur par client, €"),
            columns: (0..<count).map { text("\($0)") },
            rows: (0..<count).map { row in
                .init(label: month(row), cells: values(3).prefix(count - row).map { .init(value: $0, text: text("1 234 €")) })
            })
    }

    var grid: GroupGrid {
        let colors = ChartColor.allCases
        return GroupGrid(
            words: words("Siatka RFM"), panelTitle: text("Wartość"), rowTitle: text("Świeżość"), columnTitle: text("Częstotliwość"),
            groupTitle: text("Grupa"), textTitle: text("klienci"), rowLabels: ["3", "2", "1"].map(text),
            columnLabels: ["1", "2", "3"].map(text),
            panels: (0..<3).map { panel in
                let rows = (0..<3).map { row in
                    (0..<3).map { column in
                        let place = (row * 3 + column) % 7
                        return GroupGrid.Cell(group: label(place), text: text("1 234"), color: colors[place])
                    }
                }
                return GroupGrid.Panel(title: text("Wartość \(panel + 1) (wysoka)"), rows: rows)
            })
    }

    var shares: ShareBar {
        ShareBar(
            words: words("Ryzyko odejścia"), partTitle: text("Ryzyko"), valueTitle: text("Odsetek klientów, %"),
            parts: values(1).prefix(7).enumerated().map { .init(label: label($0.offset), value: $0.element, valueText: text("12 %")) })
    }

    var total: ShareBar {
        ShareBar(
            words: words("Valeur vie client totale"), partTitle: text("Part"), valueTitle: text("€ par client"),
            parts: [
                .init(label: text("historique"), value: value(130), valueText: text("130,40 €")),
                .init(label: text("prévue sur douze mois"), value: value(60), valueText: text("60,10 €"), color: .vermillion),
            ])
    }

    var valueBar: ValueBar {
        ValueBar(
            words: words("Valeur vie client"), partTitle: text("Part"),
            known: .init(label: text("CLV historique"), value: value(401), valueText: text("401,00 €")),
            expected: .init(label: text("CLV prévue"), value: value(99), valueText: text("99,00 €")),
            range: .init(label: text("8 cas sur 10"), low: value(20), high: value(230), text: text("20 € – 230 €")),
            valueAxis: axis("Valeur, €"))
    }

    var riskBar: RiskBar {
        RiskBar(
            words: words("Ryzyko odejścia"), valueTitle: text("Ryzyko odejścia"), value: value(0.41), valueText: text("41 %"),
            zones: [
                .init(label: text("niskie"), end: value(0.33), color: .green),
                .init(label: text("umiarkowane"), end: value(0.66), color: .orange),
                .init(label: text("wysokie"), end: 1, color: .vermillion),
            ])
    }

    var eventAxis: EventAxis {
        EventAxis(
            words: words("Zamówienia i ryzyko odejścia w czasie"), markTitle: text("Zamówienia"),
            marks: (0..<count).map { .init(position: value(Double($0 * $0) * 3), label: month($0)) },
            now: .init(position: value(Double(count * count * 3 + 20)), label: text("dziś, 31.12.2024")),
            next: .init(position: value(Double(count * count * 3 + 90)), label: text("następne: 31.03.2025")),
            ticks: (0..<count).map { .init(position: value(Double($0) * 30), label: month($0)) },
            course: .init(
                title: text("Ryzyko odejścia"), ends: (low: text("0%"), high: text("100%")),
                meanings: [(.green, text("niskie")), (.vermillion, text("wysokie"))],
                steps: (0..<count).map {
                    .init(
                        position: value(Double($0) * 30), level: value(Double($0) / 12), label: month($0),
                        color: ChartColor.allCases[$0 % ChartColor.allCases.count])
                }))
    }
}
