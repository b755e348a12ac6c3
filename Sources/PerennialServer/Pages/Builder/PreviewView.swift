import Markup
import Wording

/// Whom a draft means now: how many, what they are worth, and in words. A script puts this part in place anew.
struct PreviewView {
    let setting: PageSetting
    let model: BuilderModel

    private var words: Words { setting.words }

    var node: Node {
        .make(
            .section,
            [.id(BuilderView.previewID), .css("card preview"), .labelledBy("preview-heading"), Attribute(name: .live, value: "polite")]
        ) {
            Node.make(.h2, [.id("preview-heading")]) { Node.text(words(Phrase.Builder.whoThatIs)) }
            if let preview = model.preview {
                counted(preview)
            } else {
                Node.p("note", words(waits ? Phrase.Builder.incomplete : Phrase.Builder.pressPreview))
            }
        }
    }

    /// Whether something is to be filled in first.
    private var waits: Bool { model.showsProblems && !(model.problems.fields.isEmpty && model.problems.general.isEmpty) }

    private func counted(_ preview: BuilderModel.Preview) -> [Node] {
        var tiles: [PageSetting.Tile] = [
            .init(words(Phrase.Profile.historic), setting.whole(preview.historicMinorUnits), words.boughtBy(preview.customers))
        ]
        if preview.withPredictions > 0, let basis = model.basis {
            tiles.append(
                .init(
                    words(Phrase.GroupPage.expectedSpend), setting.estimate(Double(preview.predictedMinorUnits)),
                    words.inTheNext(days: basis.horizonInDays)))
        }
        return [
            .make(.p, [.css("preview-count")]) {
                Node.make(.span, [.css("amount"), .id("preview-count")]) { Node.text(setting.format.number(preview.count)) }
                Node.make(.span) {
                    Node.text(
                        words.noun(.profiles, after: preview.count) + " · "
                            + words.ofAllProfiles(setting.format.percent(preview.share, decimals: preview.share < 0.1 ? 1 : 0)))
                }
            },
            setting.tiles(tiles, "tiles two"),
            preview.lacksPredictions ? .p("problem", words(Phrase.Builder.lacksPredictions)) : .nothing,
            .make(.details, [.css("data")]) {
                Node.make(.summary) { Node.text(words(Phrase.Builder.inWords)) }
                OutlineView(lines: preview.lines).node
            },
        ]
    }
}
