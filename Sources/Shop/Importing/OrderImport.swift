public import Connectors
import Facts
import Population

extension Shop {
    /// Rows that are taken in together: enough for a commit's cost to vanish, few enough to be held twice.
    public static let importBatch = 50_000

    /// Told how many rows are taken in, of how many, and what became of them so far.
    public typealias ImportProgress = (Int, Int, ImportCounts) throws(IntakeError) -> Void

    /// Takes in the orders that were read from files, and what the files say was given back of them.
    ///
    /// An order whose id is known already, by whatever path it came, has no second effect; so a file can be taken in again.
    ///
    /// - Parameters:
    ///   - batch: rows in one commit: others wait for one at most.
    ///   - progress: told how many of the rows are taken in, of how many, and what became of them. What it throws ends the import; what was
    ///     taken in stays.
    public func importOrders(
        _ read: OrderIntake, batch size: Int = importBatch, progress: ImportProgress = { _, _, _ in }
    ) throws(IntakeError) -> ImportCounts {
        let customers = FileCustomers(read.orders.customers)
        let orders = read.orders
        let rows = orders.count + read.refunds.count
        var uniques = UniqueIDs()
        var counts = ImportCounts()
        for start in stride(from: 0, to: orders.count, by: size) {
            let batch = OrderBatch(orders, start..<min(orders.count, start + size), customers, &uniques)
            counts += try writeAndWait(weight: batch.rows.count * 64) { (intake) throws(IntakeError) in try batch.take(intake) }
            try progress(batch.rows.upperBound, rows, counts)
        }
        let refunds = RefundsToTake(read.refunds, toldWith: orders, &uniques)
        for start in stride(from: 0, to: read.refunds.count, by: size) {
            let range = start..<min(read.refunds.count, start + size)
            counts += try writeAndWait(weight: range.count * 64) { (intake) throws(IntakeError) in
                try refunds.take(range, customers, intake)
            }
            try progress(orders.count + range.upperBound, rows, counts)
        }
        return counts
    }

    /// Takes in refunds that were read alone: of orders and customers that the shop knows, or will know.
    ///
    /// - Parameters:
    ///   - batch: rows in one commit: others wait for one at most.
    ///   - progress: told how many are taken in, of how many, and what became of them. What it throws ends the import.
    public func importRefunds(
        _ read: OrderIntake, batch size: Int = importBatch, progress: ImportProgress = { _, _, _ in }
    ) throws(IntakeError) -> ImportCounts {
        let customers = FileCustomers(read.orders.customers)
        var uniques = UniqueIDs()
        let refunds = RefundsToTake(read.refunds, currencies: read.orders.currencies, customers: read.orders.customers, &uniques)
        var counts = ImportCounts()
        for start in stride(from: 0, to: read.refunds.count, by: size) {
            let range = start..<min(read.refunds.count, start + size)
            counts += try writeAndWait(weight: range.count * 64) { (intake) throws(IntakeError) in
                try refunds.take(range, customers, intake)
            }
            try progress(range.upperBound, read.refunds.count, counts)
        }
        return counts
    }

    /// The orders that the shop knows, for readers of refunds.
    public var knownOrders: KnownOrders {
        KnownOrders { id in self.read { $0.order(id) }.map { KnownOrders.Order(currency: $0.currency) } }
    }
}

/// Some rows of an order table.
private struct OrderBatch: Sendable {
    let rows: Range<Int>
    private let orders: OrderTable
    private let customers: FileCustomers
    /// The unique id of each row that has no order id; empty where all have one.
    private var uniques: [UInt64] = []

