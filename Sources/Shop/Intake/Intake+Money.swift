public import Facts
import Journal
import Population

/// Whoever can read a page can say anything by the door for browsers, so that nothing said there moves money.
extension Intake {
    /// Whether events of a metric say what was ordered, given back or called off.
    public func movesMoney(_ metric: String) -> Bool { population.movesMoney(metric) }

    /// Whether an order is only known by what a browser once told under the same unique id, before its metric meant orders: that must not keep
    /// the real one out.
    func wasForestalled(_ order: UInt64, _ metric: MetricNumber, _ profile: ProfileNumber) -> Bool {
        guard order != 0, isOrder(metric), !population.hasOrder(order), profile.index < population.profileCount,
            population.hasEventsOfBrowser(metric, of: profile)
        else { return false }
        return !facts.contains { if case .event(let fact) = $0 { fact.order == order && fact.metric == metric } else { false } }
    }
}

/// An order of this commit, or one that the columns have.
struct ToldOrder: Sendable {
    var profile: ProfileNumber
    var value: Double?
    var currency: Currency?
}

extension Intake {
    /// Notes that an order was told, and says to whoever keeps the shop where it was known already and was not told alike: an order is one for
    /// ever, so that the first telling stays.
    func note(_ event: EventIntake, order: UInt64, of profile: ProfileNumber) {
        let told = ToldOrder(profile: profile, value: event.value, currency: event.currency)
        guard let known = knownOrder(order) else {
            undo.append(.order(order))
            orders[order] = told
            return
        }
        let id = event.orderID ?? event.uniqueID ?? ""
        if last(known.profile) != profile {
            write(
                .refusal(
                    event.refused(
                        "order_of_another_customer",
                        "Order '\(id.prefix(200))' is already known for another customer. It counts once, for them; this event stays in the "
                            + "history of the customer named here, and is no order.", at: now)))
        } else if (known.value ?? 0) != (told.value ?? 0)
            || (known.currency ?? population.currency) != (told.currency ?? population.currency)
        {
            write(
                .refusal(
                    event.refused(
                        "order_told_otherwise",
                        "Order '\(id.prefix(200))' is already known with another value or currency. What was told first counts.", at: now)))
        }
    }

    private func knownOrder(_ order: UInt64) -> ToldOrder? {
        if let known = orders[order] { return known }
        if let known = population.order(order) { return ToldOrder(profile: known.profile, value: known.value, currency: known.currency) }
        // Of an order of somebody who was erased no more is known than whose it was.
        return population.profile(ofOrder: order).map { ToldOrder(profile: $0) }
    }
}

extension EventIntake {
    /// What is kept of it where it did not do what it was sent for.
    fileprivate func refused(_ code: String, _ detail: String, at now: Instant) -> RefusedFact {
        RefusedFact(
            at: now, door: source.door, code: code, detail: detail, pointer: "/data/attributes/properties/OrderId",
            original: properties.isEmpty ? nil : properties)
    }
}

extension IntakeError {
    /// What a browser told that moves money.
    static func movedMoney(_ metric: String) -> IntakeError {
        .invalid(pointer: "/data/attributes/metric/data/attributes/name", detail: movedMoneyDetail(metric))
    }

    /// An amount that no order can have.
    static func moreThanAnOrder(in currency: Currency) -> IntakeError {
        let most = Money(minorUnits: OrderRecord.largestMinorUnits, currency: currency)
        return .invalid(pointer: "/data/attributes/value", detail: moreThanAnOrderDetail(most))
    }

    /// The same in words.
    public static func moreThanAnOrderDetail(_ most: Money) -> String {
        "'value' is more than an order may be worth: at most \(most.currency == .none ? most.decimalText : most.description)."
    }

    /// Why that is refused, and what to do instead.
    public static func movedMoneyDetail(_ metric: String) -> String {
        "'\(metric)' decides what customers are worth, so that it is not taken from browsers: send it with a private key to /api/events."
    }
}
