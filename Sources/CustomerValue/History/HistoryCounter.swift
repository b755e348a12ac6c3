import Facts

/// Makes a ``ShopHistory`` from purchases, customer by customer and in order of time, with a few additions for each.
struct HistoryCounter {
    private let asOf: ShopDay
    private let logBegan: ShopDay
    /// The day of index 0 of ``monthOfDay``.
    private let firstDay: Int
    /// The place of every day's month.
    private let monthOfDay: CellBuffer<UInt16>
    /// The last index of ``monthOfDay``.
    private let lastDay: Int

    private let firstMonth: ShopMonth
    private let orders: CellBuffer<Int>
    private let revenue: CellBuffer<Int64>
    private let buyers: CellBuffer<Int>
    private let newBuyers: CellBuffer<Int>
    private let cohorts: CohortCounter
    /// Customers by the longest of ``SecondPurchase/agesInDays`` that they have, and how many of them returned.
    private let ages = SecondPurchase.agesInDays
    private var oldEnough = [Int](repeating: 0, count: SecondPurchase.agesInDays.count)
    private var returned = [Int](repeating: 0, count: SecondPurchase.agesInDays.count)
    /// Customers with each of the ages, and how many of them had returned by then.
    private var within = SecondPurchase.agesInDays.map { SecondPurchase.ReturnedWithin(days: $0) }
    private var customers = 0
    private var oneTimeBuyers = 0
    private var products: LaterValueCounter?
    private var discounts: LaterValueCounter?

    /// Which order each customer began with; `nil` where nobody asked.
    private(set) var firstPurchases: FirstPurchases?

    private let countsLaterValue: Bool
    private var customer = CustomerAtHand()

    /// What is known of the customer whose purchases are being added.
    private struct CustomerAtHand {
        var hasBegun = false
        var firstDay: Int32 = 0
        /// The month of the first order.
        var cohort = 0
        /// The place of the first purchase among all orders.
        var firstPlace = 0
        var lastMonth = -1
        /// What came after the first purchase day within the window of ``LaterValue``.
        var laterMinorUnits: Int64 = 0
    }

    /// A counter of nothing yet.
    ///
    /// - Parameters:
    ///   - logBegan: the day of the first order of the log, purchase or not.
    ///   - asOf: the last day that counts.
    ///   - products: the names of products, where a file has them.
    ///   - discounts: the names of discount codes, where a file has them.
    ///   - tellsFirstPurchases: whether it is to be known which order each customer began with.
    init(logBegan: ShopDay, asOf: ShopDay, products: LabelNames?, discounts: LabelNames?, tellsFirstPurchases: Bool = false) {
        self.asOf = asOf
        self.logBegan = logBegan
        // Orders carry 32 bits of seconds: no later month can have any.
        let lastDay = min(asOf, ShopDay(daysSince1970: Int32(UInt32.max / 86_400) + 1))
        let first = ShopMonth(min(logBegan, lastDay))
        let count = first.months(until: ShopMonth(lastDay)) + 1
        firstDay = Int(first.firstDay.daysSince1970)
        self.lastDay = first.firstDay.days(until: first.advanced(byMonths: count - 1).lastDay)
        monthOfDay = CellBuffer(repeating: 0, count: self.lastDay + 1)
        firstMonth = first
        orders = CellBuffer(repeating: 0, count: count)
        revenue = CellBuffer(repeating: 0, count: count)
        buyers = CellBuffer(repeating: 0, count: count)
        newBuyers = CellBuffer(repeating: 0, count: count)
        for place in 0..<count {
            let month = first.advanced(byMonths: place)
            let (start, end) = (first.firstDay.days(until: month.firstDay), first.firstDay.days(until: month.lastDay))
            for day in start...end { monthOfDay[day] = UInt16(truncatingIfNeeded: place) }
        }
        cohorts = CohortCounter(months: count)
        countsLaterValue = products != nil || discounts != nil || tellsFirstPurchases
        if tellsFirstPurchases { firstPurchases = FirstPurchases(firstMonth: first) }
        self.products = products.map { LaterValueCounter(names: $0.names) }
        self.discounts = discounts.map { LaterValueCounter(names: $0.names) }
    }

