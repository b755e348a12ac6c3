import Testing

@testable import Facts

@Suite("Labels beside orders")
struct OrderLabelsTests {
    private func number(_ text: String, _ labels: inout OrderLabels) -> UInt32 {
        labels.number(of: text)
    }

    @Test("Equal texts have one number, no text has none, and rows that were not told have none")
    func numbers() {
        var labels = OrderLabels()
        #expect(labels.isEmpty && labels[5] == OrderLabels.none)
        labels[3] = OrderLabels.none
        #expect(labels.isEmpty)
        let tea = number("tea", &labels)
        #expect(number("mug", &labels) != tea && number("tea", &labels) == tea && number("", &labels) == OrderLabels.none)
        labels[OrderTable.blockLength + 1] = tea
        #expect(labels.blocks.map(\.count) == [OrderTable.blockLength, 2])
        #expect(labels[OrderTable.blockLength + 1] == tea && labels[0] == OrderLabels.none && labels[1 << 40] == OrderLabels.none)
        labels[0] = tea
        #expect(labels[0] == tea && labels.text(of: tea) == "tea")
        #expect(labels.text(of: OrderLabels.none) == nil && labels.text(of: OrderLabels.other) == nil && labels.text(of: 3) == nil)
    }

    @Test("Orders appended by their parts carry their labels")
    func appended() {
        var table = OrderTable()
        let euros = Money(minorUnits: 100, currency: .none)
        for (product, code) in [("", ""), ("tea", ""), ("tea", "WELCOME")] {
            table.append(customer: "ann", at: Instant(secondsSince1970: 0), value: euros, product: product, discountCode: code)
        }
        #expect((0..<3).map { table.firstProducts[$0] } == [OrderLabels.none, 1, 1])
        #expect((0..<3).map { table.discounts[$0] } == [OrderLabels.none, OrderLabels.none, 1])
    }

    @Test("Texts beyond the bounds are other, those met before stay what they are")
    func bounds() {
        var labels = OrderLabels()
        let longest = String(repeating: "x", count: OrderLabels.longestText)
        #expect(number(longest, &labels) == 1 && number(longest + "x", &labels) == OrderLabels.other)
        for place in 1..<OrderLabels.mostTexts { #expect(number("p\(place)", &labels) == UInt32(place) + 1) }
        #expect(labels.textCount == OrderLabels.mostTexts)
        #expect(number("one more", &labels) == OrderLabels.other && number("p7", &labels) == 8 && number("", &labels) == OrderLabels.none)
        #expect(labels.textCount == OrderLabels.mostTexts)
    }
}
