import Facts

/// Adds up purchases by the month of their customers' first order. Months are counted from the first one of the log.
struct CohortCounter {
    private let customers: CellBuffer<Int>
    private let youngestFirstDay: CellBuffer<Int32>
    /// For each cohort what came on the first purchase day, then within each window but not within the one before, then later.
    private let bands: CellBuffer<Int64>
    /// For each cohort the customers who returned within each window but not within the one before, then later.
    private let returns: CellBuffer<Int>
    /// The cohorts that have a row in the triangle begin here.
    private let firstRow: Int
    /// Rows and columns of the triangle.
    private let side: Int
    private let revenue: CellBuffer<Int64>
    private let buyers: CellBuffer<Int>
    /// The place among the bands of a number of days; beyond the last window all days are alike.
    private let bandOfGap: ContiguousArray<Int>
    /// The place among the windows of a return of a number of days; one more than there are beyond the last.
    private let returnOfGap: ContiguousArray<Int>
    /// How many bands each cohort has.
    private let bandCount: Int
    /// How many counts of returns each cohort has: one for each window, one beyond.
    private let returnCount: Int

    /// Nothing yet, of so many months.
    init(months: Int) {
        bandOfGap = Self.places(among: [0] + Cohort.valueWindowsInDays)
        returnOfGap = Self.places(among: Cohort.returnWindowsInDays)
        bandCount = Cohort.valueWindowsInDays.count + 2
        returnCount = Cohort.returnWindowsInDays.count + 1
        customers = CellBuffer(repeating: 0, count: months)
        youngestFirstDay = CellBuffer(repeating: .min, count: months)
        bands = CellBuffer(repeating: 0, count: months * bandCount)
        returns = CellBuffer(repeating: 0, count: months * returnCount)
        side = min(Cohort.longestTriangle, months)
        firstRow = months - side
        revenue = CellBuffer(repeating: 0, count: side * side)
        buyers = CellBuffer(repeating: 0, count: side * side)
    }

    /// For each number of days up to one more than the last window, the first window that it is within.
    private static func places(among windows: [Int]) -> ContiguousArray<Int> {
        var places = ContiguousArray<Int>()
        for (place, window) in windows.enumerated() {
            places.append(contentsOf: repeatElement(place, count: max(0, window + 1 - places.count)))
        }
        places.append(windows.count)
        return places
    }

    /// A customer's first purchase.
    func begin(_ cohort: Int, firstDay: Int32) {
        customers[cohort] += 1
        youngestFirstDay[cohort] = max(youngestFirstDay[cohort], firstDay)
    }

    /// A purchase, so many days after the customer's first purchase day.
    @inline(__always)
    func add(_ minorUnits: Int64, cohort: Int, month: Int, gap: Int, isFirstOfMonth: Bool) {
        bands[cohort * bandCount + bandOfGap[min(gap, bandOfGap.count - 1)]].add(minorUnits)
        guard cohort >= firstRow else { return }
        let cell = (cohort - firstRow) * side + month - cohort
        revenue[cell].add(minorUnits)
        if isFirstOfMonth { buyers[cell] += 1 }
    }

    /// A customer's second purchase day, so many days after the first.
    func addReturn(_ cohort: Int, gap: Int) {
        returns[cohort * returnCount + returnOfGap[min(gap, returnOfGap.count - 1)]] += 1
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
            let returns = returns[place * returnCount..<(place + 1) * returnCount]
            let rowStart = (place - firstRow) * side
            let row = place >= firstRow ? rowStart..<rowStart + customers.indices.upperBound - place : 0..<0
            return Cohort(
                month: firstMonth.advanced(byMonths: place), customers: customers[place], youngestFirstDay: youngest,
                firstDayMinorUnits: sum(ofBands: 1), revenueMinorUnits: sum(ofBands: bandCount),
                valueWithin: Cohort.valueWindowsInDays.enumerated().map { window, days in
                    let sum = age >= days ? sum(ofBands: window + 2) : nil
                    return Cohort.ValueWithin(days: days, minorUnits: sum, minorUnitsPerCustomer: sum.map { Double($0) / count })
                },
                returnedWithin: Cohort.returnWindowsInDays.enumerated().map { window, days in
                    let sum = age >= days ? returns.prefix(window + 1).reduce(0, +) : nil
                    return Cohort.ReturnWithin(days: days, customers: sum, share: sum.map { Double($0) / count })
                },
                revenueByMonth: revenue[row], customersByMonth: buyers[row])
        }
    }
}