    /// Adds one purchase of the customer at hand, the earliest first.
    ///
    /// - Parameters:
    ///   - minorUnits: what is left of it after refunds.
    ///   - day: its shop day, not before that of the purchase added before.
    ///   - place: where it stands among all orders.
    @inline(__always)
    mutating func add(_ minorUnits: Int64, day: Int32, place: Int) {
        let month = Int(monthOfDay[min(max(0, Int(day) - firstDay), lastDay)])
        if !customer.hasBegun {
            customer = CustomerAtHand(hasBegun: true, firstDay: day, cohort: month, firstPlace: place)
            cohorts.begin(month, firstDay: day)
            newBuyers[month] += 1
        }
        let gap = Int(day - customer.firstDay)
        if countsLaterValue, gap > 0, gap <= LaterValue.windowInDays { customer.laterMinorUnits.add(minorUnits) }
        let isFirstOfMonth = month != customer.lastMonth
        customer.lastMonth = month
        orders[month] += 1
        revenue[month].add(minorUnits)
        if isFirstOfMonth { buyers[month] += 1 }
        cohorts.add(minorUnits, cohort: customer.cohort, month: month, gap: gap, isFirstOfMonth: isFirstOfMonth)
    }

    /// The customer at hand has no more purchases.
    ///
    /// - Parameters:
    ///   - secondDay: the second purchase day; `nil` where there was none.
    ///   - labels: the labels of all orders; empty where there are none.
    ///   - rows: the rows of all orders; empty where nobody asks for first purchases.
    mutating func endCustomer(secondDay: Int32?, labels: ContiguousArray<LabelRanks>, rows: ContiguousArray<UInt32>) {
        guard customer.hasBegun else { return }
        customer.hasBegun = false
        customers += 1
        let secondGap = secondDay.map { Int($0 - customer.firstDay) }
        if let gap = secondGap { cohorts.addReturn(customer.cohort, gap: gap) } else { oneTimeBuyers += 1 }
        let age = Int(asOf.daysSince1970 - customer.firstDay)
        if let place = ages.firstIndex(where: { age >= $0 }) {
            oldEnough[place] += 1
            if secondGap != nil { returned[place] += 1 }
        }
        for place in within.indices where age >= within[place].days {
            within[place].customers += 1
            if let secondGap, secondGap <= within[place].days { within[place].returnedCustomers += 1 }
        }
        guard countsLaterValue, age >= LaterValue.windowInDays else { return }
        let hasReturned = secondGap.map { $0 <= LaterValue.windowInDays } ?? false
        if !rows.isEmpty {
            firstPurchases?.add(
                row: rows[customer.firstPlace], month: customer.cohort, customer.laterMinorUnits, hasReturned: hasReturned)
        }
        guard !labels.isEmpty else { return }
        let label = labels[customer.firstPlace]
        products?.add(customer.laterMinorUnits, hasReturned: hasReturned, rank: label.product)
        discounts?.add(customer.laterMinorUnits, hasReturned: hasReturned, rank: label.discount)
    }

    /// The history of everyone who was added; `daysToSecondPurchase` as in ``CustomerSummaries``.
    func finish(daysToSecondPurchase: [Int]) -> ShopHistory {
        var history = ShopHistory(asOf: asOf)
        history.byFirstProduct = products?.finish()
        history.byFirstDiscount = discounts?.finish()
        guard let first = orders.indices.first(where: { orders[$0] > 0 }) else { return history }
        history.months = (first..<orders.indices.upperBound).map { place in
            let month = firstMonth.advanced(byMonths: place)
            return MonthFigures(
                month: month, orders: orders[place], revenueMinorUnits: revenue[place], customers: buyers[place],
                newCustomers: newBuyers[place], isComplete: logBegan <= month.firstDay && month.lastDay <= asOf)
        }
        history.cohorts = cohorts.finish(firstMonth: firstMonth, asOf: asOf)
        history.customers = customers
        history.oneTimeBuyers = oneTimeBuyers
        history.secondPurchase = SecondPurchase(daysToSecondPurchase: daysToSecondPurchase)
        history.secondPurchase.returnedWithin = within.reversed()
        history.secondPurchase.returned = .init(oldEnough: oldEnough, returned: returned, ofAll: customers)
        return history
    }
}
