public import CustomerValue
import Facts
import Journal
import Population

/// What changes for whom where other events are orders than before.
public struct OrdersChange: Sendable {
    /// The kind of its job.
    public static let jobKind = "orders-change"
    /// Customers of whom a change tells.
    public static let mostCustomers = 50
    /// Customers of whom a preview tells.
    public static let mostPreviewed = 20

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
        /// Orders of which more was given back than they are worth.
        var ordersGivenBackBeyondWorth = 0
        /// What is short for predictions; empty where nothing is.
        var short: [Eligibility.Finding] = []
    }

    /// One customer, as far as is compared.
    struct Figures: Sendable, Equatable {
        var orders: Int32 = 0
        var historicMinorUnits: Int64 = 0
        /// `nil` without a prediction.
        var predictedMinorUnits: Int64?
        var group: RFMGroup?
        var clvClass: CustomerClass?
        var likelihoodClass: CustomerClass?

        init() {}

        init(_ score: CustomerScore) {
            orders = score.numberOfOrders
            historicMinorUnits = score.historicMinorUnits
            predictedMinorUnits = score.prediction?.clvMinorUnits
            group = score.rfm?.group
            clvClass = score.prediction?.clvClass
            likelihoodClass = score.prediction?.likelihoodClass
        }

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

    /// Customers who go from one group, or class, to another; `nil`: none.
    struct Movement<Group: Hashable & Sendable>: Sendable, Hashable {
        var before: Group?
        var after: Group?
    }

    var currency = Currency.none
    var asOf: ShopDay?
    var before = Totals()
    var after = Totals()
    /// Customers of whom other orders count than before, or for other amounts.
    var changed = 0
    /// Who had no order before, and has one: customers after are those before, and these, less those who are lost.
    var gained = 0
    /// Who had an order, and has none any more.
    var lost = 0
    var movements: [Movement<RFMGroup>: Int] = [:]
    var clvMovements: [Movement<CustomerClass>: Int] = [:]
    var likelihoodMovements: [Movement<CustomerClass>: Int] = [:]
    /// Those whose historic CLV changed most, most first.
    var customers: [Customer] = []

    /// Everybody's figures at one moment, by row.
    struct Look: Sendable {
        var figures: ContiguousArray<Figures> = []
        var model: UInt32?
        var ordersGivenBackBeyondWorth = 0
        var short: [Eligibility.Finding] = []
    }

    /// Compares two looks; who came between them was not there before.
    ///
    /// - Parameter most: customers of whom it tells.
    init(_ old: Look, _ new: Look, currency: Currency, asOf: ShopDay?, most: Int = mostCustomers) {
        self.currency = currency
        self.asOf = asOf
        before.model = old.model
        after.model = new.model
        before.ordersGivenBackBeyondWorth = old.ordersGivenBackBeyondWorth
        after.ordersGivenBackBeyondWorth = new.ordersGivenBackBeyondWorth
        before.short = old.short
        after.short = new.short
        for row in 0..<max(old.figures.count, new.figures.count) {
            let (was, now) = (Self.figures(old, row), Self.figures(new, row))
            before.add(was)
            after.add(now)
            Self.note(was.group, now.group, in: &movements)
            Self.note(was.clvClass, now.clvClass, in: &clvMovements)
            Self.note(was.likelihoodClass, now.likelihoodClass, in: &likelihoodMovements)
            guard was.counts(otherwise: now) else { continue }
            changed += 1
            if was.orders <= 0, now.orders > 0 { gained += 1 } else if was.orders > 0, now.orders <= 0 { lost += 1 }
            note(Customer(profile: ProfileNumber(UInt32(row)), before: was, after: now))
        }
        customers = Array(customers.sorted(by: Self.isGreater).prefix(most))
    }

    private static func note<Group>(_ before: Group?, _ after: Group?, in movements: inout [Movement<Group>: Int]) {
        if before != after { movements[Movement(before: before, after: after), default: 0] += 1 }
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

extension OrdersChange {
    /// What is short for predictions by the other orders; empty where nothing is.
    public var shortAfter: [Eligibility.Finding] { after.short }

    /// Whether there were customers, and by the other orders there are none.
    var leavesNoCustomers: Bool { before.customers > 0 && after.customers == 0 }
}

extension Eligibility? {
    /// The conditions that predictions wait for.
    var short: [Eligibility.Finding] { self?.unmet.filter(\.isRequired) ?? [] }
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
