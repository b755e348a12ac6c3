public import CustomerValue
public import Facts

/// The scores of all customers, a column per number and a row per profile.
public struct ScoreColumns: Sendable {
    /// The day of the shop that each score is as of, in days since 1970; ``noScore`` without one.
    public private(set) var asOfDay: ContiguousArray<Int32> = []
    /// Orders that count as purchases.
    public private(set) var numberOfOrders: ContiguousArray<Int32> = []
    /// What they brought, in minor units.
    public private(set) var historicMinorUnits: ContiguousArray<Int64> = []
    /// The first and last order, seconds since 1970; 0 without one.
    public private(set) var firstOrderSeconds: ContiguousArray<UInt32> = []
    /// See ``firstOrderSeconds``.
    public private(set) var lastOrderSeconds: ContiguousArray<UInt32> = []
    /// Mean days between orders; not a number with fewer than two.
    public private(set) var daysBetweenOrders: ContiguousArray<Double> = []
    /// Expected orders; not a number without a prediction, as in all columns of fractions here.
    public private(set) var predictedOrders: ContiguousArray<Double> = []
    /// Expected spend, its 10 % and its 90 % point, in minor units.
    public private(set) var predictedMinorUnits: ContiguousArray<Int64> = []
    /// See ``predictedMinorUnits``.
    public private(set) var lowMinorUnits: ContiguousArray<Int64> = []
    /// See ``predictedMinorUnits``.
    public private(set) var highMinorUnits: ContiguousArray<Int64> = []
    /// The variance of spend, in squared minor units.
    public private(set) var spendVariance: ContiguousArray<Double> = []
    /// P(inactive now).
    public private(set) var churnProbability: ContiguousArray<Double> = []
    /// P(at least one order within the horizon).
    public private(set) var probabilityOfOrder: ContiguousArray<Double> = []
    /// The expected day of the next order, in days since 1970.
    public private(set) var nextOrderDay: ContiguousArray<Int32> = []
    private var words: ContiguousArray<Words> = []

    /// What has few values, packed.
    private struct Words {
        var isOverdue = false
        var clvClass = CustomerClass.new
        var likelihoodClass = CustomerClass.new
        var rfm: CustomerScore.RFM?
    }

    func rfm(_ row: Int) -> CustomerScore.RFM? { words[row].rfm }

    /// Scores and group of a profile; `nil` without a purchase, or where the person objected.
    public func rfm(of profile: ProfileNumber) -> CustomerScore.RFM? {
        let row = profile.index
        return row < count && asOfDay[row] != Self.noScore ? words[row].rfm : nil
    }

    /// The scores and the group of a profile by borders, as of the day of its score; `nil` without a purchase.
    public func rfm(of profile: ProfileNumber, by borders: RFMBorders, _ map: RFMGroupMap, in zone: ShopTimeZone) -> CustomerScore.RFM? {
        let row = profile.index
        guard row < count, asOfDay[row] != Self.noScore, numberOfOrders[row] > 0, borders.isSettled else { return nil }
        let lastDay = zone.day(of: Instant(secondsSince1970: Int64(lastOrderSeconds[row]))).daysSince1970
        let recency = borders.recency(asOfDay[row] - lastDay)
        let frequency = borders.frequency(numberOfOrders[row])
        let monetary = borders.monetary(historicMinorUnits[row])
        return CustomerScore.RFM(
            recency: recency, frequency: frequency, monetary: monetary,
            group: map.group(recency: recency, frequency: frequency, monetary: monetary))
    }

    /// Sets scores and group of a profile that has a score.
    mutating func set(rfm: CustomerScore.RFM?, of profile: ProfileNumber) {
        let row = profile.index
        if row < count, asOfDay[row] != Self.noScore { words[row].rfm = rfm }
    }

    func clvClass(_ row: Int) -> CustomerClass { words[row].clvClass }
    func likelihoodClass(_ row: Int) -> CustomerClass { words[row].likelihoodClass }
    func isOverdueWord(_ row: Int) -> Bool { words[row].isOverdue }

    /// The day of a row without a score.
    public static let noScore = Int32.min

    /// Rows: one per profile that was ever scored, or comes before one.
    public var count: Int { asOfDay.count }

    /// No rows.
    public init() {}

