import CustomerValue
import Facts
import Markup
import Wording

/// What was read, what was left out, and why.
struct ReadingView {
    let page: PageContext

    private var words: Words { page.words }

    /// Files that are listed; a shop may export by day.
    private static let mostFiles = 50
    /// Statuses that are listed: the most frequent.
    private static let mostStatuses = 30

    var content: Node {
        .group([
            .p("basis", "\(words.historicBasis(asOf: page.asOf)) \(words.daysOf(zone: page.analysis.summaries.timeZone.identifier))"),
            page.reading.map(read) ?? page.empty(words(Phrase.Reading.nothingRead)), counted,
        ])
    }

    private func read(_ facts: ReadingFacts) -> Node {
        let files = facts.files.prefix(Self.mostFiles).map { file -> [Cell] in
            let name = file.name.map { page.outside($0) } ?? .text(words(Phrase.Reading.standardInput))
            let form = words(file.form) + (file.isAssumed ? " (\(words(Phrase.Reading.assumed)))" : "")
            return [.node(name), .text(form), .number(page.format.number(file.rows)), .number(page.format.number(file.brought))]
        }
        let headers = [Phrase.Reading.file, Phrase.Reading.form, Phrase.Reading.rows, Phrase.Reading.brought]
        let notes = facts.files.prefix(Self.mostFiles).flatMap(\.notes)
        return .group([
            page.table(words(Phrase.Reading.filesTitle), headers: headers.map { words($0) }, rows: Array(files)),
            facts.files.count > Self.mostFiles ? .p("note", words.shownOf(Self.mostFiles, all: facts.files.count)) : .nothing,
            counts(facts.outcomes, title: Phrase.Reading.rowsTitle, header: Phrase.Reading.kind), statuses(facts), problems(facts),
            notes.isEmpty
                ? .nothing
                : .make(.details) {
                    Node.make(.summary) { Node.text(words(Phrase.Reading.notes)) }
                    Node.make(.ul) {
                        for note in notes {
                            Node.make(.li) { page.outside(words.readingNote(note.code, note.values) ?? note.text, longest: 400) }
                        }
                    }
                },
        ])
    }

    private func counts(_ counts: [ReadingFacts.Count], title: Phrase, header: Phrase) -> Node {
        let rows = counts.filter { $0.number > 0 }.map { [Cell.text(words($0.what)), Cell.number(page.format.number($0.number))] }
        guard !rows.isEmpty else { return .nothing }
        return page.table(words(title), headers: [words(header), words(Phrase.Reading.number)], rows: rows)
    }

    private func statuses(_ facts: ReadingFacts) -> Node {
        guard !facts.statuses.isEmpty else { return .nothing }
        let rows = facts.statuses.prefix(Self.mostStatuses).map { status -> [Cell] in
            [.node(page.outside(status.value)), .text(words(status.meaning)), .number(page.format.number(status.number))]
        }
        let headers = [Phrase.Reading.status, Phrase.Reading.takenFor, Phrase.Reading.rows]
        return page.table(words(Phrase.Reading.statusesTitle), headers: headers.map { words($0) }, rows: Array(rows))
    }

    private func problems(_ facts: ReadingFacts) -> Node {
        guard facts.problems.contains(where: { $0.number > 0 }) else { return .p(words(Phrase.Reading.allUsed)) }
        return .group([
            counts(facts.problems, title: Phrase.Reading.problemsTitle, header: Phrase.Reading.reason),
            .p("note", words(Phrase.Reading.seeRejects)),
        ])
    }

    private var counted: Node {
        let report = page.analysis.summaries.report
        var rows: [[Cell]] = []
        func add(_ what: String, _ number: Int, _ amount: String? = nil) {
            if number > 0 { rows.append([.text(what), .number(page.format.number(number)), .number(amount ?? "–")]) }
        }
        let matched = report.refundsMatchedByOrder + report.refundsMatchedByCustomer
        add(words(Phrase.Counted.purchases), report.purchases, page.money(page.analysis.totals.historicMinorUnits))
        add(words(Phrase.Counted.sameDay), report.sameDayOrders)
        add(words(Phrase.Counted.refunded), matched, page.money(report.refundedMinorUnits))
        add(words(Phrase.Counted.fullyRefunded), report.fullyRefundedOrders)
        add(words(Phrase.Counted.unmatchedRefunds), report.refundsUnmatched, page.money(report.unmatchedRefundMinorUnits))
        add(words(Phrase.Counted.unknownRefunds), report.refundsOfUnknownCustomers)
        add(words(Phrase.Counted.refundsAfterAsOf), report.refundsAfterAsOf)
        add(words(Phrase.Counted.refundsHeldAside), report.refundsHeldAside)
        add(words(Phrase.Counted.zeroValue), report.zeroValueOrders)
        add(words(Phrase.Counted.afterAsOf), report.ordersAfterAsOf)
        add(words(Phrase.Counted.inFuture), report.ordersInFuture)
        for part in report.converted {
            add(words.converted(part.currency), part.orders, page.format.money(part.minorUnits, part.currency))
        }
        for part in report.heldAside {
            add(words.heldAside(part.currency), part.orders, page.format.money(part.minorUnits, part.currency))
        }
        for sum in page.reading?.withoutCustomer ?? [] where sum.minorUnits != 0 {
            rows.append([
                .text(words(Phrase.Counted.withoutCustomer)), .number("–"), .number(page.format.money(sum.minorUnits, sum.currency)),
            ])
        }
        add(words(Phrase.Counted.withoutPurchase), report.customersWithoutPurchase)
        if report.didOverflow { rows.append([.text(words(Phrase.Counted.overflow)), .number("–"), .number("–")]) }
        let headers = [Phrase.Reading.kind, Phrase.Reading.number, Phrase.Reading.amount]
        return page.table(words(Phrase.Reading.countedTitle), headers: headers.map { words($0) }, rows: rows)
    }
}
