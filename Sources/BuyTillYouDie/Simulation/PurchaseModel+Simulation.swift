extension PurchaseModel {
    /// Customers of one age each.
    ///
    /// - Parameters:
    ///   - customers: how many.
    ///   - ageInWeeks: T of all.
    ///   - horizonInWeeks: how long their future is drawn.
    ///   - generator: the source of chance; a ``SeededGenerator`` makes the draw repeatable.
    public func simulate(
        customers: Int, ageInWeeks: Double, horizonInWeeks: Double, using generator: inout some RandomNumberGenerator
    ) -> SimulatedCustomers {
        let ages = [Double](repeating: ageInWeeks, count: max(customers, 0))
        return simulate(agesInWeeks: ages, horizonInWeeks: horizonInWeeks, using: &generator)
    }
}

extension BetaGeometricModel {
    /// Customers drawn from the model: a rate and a probability of stopping for each, then purchases until one is the last.
    public func simulate(
        agesInWeeks: [Double], horizonInWeeks: Double, using generator: inout some RandomNumberGenerator
    ) -> SimulatedCustomers {
        var drawn = SimulatedCustomers()
        let firstChance = Self.chancesBeforeFirstRepeat > 0 ? 0 : 1
        for age in agesInWeeks {
            let rate = generator.gammaVariate(shape: r, rate: alpha)
            let stopping = generator.betaVariate(a, b)
            drawn.add(ageInWeeks: age, horizonInWeeks: horizonInWeeks, rate: rate, stopsAt: .infinity, using: &generator) {
                $1 >= firstChance && $0.uniform() < stopping
            }
        }
        return drawn
    }
}

extension ParetoNBD {
    /// Customers drawn from the model: a rate and a time of stopping for each, then purchases until then.
    public func simulate(
        agesInWeeks: [Double], horizonInWeeks: Double, using generator: inout some RandomNumberGenerator
    ) -> SimulatedCustomers {
        var drawn = SimulatedCustomers()
        for age in agesInWeeks {
            let rate = generator.gammaVariate(shape: parameters[0], rate: parameters[1])
            let stoppingRate = generator.gammaVariate(shape: parameters[2], rate: parameters[3])
            let stop = generator.exponential(rate: stoppingRate)
            drawn.add(ageInWeeks: age, horizonInWeeks: horizonInWeeks, rate: rate, stopsAt: stop, using: &generator) { _, _ in false }
        }
        return drawn
    }
}

extension GammaGamma {
    /// Amounts of customers with these numbers of purchases: each customer's ν is drawn, then his purchases.
    public func simulate(purchases: [Int], using generator: inout some RandomNumberGenerator) -> [[Double]] {
        purchases.map { count in
            let rate = generator.gammaVariate(shape: q, rate: v)
            return (0..<max(count, 0)).map { _ in generator.gammaVariate(shape: p, rate: rate) }
        }
    }
}
