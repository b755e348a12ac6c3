import Facts

/// What changes for whom where one model's predictions take the place of another's: seen before a refit counts, or after.
///
/// Customers are compared by their numbers: both predictions are of the same summaries, or of summaries that later only grew by new
/// customers. Those whom one of them does not predict count in its own sums alone.
public struct ModelComparison: Sendable, Equatable {
    /// What one model expects of everyone whom it predicts.
    public struct Sums: Sendable, Equatable {
        /// Customers with a prediction.
        public fileprivate(set) var customers = 0
        /// Expected orders.
        public fileprivate(set) var orders = 0.0
        /// Predicted CLV, in minor units.
        public fileprivate(set) var minorUnits: Int64 = 0
        /// The sum of the probabilities of having left.
        public fileprivate(set) var churnProbability = 0.0
        /// Customers who are silent for longer than was to be expected.
        public fileprivate(set) var overdue = 0

        /// The mean probability of having left; `nil` without customers.
        public var meanChurnProbability: Double? { customers > 0 ? churnProbability / Double(customers) : nil }
    }

    /// Customers who change from one class to another.
    public struct ClassChange: Sendable, Equatable {
        /// The class before.
        public var before: CustomerClass
        /// The class after, another one.
        public var after: CustomerClass
        /// How many.
        public var customers: Int
    }

    /// A point of the distribution of relative changes.
    public struct ChangeQuantile: Sendable, Equatable {
        /// The share of customers whose predicted CLV changes by at most ``change``.
        public var share: Double
        /// Predicted CLV after over before, less 1: -0.1 is a tenth less.
        public var change: Double
    }

    /// A customer whose predicted CLV changes much.
    public struct Mover: Sendable, Equatable {
        /// The number of the customer.
        public var customer: Int
        /// Predicted CLV before, in minor units.
        public var beforeMinorUnits: Int64
        /// Predicted CLV after, in minor units.
        public var afterMinorUnits: Int64
        /// What changes, in minor units.
        public var changeInMinorUnits: Int64 { afterMinorUnits.saturatingAdding(-beforeMinorUnits) }
    }

    /// The sums before.
    public let before: Sums
    /// The sums after.
    public let after: Sums
    /// Customers whom both predict: those of all that follows.
    public let customers: Int
    /// Changes of the class of value, by the order of the classes before and after; those without customers are left out.
    public let valueClassChanges: [ClassChange]
    /// Changes of the class of likelihood, in the same order.
    public let likelihoodClassChanges: [ClassChange]
    /// The distribution of relative changes of predicted CLV at ``shares``, nearest ranks; empty where nobody had a predicted CLV above nothing.
    public let relativeChanges: [ChangeQuantile]
    /// The customers whose predicted CLV changes most, either way, most first; equal ones by their number.
    public let movers: [Mover]

    /// The shares of customers at which ``relativeChanges`` are told.
    public static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

    /// Compares.
    ///
    /// - Parameters:
    ///   - before: by the model that counts now.
    ///   - after: by the one that is to follow.
    ///   - mostMovers: how many ``movers`` are told at most.
    public init(before: Predictions, after: Predictions, mostMovers: Int = 20) {
        self.before = Sums(before)
        self.after = Sums(after)
        let both = (0..<min(before.hasPrediction.count, after.hasPrediction.count)).filter {
            before.hasPrediction[$0] && after.hasPrediction[$0]
        }
        customers = both.count
        valueClassChanges = Self.changes(both, from: before.clvClass, to: after.clvClass)
        likelihoodClassChanges = Self.changes(both, from: before.likelihoodClass, to: after.likelihoodClass)
        var relative: [Double] = []
        var sizes: [UInt64] = []
        for customer in both {
            let (old, new) = (before.clvMinorUnits[customer], after.clvMinorUnits[customer])
            if old > 0 { relative.append(Double(new) / Double(old) - 1) }
            if new != old { sizes.append(new.saturatingAdding(-old).magnitude) }
        }
        relative.sort()
        relativeChanges =
            relative.isEmpty
            ? []
            : Self.shares.map { share in
                let rank = Int((share * Double(relative.count)).rounded(.up))
                return ChangeQuantile(share: share, change: relative[min(relative.count, max(1, rank)) - 1])
            }
        let most = min(max(0, mostMovers), sizes.count)
        guard most > 0 else {
            movers = []
            return
        }
        // Only those from the smallest size that is told on are sorted.
        let place = sizes.count - most
        select(&sizes, rank: place)
        let smallest = sizes[place]
        let large = both.lazy.map {
            Mover(customer: $0, beforeMinorUnits: before.clvMinorUnits[$0], afterMinorUnits: after.clvMinorUnits[$0])
        }.filter { $0.changeInMinorUnits.magnitude >= smallest }
        let sorted = large.sorted { ($1.changeInMinorUnits.magnitude, $0.customer) < ($0.changeInMinorUnits.magnitude, $1.customer) }
        movers = Array(sorted.prefix(most))
    }

    private static func changes(
        _ customers: [Int], from before: ContiguousArray<CustomerClass>, to after: ContiguousArray<CustomerClass>
    ) -> [ClassChange] {
        let classes = CustomerClass.allCases
        var counts = [[Int]](repeating: [Int](repeating: 0, count: classes.count), count: classes.count)
        for customer in customers where before[customer] != after[customer] {
            counts[before[customer].place][after[customer].place] += 1
        }
        return classes.flatMap { old in
            classes.compactMap { new in
                let count = counts[old.place][new.place]
                return count > 0 ? ClassChange(before: old, after: new, customers: count) : nil
            }
        }
    }
}

extension ModelComparison.Sums {
    fileprivate init(_ predictions: Predictions) {
        for customer in predictions.hasPrediction.indices where predictions.hasPrediction[customer] {
            customers += 1
            orders += predictions.numberOfOrders[customer]
            minorUnits.add(predictions.clvMinorUnits[customer])
            churnProbability += 1 - predictions.probabilityAlive[customer]
            if predictions.isOverdue[customer] { overdue += 1 }
        }
    }
}

extension CustomerClass {
    /// Its place among ``allCases``.
    fileprivate var place: Int {
        switch self {
        case .low: 0
        case .moderate: 1
        case .high: 2
        case .new: 3
        }
    }
}
