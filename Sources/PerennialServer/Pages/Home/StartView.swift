import Markup
import Wording

/// A shop without orders: how to bring some in.
struct StartView {
    let setting: PageSetting
    /// People who are known all the same.
    let profiles: Int

    private var words: Words { setting.words }

    var node: Node {
        .group {
            Node.make(.section, [.css("card start"), .labelledBy("start")]) {
                Node.make(.h2, [.id("start")]) { Node.text(words(Phrase.Start.title)) }
                Node.p(profiles == 0 ? words(Phrase.Start.lead) : words.noOrdersYet(profiles: profiles))
                Node.div("ways") {
                    way(Phrase.Start.file, Phrase.Start.fileHelp) {
                        Node.element(.a, [.css("button"), .to(PagePaths.imports)], [.text(words(Phrase.Welcome.toImports))])
                    }
                    way(Phrase.Start.api, Phrase.Start.apiHelp) {
                        Node.element(.a, [.css("button quiet"), .to(SettingsTab.keys.path)], [.text(words(Phrase.Welcome.toKeys))])
                    }
                    way(Phrase.Start.demo, Phrase.Start.demoHelp) {
                        Node.make(.p, [.css("command")]) { Node.make(.code) { Node.text("perennial demo") } }
                    }
                }
                Node.make(.p) { Node.link(words(Phrase.Welcome.toWelcome), to: PagePaths.welcome) }
                Node.p("note", words(Phrase.Start.whatFor))
            }
        }
    }

    private func way(_ title: Phrase, _ help: Phrase, @NodeList<Served> _ action: () -> [Node]) -> Node {
        .div("way") {
            Node.make(.h3) { Node.text(words(title)) }
            Node.p(words(help))
            Node.make(.div) { action() }
        }
    }
}
