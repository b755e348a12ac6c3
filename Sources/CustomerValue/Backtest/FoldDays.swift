import Facts

/// On which earlier days forecasts are tried, and how far ahead they look.
struct FoldDays: Equatable {
    /// Earliest first.
    var cutoffs: [ShopDay] = []
    /// Days that each forecast covers: the wanted horizon where the log allows it, else less.
    var horizonInDays = 0
    /// Days of orders before the first forecast.
    var leastHistoryInDays = 0
    /// Whether the forecasts cover the wanted horizon.
    var coversHorizon = false
    /// The cutoff a year (52 weeks) before the as-of day, where there is one: the same season.
    var sameSeason: ShopDay?

    /// The days of orders that one forecast over a wanted horizon needs: the shortest history, and the horizon or twice the shortest one.
    static func daysNeeded(horizonInDays wanted: Int) -> Int { shortestHistory + min(wanted, 2 * shortestHorizon) }

    /// The most forecasts.
    static let most = 5
    /// Folds that weights and corrections are learnt from need to be so many.
    static let needed = 3
    private static let leastDaysApart = 14
    private static let shortestHorizon = 28
    private static let shortestHistory = 60
    private static let yearInDays = 364

    /// The days of a log of which `first` is the first that counts (``CustomerSummaries/historyBegins``).
    init(first: ShopDay, asOf: ShopDay, horizonInDays wanted: Int, most: Int = FoldDays.most) {
        let history = first.days(until: asOf)
        leastHistoryInDays = max(Self.shortestHistory, min(180, history / 4))
        let room = history - leastHistoryInDays
        // Over the whole horizon where as many days can be tried as are learnt from (one alone teaches nothing), else over a shorter one; where
        // that is too short to tell anything, over the whole horizon once more.
        let canLearn = wanted + (Self.needed - 1) * Self.leastDaysApart <= room
        let isShorterUseful = room / 2 >= Self.shortestHorizon && room / 2 < wanted
        guard room > 0, wanted <= room || isShorterUseful, most > 0 else { return }
        coversHorizon = canLearn || !isShorterUseful
        horizonInDays = coversHorizon ? wanted : room / 2
        // From the shortest history to the last day whose horizon has passed, evenly.
        let span = room - horizonInDays
        let count = min(most, 1 + span / Self.leastDaysApart)
        let last = asOf.advanced(byDays: -horizonInDays)
        for index in 0..<count {
            let back = count > 1 ? span * (count - 1 - index) / (count - 1) : 0
            cutoffs.append(last.advanced(byDays: -back))
        }
        guard coversHorizon, wanted < Self.yearInDays else {
            if coversHorizon, wanted <= Self.yearInDays + 2 { sameSeason = cutoffs.last }
            return
        }
        let yearBefore = asOf.advanced(byDays: -Self.yearInDays)
        guard first.days(until: yearBefore) >= leastHistoryInDays else { return }
        let nearest = cutoffs.indices.min { abs(cutoffs[$0].days(until: yearBefore)) < abs(cutoffs[$1].days(until: yearBefore)) }
        if let nearest {
            cutoffs[nearest] = yearBefore
            sameSeason = yearBefore
        }
    }
}
