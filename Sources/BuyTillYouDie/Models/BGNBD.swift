/// BG/NBD: after every repeat purchase a customer stops with a probability p of his own.
///
/// Fader, Hardie & Lee 2005, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 275-284. Purchases are Poisson
/// with rate λ ~ Gamma(r, α); p ~ Beta(a, b). One who never bought again counts as active for ever: for shops where most buy
/// once, ``MBGNBD`` and ``ParetoNBD`` say more.
public struct BGNBD: BetaGeometricModel {
    /// The model's name in options, tables and reports.
    public static let name = "bg-nbd"
    /// r, α: shape and rate of the purchase rates; a, b: of the probabilities of stopping.
    public static let parameterNames = ["r", "alpha", "a", "b"]
    static let chancesBeforeFirstRepeat = 0.0

    /// The parameters, in the order of ``parameterNames``.
    public let parameters: [Double]

    /// The model with these parameters; `nil` unless there are as many as names and all are finite and above 0.
    public init?(parameters: [Double]) {
        guard Self.accepts(parameters) else { return nil }
        self.parameters = parameters
    }
}
