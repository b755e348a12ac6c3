import Charts
import CustomerValue
import Wording

/// A churn probability in words. The borders are ours: see docs/definitions.md.
enum RiskLevel: CaseIterable {
    case low, moderate, high

    /// Under it a risk is low.
    static let moderateFrom = ChurnRisk.moderateFrom
    /// From it on a risk is high.
    static let highFrom = ChurnRisk.highFrom

    init(_ probability: Double) { self.init(ChurnRisk(probability)) }

    init(_ risk: ChurnRisk) {
        self =
            switch risk {
            case .low: .low
            case .moderate: .moderate
            case .high: .high
            }
    }

    var phrase: Phrase {
        switch self {
        case .low: Phrase.RiskLevel.low
        case .moderate: Phrase.RiskLevel.moderate
        case .high: Phrase.RiskLevel.high
        }
    }

    var meaning: Phrase {
        switch self {
        case .low: Phrase.RiskLevel.lowMeaning
        case .moderate: Phrase.RiskLevel.moderateMeaning
        case .high: Phrase.RiskLevel.highMeaning
        }
    }

    var color: ChartColor {
        switch self {
        case .low: .green
        case .moderate: .orange
        case .high: .vermillion
        }
    }

    /// Where it ends.
    var end: Double {
        switch self {
        case .low: Self.moderateFrom
        case .moderate: Self.highFrom
        case .high: 1
        }
    }
}
