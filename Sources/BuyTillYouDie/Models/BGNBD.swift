/// BG/NBD: after every repeat purchase a customer stops with a probability p of his own.
///
/// Fader, Hardie & Lee 2005, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 275-284. Purchases are Poisson
/// with rate λ ~ Gamma(r, α); p ~ Beta(a, b). One who never bought again counts as active for ever: for shops where most buy
/// once, ``MBGNBD`` and ``ParetoNBD`` say more.
public struct BGNBD: BetaGeometricModel {
    public static let name = "bg-nbd"
    public static let parameterNames = ["r", "alpha", "a", "b"]
    static let chancesBeforeFirstRepeat = 0.0

    public let parameters: [Double]

    public init?(parameters: [Double]) {
        guard Self.accepts(parameters) else { return nil }
        self.parameters = parameters
    }
}
