import SegmentWording
import Segments
import Shop
import Wording

extension FormState {
    /// Of a segment: what the builder changes.
    init(_ segment: SegmentDefinition) {
        self.init(SegmentDefinition.body(name: segment.name, condition: segment.condition, isStarred: segment.isStarred, isActive: true))
    }
}

extension EditConflict {
    /// A segment that was saved while somebody edited it.
    init(_ newer: SegmentDefinition, mine: SegmentDraft, _ condition: Condition, _ fields: QueryString, _ shop: Shop, _ language: Language)
    {
        let words = SegmentWords(language, names: shop.segmentNames)
        func said(_ isStarred: Bool) -> String { words.words(isStarred ? Phrase.EditConflicts.yes : Phrase.EditConflicts.no) }
        self.init(
            name: newer.name, last: Self.lastChange(of: DefinitionKind.segment.rawValue, shop.ids.id(newer.number), shop),
            facts: [
                Fact(words.words(Phrase.PagePart.name), newer: newer.name, mine: mine.name),
                Fact(
                    words.words(Phrase.Builder.conditions), newer: words.outline(newer.condition).lines,
                    mine: words.outline(condition).lines),
                Fact(words.words(Phrase.EditConflicts.starred), newer: said(newer.isStarred), mine: said(mine.isStarred)),
            ], state: FormState(newer), fields: fields.pairs)
    }
}
