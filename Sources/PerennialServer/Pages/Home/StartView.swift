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
                    way(Phrase.Start.file, Phrase.Start.fileHelp, commands: ["perennial import orders orders.csv"])
                    way(
                        Phrase.Start.api, Phrase.Start.apiHelp,
                        commands: ["perennial key create", "POST /api/events"])
                    way(Phrase.Start.demo, Phrase.Start.demoHelp, commands: ["perennial demo"])
                }
                Node.p("note", words(Phrase.Start.whatFor))
            }
        }
    }

    private func way(_ title: Phrase, _ help: Phrase, commands: [String]) -> Node {
        .div("way") {
            Node.make(.h3) { Node.text(words(title)) }
            Node.p(words(help))
            for command in commands { Node.make(.p, [.css("command")]) { Node.make(.code) { Node.text(command) } } }
        }
    }
}
