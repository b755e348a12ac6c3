import Foundation

/// The search shared by all models: several starts, the best polished on all data, then the curvature.
enum MaximumLikelihood {
    /// - Parameters:
    ///   - objective: minus the mean log-likelihood of all rows, in log parameters.
    ///   - sample: the same of a sample of the rows, where there are too many for every start; `nil` otherwise.
    ///   - curvature: the same of the rows from which the curvature is taken; `nil` where it is all.
    ///   - totalWeight: how many customers the mean is over.
    static func fit<Model: ParametricModel, Data: Objective>(
        _: Model.Type, objective: Data, sample: Data?, curvature: Data?, totalWeight: Double, starts: [[Double]], options: FitOptions
    ) throws(FitError) -> Fit<Model> {
        guard options.lowerBound > 0, options.upperBound > options.lowerBound, options.upperBound.isFinite else {
            throw .unusableOptions
        }
        let search = BFGS(
            lowerBound: log(options.lowerBound), upperBound: log(options.upperBound),
            gradientTolerance: options.gradientTolerance, stagnationTolerance: options.stagnationTolerance,
            maximumIterations: options.maximumIterations)
        let accepted = (starts + options.additionalStarts).filter { Model.accepts($0) }
        var best: BFGS.Result?
        var evaluations = 0
        let prior = options.prior.flatMap { $0.logMeans.count == objective.dimension ? $0 : nil }
        func penalised(_ data: Data) -> PenalisedObjective<Data> {
            PenalisedObjective(data: data, prior: prior, totalWeight: totalWeight)
        }
        for start in accepted {
            let found = search.minimize(penalised(sample ?? objective), from: start.map { log($0) })
            if sample == nil { evaluations += found.evaluations }
            // A later start wins only by more than rounding, so that the order of nearly equal optima is stable.
            let margin = 1e-12 * max(1, abs(best?.value ?? 0))
            if found.value.isFinite, found.value < (best?.value ?? .infinity) - margin { best = found }
        }
        guard var found = best else { throw .noFiniteLikelihood }
        if sample != nil {
            found = search.minimize(penalised(objective), from: found.point, inverseHessian: found.inverseHessian)
            evaluations += found.evaluations
        }
        guard let model = Model(parameters: found.point.map { exp($0) }), found.value.isFinite else { throw .noFiniteLikelihood }

        let names = boundaryParameters(found, search: search, names: Model.parameterNames)
        var covariance: [[Double]]?
        if options.computesHessian, names.isEmpty, found.didConverge {
            covariance = logCovariance(Hessian.at(found.point, of: penalised(curvature ?? objective)), totalWeight: totalWeight)
            if curvature == nil { evaluations += 2 * objective.dimension }
        }
        let errors = covariance.map { covariance in
            model.parameters.indices.map { model.parameters[$0] * covariance[$0][$0].squareRoot() }
        }
        return Fit(
            model: model, logLikelihood: -found.value * totalWeight + (prior?.penalty(at: found.point) ?? 0),
            didConverge: found.didConverge,
            didStagnate: found.didConverge && search.projectedGradientNorm(found) > options.gradientTolerance,
            boundaryParameters: names, hessianIsUsable: covariance != nil, standardErrors: errors, logCovariance: covariance,
            iterations: found.iterations, evaluations: evaluations, starts: accepted.count)
    }

    private static func boundaryParameters(_ found: BFGS.Result, search: BFGS, names: [String]) -> [String] {
        let margin = 1e-6
        return names.indices.filter { index in
            found.point[index] <= search.lowerBound + margin || found.point[index] >= search.upperBound - margin
        }.map { names[$0] }
    }

    /// A logarithm uncertain by more than this, a factor of 4.5, is not known to any use, and no parabola describes it.
    private static let largestLogDeviation = 1.5
    /// Beyond this the differences of the gradient decide the sign of the smallest direction.
    private static let largestConditionNumber = 1e10

    /// The inverse of the curvature of the whole log-likelihood; `nil` unless positive definite, well conditioned and small.
    private static func logCovariance(_ meanHessian: [[Double]], totalWeight: Double) -> [[Double]]? {
        guard let inverse = SymmetricMatrix.inverse(meanHessian) else { return nil }
        guard SymmetricMatrix.norm(meanHessian) * SymmetricMatrix.norm(inverse) < largestConditionNumber else { return nil }
        let covariance = inverse.map { $0.map { $0 / totalWeight } }
        let isSmall = covariance.indices.allSatisfy { covariance[$0][$0] <= largestLogDeviation * largestLogDeviation }
        return isSmall ? covariance : nil
    }
}
