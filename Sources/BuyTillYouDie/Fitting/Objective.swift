/// What the optimiser makes small: a function of log parameters with its gradient.
protocol Objective {
    /// How many parameters there are.
    var dimension: Int { get }
    /// The value, and the gradient written into `gradient`. Not finite where the function is not defined.
    func value(at logParameters: [Double], gradient: inout [Double]) -> Double
}
