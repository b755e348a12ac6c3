/// A churn probability in words: three equal parts of the scale, so that the word follows from the number alone.
public enum ChurnRisk: String, CaseIterable, Sendable {
    case low, moderate, high

    /// Under it a risk is low.
    public static let moderateFrom = 1.0 / 3
    /// From it on a risk is high.
    public static let highFrom = 2.0 / 3

    /// The word for a probability.
    public init(_ probability: Double) {
        self = probability < Self.moderateFrom ? .low : probability < Self.highFrom ? .moderate : .high
    }
}
