import Facts
import Markup
import Wording

/// Whether data arrives well: what was taken, what was refused and why, what waits for a rate.
struct IntakeView {
    let setting: PageSetting
    let intake: IntakeHealth

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Intake.title), id: "intake", width: 6, .link(words(Phrase.Home.details), to: PagePaths.intake)) {
            setting.pairs(pairs)
            if !intake.sources.isEmpty { Node.p("note", words(Phrase.Intake.whatIsCounted)) }
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
