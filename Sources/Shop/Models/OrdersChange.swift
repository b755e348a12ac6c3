import CustomerValue
import Facts
import Journal
import Population
import Synchronization

/// What changed for whom where other events are orders than before.
public struct OrdersChange: Sendable {
    /// The kind of its job.
    public static let jobKind = "orders-change"
    /// Customers who are told by name.
    public static let mostCustomers = 50

    /// All customers together.
    struct Totals: Sendable, Equatable {
        /// Who has an order.
        var customers = 0
        var orders: Int64 = 0
        var historicMinorUnits: Int64 = 0
        /// Who has a prediction.
        var predicted = 0
        var predictedMinorUnits: Int64 = 0
        /// The model's number in the journal.
        var model: UInt32?
    }

    /// One customer, as far as is compared.
    struct Figures: Sendable, Equatable {
        var orders: Int32 = 0
        var historicMinorUnits: Int64 = 0
        /// `nil` without a prediction.
        var predictedMinorUnits: Int64?
        var group: RFMGroup?

        /// Whether others count as the customer's orders, or for other amounts.
        func counts(otherwise other: Figures) -> Bool { orders != other.orders || historicMinorUnits != other.historicMinorUnits }
    }

    /// A customer of whom other orders count than before.
    struct Customer: Sendable, Equatable {
        var profile: ProfileNumber
        var before: Figures
        var after: Figures

        /// How much the customer's historic CLV changed, either way.
        var size: UInt64 { after.historicMinorUnits.saturatingAdding(-before.historicMinorUnits).magnitude }
    }

    /// Customers who went from one group to another; `nil`: none.
    struct Movement: Sendable, Hashable {
        var before: RFMGroup?
        var after: RFMGroup?
    }

    var currency = Currency.none
    var asOf: ShopDay?
    var before = Totals()
    var after = Totals()
    /// Customers of whom other orders count than before, or for other amounts.
    var changed = 0
    /// Who had no order before.
    var gained = 0
    /// Who has none any more.
    var lost = 0
    var movements: [Movement: Int] = [:]
    /// Those whose historic CLV changed most, most first.
    var customers: [Customer] = []

    /// Everybody's figures at one moment, by row.
    struct Look: Sendable {
        var figures: ContiguousArray<Figures> = []
        var model: UInt32?
    }

    /// Compares two looks; who came between them was not there before.
    init(_ old: Look, _ new: Look, currency: Currency, asOf: ShopDay?) {
        self.currency = currency
        self.asOf = asOf
        before.model = old.model
        after.model = new.model
        for row in 0..<max(old.figures.count, new.figures.count) {
            let (was, now) = (Self.figures(old, row), Self.figures(new, row))
            before.add(was)
            after.add(now)
            if was.group != now.group { movements[Movement(before: was.group, after: now.group), default: 0] += 1 }
            guard was.counts(otherwise: now) else { continue }
            changed += 1
            if was.orders == 0 { gained += 1 } else if now.orders == 0 { lost += 1 }
            note(Customer(profile: ProfileNumber(UInt32(row)), before: was, after: now))
        }
        customers = Array(customers.sorted(by: Self.isGreater).prefix(Self.mostCustomers))
    }

    private static func figures(_ look: Look, _ row: Int) -> Figures { row < look.figures.count ? look.figures[row] : Figures() }

    private static func isGreater(_ a: Customer, _ b: Customer) -> Bool { (b.size, a.profile) < (a.size, b.profile) }

    /// Keeps the greatest few, and now and then lets go of the others.
    private mutating func note(_ customer: Customer) {
        customers.append(customer)
        guard customers.count == 64 * Self.mostCustomers else { return }
        customers = Array(customers.sorted(by: Self.isGreater).prefix(Self.mostCustomers))
    }
}

extension OrdersChange.Totals {
    fileprivate mutating func add(_ figures: OrdersChange.Figures) {
        if figures.orders > 0 { customers += 1 }
        orders += Int64(figures.orders)
        historicMinorUnits = historicMinorUnits.saturatingAdding(figures.historicMinorUnits)
        guard let money = figures.predictedMinorUnits else { return }
        predicted += 1
        predictedMinorUnits = predictedMinorUnits.saturatingAdding(money)
    }
}

extension ModelKeeper {
    /// Profiles that are looked at before writers get their turn.
    private static let lookedAtOnce = 20_000

    /// Everybody's figures as they are now.
    func look(_ shop: Shop) -> OrdersChange.Look {
        var look = OrdersChange.Look()
        look.model = standing.number
        var row = 0
        while true {
            let count = shop.read { population in
                for row in row..<max(row, min(row + Self.lookedAtOnce, population.profileCount)) {
                    let profile = ProfileNumber(UInt32(row))
                    guard population.isLive(profile), let score = population.scores[profile] else {
                        look.figures.append(OrdersChange.Figures())
                        continue
                    }
                    look.figures.append(
                        OrdersChange.Figures(
                            orders: score.numberOfOrders, historicMinorUnits: score.historicMinorUnits,
                            predictedMinorUnits: score.prediction?.clvMinorUnits, group: population.rfmScores(of: profile)?.group))
                }
                return population.profileCount
            }
            row += Self.lookedAtOnce
            if row >= count { return look }
        }
    }

    /// Counts customers anew, fits a model on what are orders now, and tells what changed. On the background thread.
    func performOrdersChange(_ job: JobRow, since before: OrdersChange.Look, _ cause: String, _ shop: Shop) {
        var job = job
        job.status = .processing
        job.startedAt = shop.clock()
        write(job, shop)
        // By the model that there is, so that numbers are right soon; then by one that was fitted on these orders. The old one stays in the journal.
        scoreAll(shop, because: [.counting])
        let outcome = fit(shop, adopts: true, because: [.counting])
        state.withLock { state in
            state.isCounting = false
            state.recounted.formIntersection(state.unscored)
        }
        let change = OrdersChange(
            before, look(shop), currency: shop.settings.currency ?? .none, asOf: standing.scoredAsOf)
        job.status = .complete
        job.completedAt = shop.clock()
        job.completedCount = 1
        job.detail = OrdersChange.detail(cause, shop.ids, outcome: outcome, change)
        write(job, shop)
    }
}

extension Shop {
    /// Does something that may change which events are orders.
    ///
    /// - Parameter body: does it; the function that it is handed must be called within its commit.
    /// - Returns: the job that counts customers anew and tells what changed; `nil` where orders stay as they are, or nothing is counted.
    func recounted(
        _ isOfOrders: Bool, _ cause: String, by who: String,
        _ body: (_ note: @escaping @Sendable (Intake) -> Void) throws(IntakeError) -> Void
    ) throws(IntakeError) -> JobRow? {
        guard isOfOrders, models.isAtWork else {
            try body { _ in }
            return nil
        }
        let before = models.look(self)
        let job = JobRow(
            number: journal.nextNumber(.job), kind: OrdersChange.jobKind, who: who, createdAt: clock(), totalCount: 1,
            detail: OrdersChange.detail(cause, ids, outcome: nil, nil))
        try body { intake in intake.write(.job(job)) }
        models.requestWork { shop in
            guard let shop else { return }
            self.models.performOrdersChange(job, since: before, cause, shop)
        }
        return job
    }
}
