/// MBG/NBD: as BG/NBD, but a customer may stop after the very first purchase too.
///
/// Batislam, Denizel & Filiztekin 2007, "Empirical validation and comparison of models for customer base analysis", International
/// Journal of Research in Marketing 24(3), 201-209; Hoppe & Wagner 2007, "Customer base analysis: the case for a central variant of
/// the Betageometric/NBD model", Marketing ZFP 3(2), 75-90.
public struct MBGNBD: BetaGeometricModel {
    /// The model's name in options, tables and reports.
    public static let name = "mbg-nbd"
    /// r, α: shape and rate of the purchase rates; a, b: of the probabilities of stopping.
    public static let parameterNames = ["r", "alpha", "a", "b"]
    static let chancesBeforeFirstRepeat = 1.0

    /// The parameters, in the order of ``parameterNames``.
    public let parameters: [Double]

    /// The model with these parameters; `nil` unless there are as many as names and all are finite and above 0.
    public init?(parameters: [Double]) {
        guard Self.accepts(parameters) else { return nil }
        self.parameters = parameters
    }
}
