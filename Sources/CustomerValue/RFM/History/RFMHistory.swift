public import Facts

/// Every change of every customer's group, from the first purchase of a shop to a day: the groups of a past day as they were known then.
///
/// Borders are settled at the end of the shop's first purchase day and of every seventh day after it, over what the shop had then, and are
/// used until they are settled again. On other days a group changes by an order or a refund, or because recency passes a border.
///
///     let history = try RFMHistory(orders: table, refunds: refunds, options: options, settings: .standard)
///     history.group(of: 17, on: day)
///     for change in history.changes(of: 17) { ... }
///
/// Four bytes a change, four a customer.
public struct RFMHistory: Sendable {
    /// Why a group changed on a day.
    public enum Cause: UInt8, CaseIterable, Sendable {
        /// An order or a refund of that day.
        case order = 0
        /// Days went by: recency passed a border.
        case time = 1
        /// Borders were settled anew, and by those before nothing would have changed.
        case borders = 2
        /// Other settings were taken into use. Not met in a reconstruction, which has one setting throughout.
        case settings = 3

        /// The word for it in files and answers.
        public var name: String {
            switch self {
            case .order: "order"
            case .time: "time"
            case .borders: "borders"
            case .settings: "settings"
            }
        }
    }

    /// A customer's group from a day on.
    public struct Change: Sendable, Equatable {
        /// The first day at whose end the group is this.
        public let day: ShopDay
        /// The group; `nil` where refunds left no purchase.
        public let group: RFMGroup?
        /// Why it changed.
        public let cause: Cause
        /// The recency score of that day; 0 without a group.
        public let recency: UInt8
        /// The frequency score of that day; 0 without a group.
        public let frequency: UInt8
        /// The monetary score of that day; 0 without a group.
        public let monetary: UInt8
    }

    /// Who: identifiers by number.
    public let customers: CustomerKeys
    /// The currency of every amount.
    public let currency: Currency
    /// The zone of the shop's days.
    public let timeZone: ShopTimeZone
    /// How customers are scored.
    public let settings: RFMSettings
    /// The last day that is known.
    public let lastDay: ShopDay
    /// The borders, and the day from whose end on each were used; empty where nobody ever bought.
    public internal(set) var borders: [(day: ShopDay, borders: RFMBorders)] = []
    /// What counts nowhere: orders after the last day, of value zero, in a currency without a rate; refunds after the last day. And what was
    /// converted.
    public internal(set) var leftOut = SummaryReport()
    /// What was asked to be kept of some days, in the order in which they were given.
    public internal(set) var snapshots: [RFMSnapshot] = []

    /// The day from which changes are counted.
    let origin: ShopDay
    /// Where each customer's changes begin; one more entry than customers.
    var starts: ContiguousArray<UInt32>
    /// The day of each change, from ``origin``.
    var days = ContiguousArray<UInt16>()
    /// The ``PackedChange`` of each change.
    var changes = ContiguousArray<PackedChange>()

    init(
        customers: CustomerKeys, currency: Currency, timeZone: ShopTimeZone, settings: RFMSettings, origin: ShopDay, lastDay: ShopDay
    ) {
        self.customers = customers
        self.currency = currency
        self.timeZone = timeZone
        self.settings = settings
        self.origin = origin
        self.lastDay = lastDay
        starts = []
        starts.reserveCapacity(customers.count + 1)
        starts.append(0)
    }

    /// How many customers there are, those included who never bought.
    public var count: Int { starts.count - 1 }

    /// How many changes there are in all, first groups included.
    public var changeCount: Int { changes.count }

    /// The first day on which somebody had a purchase; `nil` where nobody ever had.
    public var firstDay: ShopDay? { borders.first?.day }

    /// The bytes that changes take.
    public var byteCount: Int { starts.count * 4 + changes.count * 4 }
}

/// A group, the scores and the cause of a change, in two bytes.
struct PackedChange: Sendable, Equatable {
    private let bits: UInt16

    /// - Parameter place: the place of the group, or ``RFMMovement/none``.
    init(place: Int, recency: UInt8, frequency: UInt8, monetary: UInt8, cause: RFMHistory.Cause) {
        let scores = UInt16(recency & 7) | UInt16(frequency & 7) << 3 | UInt16(monetary & 7) << 6
        bits = scores | UInt16(place & 7) << 9 | UInt16(cause.rawValue) << 12
    }

    var recency: UInt8 { UInt8(bits & 7) }
    var frequency: UInt8 { UInt8(bits >> 3 & 7) }
    var monetary: UInt8 { UInt8(bits >> 6 & 7) }
    /// The place of the group; ``RFMMovement/none`` for none.
    var place: Int { Int(bits >> 9 & 7) }
    var cause: RFMHistory.Cause { RFMHistory.Cause(rawValue: UInt8(bits >> 12 & 3)) ?? .order }
}
