import Facts
import JSON

/// What an order read from a file says beside who, when and how much, as properties of its event. Equal ones are written once.
struct OrderProperties {
    private struct Labels: Hashable {
        var product: UInt32
        var discount: UInt32
        var source: OrderSource
    }

    private let table: OrderTable
    private var made: [Labels: [UInt8]] = [:]

    init(_ table: OrderTable) { self.table = table }

    /// The properties of a row; empty where nothing is known.
    mutating func of(_ row: Int, _ order: OrderRecord) -> [UInt8] {
        let labels = labels(row, order)
        guard let id = table.texts[row] else { return labels }
        var writer = JSONWriter()
        writer.object { writer in writer.member("OrderId", id) }
        guard !labels.isEmpty else { return writer.bytes }
        // One object of two: what closes the first and what opens the second becomes a comma.
        return writer.bytes.dropLast() + [UInt8(ascii: ",")] + labels.dropFirst()
    }

    /// What is said of many orders alike, written once.
    private mutating func labels(_ row: Int, _ order: OrderRecord) -> [UInt8] {
        let labels = Labels(product: table.firstProducts[row], discount: table.discounts[row], source: order.source)
        if let known = made[labels] { return known }
        let properties = write(labels)
        made[labels] = properties
        return properties
    }

    private func write(_ labels: Labels) -> [UInt8] {
        let product = table.firstProducts.text(of: labels.product)
        let discount = table.discounts.text(of: labels.discount)
        guard product != nil || discount != nil || labels.source != .unsaid else { return [] }
        var writer = JSONWriter()
        writer.object { writer in
            if labels.source != .unsaid { writer.member("source_name", labels.source.name) }
            for (name, text) in [("ItemNames", product), ("DiscountCodes", discount)] {
                guard let text else { continue }
                writer.key(name)
                writer.array { $0.string(text) }
            }
        }
        return writer.bytes
    }
}
