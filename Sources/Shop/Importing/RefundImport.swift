import Connectors
import Facts
import Population
import Synchronization

/// Refunds that were read, each with what makes it one for ever.
///
/// Three ways of telling meet here. A refund with an id of its own is one event. A file of orders says how much of an order was given back
/// in all: what is not known of that yet becomes an event. And a refund of an order of which a file of orders said an amount already is
/// part of that amount, as far as that reaches.
final class RefundsToTake: Sendable {
    private struct Refund: Sendable {
        var record: RefundRecord
        /// What makes it one; for what an order's row tells, 0.
        var unique: UInt64
        /// The order's own moment, and all of its amount where all was given back: only for what an order's row tells.
        var order: OrderRecord?
    }

    private let refunds: [Refund]
    private let currencies: [FileCurrency]
    private let toldCurrencies: [Currency]
    /// What the files told so far of orders of which order files had told an amount before, in minor units.
    private let told = Mutex<[UInt64: Int64]>([:])

    /// What files of orders say was given back.
    init(_ records: [RefundRecord], toldWith orders: OrderTable, _ uniques: inout UniqueIDs) {
        toldCurrencies = orders.currencies
        currencies = orders.currencies.map { FileCurrency($0) }
        let rows = Self.rows(of: records, in: orders)
        refunds = records.map { record in
            if record.orderID != 0, let row = rows[record.orderID] { return Refund(record: record, unique: 0, order: orders[row]) }
            return Refund(record: record, unique: Self.unique(record, orders.customers, orders.currencies, &uniques))
        }
    }

    /// What files of refunds say.
    init(_ records: [RefundRecord], currencies: [Currency], customers: CustomerKeys, _ uniques: inout UniqueIDs) {
        toldCurrencies = currencies
        self.currencies = currencies.map { FileCurrency($0) }
        refunds = records.map { Refund(record: $0, unique: Self.unique($0, customers, currencies, &uniques)) }
    }

    private static func unique(
        _ record: RefundRecord, _ customers: CustomerKeys, _ currencies: [Currency], _ uniques: inout UniqueIDs
    ) -> UInt64 {
        if record.id != 0 { return record.id }
        let who = record.orderID != 0 ? record.orderID : customers.withBytes(of: record.customer) { Fingerprint($0).value }
        return uniques.next(
            .refund, of: who, seconds: record.secondsSince1970 ?? 0, minorUnits: record.minorUnits ?? -1,
            currency: currencies[Int(record.currency)])
    }

    /// The rows of the orders that refunds name.
    private static func rows(of records: [RefundRecord], in orders: OrderTable) -> [UInt64: Int] {
        var rows: [UInt64: Int] = [:]
        for record in records where record.orderID != 0 { rows[record.orderID] = -1 }
        guard !rows.isEmpty else { return [:] }
        for row in 0..<orders.count {
            let id = orders.orderID(of: row)
            if let known = rows[id], known < 0 { rows[id] = row }
        }
        return rows.filter { $0.value >= 0 }
    }

    /// Takes in some of them.
    func take(_ range: Range<Int>, _ customers: FileCustomers, _ intake: Intake) throws(IntakeError) -> ImportCounts {
        let metric = try intake.metric(meaning: .refundedSales)
        var (counts, made) = try customers.resolving(intake) { (resolver) throws(IntakeError) in
            var counts = ImportCounts()
            for refund in refunds[range] {
                let isNew =
                    if refund.order != nil {
                        try takeTold(refund, metric, &resolver, intake)
                    } else {
                        try takeOwn(refund, metric, &resolver, intake)
                    }
                counts.refunds.count(isNew: isNew)
            }
            return counts
        }
        counts.profilesMade += made
        return counts
    }

    /// What a row of an order file says was given back of its order, in all.
    private func takeTold(
        _ refund: Refund, _ metric: MetricNumber, _ resolver: inout FileCustomers.Resolver, _ intake: Intake
    ) throws(IntakeError) -> Bool {
        guard let order = refund.order else { return false }
        let record = refund.record
        let currency = currencies[Int(record.currency)]
        let total = record.minorUnits ?? order.minorUnits
        let known = intake.population.refunds(ofOrder: record.orderID).reduce(0 as Int64) { sum, refund in
            sum.saturatingAdding(refund.value.map { currency.minorUnits(abs($0)) } ?? order.minorUnits)
        }
        guard total > known else { return false }
        let seconds = record.secondsSince1970 ?? order.secondsSince1970
        let unique = UniqueIDs.fingerprint(
            .refundToldWithOrder, of: record.orderID, seconds: order.secondsSince1970, minorUnits: total,
            currency: toldCurrencies[Int(record.currency)])
        let identity = Intake.identity(of: metric, unique: unique, seconds: seconds)
        var profile = intake.population.order(record.orderID)?.profile
        if profile == nil { profile = try resolver.profile(record.customer, whoDid: identity, order: record.orderID) }
        guard let profile else { return false }
        return intake.event(
            profile, metric: metric, seconds: seconds, value: currency.value(total - known), currency: currency.named, identity: identity,
            order: record.orderID, source: .importFile)
    }

    /// A refund that is told by itself.
    private func takeOwn(
        _ refund: Refund, _ metric: MetricNumber, _ resolver: inout FileCustomers.Resolver, _ intake: Intake
    ) throws(IntakeError) -> Bool {
        let record = refund.record
        let order = record.orderID == 0 ? nil : intake.population.order(record.orderID)
        let currency = currencies[Int(record.currency)]
        let seconds = record.moment(intake.population.timeZone) ?? order?.seconds ?? intake.nowSeconds
        var minorUnits = record.minorUnits
        if let order, let units = minorUnits { minorUnits = notToldYet(units, of: order, currency, record.orderID, intake) }
        if minorUnits == 0 { return false }
        let identity = Intake.identity(of: metric, unique: refund.unique, seconds: seconds)
        var profile = order?.profile
        if profile == nil, record.customer != RefundRecord.customerOfOrder {
            profile = try resolver.profile(record.customer, whoDid: identity, order: record.orderID)
        }
        guard let profile else { return false }
        return intake.event(
            profile, metric: metric, seconds: seconds, value: minorUnits.map { currency.value($0) }, currency: currency.named,
            identity: identity, order: record.orderID, source: .importFile)
    }

    /// How much of a refund goes beyond what a file of orders told of its order: those amounts stand at the order's own moment.
    private func notToldYet(
        _ units: Int64, of order: KnownOrder, _ currency: FileCurrency, _ id: UInt64, _ intake: Intake
    ) -> Int64 {
        var (toldWithOrder, others): (Int64, Int64) = (0, 0)
        for known in intake.population.refunds(ofOrder: id) {
            let amount = currency.minorUnits(abs(known.value ?? order.value))
            if known.seconds == order.seconds { toldWithOrder += amount } else { others += amount }
        }
        guard toldWithOrder > 0 else { return units }
        let sum = told.withLock { told in
            told[id, default: 0] += units
            return told[id, default: 0]
        }
        return min(units, max(0, sum - toldWithOrder - others))
    }
}

extension RefundRecord {
    /// When the money was given back; where only the day is known its last second, so that the refund comes after all orders of the day.
    fileprivate func moment(_ timeZone: ShopTimeZone) -> UInt32? {
        guard isDateOnly, let secondsSince1970 else { return secondsSince1970 }
        let day = timeZone.day(of: Instant(secondsSince1970: Int64(secondsSince1970)))
        return UInt32(clamping: timeZone.start(of: day.advanced(byDays: 1)).secondsSince1970 - 1)
    }
}
