import Dispatch
import Eventually
import Facts
import Journal
import Synchronization

@testable import Shop

extension Shop {
    /// Returns once everybody's numbers and groups are those of all that was taken in, and facts tell of them.
    func settle(isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line) async throws {
        await settingsAreInUse()
        // What is due is found at once, not at the next look.
        models.wake.signal()
        try await eventually(file: file, line: line) { models.isAtRest(today) }
        // What the writer took last from those who wait is scored and told of before it takes anything else.
        try await write { (_) throws(IntakeError) in }
        try await eventually(file: file, line: line) { models.isAtRest(today) }
    }
}

extension ModelKeeper {
    /// Whether nothing waits, is asked for, due or under way.
    fileprivate func isAtRest(_ today: ShopDay) -> Bool {
        let isAnythingDue = state.withLock { state in
            let hasGrown = state.standing.model == nil && state.ordersSeen > state.ordersAtScoring
            let isOfYesterday = state.standing.scoredAsOf.map { $0 < today } ?? false
            return hasGrown || isOfYesterday || state.scoredBy == nil || !state.requests.isEmpty || !state.waiting.isEmpty
                || state.standing.isFitting
        }
        return !isAnythingDue && isEverybodyScored && groups.withLock { $0.isSettled }
    }
}
