import SegmentWording
import Shop
import Wording

/// Finds what can be offered ready, with amounts, lists and metrics of the shop itself.
struct ReadyMadeQuery {
    let shop: Shop
    let language: Language

    func model(mayChange: Bool) -> ReadyMadeModel {
        let proposals = shop.segmentProposals
        let words = SegmentWords(language, names: shop.segmentNames)
        return ReadyMadeModel(
            offers: ReadyMadeSegment.allCases.map { segment in
                let condition = segment.condition(proposals)
                return .init(
                    segment: segment, lines: condition.map { [words.sentence($0)] } ?? [], missing: proposals.missing(for: segment))
            }, mayChange: mayChange)
    }
}
