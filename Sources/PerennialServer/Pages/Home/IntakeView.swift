import Facts
import Markup
import Wording

/// Whether data arrives well: what was taken, what was refused and why, what waits for a rate.
struct IntakeView {
    let setting: PageSetting
    let intake: IntakeHealth

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Intake.title), id: "intake", width: 4) {
            setting.pairs(pairs)
            if !intake.sources.isEmpty { Node.p("note", words(Phrase.Intake.whatIsCounted)) }
            if intake.refusals.isEmpty { Node.p("note", words(Phrase.Intake.nothingRefused)) } else { refusals }
            if !intake.heldAside.isEmpty { heldAside }
            if intake.unconfirmed > 0 { Node.p("note", words(Phrase.Intake.unconfirmedHelp)) }
        }
    }

    private var pairs: [(name: String, value: Node)] {
        let lastDay = "\(setting.format.number(intake.takenInLastDay)) \(words(Phrase.Intake.lastDay))"
        var pairs: [(name: String, value: Node)] = [
            (words(Phrase.Intake.taken), .text(words.count(intake.taken, .entries) + ", " + lastDay)),
            (words(Phrase.Intake.last), intake.last.map { setting.time($0) } ?? .text(words(Phrase.Intake.never))),
        ]
        if intake.refused > 0 {
            pairs.append((words(Phrase.Intake.refused), .element(.strong, [], [.text(setting.format.number(intake.refused))])))
        }
        if intake.unconfirmed > 0 {
            pairs.append((words(Phrase.Intake.unconfirmed), .text(setting.format.number(intake.unconfirmed))))
        }
        for source in intake.sources {
            pairs.append((words(source.source.phrase), .text(words.count(source.taken, .events) + ", " + setting.ago(source.last))))
        }
        return pairs
    }

    private var refusals: Node {
        let rows = intake.refusals.map { refusal -> [Cell] in
            [
                .node(
                    .make(.span, [Attribute(name: .lang, value: "en")]) {
                        Node.make(.code) { Node.outside(refusal.code, longest: 60) }
                        Node.make(.small, [.css("below")]) { Node.outside(refusal.door, longest: 60) }
                    }),
                .numberWith(setting.format.number(refusal.count), setting.ago(refusal.last)),
            ]
        }
        return Table<Served>(
            caption: words(Phrase.Intake.refusedTitle), headers: [words(Phrase.Intake.reason), words(Phrase.Intake.number)], rows: rows
        ).node
    }

    private var heldAside: Node {
        let rows = intake.heldAside.map { held -> [Cell] in
            [
                .text(held.currency == .none ? words(Phrase.Intake.noCurrency) : held.currency.code),
                .number(setting.format.number(held.orders)), .number(setting.format.wholeMoney(held.minorUnits, held.currency)),
            ]
        }
        let headers = [Phrase.Intake.currency, Phrase.Page.orders, Phrase.Intake.amount]
        return .group {
            Table<Served>(caption: words(Phrase.Intake.heldAsideTitle), headers: headers.map { words($0) }, rows: rows).node
            Node.p("note", words(Phrase.Intake.heldAsideHelp))
        }
    }
}

extension FactSource {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .api: Phrase.Source.api
        case .client: Phrase.Source.client
        case .importFile: Phrase.Source.file
        case .webhook: Phrase.Source.webhook
        case .shop: Phrase.Source.shop
        case .page: Phrase.Source.page
        }
    }
}
