import Facts

/// What an order was labelled with, by rank: zero for none.
struct LabelRanks: Equatable {
    var product: UInt32 = 0
    var discount: UInt32 = 0
}

/// The texts of a column of labels in their own order, whatever the order in which the files brought them.
struct LabelNames {
    /// The texts; the one of rank n stands at n - 1. ``otherRank`` has none.
    let names: [String]
    /// The rank of each number of the column.
    private let ranks: ContiguousArray<UInt32>

    /// `nil` where no order has a label.
    init?(_ labels: OrderLabels) {
        guard !labels.isEmpty else { return nil }
        self.init(texts: labels)
    }

    /// The texts of a column, whether any row has one or not.
    init(texts labels: OrderLabels) {
        let numbers = UInt32(0)..<UInt32(labels.textCount)
        let sorted = numbers.map { (number: $0 + 1, text: labels.text(of: $0 + 1) ?? "") }.sorted { $0.text < $1.text }
        var ranks = ContiguousArray<UInt32>(repeating: 0, count: labels.textCount + 1)
        for (place, entry) in sorted.enumerated() { ranks[Int(entry.number)] = UInt32(place) + 1 }
        self.ranks = ranks
        names = sorted.map(\.text)
    }

    /// The rank of the texts for which there was no place.
    var otherRank: UInt32 { UInt32(names.count) + 1 }

    /// The rank of a label's number.
    func rank(of number: UInt32) -> UInt32 {
        number < UInt32(ranks.count) ? ranks[Int(number)] : otherRank
    }
}

/// The labels of one block of a table's rows, as ranks.
struct LabelBlock {
    private let products: ContiguousArray<UInt32>
    private let discounts: ContiguousArray<UInt32>

    /// The labels of the block of this number.
    init(_ table: OrderTable, _ number: Int, products: LabelNames?, discounts: LabelNames?) {
        func ranks(_ labels: OrderLabels, _ names: LabelNames?) -> ContiguousArray<UInt32> {
            guard let names, number < labels.blocks.count else { return [] }
            return ContiguousArray(labels.blocks[number].lazy.map { names.rank(of: $0) })
        }
        self.products = ranks(table.firstProducts, products)
        self.discounts = ranks(table.discounts, discounts)
    }

    /// The labels of a row by its place in the block; rows after the last that has one have none.
    subscript(place: Int) -> LabelRanks {
        LabelRanks(
            product: place < products.count ? products[place] : 0, discount: place < discounts.count ? discounts[place] : 0)
    }
}
