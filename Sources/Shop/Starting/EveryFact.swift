import Facts
import Journal

extension Journal {
    /// Hands over the facts after a number, one by one and in order, with their numbers and when each was taken in.
    func forEachFact(
        after sequence: UInt64 = 0, _ body: (_ fact: Fact, _ sequence: UInt64, _ recordedAt: Instant) -> Void
    ) throws(JournalError) {
        do {
            try forEachBlock(after: sequence) { block in try block.forEachFact(body) }
        } catch {
            throw (error as? JournalError) ?? JournalError(.damaged, "The journal cannot be read: \(error)")
        }
    }
}

extension Fact {
    /// Whom it is about; `nil` where that is nobody, or two.
    var profile: ProfileNumber? {
        switch self {
        case .event(let fact): fact.profile
        case .profile(let fact): fact.profile
        case .consent(let fact): fact.profile
        case .membership(let fact): fact.profile
        case .erasure(let fact): fact.profile
        case .profiling(let fact): fact.profile
        case .segment(let fact): fact.profile
        case .rfm(let fact): fact.profile
        case .merge, .metric, .model: nil
        }
    }
}
