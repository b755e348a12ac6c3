public import Facts

/// Some rows of files of events. Customers and metrics are numbers; those met for the first time are named beside the rows.
public struct EventBatch: Sendable {
    /// One event.
    public struct Row: Sendable {
        /// Whose: a number in the order in which ``EventBatch/newCustomers`` of all batches name them.
        public var customer: UInt32
        /// What kind: a number in the order in which ``EventBatch/newMetrics`` of all batches name them.
        public var metric: UInt32
        /// When, seconds of UTC since 1970.
        public var seconds: UInt32
        /// Where its properties end in ``EventBatch/properties``; they begin where those of the row before end.
        public var propertiesEnd: UInt32
        /// What it was worth; not a number where the file does not say.
        public var value: Double
        /// The ``Fingerprint`` of its unique id; 0 without one.
        public var unique: UInt64
        /// The currency of the value; `nil`: the shop's.
        public var currency: Currency?
    }

    /// Somebody as a file names them.
    public struct Customer: Sendable, Equatable {
        /// The e-mail address.
        public var email: String?
        /// The shop's number.
        public var customerID: String?
    }

    /// The events, in the order of the files.
    public internal(set) var rows: ContiguousArray<Row> = []
    /// Compact JSON objects, one after another.
    public internal(set) var properties: [UInt8] = []
    /// Customers whom no batch before has named.
    public internal(set) var newCustomers: [Customer] = []
    /// Metrics that no batch before has named.
    public internal(set) var newMetrics: [String] = []

    /// Rows that were not understood, of all that were read by now.
    public internal(set) var rejectedRows = 0

    init() {}

    /// The properties of a row, a compact JSON object; empty without any.
    public func properties(of place: Int) -> ArraySlice<UInt8> {
        let start = place == 0 ? 0 : Int(rows[place - 1].propertiesEnd)
        return properties[start..<Int(rows[place].propertiesEnd)]
    }
}
