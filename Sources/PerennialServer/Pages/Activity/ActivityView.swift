import Facts
import Markup
import Wording

/// The page of who did what.
struct ActivityView {
    let frame: PageFrame
    let model: ActivityModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var filter: ActivityModel.Filter { model.filter }

    var html: String {
        frame.document(title: words(Phrase.Activity.title), section: .activity) {
            Node.div("page-head") {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.Activity.title)) }
                Node.p("subtitle", words(Phrase.Activity.lead))
            }
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                choice
                if model.entries.isEmpty { empty } else { table }
                pager
            }
            setting.help { Node.p(words(Phrase.Activity.help)) }
        }
    }

    private var choice: Node {
        .query(PagePaths.activity, [.css("fields")]) {
            ChoiceView(
                words(Phrase.Settings.who),
                Choices(
                    ActivityModel.Filter.whoParameter, [.init("", words(Phrase.Activity.everybody))] + people.map { .init($0, $0) },
                    chosen: filter.who)
            ).node
            ChoiceView(
                words(Phrase.Activity.kind),
                Choices(
                    ActivityModel.Filter.kindParameter,
                    [.init("", words(Phrase.Activity.everything))] + ActivityKind.allCases.map { .init($0.rawValue, words($0.phrase)) },
                    chosen: filter.kind?.rawValue ?? "")
            ).node
            day(ActivityModel.Filter.fromParameter, Phrase.Activity.from, filter.from)
            day(ActivityModel.Filter.untilParameter, Phrase.Activity.until, filter.until)
            Node.button(words(Phrase.Activity.filter), [.css("quiet")])
        }
    }

    /// Those of the log, and whoever is asked for.
    private var people: [String] {
        let all = filter.who.isEmpty || model.people.contains(filter.who) ? model.people : [filter.who] + model.people
        // A name that cannot be shown as it is cannot be chosen by it either.
        return all.map { OutsideText($0, longest: ActivityModel.Filter.longestName).shown }
    }

    private func day(_ name: String, _ label: Phrase, _ day: ShopDay?) -> Node {
        FieldView(words(label), Field(name, .date, value: day?.description ?? "", isRequired: false, longest: 10)).node
    }

    private var table: Node {
        Table<Served>(
            under: "title",
            headers: [Phrase.Settings.when, Phrase.Settings.who, Phrase.Settings.what, Phrase.Activity.subject].map { words($0) },
            rows: model.entries.map { entry in
                [
                    .node(setting.time(entry.at)), .node(.outside(entry.who, longest: 60)), .node(what(entry)), .node(subject(entry)),
                ]
            }
        ).node
    }

    private func what(_ entry: ActivityModel.Entry) -> Node {
        if let phrase = Phrase.Done.of(entry.action) { return .text(words(phrase)) }
        return .make(.code, [Attribute(name: .lang, value: "en")]) { Node.outside(entry.action, longest: 60) }
    }

    private func subject(_ entry: ActivityModel.Entry) -> Node {
        switch entry.subject {
        case .none: .text("–")
        case .named(let name): .outside(name, longest: 60)
        case .profile(let id): .link(words(Phrase.Activity.aPerson), to: PagePaths.profile(id))
        }
    }

    private var empty: Node {
        setting.empty(words(Phrase.Activity.none)) {
            Node.p(words(Phrase.Activity.noneHelp))
            Node.make(.p) { Node.link(words(Phrase.Activity.all), to: PagePaths.activity) }
        }
    }

    private var pager: Node {
        .make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
            Node.link(words(Phrase.Activity.file), to: filter.added(to: PagePaths.activity.appending("file")))
            if model.isLater { Node.link(words(Phrase.Activity.newest), to: filter.added(to: PagePaths.activity)) }
            if let older = model.older {
                Node.link(
                    words(Phrase.Activity.older), to: filter.added(to: PagePaths.activity).with(ActivityModel.beforeParameter, "\(older)"))
            }
        }
    }
}
