import Facts
import Shop
import Wording

/// The tags that a list or segment carries, and those that it may get.
struct TaggingModel: Sendable {
    /// One of the shop's tags.
    struct Tag: Sendable {
        var id: String
        var name: String
        var isOn: Bool
    }

    static let tagField = "tag"
    static let newField = "new-tag"

    /// By name.
    var tags: [Tag]
    /// What was typed as a new one.
    var newName = ""
    /// What is wrong with what was sent.
    var fault: TagFault?

    init(tags: [Tag]) { self.tags = tags }

    /// Of a list or segment.
    init(_ shop: Shop, _ kind: ProfileGroup, _ number: UInt64) {
        let all = shop.definitions.tags.map {
            Tag(id: shop.ids.id(.tag, $0.number), name: $0.name, isOn: $0.isOn(kind.taggable, number))
        }
        tags = all.inAlphabet(by: \.name)
    }
}

extension TagFault {
    /// What is wrong, for whoever chose.
    func text(_ words: Words) -> String {
        switch self {
        case .tooManyOnOne: words(Phrase.Tags.tooManyOnOne)
        case .tooManyOfShop: words(Phrase.Tags.tooManyOfShop)
        case .name: words(Phrase.Tags.nameTooLong)
        case .isExclusive(let other, let group): words.oneTagOf(group, other: other)
        }
    }
}
