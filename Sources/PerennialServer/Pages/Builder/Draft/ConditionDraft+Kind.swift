import Segments

extension ConditionDraft {
    /// What is asked, as people choose it.
    enum Kind: String, CaseIterable, Sendable {
        /// Predictive analytics about someone.
        case predicted
        /// What someone has done, or not done.
        case done
        /// One thing done after another, or not.
        case funnel
        /// Properties about someone.
        case property
        /// If someone is in or not in a list or segment.
        case group
        /// If someone can or cannot receive marketing.
        case consent
        case region, distance, top, sample
        /// Of other conditions: all, at least one, the opposite of one.
        case all, any, not
        /// Anything that fields do not show, as it is spelled.
        case other
        // Parts of conditions.
        /// What events must say that are counted.
        case event
        /// A step of a funnel.
        case step
        /// What else must be so of consent.
        case proof
        /// Some of the events of one metric: what custom metrics are made of.
        case counted

        /// Those that stand for themselves in a segment.
        static let conditions = allCases.filter { ![.event, .step, .proof, .counted].contains($0) }

        /// What may be added within it.
        var parts: [Kind] {
            switch self {
            case .done, .step, .counted: [.event]
            case .funnel: [.step]
            case .consent: [.proof]
            case .all, .any, .not, .top: Self.conditions
            case .predicted, .property, .group, .region, .distance, .sample, .other, .event, .proof: []
            }
        }

        /// How many of these there may be.
        var mostParts: Int {
            switch self {
            case .done, .step, .counted: DefinitionLimits.eventFilters
            case .funnel: DefinitionLimits.steps
            case .consent: DefinitionLimits.consentFilters
            case .all, .any: DefinitionLimits.tests
            case .not, .top: 1
            case .predicted, .property, .group, .region, .distance, .sample, .other, .event, .proof: 0
            }
        }
    }
}
