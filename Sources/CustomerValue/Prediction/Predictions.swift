public import Facts

/// What is expected of each customer; columns by the number of the customer, rows of customers without a purchase are `nil`.
public struct Predictions: Sendable {
    /// What is expected of one customer.
    public struct Row: Sendable, Equatable {
        /// Expected orders in the horizon.
        public var numberOfOrders: Double
        /// Expected spend in the horizon, in minor units.
        public var clvMinorUnits: Int64
        /// The 10 % point of what will be spent in the horizon, in minor units.
        public var clvLowMinorUnits: Int64
        /// The 90 % point of what will be spent in the horizon, in minor units.
        public var clvHighMinorUnits: Int64
        /// The variance of what will be spent in the horizon, in squared minor units.
        public var spendVariance: Double
        /// P(inactive now).
        public var churnProbability: Double
        /// P(at least one order within the horizon).
        public var probabilityOfOrder: Double
        /// The median day of the next order given that one comes within the horizon; after the as-of day.
        public var expectedDateOfNextOrder: ShopDay
        /// Silent beyond the 80 % point of the gap that was predicted at the last order.
        public var isOverdue: Bool
        /// Predicted value for 365 days, in words.
        public var clvClass: CustomerClass
        /// Probability of an order within 365 days, in words.
        public var likelihoodClass: CustomerClass
    }

    /// The days ahead that orders, spend and probabilities cover.
    public let horizonInDays: Int
    /// The as-of day from which the horizon runs.
    public let asOf: ShopDay
    /// The models and the spend model behind the numbers.
    public let model: PredictionModel
    /// The borders of the classes.
    public internal(set) var thresholds: ClassThresholds

    /// What all customers together are expected to buy and spend up to each of some days ahead.
    public internal(set) var course: [CourseTotals] = []

    /// The factors that everybody's predictions hold, settled over all customers at the fit.
    var commonFactors = CustomerFactors()
    /// The same of the model of a year, where another horizon is predicted.
    var commonFactorsOfYear: CustomerFactors?

    var hasPrediction: ContiguousArray<Bool>
    var numberOfOrders: ContiguousArray<Double>
    var clvMinorUnits: ContiguousArray<Int64>
    var clvLowMinorUnits: ContiguousArray<Int64>
    var clvHighMinorUnits: ContiguousArray<Int64>
    var spendVariance: ContiguousArray<Double>
    var probabilityAlive: ContiguousArray<Double>
    var probabilityOfOrder: ContiguousArray<Double>
    var daysToNextOrder: ContiguousArray<Int32>
    var isOverdue: ContiguousArray<Bool>
    /// The log of the factor on the rate of purchases that the models alone expect.
    var logIntensity: ContiguousArray<Float>
    var clvClass: ContiguousArray<CustomerClass>
    var likelihoodClass: ContiguousArray<CustomerClass>

    init(count: Int, horizonInDays: Int, asOf: ShopDay, model: PredictionModel, thresholds: ClassThresholds) {
        self.horizonInDays = horizonInDays
        self.asOf = asOf
        self.model = model
        self.thresholds = thresholds
        hasPrediction = ContiguousArray(repeating: false, count: count)
        numberOfOrders = ContiguousArray(repeating: 0, count: count)
        clvMinorUnits = ContiguousArray(repeating: 0, count: count)
        clvLowMinorUnits = ContiguousArray(repeating: 0, count: count)
        clvHighMinorUnits = ContiguousArray(repeating: 0, count: count)
        spendVariance = ContiguousArray(repeating: 0, count: count)
        probabilityAlive = ContiguousArray(repeating: 0, count: count)
        probabilityOfOrder = ContiguousArray(repeating: 0, count: count)
        daysToNextOrder = ContiguousArray(repeating: 0, count: count)
        isOverdue = ContiguousArray(repeating: false, count: count)
        logIntensity = ContiguousArray(repeating: 0, count: count)
        clvClass = ContiguousArray(repeating: .new, count: count)
        likelihoodClass = ContiguousArray(repeating: .new, count: count)
    }

    /// The prediction of a customer; `nil` for one without a purchase.
    public subscript(customer: Int) -> Row? {
        guard hasPrediction[customer] else { return nil }
        return Row(
            numberOfOrders: numberOfOrders[customer], clvMinorUnits: clvMinorUnits[customer],
            clvLowMinorUnits: clvLowMinorUnits[customer], clvHighMinorUnits: clvHighMinorUnits[customer],
            spendVariance: spendVariance[customer],
            churnProbability: 1 - probabilityAlive[customer], probabilityOfOrder: probabilityOfOrder[customer],
            expectedDateOfNextOrder: asOf.advanced(byDays: Int(daysToNextOrder[customer])), isOverdue: isOverdue[customer],
            clvClass: clvClass[customer], likelihoodClass: likelihoodClass[customer])
    }
}
