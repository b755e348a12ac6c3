public import Facts
public import Segments

/// What the ids and names in definitions stand for in a shop, as its people call them.
public struct SegmentNames: Sendable {
    /// A metric as people know it.
    public struct Metric: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// Whether the values of its events are amounts in the shop's currency.
        public var isMoney: Bool

        /// A metric.
        public init(name: String, isMoney: Bool) {
            self.name = name
            self.isMoney = isMoney
        }
    }

    /// A list or a segment, as people know it.
    public enum Group: Sendable, Equatable {
        case list(String)
        case segment(String)
    }

    /// The metric of an id or name; `nil` for one that is not there.
    public var metric: @Sendable (MetricReference) -> Metric?
    /// The list or segment of an id or name; `nil` for one that is not there.
    public var group: @Sendable (GroupReference) -> Group?
    /// What the RFM model of an id or name is called.
    public var rfmModel: @Sendable (String) -> String
    /// The shop's currency.
    public var currency: Currency
    /// The shop's zone, in which days and hours are said.
    public var zone: ShopTimeZone

    /// How names are looked up.
    public init(
        currency: Currency, zone: ShopTimeZone, metric: @escaping @Sendable (MetricReference) -> Metric? = { _ in nil },
        group: @escaping @Sendable (GroupReference) -> Group? = { _ in nil },
        rfmModel: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.currency = currency
        self.zone = zone
        self.metric = metric
        self.group = group
        self.rfmModel = rfmModel
    }
}
