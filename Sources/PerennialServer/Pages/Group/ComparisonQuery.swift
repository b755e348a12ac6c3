import Shop
import Wording

/// Sets a list or segment beside another.
struct ComparisonQuery {
    let shop: Shop
    let kind: ProfileGroup
    let id: String

    /// Of the others, those whose names fit on a page.
    private static let mostOffered = 400

    func model(with other: String?) throws(PageFailure) -> ComparisonModel {
        let group = try group(id, kind)
        let definitions = shop.definitions
        let offered =
            definitions.segments.map { ComparisonModel.Other(id: shop.ids.id($0.number), name: $0.name, kind: .segment) }
            + definitions.lists.map { ComparisonModel.Other(id: shop.ids.id($0.number), name: $0.name, kind: .list) }
        var model = ComparisonModel(
            kind: kind, id: id, name: group.name,
            others: Array(offered.filter { $0.id != id }.inAlphabet(by: \.name).prefix(Self.mostOffered)),
            basis: PredictionBasis(shop.models.standing))
        guard let other, !other.isEmpty else { return model }
        let second = offered.first { $0.id == other }
        guard let second else { throw .notFound }
        let found = try self.group(second.id, second.kind)
        model.chosen = second.id
        model.comparison = shop.compare((group.figured, group.name), (found.figured, found.name))
        return model
    }

    private func group(_ id: String, _ kind: ProfileGroup) throws(PageFailure) -> GroupModelQuery.Found {
        try GroupModelQuery(shop: shop, kind: kind, id: id, language: .en).group
    }
}
