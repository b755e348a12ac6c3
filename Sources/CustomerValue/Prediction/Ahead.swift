import BuyTillYouDie

/// What lies ahead of customers with the same number of repeat purchases and the same age, given that they are still active.
///
/// Given activity the future does not depend on recency: recency enters through P(alive) alone. So the costly parts (expected purchases,
/// distributions) are worked out once for each pair of frequency and age, some ten thousand pairs for a million customers.
struct Ahead {
    /// Expected purchase days within the horizon.
    let expectedPurchases: Double
    /// P(at least one purchase) within the horizon.
    let probabilityOfPurchase: Double
    /// The same for 365 days, on which classes are made.
    let expectedPurchasesInYear: Double
    let probabilityOfPurchaseInYear: Double

    init(_ outlook: Outlook, horizon: Horizon) {
        expectedPurchases = outlook.expectedPurchases(withinWeeks: horizon.weeks)
        probabilityOfPurchase = outlook.probabilityOfPurchase(withinWeeks: horizon.weeks)
        if horizon.isYear {
            expectedPurchasesInYear = expectedPurchases
            probabilityOfPurchaseInYear = probabilityOfPurchase
        } else {
            expectedPurchasesInYear = outlook.expectedPurchases(withinWeeks: Horizon.yearInWeeks)
            probabilityOfPurchaseInYear = outlook.probabilityOfPurchase(withinWeeks: Horizon.yearInWeeks)
        }
    }
}

/// A number of days ahead.
struct Horizon {
    let days: Int
    var weeks: Double { Double(days) / 7 }
    var isYear: Bool { days == Self.yearInDays }
    static let yearInDays = 365
    static let yearInWeeks = 365.0 / 7
}