    init(_ orders: OrderTable, _ rows: Range<Int>, _ customers: FileCustomers, _ uniques: inout UniqueIDs) {
        self.orders = orders
        self.rows = rows
        self.customers = customers
        guard rows.contains(where: { orders.orderID(of: $0) == 0 }) else { return }
        self.uniques = rows.map { row in
            guard orders.orderID(of: row) == 0 else { return 0 }
            let order = orders[row]
            let who = orders.customers.withBytes(of: order.customer) { Fingerprint($0).value }
            return uniques.next(
                .order, of: who, seconds: order.secondsSince1970, minorUnits: order.minorUnits,
                currency: orders.currencies[Int(order.currency)])
        }
    }

    func take(_ intake: Intake) throws(IntakeError) -> ImportCounts {
        let metric = try intake.metric(meaning: .revenue)
        let currencies = orders.currencies.map { FileCurrency($0) }
        var (counts, made) = try customers.resolving(intake) { (resolver) throws(IntakeError) in
            var counts = ImportCounts()
            var properties = OrderProperties(orders)
            for row in rows {
                let order = orders[row]
                if intake.isTooFarAhead(order.secondsSince1970) {
                    counts.tooFarAhead += 1
                    continue
                }
                let currency = currencies[Int(order.currency)]
                // An order without an id is known by the same number as the event that it makes.
                let id = uniques.isEmpty || uniques[row - rows.lowerBound] == 0 ? orders.orderID(of: row) : uniques[row - rows.lowerBound]
                let value = currency.value(order.minorUnits)
                if intake.population.hasOrder(id) {
                    counts.orders.count(isNew: false)
                    if let known = intake.population.order(id), known.value != value || known.profile != resolver.find(order.customer) {
                        counts.ordersToldOtherwise += 1
                    }
                    continue
                }
                let identity = Intake.identity(of: metric, unique: id, seconds: order.secondsSince1970)
                guard let profile = try resolver.profile(order.customer, whoDid: identity, order: id) else {
                    counts.orders.count(isNew: false)
                    continue
                }
                let isNew = intake.event(
                    profile, metric: metric, seconds: order.secondsSince1970, value: value, currency: currency.named, identity: identity,
                    order: id, source: .importFile, properties: properties.of(row, order))
                counts.orders.count(isNew: isNew)
            }
            return counts
        }
        counts.profilesMade += made
        intake.refuse(
            counts.ordersToldOtherwise, "order_told_otherwise",
            "Known orders stand in a file with another amount or customer. What was told first counts.")
        intake.refuse(
            counts.tooFarAhead, "too_far_ahead", "An order dated more than a year ahead is not taken in: its date may have been misread.")
        return counts
    }
}

/// A currency of a file, as events carry it.
struct FileCurrency: Sendable {
    /// The currency; `nil` where the file names none, which is then the shop's.
    let named: Currency?
    private let minorUnitsPerMajor: Double

    init(_ currency: Currency) {
        named = currency == .none ? nil : currency
        minorUnitsPerMajor = Double(currency.minorUnitsPerMajor)
    }

    /// An amount in major units: the nearest number there is, which gives the same minor units back.
    func value(_ minorUnits: Int64) -> Double { Double(minorUnits) / minorUnitsPerMajor }

    /// An amount in minor units.
    func minorUnits(_ value: Double) -> Int64 { Int64(exactly: (value * minorUnitsPerMajor).rounded()) ?? 0 }
}

extension OrderTable {
    /// The fingerprint of a row's order id; 0 without one.
    func orderID(of row: Int) -> UInt64 { orderIDs[row / Self.blockLength][row % Self.blockLength] }
}

extension Intake {
    /// The metric that has a meaning for orders: the one chosen for it, else the one of the usual name, made where it is new. Of the metrics
    /// of a custom metric it is the one of the usual name, else the first.
    func metric(meaning: MetricMapping.Meaning) throws(IntakeError) -> MetricNumber {
        let chosen = population.mapping.metrics(of: meaning)
        if let usual = population.metric(named: meaning.usualName), chosen.contains(usual) { return usual }
        if let first = chosen.first { return first }
        return try metric(meaning.usualName)
    }
}
