import Charts
import Facts
import Markup
import Wording

@testable import PerennialServer

private typealias Node = Markup.Node<Served>

/// Every part that pages are made of, on one page that needs no server: docs/components.html.
struct ComponentsPage {
    let samples = Samples()

    private var setting: PageSetting { samples.setting }
    private var token: FormToken { FormToken("") }

    /// The page with its style within.
    var html: String {
        let page = samples.frame(PagePaths.home).document(title: "Components", section: .home) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text("Components") }
                Node.p(
                    "subtitle",
                    "What the pages of Perennial are made of, with the name of each in the source. Nothing here is sent anywhere.")
            }
            setting.grid {
                text
                figures
                fields
                choices
                buttons
                notices
                wayfinding
                table
            }
            charts
        }
        return page.replacing(/<link rel="icon"[^>]*>/, with: "")
            .replacing(/<link rel="stylesheet"[^>]*>/, with: "<style>\(PageAsset.style.text)</style>")
    }

    private func card(_ title: String, _ id: String, width: Int = 6, @NodeList<Served> _ content: () -> [Node]) -> Node {
        setting.card(title, id: id, width: width, content: content)
    }

    private var text: Node {
        card("Cards and words", "words") {
            Node.p("lead", "A card: setting.card. The lead of a card, .lead.")
            Node.p("A paragraph. A number of people is a link to exactly these people.")
            Node.p("note", "A note under figures: .note")
            Node.make(.p) {
                setting.badge("Champions", .green)
                Node.text(" ")
                setting.badge("At Risk", .vermillion)
            }
            setting.pairs([("setting.pairs", .text("a name and what it stands for")), ("Last order", setting.time(samples.ago(days: 3)))])
        }
    }

    private var figures: Node {
        card("Figures", "figures") {
            setting.tiles([
                .init("Expected, 365 days", "€60,000", "probably €43,300 to €76,600", isMain: true),
                .init("Customers", "772", "have bought at least once"), .init("Average churn risk", "49.7%", "last year 51.2%"),
            ])
            setting.empty("Nothing here yet: setting.empty") { Node.p("What to do about it stands below.") }
        }
    }

    private var fields: Node {
        card("Fields", "fields") {
            FieldView("Name", Field("c-name", .text, value: "Low value, engaged"), hint: "What it asks: a hint below.").node
            FieldView("E-mail", Field("c-email", .email, value: "ada@"), problem: "This is no e-mail address.").node
            FieldView("Day", Field("c-day", .date, value: "2025-06-12")).node
            ControlView("Several lines", id: "c-lines", hint: "One on each line.") { described, isWrong in
                Node.lines("c-lines", value: "2024-01-01,USD,EUR,0.92", rows: 2, longest: 200, describedBy: described, isWrong: isWrong)
            }.node
            ControlView("A file", id: "c-file") { described, isWrong in
                Node.file("c-file", accepts: [".csv"], describedBy: described, isWrong: isWrong)
            }.node
        }
    }

    private var choices: Node {
        card("Choices", "choices") {
            ChoiceView(
                "One of some",
                Choices(
                    "c-choice",
                    groups: [.init("Lists", [.init("a", "Newsletter"), .init("b", "VIPs")]), .init("Segments", [.init("c", "Lapsed")])],
                    chosen: "b")
            ).node
            Node.make(.fieldset) {
                Node.make(.legend) { Node.text("Boxes to tick") }
                Node.tick("orders", name: "c-tick", value: "1", id: "c-tick-1", isTicked: true)
                Node.tick("refunds", name: "c-tick", value: "2", id: "c-tick-2", isTicked: false)
            }
            Node.make(.fieldset) {
                Node.make(.legend) { Node.text("Exactly one") }
                Node.radio("all contacts", name: "c-radio", value: "1", id: "c-radio-1", isChosen: true)
                Node.radio("a segment", name: "c-radio", value: "2", id: "c-radio-2", isChosen: false)
            }
        }
    }

    private var buttons: Node {
        card("Buttons", "buttons") {
            Node.form(to: PagePaths.home, token: token, [.css("buttons")]) {
                Node.button("Save")
                Node.button("Preview", [.css("quiet")])
                Node.button("Erase for good", [.css("grave")])
                Node.link("Cancel", to: PagePaths.home)
            }
            Node.p(
                "note", "One main button, quiet ones beside it; .grave for what cannot be taken back, which asks once more (ConfirmView).")
        }
    }

    private var notices: Node {
        card("Notices and help", "notices") {
            setting.done("setting.done: it was saved.")
            setting.refused("setting.refused: nothing was saved yet, look at the marked fields.")
            setting.readsOnly
            setting.help { Node.p("setting.help: what figures mean, in plain words, folded up until it is asked for.") }
        }
    }

    private var wayfinding: Node {
        card("Ways", "ways") {
            TabsView(
                label: "Tabs",
                tabs: [
                    .init(title: "Shop", path: PagePaths.settings, isCurrent: true),
                    .init(title: "Keys", path: PagePaths.settings, isCurrent: false),
                ]
            ).node
            StepsView(words: setting.words, first: 26, rows: 25, total: 772, previous: PagePaths.home, next: PagePaths.home).node
            Node.div("filters") {
                Node.make(.nav, [.labelledBy("c-by-group")]) {
                    Node.make(.span, [.id("c-by-group"), .css("filter-name")]) { Node.text("RFM group") }
                    Node.element(.a, [.css("choice"), .to(PagePaths.home), Attribute(name: .current, value: "true")], [.text("Champions")])
                    Node.element(.a, [.css("choice"), .to(PagePaths.home)], [.text("Loyal")])
                }
            }
        }
    }

    private var table: Node {
        card("Table", "table") {
            Table<Served>(
                under: "table-heading", headers: ["Group", "Customers", "Average order value"],
                rows: [
                    [.text("Champions"), .numberWith("317", "22%"), .number("€54.42")],
                    [.text("Loyal"), .numberWith("131", "9%"), .number("€56.42")],
                ]
            ).node
            Node.p("note", "On a phone each row becomes a card.")
        }
    }

    private var charts: Node {
        setting.grid {
            HeroView(setting: setting, model: samples.home).node
            ClassesView(setting: setting, model: samples.home).node
            ChurnView(setting: setting, model: samples.home).node
            OrderValueView(setting: setting, trend: samples.home.orderValue).node
            GroupsView(
                setting: setting, title: "RFM groups", groups: samples.home.groups, levels: 3,
                expectedTitle: setting.expected(samples.home.forecast)
            ).node
            RFMTwoDaysView(setting: setting, model: samples.rfm()).node
            RFMMapView(setting: setting, model: samples.rfm()).node
        }
    }
}
