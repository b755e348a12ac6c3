public import CustomerValue
public import Facts
import Population

/// How the groups of a shop changed from one day to a later one, as facts told them: what profiles and segments show.
public struct RFMShopReport: Sendable {
    /// The figures.
    public let report: RFMReport
    /// What customers are grouped by now.
    public let inUse: RFMInUse
    /// Whether medians were worked out.
    public let hasMedians: Bool
}

extension Shop {
    /// Days before today from which on groups are compared where nothing else is said.
    public static let usualRFMDays = 30

    /// Compares the groups at the end of two days; of today, now. Both come from one state of the shop.
    ///
    /// - Parameters:
    ///   - end: not after today.
    ///   - model: by which model; `nil`: the one that is shown.
    ///   - hasMedians: whether medians are wanted. All orders are read for them, as they are known now; without them none is.
    /// - Returns: `nil` where the start does not lie before the end.
    public func rfmReport(from start: ShopDay, to end: ShopDay, by model: RFMModelEntry? = nil, hasMedians: Bool = true) -> RFMShopReport? {
        guard start < end else { return nil }
        let model = model ?? shownRFMModel
        let days = [start, end]
        let moments = days.map { endOfKnowledge(on: $0) }
        let now = clock()
        let (told, counted) = read { population in
            (
                population.rfmGroups(before: moments, by: model.number),
                (population.rfmDistribution(by: model.number), population.currency)
            )
        }
        let columns =
            hasMedians ? columns(of: told.profiles, on: days, by: model.metric) : days.map { _ in RFMColumns(count: told.profiles.count) }
        let snapshots = days.indices.map { place in
            RFMSnapshot(day: days[place], columns: columns[place]) { told.group($0, at: place) }
        }
        guard let report = RFMReport(start: snapshots[0], end: snapshots[1], currency: counted.1) else { return nil }
        return RFMShopReport(report: report, inUse: rfmInUse(by: model, of: counted, at: now), hasMedians: hasMedians)
    }

    /// What some profiles, in the order of their numbers, had done at the end of some days that counts for a model.
    private func columns(of profiles: [ProfileNumber], on days: [ShopDay], by metric: RFMMetric) -> [RFMColumns] {
        var chosen = days.map { _ in RFMColumns(count: profiles.count) }
        let all = metric == .orders ? orders(of: .everybody) : events(by: metric)
        let buyers = all.profiles
        guard let columns = try? RFMColumns.atEnd(of: days, orders: all.orders, refunds: all.refunds, options: summaryOptions(by: metric))
        else { return chosen }
        var buyer = 0
        for (row, profile) in profiles.enumerated() {
            while buyer < buyers.count, buyers[buyer] < profile { buyer += 1 }
            guard buyer < buyers.count else { break }
            guard buyers[buyer] == profile else { continue }
            for place in days.indices {
                chosen[place].daysSinceLastOrder[row] = columns[place].daysSinceLastOrder[buyer]
                chosen[place].numberOfOrders[row] = columns[place].numberOfOrders[buyer]
                chosen[place].historicMinorUnits[row] = columns[place].historicMinorUnits[buyer]
            }
        }
        return chosen
    }
}
