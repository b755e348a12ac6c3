public import CustomerValue

/// How many of some profiles are in each class.
public struct ProfileMix: Sendable, Equatable {
    /// Profiles with a prediction by churn probability: tenths from 0, the last with 1.
    public internal(set) var churnTenths = [Int](repeating: 0, count: 10)
    private var churnRisks = [Int](repeating: 0, count: ChurnRisk.allCases.count)
    private var clvCategories = [Int](repeating: 0, count: CustomerClass.allCases.count)
    private var purchaseLikelihoods = [Int](repeating: 0, count: CustomerClass.allCases.count)
    private var rfmGroups = [Int](repeating: 0, count: RFMGroup.allCases.count)

    init() {}

    /// Profiles with a prediction by churn risk in words.
    public var byChurnRisk: [(risk: ChurnRisk, count: Int)] { Array(zip(ChurnRisk.allCases, churnRisks)).map { ($0, $1) } }

    /// Profiles with a prediction by predicted CLV in words.
    public var byCLVCategory: [(category: CustomerClass, count: Int)] { Array(zip(CustomerClass.allCases, clvCategories)).map { ($0, $1) } }

    /// Profiles with a prediction by purchase likelihood in words.
    public var byPurchaseLikelihood: [(likelihood: CustomerClass, count: Int)] {
        Array(zip(CustomerClass.allCases, purchaseLikelihoods)).map { ($0, $1) }
    }

    /// Profiles with RFM scores by group.
    public var byRFMGroup: [(group: RFMGroup, count: Int)] { Array(zip(RFMGroup.allCases, rfmGroups)).map { ($0, $1) } }

    mutating func add(churnProbability: Double) {
        churnTenths[max(0, min(9, Int(churnProbability * 10)))] += 1
        churnRisks[Self.place(ChurnRisk(churnProbability))] += 1
    }

    mutating func add(clv: CustomerClass, likelihood: CustomerClass) {
        clvCategories[Self.place(clv)] += 1
        purchaseLikelihoods[Self.place(likelihood)] += 1
    }

    mutating func add(_ group: RFMGroup) { rfmGroups[Self.place(group)] += 1 }

    private static func place(_ risk: ChurnRisk) -> Int {
        switch risk {
        case .low: 0
        case .moderate: 1
        case .high: 2
        }
    }

    private static func place(_ name: CustomerClass) -> Int {
        switch name {
        case .low: 0
        case .moderate: 1
        case .high: 2
        case .new: 3
        }
    }

    private static func place(_ group: RFMGroup) -> Int {
        switch group {
        case .champions: 0
        case .loyal: 1
        case .recent: 2
        case .needsAttention: 3
        case .atRisk: 4
        case .inactive: 5
        }
    }
}
