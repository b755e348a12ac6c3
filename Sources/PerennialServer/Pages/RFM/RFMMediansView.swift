import CustomerValue
import Markup
import Reports
import Wording

/// What the customer in the middle of each group has done, on both days.
struct RFMMediansView {
    let setting: PageSetting
    let model: RFMPageModel

    private var words: Words { setting.words }

    var node: Node {
        guard let comparison = model.comparison else { return .nothing }
        return setting.card(words(Phrase.RFMPage.medians), id: "medians", width: 12) {
            Node.p("lead", words(Phrase.RFMPage.mediansLead))
            if comparison.hasMedians {
                table(comparison.report)
            } else if let known = comparison.medians.known {
                table(known.report)
                Node.p("note", words.countedAt(setting.moment(known.at)))
                if comparison.medians.isCounting { counting(Phrase.RFMPage.countedAnew) }
            } else if comparison.medians.isCounting {
                counting(Phrase.RFMPage.beingCounted)
            } else {
                ask
            }
        }
    }

    private func counting(_ text: Phrase) -> Node {
        .make(.p, [Attribute(name: .role, value: "status")]) {
            Node.text(words(text) + " ")
            Node.link(words(Phrase.RFMPage.lookAgain), to: model.question.path.at("medians"))
        }
    }

    /// All orders are read for medians: where there are many, only where somebody asks, and once for everybody.
    private var ask: Node {
        var question = model.question
        question.wantsMedians = true
        return .make(.p) {
            Node.element(
                .a, [.css("button quiet"), .to(question.path.at("medians"))], [.text(words(Phrase.RFMPage.workOutMedians))])
        }
    }

    private func table(_ report: RFMReport) -> Node {
        let rows = report.rows.map { row -> [Cell] in
            [.node(setting.badge(words(row.group.phrase), row.group.color))]
                + [
                    cell(row) { setting.format.rounded($0.daysSinceLastOrder) }, cell(row) { count($0.numberOfOrders) },
                    cell(row) { setting.mean($0.historicMinorUnits) },
                ]
        }
        return Table<Served>(
            caption: words.mediansOn(setting.format.date(report.end), before: setting.format.date(report.start)),
            headers: [
                words(Phrase.Groups.group), words(Phrase.RFMPage.daysSince), words(Phrase.RFMPage.orders),
                words(Phrase.RFMPage.spent),
            ], rows: rows
        ).node
    }

    /// The later day, and the earlier one below it.
    private func cell(_ row: RFMReport.Row, _ text: (RFMMedians) -> String) -> Cell {
        .numberWith(row.mediansAtEnd.map(text) ?? "–", row.mediansAtStart.map(text) ?? "–")
    }

    /// Half an order stands between two customers in the middle.
    private func count(_ orders: Double) -> String {
        setting.format.decimal(orders, decimals: orders == orders.rounded() ? 0 : 1)
    }
}
