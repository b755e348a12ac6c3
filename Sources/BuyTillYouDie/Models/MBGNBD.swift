/// MBG/NBD: as BG/NBD, but a customer may stop after the very first purchase too.
///
/// Batislam, Denizel & Filiztekin 2007, "Empirical validation and comparison of models for customer base analysis", International
/// Journal of Research in Marketing 24(3), 201-209; Hoppe & Wagner 2007, "Customer base analysis: the case for a central variant of
/// the Betageometric/NBD model", Marketing ZFP 3(2), 75-90.
public struct MBGNBD: BetaGeometricModel {
    public static let name = "mbg-nbd"
    public static let parameterNames = ["r", "alpha", "a", "b"]
    static let chancesBeforeFirstRepeat = 1.0

    public let parameters: [Double]

    public init?(parameters: [Double]) {
        guard Self.accepts(parameters) else { return nil }
        self.parameters = parameters
    }
}
