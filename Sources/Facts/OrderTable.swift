/// Where an order came from, as far as predictions and reports tell apart.
public enum OrderSource: UInt8, CaseIterable, Sendable {
    /// The file does not say.
    case unsaid = 0
    case web
    /// A till in a shop.
    case pos
    /// A renewal that no one decided upon: the first order of a subscription is `web`.
    case subscription
    /// Typed in by the staff.
    case draft
    /// Other apps (Shopify writes their numbers), market places, imports.
    case other

    /// The word for it, as reports and events have it; empty where nothing is said.
    public var name: String {
        switch self {
        case .unsaid: ""
        case .web: "web"
        case .pos: "pos"
        case .subscription: "subscription"
        case .draft: "draft"
        case .other: "other"
        }
    }
}

/// One order, in sixteen bytes.
public struct OrderRecord: Sendable {
    /// The number of the customer in ``OrderTable/customers``.
    public var customer: UInt32
    /// When it was placed, seconds of UTC since 1970. For an order known only by its date: the first moment of that shop day.
    public var secondsSince1970: UInt32
    /// Amount in the upper 48 bits, currency number in the next 8, flags in the last 8.
    @usableFromInline var packed: Int64

    /// The largest amount that a record holds, in minor units (10^13: a hundred billion of a currency with two decimals).
    public static let largestMinorUnits: Int64 = 10_000_000_000_000

    /// An order whose amount lies within ± ``largestMinorUnits``.
    @inlinable
    public init(
        customer: UInt32, secondsSince1970: UInt32, minorUnits: Int64, currency: UInt8, isDateOnly: Bool, source: OrderSource = .unsaid
    ) {
        self.customer = customer
        self.secondsSince1970 = secondsSince1970
        packed = minorUnits << 16 | Int64(currency) << 8 | Int64(source.rawValue) << 1 | (isDateOnly ? 1 : 0)
    }

    /// What was paid, in minor units of the order's currency.
    @inlinable public var minorUnits: Int64 {
        get { packed >> 16 }
        set { packed = newValue << 16 | packed & 0xFFFF }
    }
    /// The place of its currency in ``OrderTable/currencies``.
    @inlinable public var currency: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }
    /// Whether only the day is known, not the time of day.
    @inlinable public var isDateOnly: Bool { packed & 1 != 0 }
    /// Where it came from.
    public var source: OrderSource { OrderSource(rawValue: UInt8(truncatingIfNeeded: packed >> 1 & 7)) ?? .unsaid }
}

/// Orders that were paid, one a row, in the order in which they arrived.
///
/// The boundary between reading (`Connectors`) and counting (`CustomerValue`). Cancelled, failed and test orders never enter it.
public struct OrderTable: Sendable {
    /// Who ordered.
    public var customers = CustomerKeys()
    /// The currencies met, by the number that records carry.
    public var currencies: [Currency] = []
    /// The orders, in blocks of ``blockLength``: growing never copies what is there.
    public var blocks: [ContiguousArray<OrderRecord>] = []
    /// The ``Fingerprint`` of each order's id, in blocks of the same shape; zero where the source has no ids.
    public var orderIDs: [ContiguousArray<UInt64>] = []

    /// The product that stands for each order (its most valuable line), by row; empty where no file names products.
    public var firstProducts = OrderLabels()
    /// The discount code of each order, by row; empty where no file has codes.
    public var discounts = OrderLabels()
    /// The ids as they were written, where they are kept.
    public var texts = OrderTexts()

    /// Orders in one block.
    public static let blockLength = 65_536

    /// An empty table.
    public init() {}

    /// How many orders there are.
    public var count: Int { blocks.isEmpty ? 0 : (blocks.count - 1) * Self.blockLength + (blocks.last?.count ?? 0) }

    /// Adds one order. Every block but the last is full.
    @inlinable
    public mutating func append(_ order: OrderRecord, orderID: UInt64) {
        if blocks.isEmpty || blocks[blocks.count - 1].count == Self.blockLength { startBlock() }
        blocks[blocks.count - 1].append(order)
        orderIDs[orderIDs.count - 1].append(orderID)
    }

