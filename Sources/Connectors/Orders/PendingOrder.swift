import Facts

/// An order as read from its row, before its customer is looked up.
///
/// Where the file has not yet shown which of day and month comes first, or which mark stands before decimals, both readings are kept.
struct PendingOrder {
    /// The record's number in its block.
    var record: Int
    /// The order's id as it stands in the block; empty where there is none.
    var id = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Its ``Fingerprint``; zero where there is none.
    var idFingerprint: UInt64 = 0
    /// Seconds of UTC since 1970, the day read first where that is open.
    var seconds: UInt32 = 0
    /// The same with the month read first.
    var monthFirstSeconds: UInt32 = 0
    /// In minor units, the point read as the decimal mark where that is open.
    var minorUnits: Int64 = 0
    /// What is to be added if the comma is the decimal mark.
    var commaDifference: Int64 = 0
    /// How much was given back.
    var refund = PendingRefund.none
    /// The place of the currency in ``OrderTable/currencies``.
    var currency: UInt8 = 0
    /// Where it came from.
    var source = OrderSource.unsaid
    /// The product of the order, or of its most valuable line so far: a number of ``OrderTable/firstProducts``.
    var product = OrderLabels.none
    /// A number of ``OrderTable/discounts``.
    var discount = OrderLabels.none
    /// How much the line of ``product`` is worth, to be compared with the order's other lines only.
    var lineWorth: Int64 = 0
    /// How the moment was written.
    var clock = ClockKind.withOffset

    /// How a moment was written.
    enum ClockKind: UInt8 {
        case withOffset, shopClock, dateOnly
    }

    /// An order of which nothing is known yet.
    @inline(__always)
    init(record: Int) {
        self.record = record
    }

    /// Whether it can still be read in two ways.
    var isOpen: Bool {
        if case .amount(_, let difference) = refund, difference != 0 { return true }
        return monthFirstSeconds != seconds || commaDifference != 0
    }

    /// Takes the right one of two readings, where the file has shown which that is.
    mutating func settle(_ order: DateOrder?, _ mark: DecimalMark?) {
        if let order {
            if order == .monthFirst { seconds = monthFirstSeconds }
            monthFirstSeconds = seconds
        }
        if let mark {
            if mark == .comma { minorUnits += commaDifference }
            commaDifference = 0
            if case .amount(let units, let difference) = refund {
                refund = .amount(minorUnits: units + (mark == .comma ? difference : 0), commaDifference: 0)
            }
        }
    }

    /// The record without its customer.
    @inline(__always)
    func order(of customer: UInt32) -> OrderRecord {
        OrderRecord(
            customer: customer, secondsSince1970: seconds, minorUnits: minorUnits, currency: currency, isDateOnly: clock == .dateOnly,
            source: source)
    }
}

/// What of an order was given back.
enum PendingRefund: Equatable {
    case none
    case whole
    case amount(minorUnits: Int64, commaDifference: Int64)

    /// An amount in both readings.
    struct Reading {
        var point: Int64
        var comma: Int64
    }

    /// How much of an order, or of a line, that is.
    func reading(of order: PendingOrder) -> Reading {
        switch self {
        case .none: Reading(point: 0, comma: 0)
        case .whole: Reading(point: order.minorUnits, comma: order.minorUnits + order.commaDifference)
        case .amount(let units, let difference): Reading(point: units, comma: units + difference)
        }
    }
}
