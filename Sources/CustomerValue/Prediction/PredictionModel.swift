public import BuyTillYouDie
public import Facts

/// The fitted models behind predictions, with their weights, and the model of spend.
public struct PredictionModel: Sendable {
    /// One model of purchases and how much it counts.
    public struct Component: Sendable {
        /// The fit: parameters, log-likelihood, whether it converged.
        public var fit: AnyPurchaseFit
        /// Its share of the average, 0 to 1; shares add up to 1.
        public var weight: Double
        /// The mean log of the probability that it gave to what came after earlier days, in nats; `nil` where none were tried.
        public var logScore: Double?
    }

    /// What was asked for.
    public let choice: ModelChoice
    /// The models whose predictive distributions are averaged; a single one for a named model.
    public internal(set) var components: [Component]
    /// The model of spend per purchase day.
    public internal(set) var spend: SpendModel
    /// Orders per purchase day.
    public let ordersPerPurchaseDay: OrdersPerPurchaseDay
    /// Whether ranges hold the error of the parameters too. It is left out above ``parameterErrorLimit`` customers, where it is
    /// smaller than what is printed, and where a fit has no usable Hessian.
    public internal(set) var includesParameterError: Bool
    /// The relative standard deviation of all customers' total from the error of the parameters; 0 where it is left out.
    public internal(set) var parameterErrorOfTotal = 0.0
    /// What `auto` learnt from earlier days of the log; `nil` for a named model.
    var adjustment: AutoAdjustment?
    /// The model of a year that churn and classes come from, where `auto` predicts another horizon; empty otherwise.
    var ofYear: [PredictionModel] = []
    /// What `auto` did and why, in the order of ``ModelStep/Kind``; empty for a named model.
    public internal(set) var steps: [ModelStep] = []
    /// The earlier days of the log that `auto` learnt from, earliest first.
    public internal(set) var triedOn: [ShopDay] = []
    /// How many days after each of them were compared.
    public internal(set) var triedHorizonInDays = 0

    /// The parameters of each model, by its name: where fits of other days start from.
    var starts: [String: [Double]] {
        Dictionary(components.map { ($0.fit.name, $0.fit.parameters.map(\.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Customers up to which the error of parameters is carried into ranges: standard errors fall with the square root of customers and are
    /// a few percent here, so that a predictive variance changes by less than a thousandth.
    public static let parameterErrorLimit = 10_000
}

/// The fit of any of the purchase models, with its static type put aside.
public struct AnyPurchaseFit: Sendable {
    /// `bg-nbd`, `mbg-nbd` or `pareto-nbd`.
    public let name: String
    /// Names and values of the parameters, in weeks.
    public let parameters: [(name: String, value: Double)]
    /// The fitted model.
    public let model: any PurchaseModel
    /// The log-likelihood with the papers' constants, in weeks.
    public let logLikelihood: Double
    /// Whether the optimiser met its tolerance inside the bounds.
    public let didConverge: Bool
    /// Parameters that ended at a bound: the data do not identify them.
    public let boundaryParameters: [String]
    /// Standard errors in the order of ``parameters``; `nil` where the Hessian is not usable.
    public let standardErrors: [Double]?
    /// Covariance of the logarithms of the parameters; `nil` where the Hessian is not usable.
    let logCovariance: [[Double]]?
    /// Weighted points around the estimate that stand for the error of the parameters, together with those of the spend model; empty
    /// where the Hessian is not usable.
    let parameterPairs: [(model: any PurchaseModel, weight: Double)]

    init<Model: PurchaseModel>(_ fit: Fit<Model>) {
        self.init(
            fit.model, logLikelihood: fit.logLikelihood, didConverge: fit.didConverge, boundaryParameters: fit.boundaryParameters,
            standardErrors: fit.standardErrors, logCovariance: fit.logCovariance)
    }

    init<Model: PurchaseModel>(
        _ model: Model, logLikelihood: Double, didConverge: Bool, boundaryParameters: [String], standardErrors: [Double]?,
        logCovariance: [[Double]]?
    ) {
        name = Model.name
        parameters = Array(zip(Model.parameterNames, model.parameters)).map { (name: $0.0, value: $0.1) }
        self.model = model
        self.logLikelihood = logLikelihood
        self.didConverge = didConverge
        self.boundaryParameters = boundaryParameters
        self.standardErrors = standardErrors
        self.logCovariance = logCovariance
        let jointDimension = Model.parameterNames.count + GammaGamma.parameterNames.count
        parameterPairs = model.pairs(logCovariance: logCovariance, jointDimension: jointDimension).map { ($0.model, $0.weight) }
    }
}
