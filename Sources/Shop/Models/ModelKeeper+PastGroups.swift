import CustomerValue
import Dispatch
import Facts
import Population
import Synchronization

extension Shop {
    /// Takes in what tells of the past in several commits: nobody's past is worked out before all of them are there. It would otherwise be that
    /// of the first orders, and what comes after them would look as if it had happened today.
    public func tellingOfPast<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        models.groups.withLock { $0.tellers += 1 }
        defer {
            models.groups.withLock { $0.tellers -= 1 }
            models.wake.signal()
        }
        return try body()
    }
}

// The RFM groups of customers who came with their past: what they would have been told, had somebody looked.
extension ModelKeeper {
    /// Works out the groups of the past, by a model, for customers of whom nothing was ever told, from their orders, or whatever else the
    /// model goes by: borders as settled every seventh day.
    ///
    /// Whoever orders for the first time while the shop runs has a group from then on, and needs none of this.
    ///
    /// - Returns: of whom that was tried.
    func reconstructGroups(_ shop: Shop, by model: ModelMetric) -> Set<ProfileNumber> {
        guard groups.withLock({ $0.tellers == 0 }) else { return [] }
        let today = shop.today
        var missing: Set<ProfileNumber> = []
        shop.read { population in
            for row in 0..<population.profileCount {
                let profile = ProfileNumber(UInt32(row))
                if population.isLive(profile), lacksPast(profile, population, by: model) { missing.insert(profile) }
            }
        }
        guard !missing.isEmpty else { return [] }
        var orders = model.metric == .orders ? collect(shop) : shop.events(by: model.metric)
        let profiles = orders.profiles
        var options = shop.summaryOptions(by: model.metric)
        // Today's group is told of as it is found.
        options.asOf = today.advanced(byDays: -1)
        guard let settings = scoring(by: model.model)?.settings,
            let history = try? RFMHistory(orders: orders.orders, refunds: orders.refunds, options: options, settings: settings)
        else { return missing }
        orders = OrdersOfShop()
        let zone = shop.settings.timeZone
        var changes: [RFMFact] = []
        for customer in 0..<min(history.count, profiles.count) where missing.contains(profiles[customer]) {
            if state.withLock({ $0.isStopping }) { return missing }
            shop.read { population in
                for change in history.changes(of: customer) {
                    changes.append(fact(change, profiles[customer], by: model, population, zone))
                }
            }
            if changes.count >= 50_000 {
                write(past: changes, shop)
                changes.removeAll(keepingCapacity: true)
            }
        }
        write(past: changes, shop)
        shop.segments.groupsReconstructed()
        return missing
    }

    private func fact(
        _ change: RFMHistory.Change, _ profile: ProfileNumber, by model: ModelMetric, _ population: Population, _ zone: ShopTimeZone
    ) -> RFMFact {
        let standing = change.group.map {
            RFMFact.Standing(recency: change.recency, frequency: change.frequency, monetary: change.monetary, group: UInt8($0.place))
        }
        let cause: RFMFact.Cause
        switch change.cause {
        case .order: cause = .order
        case .time: cause = .time
        case .borders: cause = .borders
        case .settings: cause = .settings
        }
        let day = zone.start(of: change.day).secondsSince1970..<zone.start(of: change.day.advanced(byDays: 1)).secondsSince1970
        // An order at its own moment; what days bring as the day begins.
        let moment = cause == .order ? population.lastMoment(of: profile, within: day, by: model.metric) ?? day.lowerBound : day.lowerBound
        return RFMFact(
            profile: profile, model: model.model, standing: standing, seconds: UInt32(clamping: moment), cause: cause, isReconstructed: true
        )
    }

    private func write(past changes: [RFMFact], _ shop: Shop) {
        if state.withLock({ $0.isLooking }) {
            return shop.population.write { population in for change in changes { population.note(change) } }
        }
        var start = 0
        while start < changes.count {
            // The changes of one customer go together: who is known at all is known from the beginning.
            var end = min(changes.count, start + 10_000)
            while end < changes.count, changes[end].profile == changes[end - 1].profile { end += 1 }
            let some = changes[start..<end]
            try? shop.writeAndWait(weight: 16 * some.count) { (intake) throws(IntakeError) in
                let population = intake.population
                for change in some where population.isLive(change.profile) && intake.canonical(change.profile) == change.profile {
                    if !population.hasRFMHistory(change.profile, by: change.model) { intake.record(.rfm(change)) }
                }
            }
            start = end
        }
    }
}
