import ArgumentParser
import Facts
import Foundation
import JSON
import PerennialServer
import Population
import SegmentWording
import Segments
import Shop
import Wording

/// `perennial segment explain`.
struct SegmentExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why somebody is in a segment, or is not: each condition with the value that it saw.",
        discussion: """
            Works while the server runs. With --known-on it is as it was known then: by what had arrived by that moment, whatever it is dated, \
            and by the model that was in use. Of a day, its end counts, in the shop's zone.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("A file that holds a definition, or the id or name of a segment.", valueName: "file-or-segment"))
    var definition: String

    @Argument(help: "An e-mail address, a profile's id, or any other identity of the person.")
    var person: String

    @Option(help: ArgumentHelp("A day such as 2026-03-01, or the first moment that was not known yet.", valueName: "day-or-instant"))
    var knownOn: String?

    @OptionGroup var tongue: SegmentLanguageFlag

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func validate() throws {
        try Known.check(knownOn)
    }

    func run() async throws {
        let files = try NamedDefinition.files([definition])
        let progress = Progress()
        try folder.requireShop()
        let conditions = files.compactMap { $0?.condition }
        let shop = try OpenShop.toLook(folder, known: knownOn.flatMap { Known($0) }, conditions: conditions, progress)
        defer { shop.close() }
        progress.end()
        guard let asked = try NamedDefinition.all([definition], files, in: shop).first else { return }
        guard let profile = shop.findPerson(person) else {
            throw failure(.noInput, "There is nobody known as \(visible(person))\(knownOn.map { " on \($0)" } ?? "").")
        }
        let explanation: SegmentExplanation?
        do throws(SegmentFaults) {
            explanation = try shop.explain(asked.condition, of: asked.segment?.number, profile, at: asked.places)
        } catch {
            throw asked.fault(error)
        }
        guard let explanation else { throw failure(.noInput, "There is nobody known as \(visible(person)).") }
        let words = tongue.words(of: shop)
        print(format == .json ? json(explanation, asked, words, shop) : text(explanation, asked, words, shop))
    }

    private func json(_ explanation: SegmentExplanation, _ asked: NamedDefinition, _ words: SegmentWords, _ shop: Shop) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("name", asked.name)
            json.member("profile", shop.ids.id(.profile, UInt64(explanation.profile.row)))
            json.member("holds", explanation.condition.holds)
            json.member("member_since", explanation.memberSince.map(Timestamp.text))
            json.member("as_of", Timestamp.text(Instant(secondsSince1970: explanation.end - 1)))
            json.member("model", explanation.model.map { shop.ids.id(.model, UInt64($0)) })
            json.member("model_fitted_at", explanation.fittedAt.map(Timestamp.text))
            json.member("may_change_at", explanation.condition.mayChange.map(Timestamp.text))
            json.member("sentence", words.sentence(asked.condition))
            json.key("conditions")
            ExplanationJSON(words: words, ids: shop.ids, groupName: shop.groupName).writeConditions(explanation.condition, to: &json)
        }
        return json.text
    }

    private func text(_ explanation: SegmentExplanation, _ asked: NamedDefinition, _ words: SegmentWords, _ shop: Shop) -> String {
        var lines = ["\(visible(asked.name)): \(words.isIn(explanation.condition.holds))"]
        let moment = Instant(secondsSince1970: explanation.end - 1)
        var known = words.asOf(Timestamp.text(moment))
        if let model = explanation.model, let fittedAt = explanation.fittedAt {
            known += ", " + words.byModel(shop.ids.id(.model, UInt64(model)), fitted: Timestamp.text(fittedAt))
        } else if explanation.asksForPredictions {
            known += ", " + words.noPredictions
        }
        lines.append(known)
        append(explanation.condition, depth: 0, words, shop.groupName, to: &lines)
        return lines.joined(separator: "\n")
    }

    private func append(
        _ condition: ExplainedCondition, depth: Int, _ words: SegmentWords,
        _ groupName: @Sendable (Observed.Joined.Group) -> SegmentNames.Group?, to lines: inout [String]
    ) {
        // A group of one says nothing of its own.
        if condition.parts.count == 1, condition.kind != .not {
            return append(condition.parts[0], depth: depth, words, groupName, to: &lines)
        }
        let (yes, no) = (words.yes, words.no)
        let answer = (condition.holds ? yes : no).padding(toLength: max(yes.count, no.count) + 1, withPad: " ", startingAt: 0)
        var text = String(repeating: "  ", count: depth) + answer
        switch condition.kind {
        case .all: text += words.allHold
        case .any: text += words.anyHolds
        case .not: text += words.doesNotHold
        case .test(let test, let observed):
            text += "\(words.line(test)) – \(words.saw(words.observed(observed, by: test, group: groupName)))"
            if let change = condition.mayChange { text += "; \(words.mayChange(words.clock(change)))" }
        }
        lines.append(text)
        for part in condition.parts { append(part, depth: depth + 1, words, groupName, to: &lines) }
    }
}
