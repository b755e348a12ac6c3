import Charts
import Connectors
import Markup
import Shop
import Wording

/// What the page of one import says.
struct ImportJobModel: Sendable {
    var entry: ImportsModel.Entry
    /// Whether the page shows itself again.
    var isFollowed: Bool
    /// Whether the rows that were not understood are there.
    var hasRejects: Bool
    /// Whether its file waits, to be taken in once more.
    var hasFile: Bool
    /// Jobs that are done before it, while it waits: the file of an import, or that it is something else.
    var ahead: [String?] = []
    /// Jobs that wait until it is done.
    var behind = 0
}

/// The page of one import: how far it is, or what became of it.
struct ImportJobView {
    let frame: PageFrame
    let model: ImportJobModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var entry: ImportsModel.Entry { model.entry }
    private var result: FileImportResult { entry.result }
    private var path: PagePath { PagePaths.importJob(entry.id) }

    var html: String {
        frame.document(title: entry.name, section: .imports) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Imports.title), to: PagePaths.imports) }
                Node.make(.h1) { Node.outside(entry.name) }
                Node.make(.p, [.css("subtitle")]) {
                    Node.text(words(entry.kind.phrase) + " · ")
                    Node.outside(entry.who, longest: 60)
                    Node.text(" · ")
                    setting.time(entry.at)
                }
            }
            setting.grid {
                setting.card(headline, id: "standing", width: 12) {
                    if entry.standing.isUnderWay { progress } else { outcome }
                }
            }
            setting.help {
                Node.p(words(Phrase.Imports.help))
                Node.p(words(Phrase.Imports.helpRows))
            }
        }
    }

    private var headline: String {
        let text = words(entry.standing.phrase)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private var progress: Node {
        .group {
            if case .running(let found) = entry.standing, let found {
                Node.div("progress") {
                    if let share = found.share { Node.bar(share, .blue) }
                    Node.make(.p, [Attribute(name: .role, value: "status")]) {
                        Node.text(words.rowsSoFar(found.rows, share: found.share.map { setting.format.percent(min(1, $0)) }))
                    }
                }
            }
            Node.p("lead", words(Phrase.Imports.mayLeave))
            if !model.ahead.isEmpty {
                Node.make(.p, [.css("note")]) {
                    Node.text(words.labelled(words(Phrase.Imports.waitsFor), ""))
                    Node.outside(
                        model.ahead.prefix(3).map { $0 ?? words(Phrase.Imports.otherJob) }.joined(separator: ", "), longest: 200)
                }
            }
            if model.behind > 0 { Node.p("note", words.jobsBehind(model.behind)) }
            if model.isFollowed { Node.p("note", words(Phrase.Imports.follow)) }
            Node.div("buttons") {
                model.isFollowed
                    ? Node.element(.a, [.css("button quiet"), .to(path)], [.text(words(Phrase.Imports.stopFollowing))])
                    : Node.element(
                        .a, [.css("button quiet"), .to(path.with(ImportsModel.followParameter, "1"))],
                        [.text(words(Phrase.Imports.lookNow))])
                if let signedIn = frame.signedIn, signedIn.role.mayChangeShop {
                    Node.form(to: path.appending("stop"), token: signedIn.token) {
                        Node.button(words(Phrase.Imports.stop), [.css("quiet")])
                    }
                }
            }
        }
    }

    private var outcome: Node {
        .group {
            if let fault = result.fault {
                Node.p("lead", words(result.isQuestion ? Phrase.Imports.asks : Phrase.Imports.cannotRead))
                if let place = words.faultIn(line: result.line, column: result.column.map { OutsideText($0).shown }) { Node.p(place) }
                if let limit = result.limit {
                    Node.make(.p) { Node.outside(words.noRoom(for: limit), longest: 600) }
                } else {
                    FaultWords(cause: result.cause, values: result.values, wanted: result.wanted, english: fault).node(words)
                }
            }
            if result.rows > 0 { setting.tiles(tiles, "tiles") }
            if result.wasInterrupted { Node.p("note after", words(Phrase.Imports.interrupted)) }
            if case .stopped = entry.standing { Node.p("note after", words(Phrase.Imports.stoppedHelp)) }
            if result.rejected > 0, !model.hasRejects { Node.p("note after", words(Phrase.Imports.rejectsGone)) }
            Node.div("buttons") {
                if model.hasFile, frame.signedIn?.role.mayChangeShop == true {
                    Node.element(
                        .a, [.css("button"), .to(PagePaths.importFile(result.upload))],
                        [.text(words(result.isQuestion ? Phrase.Imports.again : Phrase.Imports.onceMore))])
                }
                if model.hasRejects, frame.signedIn?.role.mayChangeShop == true {
                    Node.element(.a, [.css("button quiet"), .to(path.appending("rejects"))], [.text(words(Phrase.Imports.rejects))])
                }
                if case .done = entry.standing { Node.link(words(Phrase.Imports.next), to: PagePaths.home) }
            }
        }
    }

    private var tiles: [PageSetting.Tile] {
        let number = setting.format.number
        var tiles = [
            PageSetting.Tile(words(Phrase.Imports.rows), number(result.rows)),
            .init(words(Phrase.Imports.new), number(result.taken), words(entry.kind.phrase), isMain: true),
            .init(words(Phrase.Imports.known), number(result.known)),
        ]
        if result.changed > 0 { tiles.append(.init(words(Phrase.Imports.changedPeople), number(result.changed))) }
        if result.refunds > 0 { tiles.append(.init(words(Phrase.Imports.refunds), number(result.refunds))) }
        if entry.kind != .profiles, result.profilesMade > 0 {
            tiles.append(.init(words(Phrase.Imports.newPeople), number(result.profilesMade)))
        }
        tiles.append(.init(words(Phrase.Imports.rejected), number(result.rejected)))
        if result.refused > 0 { tiles.append(.init(words(Phrase.Imports.refused), number(result.refused))) }
        if result.toldOtherwise > 0 { tiles.append(.init(words(Phrase.Imports.toldOtherwise), number(result.toldOtherwise))) }
        return tiles
    }
}
