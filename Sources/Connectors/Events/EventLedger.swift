import Facts

/// The events read and not yet handed on, of all files, with who and what they are about.
///
/// A row whose date or value can still be read in two ways holds back itself and all after it, until the file shows which way is right.
struct EventLedger: ~Copyable {
    var rejects: RowRejects
    private var pending = EventBatch()
    private var customers = CustomerKeys()
    private var namedCustomers = 0
    private var metrics = CustomerKeys()
    private var namedMetrics = 0
    private var lastMetric: (fingerprint: UInt64, number: UInt32)?
    private var openDates: [(row: Int, monthFirstSeconds: UInt32)] = []
    private var openValues: [(row: Int, comma: Double)] = []

    /// How many metrics there may be; `nil` without end.
    var limit: MetricLimit?

    /// Events that may be held back by dates and values that can be read in two ways: about 50 MB.
    static let mostHeldBack = 1_000_000
    /// The longest name of a metric, in bytes.
    static let longestMetric = 400

    init(sink: consuming RejectSink?) { rejects = RowRejects(sink: sink) }

    /// Rows that wait.
    var count: Int { pending.rows.count }
    /// Whether any of them can still be read in two ways.
    var isOpen: Bool { !openDates.isEmpty || !openValues.isEmpty }

    /// Why a name has no number.
    func fault(of name: UnsafeRawBufferPointer, column: Int) -> RowFault {
        if name.count > Self.longestMetric { return RowFault(.tooLong, column: column) }
        if !TextEncoding.isUTF8(name) { return RowFault(.notText, column: column) }
        return RowFault(.tooManyMetrics, column: column, detail: limit.map { "\($0.most) are the most" })
    }

    /// The number of a metric; `nil` for a name that is no text, too long, or one more than there may be.
    mutating func metric(_ name: UnsafeRawBufferPointer) -> UInt32? {
        let fingerprint = Fingerprint(name).value
        if let lastMetric, lastMetric.fingerprint == fingerprint { return lastMetric.number }
        let known = metrics.existingIndex(of: name)
        if known == nil {
            if name.count > Self.longestMetric || !TextEncoding.isUTF8(name) { return nil }
            if limit != nil, limit?.take(String(decoding: name, as: UTF8.self)) != true { return nil }
        }
        guard let number = known ?? metrics.index(of: name, fingerprint: fingerprint) else { return nil }
        lastMetric = (fingerprint, number)
        return number
    }

    /// Adds events whose customers are still to be looked up, a group at a time.
    mutating func add(
        _ rows: UnsafeBufferPointer<PendingEvent>, _ keys: UnsafeBufferPointer<CustomerKeys.Key>, file: String
    ) throws(ReadingError) {
        let isFound = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rows.count) { numbers in
            guard let start = numbers.baseAddress, customers.indices(of: keys, into: start) else { return false }
            for place in rows.indices {
                let row = rows[place]
                if row.when.monthFirstSeconds != row.when.seconds { openDates.append((count, row.when.monthFirstSeconds)) }
                if row.commaValue != row.value, !row.value.isNaN { openValues.append((count, row.commaValue)) }
                pending.properties.append(contentsOf: row.properties)
                pending.rows.append(
                    EventBatch.Row(
                        customer: numbers[place], metric: row.metric, seconds: row.when.seconds,
                        propertiesEnd: UInt32(truncatingIfNeeded: pending.properties.count), value: row.value, unique: row.unique,
                        currency: row.currency))
            }
            return true
        }
        guard isFound else {
            throw ReadingError(.badData, file: file, "the customers' identifiers together are longer than 4 GiB")
        }
    }

    /// Settles what the file has shown by now.
    mutating func settle(_ order: DateOrder?, _ mark: DecimalMark?) {
        if let order, !openDates.isEmpty {
            if order == .monthFirst { for open in openDates { pending.rows[open.row].seconds = open.monthFirstSeconds } }
            openDates = []
        }
        if let mark, !openValues.isEmpty {
            if mark == .comma { for open in openValues { pending.rows[open.row].value = open.comma } }
            openValues = []
        }
    }

    /// Hands on what waits, with whoever and whatever is new.
    mutating func takeBatch() -> EventBatch {
        var batch = EventBatch()
        batch.rows.reserveCapacity(count)
        swap(&batch, &pending)
        for number in namedCustomers..<customers.count {
            batch.newCustomers.append(customers.withBytes(of: UInt32(number)) { EventKey.customer($0) })
        }
        for number in namedMetrics..<metrics.count { batch.newMetrics.append(metrics.text(of: UInt32(number))) }
        namedCustomers = customers.count
        namedMetrics = metrics.count
        batch.rejectedRows = rejects.report.rejectedRows
        return batch
    }

    /// The account, once the last file is read.
    consuming func finish() throws(ReadingError) -> RowReport { try rejects.finish() }
}

/// The metrics that a shop has or will have, and how many it may have.
struct MetricLimit {
    private var known: Set<String>
    let most: Int

    init(known: Set<String>, most: Int) { (self.known, self.most) = (known, most) }

    /// Whether there is room for a metric; there is for those that are there.
    mutating func take(_ name: String) -> Bool {
        if known.contains(name) { return true }
        guard known.count < most else { return false }
        known.insert(name)
        return true
    }
}

/// An event as read from its row, before its customer is looked up.
struct PendingEvent {
    var metric: UInt32 = 0
    var when = ReadMoment(seconds: 0, monthFirstSeconds: 0, clock: .withOffset)
    /// Not a number where the row says none.
    var value = Double.nan
    /// The same with the comma as decimal mark.
    var commaValue = Double.nan
    var unique: UInt64 = 0
    var currency: Currency?
    /// Compact JSON; empty without any.
    var properties: [UInt8] = []
}

/// Somebody who is named by e-mail, by number, or by both, as one key.
enum EventKey {
    /// Stands between number and e-mail. No file holds one: the reader stops at it.
    static let separator: UInt8 = 0

    /// Who a key is.
    static func customer(_ key: UnsafeRawBufferPointer) -> EventBatch.Customer {
        func text(_ part: Slice<UnsafeRawBufferPointer>) -> String { String(decoding: part, as: UTF8.self) }
        if let place = key.firstIndex(of: separator) {
            return EventBatch.Customer(email: text(key[(place + 1)...]), customerID: text(key[..<place]))
        }
        let whole = text(key[...])
        return key.contains(UInt8(ascii: "@")) ? EventBatch.Customer(email: whole) : EventBatch.Customer(customerID: whole)
    }
}
