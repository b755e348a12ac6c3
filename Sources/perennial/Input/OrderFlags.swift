public import ArgumentParser
public import Connectors
import Foundation

/// The flags that say what the columns and words of files of orders mean.
struct OrderFlags: ParsableArguments {
    @Option(help: "Which part of an order counts: all that was paid, without tax and shipping, or without shipping.")
    var value = ValueBasis.gross

    @Option(help: ArgumentHelp("What a status means: paid, cancelled, refunded or ignored. May be repeated.", valueName: "value=meaning"))
    var status: [String] = []

    @Option(help: ArgumentHelp("The column of the customer's identifier.", valueName: "name")) var customerColumn: String?
    @Option(help: ArgumentHelp("The column of the customer's e-mail.", valueName: "name")) var emailColumn: String?
    @Option(help: ArgumentHelp("The column of the order's identifier.", valueName: "name")) var orderColumn: String?
    @Option(help: ArgumentHelp("The column of the order's date.", valueName: "name")) var dateColumn: String?
    @Option(help: ArgumentHelp("The column of the order's total.", valueName: "name")) var valueColumn: String?
    @Option(help: ArgumentHelp("The column of the currency.", valueName: "name")) var currencyColumn: String?
    @Option(help: ArgumentHelp("The column of the order's status.", valueName: "name")) var statusColumn: String?
    @Option(help: ArgumentHelp("The column of what was refunded.", valueName: "name")) var refundedColumn: String?
    @Option(help: ArgumentHelp("The column of shipping within the total.", valueName: "name")) var shippingColumn: String?
    @Option(help: ArgumentHelp("The column of tax within the total.", valueName: "name")) var taxColumn: String?
    @Option(help: ArgumentHelp("The column of a line's quantity.", valueName: "name")) var quantityColumn: String?
    @Option(help: ArgumentHelp("The column of a line's unit price.", valueName: "name")) var unitPriceColumn: String?
    @Option(help: ArgumentHelp("The column of where an order came from.", valueName: "name")) var sourceColumn: String?
    @Option(help: ArgumentHelp("The column of a product's name.", valueName: "name")) var productColumn: String?
    @Option(help: ArgumentHelp("The column of the discount code.", valueName: "name")) var discountColumn: String?

    /// Adds what the flags say to what a reader is told.
    func add(to options: inout ReadingOptions) throws {
        options.valueBasis = value
        options.statuses = try statuses()
        let named: [OrderColumn: String?] = [
            .customer: customerColumn, .email: emailColumn, .orderID: orderColumn, .orderedAt: dateColumn, .value: valueColumn,
            .currency: currencyColumn, .status: statusColumn, .refunded: refundedColumn, .shipping: shippingColumn, .tax: taxColumn,
            .quantity: quantityColumn, .unitPrice: unitPriceColumn, .source: sourceColumn, .product: productColumn,
            .discount: discountColumn,
        ]
        options.columns = named.compactMapValues { $0 }
    }

    private func statuses() throws -> [String: OrderStatus] {
        var meanings: [String: OrderStatus] = [:]
        for entry in status {
            guard let equals = entry.lastIndex(of: "="),
                let meaning = OrderStatus(rawValue: entry[entry.index(after: equals)...].lowercased())
            else {
                let known = OrderStatus.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "--status is VALUE=MEANING with a meaning of \(known), such as --status \"Wysłane=paid\"; not '\(entry)'.")
            }
            meanings[String(entry[..<equals]).trimmingCharacters(in: .whitespaces).lowercased()] = meaning
        }
        return meanings
    }
}

extension ValueBasis: ExpressibleByArgument {}
