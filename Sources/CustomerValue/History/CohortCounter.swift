import Facts

/// Adds up purchases by the month of their customers' first order. Months are counted from the first one of the log.
struct CohortCounter {
    private var customers: ContiguousArray<Int>
    private var youngestFirstDay: ContiguousArray<Int32>
    /// For each cohort what came on the first purchase day, then within each window but not within the one before, then later.
    private var bands: ContiguousArray<Int64>
    /// For each cohort the customers who returned within each window but not within the one before.
    private var returns: ContiguousArray<Int>
    /// The cohorts that have a row in the triangle begin here.
    private let firstRow: Int
    /// Rows and columns of the triangle.
    private let side: Int
    private var revenue: ContiguousArray<Int64>
    private var buyers: ContiguousArray<Int>

    /// The place among the bands of a number of days; beyond the last window all days are alike.
    private static let bandOfGap: ContiguousArray<UInt8> = {
        let windows = [0] + Cohort.valueWindowsInDays
        return ContiguousArray((0...(windows.last ?? 0) + 1).map { gap in UInt8(windows.firstIndex { gap <= $0 } ?? windows.count) })
    }()
    private static let bandCount = Cohort.valueWindowsInDays.count + 2
    private let bandOfGap = Self.bandOfGap

    /// Nothing yet, of so many months.
    init(months: Int) {
        customers = ContiguousArray(repeating: 0, count: months)
        youngestFirstDay = ContiguousArray(repeating: .min, count: months)
        bands = ContiguousArray(repeating: 0, count: months * Self.bandCount)
        returns = ContiguousArray(repeating: 0, count: months * Cohort.returnWindowsInDays.count)
        side = min(Cohort.longestTriangle, months)
        firstRow = months - side
        revenue = ContiguousArray(repeating: 0, count: side * side)
        buyers = ContiguousArray(repeating: 0, count: side * side)
    }

    /// A customer's first purchase.
    mutating func begin(_ cohort: Int, firstDay: Int32) {
        customers[cohort] += 1
        youngestFirstDay[cohort] = max(youngestFirstDay[cohort], firstDay)
    }

    /// A purchase, so many days after the customer's first purchase day.
    @inline(__always)
    mutating func add(_ minorUnits: Int64, cohort: Int, month: Int, gap: Int, isFirstOfMonth: Bool) {
        let band = Int(bandOfGap[min(gap, bandOfGap.count - 1)])
        bands[cohort * Self.bandCount + band].add(minorUnits)
        guard cohort >= firstRow else { return }
        let cell = (cohort - firstRow) * side + month - cohort
        revenue[cell].add(minorUnits)
        if isFirstOfMonth { buyers[cell] += 1 }
    }

    /// A customer's second purchase day, so many days after the first.
    mutating func addReturn(_ cohort: Int, gap: Int) {
        guard let window = Cohort.returnWindowsInDays.firstIndex(where: { gap <= $0 }) else { return }
        returns[cohort * Cohort.returnWindowsInDays.count + window] += 1
    }

    /// The cohorts that have customers.
    func finish(firstMonth: ShopMonth, asOf: ShopDay) -> [Cohort] {
        customers.indices.filter { customers[$0] > 0 }.map { place in
            let youngest = ShopDay(daysSince1970: youngestFirstDay[place])
            let age = youngest.days(until: asOf)
            let count = Double(customers[place])
            /// What came within so many of the bands.
            func sum(ofBands count: Int) -> Int64 {
                bands[place * Self.bandCount..<place * Self.bandCount + count].reduce(0) { $0.saturatingAdding($1) }
            }
            let windows = Cohort.returnWindowsInDays.count
            let returns = returns[place * windows..<(place + 1) * windows]
            let row = place >= firstRow ? (place - firstRow) * side..<(place - firstRow) * side + customers.count - place : 0..<0
            return Cohort(
                month: firstMonth.advanced(byMonths: place), customers: customers[place], youngestFirstDay: youngest,
                firstDayMinorUnits: sum(ofBands: 1), revenueMinorUnits: sum(ofBands: Self.bandCount),
                valueWithin: Cohort.valueWindowsInDays.enumerated().map { window, days in
                    let sum = age >= days ? sum(ofBands: window + 2) : nil
                    return Cohort.ValueWithin(days: days, minorUnits: sum, minorUnitsPerCustomer: sum.map { Double($0) / count })
                },
                returnedWithin: Cohort.returnWindowsInDays.enumerated().map { window, days in
                    let sum = age >= days ? returns.prefix(window + 1).reduce(0, +) : nil
                    return Cohort.ReturnWithin(days: days, customers: sum, share: sum.map { Double($0) / count })
                },
                revenueByMonth: Array(revenue[row]), customersByMonth: Array(buyers[row]))
        }
    }
}
