import Connectors
import Wording

extension FilePreview.Kind {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .orders: Phrase.Imports.orders
        case .refunds: Phrase.Imports.refunds
        case .events: Phrase.Imports.events
        case .profiles: Phrase.Imports.people
        }
    }
}

extension OrderColumn {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .customer: Phrase.OrderColumns.customer
        case .email: Phrase.OrderColumns.email
        case .orderID: Phrase.OrderColumns.order
        case .orderedAt: Phrase.OrderColumns.date
        case .value: Phrase.OrderColumns.value
        case .currency: Phrase.OrderColumns.currency
        case .status: Phrase.OrderColumns.status
        case .refunded: Phrase.OrderColumns.refunded
        case .shipping: Phrase.OrderColumns.shipping
        case .tax: Phrase.OrderColumns.tax
        case .quantity: Phrase.OrderColumns.quantity
        case .unitPrice: Phrase.OrderColumns.unitPrice
        case .source: Phrase.OrderColumns.source
        case .product: Phrase.OrderColumns.product
        case .discount: Phrase.OrderColumns.discount
        }
    }
}

extension OrderStatus {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .paid: Phrase.Imports.paid
        case .cancelled: Phrase.Imports.cancelled
        case .refunded: Phrase.Imports.refunded
        case .ignored: Phrase.Imports.ignored
        }
    }
}

extension ReadingError.Question {
    /// What is asked.
    var phrase: Phrase {
        switch self {
        case .dateOrder: Phrase.Imports.questionDate
        case .decimalMark: Phrase.Imports.questionDecimal
        case .encoding: Phrase.Imports.questionEncoding
        case .statuses: Phrase.Imports.questionStatuses
        case .consent: Phrase.Imports.questionConsent
        case .columns: Phrase.Imports.questionColumns
        }
    }
}