    /// Adds many orders, as if one after another; `orderIDs` has as many entries as `orders`.
    public mutating func append(_ orders: UnsafeBufferPointer<OrderRecord>, orderIDs ids: UnsafeBufferPointer<UInt64>) {
        var done = 0
        while done < min(orders.count, ids.count) {
            if blocks.isEmpty || blocks[blocks.count - 1].count == Self.blockLength { startBlock() }
            let last = blocks.count - 1
            let end = min(orders.count, ids.count, done + Self.blockLength - blocks[last].count)
            blocks[last].append(contentsOf: UnsafeBufferPointer(rebasing: orders[done..<end]))
            orderIDs[last].append(contentsOf: UnsafeBufferPointer(rebasing: ids[done..<end]))
            done = end
        }
    }

    @usableFromInline
    mutating func startBlock() {
        // The first block grows with what comes: tables of one customer are made all the time.
        let capacity = blocks.isEmpty ? 16 : Self.blockLength
        var block = ContiguousArray<OrderRecord>()
        block.reserveCapacity(capacity)
        blocks.append(block)
        var ids = ContiguousArray<UInt64>()
        ids.reserveCapacity(capacity)
        orderIDs.append(ids)
    }

    /// Adds one order by its parts, for code that has orders one by one.
    ///
    /// - Parameters:
    ///   - customer: whose: an e-mail or number; equal text is the same customer.
    ///   - instant: when, from 1970 to 2105.
    ///   - value: what was paid, within ± ``OrderRecord/largestMinorUnits``.
    ///   - orderID: the order's id, by which refunds find it; empty without one.
    ///   - product: the product that stands for the order; empty without one.
    ///   - discountCode: the code that took something off it; empty without one.
    /// - Returns: whether it was added: `false` for a time or amount beyond those limits, or after 256 currencies.
    @discardableResult
    public mutating func append(
        customer: String, at instant: Instant, value: Money, orderID: String = "", product: String = "", discountCode: String = ""
    ) -> Bool {
        guard let seconds = UInt32(exactly: instant.secondsSince1970), value.minorUnits.magnitude <= OrderRecord.largestMinorUnits,
            let currency = number(of: value.currency)
        else { return false }
        var text = customer
        guard let who = text.withUTF8({ customers.index(of: UnsafeRawBufferPointer($0)) }) else { return false }
        let record = OrderRecord(
            customer: who, secondsSince1970: seconds, minorUnits: value.minorUnits, currency: currency, isDateOnly: false)
        append(record, orderID: orderID.isEmpty ? 0 : Fingerprint(orderID).value)
        firstProducts[count - 1] = firstProducts.number(of: product)
        discounts[count - 1] = discounts.number(of: discountCode)
        return true
    }

    /// The order of a row number.
    public subscript(row: Int) -> OrderRecord {
        get { blocks[row / Self.blockLength][row % Self.blockLength] }
        set { blocks[row / Self.blockLength][row % Self.blockLength] = newValue }
    }

    /// The number under which records carry a currency; `nil` after 256 different ones.
    public mutating func number(of currency: Currency) -> UInt8? {
        if let known = currencies.firstIndex(of: currency) { return UInt8(known) }
        guard currencies.count < 256 else { return nil }
        currencies.append(currency)
        return UInt8(currencies.count - 1)
    }
}

/// Money given back.
public struct RefundRecord: Sendable {
    /// The number of the customer in ``OrderTable/customers``; ``customerOfOrder`` where only the order tells whose it is.
    public var customer: UInt32
    /// When it was given back, seconds of UTC since 1970; for a day alone its first moment; `nil` where the source does not say,
    /// then it counts from the order's own time.
    public var secondsSince1970: UInt32?
    /// Whether only the day is known: such a refund comes after all orders of its day.
    public var isDateOnly: Bool
    /// How much, positive, in minor units; `nil` means the whole order.
    public var minorUnits: Int64?
    /// The place of its currency in ``OrderTable/currencies``.
    public var currency: UInt8
    /// The ``Fingerprint`` of the order's id; zero where the source does not name the order.
    public var orderID: UInt64
    /// The ``Fingerprint`` of the refund's own id; zero where it has none.
    public var id: UInt64

    /// In place of a customer's number: whoever placed the order.
    public static let customerOfOrder = UInt32.max

    /// A refund.
    public init(
        customer: UInt32, secondsSince1970: UInt32?, isDateOnly: Bool = false, minorUnits: Int64?, currency: UInt8, orderID: UInt64,
        id: UInt64 = 0
    ) {
        self.customer = customer
        self.secondsSince1970 = secondsSince1970
        self.isDateOnly = isDateOnly
        self.minorUnits = minorUnits
        self.currency = currency
        self.orderID = orderID
        self.id = id
    }
}
