import Facts

/// Adds up purchases by the month of their customers' first order. Months are counted from the first one of the log.
struct CohortCounter: ~Copyable {
    private let customers: CellBuffer<Int>
    private let youngestFirstDay: CellBuffer<Int32>
    /// For each cohort what came on the first purchase day, then within each window but not within the one before, then later.
    private let bands: CellBuffer<Int64>
    /// For each cohort the customers who returned within each window but not within the one before.
    private let returns: CellBuffer<Int>
    /// The cohorts that have a row in the triangle begin here.
    private let firstRow: Int
    /// Rows and columns of the triangle.
    private let side: Int
    private let revenue: CellBuffer<Int64>
    private let buyers: CellBuffer<Int>
    /// The place among the bands of a number of days; beyond the last window all days are alike.
    private let bandOfGap: CellBuffer<Int>
    /// The longest gap that ``bandOfGap`` tells.
    private let longestGap: Int
    /// How many bands each cohort has.
    private let bandCount: Int
    private let returnWindows = Cohort.returnWindowsInDays

    /// Nothing yet, of so many months.
    init(months: Int) {
        let windows = [0] + Cohort.valueWindowsInDays
        bandCount = windows.count + 1
        longestGap = (windows.last ?? 0) + 1
        bandOfGap = CellBuffer(repeating: 0, count: longestGap + 1)
        for gap in 0...longestGap { bandOfGap[gap] = windows.firstIndex { gap <= $0 } ?? windows.count }
        customers = CellBuffer(repeating: 0, count: months)
        youngestFirstDay = CellBuffer(repeating: .min, count: months)
        bands = CellBuffer(repeating: 0, count: months * bandCount)
        returns = CellBuffer(repeating: 0, count: months * returnWindows.count)
        side = min(Cohort.longestTriangle, months)
        firstRow = months - side
        revenue = CellBuffer(repeating: 0, count: side * side)
        buyers = CellBuffer(repeating: 0, count: side * side)
    }

    /// A customer's first purchase.
    func begin(_ cohort: Int, firstDay: Int32) {
        customers[cohort] += 1
        youngestFirstDay[cohort] = max(youngestFirstDay[cohort], firstDay)
    }

    /// A purchase, so many days after the customer's first purchase day.
    @inline(__always)
    func add(_ minorUnits: Int64, cohort: Int, month: Int, gap: Int, isFirstOfMonth: Bool) {
        bands[cohort * bandCount + bandOfGap[min(gap, longestGap)]].add(minorUnits)
        guard cohort >= firstRow else { return }
        let cell = (cohort - firstRow) * side + month - cohort
        revenue[cell].add(minorUnits)
        if isFirstOfMonth { buyers[cell] += 1 }
    }

    /// A customer's second purchase day, so many days after the first.
    func addReturn(_ cohort: Int, gap: Int) {
        guard let window = returnWindows.firstIndex(where: { gap <= $0 }) else { return }
        returns[cohort * returnWindows.count + window] += 1
    }

    /// The cohorts that have customers.
    func finish(firstMonth: ShopMonth, asOf: ShopDay) -> [Cohort] {
        customers.indices.filter { customers[$0] > 0 }.map { place in
            let youngest = ShopDay(daysSince1970: youngestFirstDay[place])
            let age = youngest.days(until: asOf)
            let count = Double(customers[place])
            /// What came within so many of the bands.
            func sum(ofBands count: Int) -> Int64 {
                bands[place * bandCount..<place * bandCount + count].reduce(0) { $0.saturatingAdding($1) }
            }
            let returns = returns[place * returnWindows.count..<(place + 1) * returnWindows.count]
            let rowStart = (place - firstRow) * side
            let row = place >= firstRow ? rowStart..<rowStart + customers.indices.upperBound - place : 0..<0
            return Cohort(
                month: firstMonth.advanced(byMonths: place), customers: customers[place], youngestFirstDay: youngest,
                firstDayMinorUnits: sum(ofBands: 1), revenueMinorUnits: sum(ofBands: bandCount),
                valueWithin: Cohort.valueWindowsInDays.enumerated().map { window, days in
                    let sum = age >= days ? sum(ofBands: window + 2) : nil
                    return Cohort.ValueWithin(days: days, minorUnits: sum, minorUnitsPerCustomer: sum.map { Double($0) / count })
                },
                returnedWithin: returnWindows.enumerated().map { window, days in
                    let sum = age >= days ? returns.prefix(window + 1).reduce(0, +) : nil
                    return Cohort.ReturnWithin(days: days, customers: sum, share: sum.map { Double($0) / count })
                },
                revenueByMonth: revenue[row], customersByMonth: buyers[row])
        }
    }
}