    /// The score of a profile; `nil` for one without an order.
    public subscript(profile: ProfileNumber) -> CustomerScore? {
        let row = profile.index
        guard row < count, asOfDay[row] != Self.noScore else { return nil }
        let hasPurchase = numberOfOrders[row] > 0
        var prediction: CustomerScore.Prediction?
        if !predictedOrders[row].isNaN {
            prediction = CustomerScore.Prediction(
                numberOfOrders: predictedOrders[row], clvMinorUnits: predictedMinorUnits[row], clvLowMinorUnits: lowMinorUnits[row],
                clvHighMinorUnits: highMinorUnits[row], spendVariance: spendVariance[row], churnProbability: churnProbability[row],
                probabilityOfOrder: probabilityOfOrder[row],
                expectedDateOfNextOrder: ShopDay(daysSince1970: nextOrderDay[row]), isOverdue: words[row].isOverdue,
                clvClass: words[row].clvClass, likelihoodClass: words[row].likelihoodClass)
        }
        return CustomerScore(
            asOf: ShopDay(daysSince1970: asOfDay[row]), numberOfOrders: numberOfOrders[row], historicMinorUnits: historicMinorUnits[row],
            firstOrder: hasPurchase ? Instant(secondsSince1970: Int64(firstOrderSeconds[row])) : nil,
            lastOrder: hasPurchase ? Instant(secondsSince1970: Int64(lastOrderSeconds[row])) : nil,
            averageOrderMinorUnits: hasPurchase ? Double(historicMinorUnits[row]) / Double(numberOfOrders[row]) : nil,
            averageDaysBetweenOrders: daysBetweenOrders[row].isNaN ? nil : daysBetweenOrders[row], prediction: prediction,
            rfm: words[row].rfm)
    }

    /// What a customer was and will probably be worth, without all the rest; `nil` for one without an order.
    public func worth(_ profile: ProfileNumber) -> (orders: Int, historicMinorUnits: Int64, predictedMinorUnits: Int64?)? {
        let row = profile.index
        guard row < count, asOfDay[row] != Self.noScore else { return nil }
        return (Int(numberOfOrders[row]), historicMinorUnits[row], predictedOrders[row].isNaN ? nil : predictedMinorUnits[row])
    }

    /// Sets or clears the score of a profile.
    mutating func set(_ score: CustomerScore?, of profile: ProfileNumber) {
        let row = profile.index
        if row >= count {
            guard score != nil else { return }
            grow(to: row + 1)
        }
        guard let score else {
            asOfDay[row] = Self.noScore
            numberOfOrders[row] = 0
            historicMinorUnits[row] = 0
            predictedOrders[row] = .nan
            words[row] = Words()
            return
        }
        asOfDay[row] = score.asOf.daysSince1970
        numberOfOrders[row] = score.numberOfOrders
        historicMinorUnits[row] = score.historicMinorUnits
        firstOrderSeconds[row] = UInt32(clamping: score.firstOrder?.secondsSince1970 ?? 0)
        lastOrderSeconds[row] = UInt32(clamping: score.lastOrder?.secondsSince1970 ?? 0)
        daysBetweenOrders[row] = score.averageDaysBetweenOrders ?? .nan
        predictedOrders[row] = score.prediction?.numberOfOrders ?? .nan
        predictedMinorUnits[row] = score.prediction?.clvMinorUnits ?? 0
        lowMinorUnits[row] = score.prediction?.clvLowMinorUnits ?? 0
        highMinorUnits[row] = score.prediction?.clvHighMinorUnits ?? 0
        spendVariance[row] = score.prediction?.spendVariance ?? .nan
        churnProbability[row] = score.prediction?.churnProbability ?? .nan
        probabilityOfOrder[row] = score.prediction?.probabilityOfOrder ?? .nan
        nextOrderDay[row] = score.prediction?.expectedDateOfNextOrder.daysSince1970 ?? 0
        words[row] = Words(
            isOverdue: score.prediction?.isOverdue ?? false, clvClass: score.prediction?.clvClass ?? .new,
            likelihoodClass: score.prediction?.likelihoodClass ?? .new, rfm: score.rfm)
    }

    private mutating func grow(to rows: Int) {
        // Twice the rows at a time: growing one by one in every column would copy them all again and again.
        let target = max(rows, min(count * 2, count + 65_536))
        let more = target - count
        asOfDay.append(contentsOf: repeatElement(Self.noScore, count: more))
        numberOfOrders.append(contentsOf: repeatElement(0, count: more))
        historicMinorUnits.append(contentsOf: repeatElement(0, count: more))
        firstOrderSeconds.append(contentsOf: repeatElement(0, count: more))
        lastOrderSeconds.append(contentsOf: repeatElement(0, count: more))
        daysBetweenOrders.append(contentsOf: repeatElement(.nan, count: more))
        predictedOrders.append(contentsOf: repeatElement(.nan, count: more))
        predictedMinorUnits.append(contentsOf: repeatElement(0, count: more))
        lowMinorUnits.append(contentsOf: repeatElement(0, count: more))
        highMinorUnits.append(contentsOf: repeatElement(0, count: more))
        spendVariance.append(contentsOf: repeatElement(.nan, count: more))
        churnProbability.append(contentsOf: repeatElement(.nan, count: more))
        probabilityOfOrder.append(contentsOf: repeatElement(.nan, count: more))
        nextOrderDay.append(contentsOf: repeatElement(0, count: more))
        words.append(contentsOf: repeatElement(Words(), count: more))
    }
}
