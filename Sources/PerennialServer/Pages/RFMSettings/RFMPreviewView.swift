import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// What settings would change, before anybody saves them.
struct RFMPreviewView {
    let setting: PageSetting
    let preview: RFMPreview

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.RFMSetup.previewTitle), id: "preview", width: 12) {
            Node.make(.p, [Attribute(name: .role, value: "status")]) {
                Node.strong(words.otherSettingsMove(preview.movement.moved, of: preview.now.customers))
            }
            if !preview.warnings.isEmpty {
                Node.make(.ul, [.css("gaps")]) { for warning in preview.warnings { Node.make(.li) { Node.text(warning.text(words)) } } }
            }
            table
            if preview.movement.moved > 0 {
                setting.figure(sankey, id: "figure-preview", width: PageSetting.widest, medium: 640)
            }
            if preview.borders.isSettled { RFMBordersTable(setting: setting, borders: preview.borders).node }
            Node.div("buttons") {
                Node.button(words(Phrase.PagePart.save), name: RFMForm.actionField, value: RFMForm.Action.save.rawValue)
                Node.element(.span, [.css("note")], [.text(words(Phrase.RFMSetup.notSavedYet))])
            }
        }
    }

    private var table: Node {
        let rows = RFMGroup.allCases.map { group -> [Cell] in
            let (now, then) = (preview.now[group], preview.then[group])
            let change = then - now
            return [
                .node(setting.badge(words(group.phrase), group.color)), .number(setting.format.number(now)),
                .number(setting.format.number(then)),
                .number(change > 0 ? "+" + setting.format.number(change) : setting.format.number(change)),
            ]
        }
        return Table<Served>(
            under: "preview-heading",
            headers: [
                words(Phrase.Groups.group), words(Phrase.RFMSetup.before), words(Phrase.RFMSetup.after),
                words(Phrase.RFM.change).withCapital,
            ], rows: rows
        ).node
    }

    private var sankey: Sankey {
        let places = RFMGroup.allCases.map { Sankey.Place(name: words($0.phrase), color: $0.color) }
        let none = Sankey.Place(name: words(Phrase.RFMSetup.noGroup), color: .purple)
        let sides: [RFMGroup?] = RFMGroup.allCases + [nil]
        let flows = sides.enumerated().flatMap { from, start in
            sides.enumerated().map { to, end in
                Sankey.Flow(from: from, to: to, value: Double(preview.movement.count(from: start, to: end)))
            }
        }
        let format = setting.format
        return Sankey(
            words: FigureWords(
                title: words(Phrase.RFMPage.movement),
                description: words.otherSettingsMove(preview.movement.moved, of: preview.now.customers),
                empty: words(Phrase.Home.noCustomers), drawsTitle: false),
            startTitle: words(Phrase.RFMSetup.before), endTitle: words(Phrase.RFMSetup.after), start: places + [none],
            end: places + [none], flows: flows, valueAxis: ValueAxis(title: words(Phrase.Page.customers), tick: { format.rounded($0) }))
    }
}
