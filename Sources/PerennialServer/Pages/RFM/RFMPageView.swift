import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// RFM groups: who is in which, who moved, what makes a group.
struct RFMPageView {
    let frame: PageFrame
    let model: RFMPageModel
    let mayChange: Bool

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.RFMPage.title), section: .rfm) {
            head
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            if model.models.count > 1 { models }
            if model.groups.customers == 0 {
                empty
            } else {
                setting.grid {
                    now
                    RFMTwoDaysView(setting: setting, model: model).node
                    RFMMediansView(setting: setting, model: model).node
                    RFMMapView(setting: setting, model: model).node
                }
            }
            help
        }
    }

    private var head: Node {
        .div("page-head head-row") {
            Node.make(.div) {
                Node.make(.h1) { Node.text(words(Phrase.RFMPage.title)) }
                Node.p("subtitle", words.groupsComputed(at: setting.moment(model.computedAt), isProcessing: model.isProcessing))
            }
            if mayChange {
                Node.div("actions") {
                    Node.element(.a, [.css("button quiet"), .to(settingsPath)], [.text(words(Phrase.RFMPage.settings))])
                }
            }
        }
    }

    private var settingsPath: PagePath {
        guard let id = model.models.first(where: \.isChosen)?.id else { return PagePaths.rfmSettings }
        return PagePaths.rfmSettings.with(RFMQuestion.modelParameter, id)
    }

    private var models: Node {
        .make(.nav, [.css("tabs"), .label(words(Phrase.RFMPage.models))]) {
            for entry in model.models {
                var question = model.question
                let path: PagePath = {
                    question.model = entry.isShown ? nil : entry.id
                    return question.path
                }()
                Node.make(.a, [.to(path)] + (entry.isChosen ? [Attribute(name: .current, value: "page")] : [])) {
                    Node.outside(entry.name, longest: 60)
                    if entry.isShown { Node.text(" · " + words(Phrase.RFMPage.isShown)) }
                }
            }
        }
    }

    private var empty: Node {
        setting.card(words(Phrase.RFMPage.now), id: "now", width: 12) {
            setting.empty(words(model.isProcessing ? Phrase.RFM.groupProcessing : Phrase.Home.noCustomers)) {
                if !model.isProcessing { Node.p(words(Phrase.RFMPage.emptyHelp)) }
            }
        }
    }

    // MARK: Now

    private var now: Node {
        guard model.isShown, !model.figures.isEmpty else { return peopleAlone }
        return GroupsView(
            setting: setting, title: words(Phrase.RFMPage.now), groups: model.figures, levels: model.settings.levels.rawValue,
            expectedTitle: model.horizonInDays.map { words.expected(inDays: $0) }
        ).node
    }

    /// Of a model that no list goes by: how many, and what to do.
    private var peopleAlone: Node {
        setting.card(words(Phrase.RFMPage.now), id: "groups", width: 12) {
            Table<Served>(
                under: "groups-heading",
                headers: [
                    words(Phrase.Groups.group), words(Phrase.Page.customers), words(Phrase.RFM.share).withCapital,
                    words(Phrase.Groups.advice),
                ],
                rows: RFMGroup.allCases.map { group in
                    [
                        .node(setting.badge(words(group.phrase), group.color)), .number(setting.format.number(model.groups[group])),
                        .number(model.groups.share(of: group).map { setting.format.percent($0) } ?? "–"), .text(words(group.advice)),
                    ]
                }
            ).node
            Node.p("note after", words(Phrase.RFMPage.notShown))
        }
    }

    private var help: Node {
        setting.help {
            Node.p(words.groupsLead(levels: model.settings.levels.rawValue))
            Node.p(words(Phrase.RFMPage.helpDays))
            Node.p(words(Phrase.RFMPage.helpSegment))
            Node.p(words(Phrase.Groups.pastOnly))
        }
    }
}
