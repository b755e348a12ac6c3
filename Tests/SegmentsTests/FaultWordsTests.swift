import Facts
import JSON
import SegmentWording
import Segments
import Testing
import Wording

@Suite("What is wrong with a definition is said in the reader's language")
struct FaultWordsTests {
    private static let text = "Wörter \u{202E}<b>"
    private static let near = NearNames("reveneu", among: ["revenue", "refund"])
    private static let far = NearNames("xyz", among: ["revenue", "refund"], mostKnown: 1)

    /// One of each kind, in the order in which they are listed.
    private static var all: [SegmentFault.Reason] {
        let start = Instant(secondsSince1970: 1_700_000_000)
        let shapes: [SegmentFault.Shape] = [
            .noDefinition, .noObject, .noArray, .noText, .noNumber, .noBool, .noTextOrNumber, .noShortText(mostBytes: 1_000),
            .noWhole(1...12), .longerThan(bytes: 4_000), .missing("type"), .meansNothing(text, near), .elements(0, taken: 1...10),
            .tooManyConditions(most: 100), .tooDeep(most: 16), .oneOf("count", "percent"),
        ]
        let values: [SegmentFault.Value] = [
            .unknownWord(text, far), .noMoment(text), .outsideYears(text), .endBeforeStart(end: start, start: start),
            .endBelowStart(end: 1, start: 2), .endNearerThanStart(end: 1, start: 2), .noPercentage, .noDistance, .noCountry(text),
            .noRFMGroup(text, near), .noOperatorOfWords, .emptyPropertyName, .emptyWorthName, .noModelName,
        ]
        let names: [SegmentFault.Name] = [
            .noProfileProperty(text, near), .noRFMModel(text), .noGroup(named: text, near), .noGroupID(text, idOfName: "Y6nRLr"),
            .severalGroups(named: text, count: 2, ids: ["a", "b"]), .noPostalCodes(country: "FR"),
            .noPostalCode(text, country: "FR", known: 2_000),
        ]
        let metrics: [SegmentFault.Metric] = [
            .none(named: text, far), .noID(text, isName: true),
            .noneOfGroup(text, isID: false, near: [.init(name: "Placed Order", id: "R")]),
            .ofItself, .ofCustomMetric(text), .stepOfCustomMetric(text), .sameGroup(0), .worthOfCount, .dates,
            .measureOfCount(name: text, measurement: .sum),
        ]
        let questions: [SegmentFault.Question] = [
            .customObjects, .whatsApp, .rcs, .gender, .channelAffinity, .firstStepMissing, .timeOfNoMembers,
            .notOfModels(all: ["recency_score"]), .tooManyValues(property: text, mebibytes: 256),
            .tooManyProperties(most: 100, asked: 99, more: 2, example: text), .noColumn(text), .notInJava,
        ]
        return shapes.map { .shape($0) } + values.map { .value($0) } + names.map { .name($0) } + metrics.map { .metric($0) }
            + questions.map { .question($0) }
    }

    @Test("Every reason has its own words in three languages, with what was found in it")
    func everyReason() {
        for reason in Self.all {
            let said = Language.allCases.map { Words($0).fault(reason) }
            #expect(Set(said).count == Language.allCases.count, "\(said)")
            for text in said {
                #expect(text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("…"), "\(text)")
                #expect(!text.contains("\u{202E}"), "\(text)")
                // Whoever reads it finds what they wrote.
                #expect(reason.detail.contains("Wörter") == text.contains("Wörter"), "\(text)")
            }
        }
    }

    @Test("Near names are offered, else those that there are")
    func advice() {
        #expect(Words(.en).fault(.value(.unknownWord("reveneu", Self.near))) == "“reveneu” is not known here. Did you mean revenue?")
        #expect(Words(.fr).fault(.value(.unknownWord("xyz", Self.far))).hasSuffix("Il y a\u{A0}: revenue, …"))
        #expect(Words(.pl).fault(.metric(.none(named: "xyz", NearNames("xyz", among: [])))).hasSuffix("Nie ma żadnych."))
    }

    @Test("A pattern that is refused says why")
    func pattern() throws {
        let document = try JSONDocument(
            #"{"type":"profile-property","property":"email","filter":{"type":"string","operator":"regex","value":"("}}"#)
        let faults = #expect(throws: SegmentFaults.self) { try Condition(definition: document.root) }
        let fault = try #require(faults?.list.first)
        #expect(fault.pointer == "/filter/value")
        #expect(Words(.fr).fault(fault.reason) == "Cette expression régulière n’est pas acceptée\u{A0}: il manque une ).")
    }
}
