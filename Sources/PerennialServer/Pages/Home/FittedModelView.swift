import Facts
import Markup
import Reports
import Wording

/// The model in use, in short.
struct FittedModelView {
    let setting: PageSetting
    let model: FittedModel?

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.ModelCard.title), id: "model", width: 6, .link(words(Phrase.Home.details), to: PagePaths.model)) {
            if let model {
                setting.pairs(pairs(model))
            } else {
                Node.p("empty", words(Phrase.ModelCard.none))
            }
        }
    }

    /// What there is to say of it.
    func pairs(_ model: FittedModel) -> [(name: String, value: Node)] {
        var pairs: [(name: String, value: Node)] = [
            (words(Phrase.ModelCard.what), .text(model.basis.modelName(words))),
            (words(Phrase.ModelCard.fitted), setting.time(model.fittedAt)),
            (words(Phrase.ModelCard.asOf), .text(setting.format.date(model.asOf))),
            (words(Phrase.ModelCard.customers), .text(words.count(model.customers, .ofCustomers))),
            (words(Phrase.ModelCard.horizon), .text(words.days(model.basis.horizonInDays))),
            (words(Phrase.ModelCard.check), .text(model.check.map { setting.said($0) } ?? words(Phrase.ModelCard.noCheck))),
        ]
        if let next = model.nextFit { pairs.append((words(Phrase.ModelCard.nextFit), setting.time(next))) }
        return pairs
    }
}
