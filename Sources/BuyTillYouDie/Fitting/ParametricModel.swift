/// A model that is given by a few positive numbers.
public protocol ParametricModel: Sendable {
    /// The papers' names of the parameters, in their order.
    static var parameterNames: [String] { get }
    /// The parameters, in the order of ``parameterNames``.
    var parameters: [Double] { get }
    /// The model with these parameters; `nil` unless there are as many as names and all are finite and above 0.
    init?(parameters: [Double])
}

extension ParametricModel {
    /// Whether these can be parameters.
    static func accepts(_ parameters: [Double]) -> Bool {
        parameters.count == parameterNames.count && parameters.allSatisfy { $0.isFinite && $0 > 0 }
    }
}
